// A project that is to be played by a tool: compiled without errors, or its errors told and nothing played.

import { compile, type Compiled } from '../../core/yarn/compile.ts';
import { nearest } from '../../core/yarn/nearest.ts';
import type { BlockId, Program, Value } from '../../core/yarn/program.ts';
import type { Range } from '../../core/yarn/diagnostics.ts';
import type { NodeTree } from '../../core/yarn/tree.ts';
import { BadInput } from '../cli.ts';
import { summary } from './check.ts';
import { printed } from './frame.ts';
import type { Project } from './project.ts';
import { statementsOf } from './walk.ts';

export interface Playable {
  readonly project: Project;
  readonly compiled: Compiled;
  readonly program: Program;
}

/** Null when there is an error; all of them were told on standard error then. */
export function playable(project: Project): Playable | null {
  const compiled = compile(project.sources, project.options);
  const { program, diagnostics } = compiled;
  if (program !== null) return { project, compiled, program };
  const texts = new Map(project.sources.map(({ file, text }) => [file, text]));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  for (const one of errors) process.stderr.write(`${printed(one, texts.get(one.file))}\n\n`);
  process.stderr.write(`${summary(errors, project.sources.length)}: nothing can be played\n`);
  return null;
}

export interface Place {
  readonly file: string;
  readonly range: Range;
}

/** Where a block was written, or the nearest named thing before it. */
export function placeOfBlock({ compiled, program }: Playable, block: BlockId): Place | null {
  const line = compiled.strings.get(block.replace(/\+\d+$/, ''));
  if (line !== undefined) return line;
  const home = Object.hasOwn(program.homes, block) ? program.homes[block] : block;
  return placeOfNode(compiled, program, home);
}

/** Of a script that runs in circles there: the jump that it goes round by is likelier meant than what stands around. */
export function placeOfLoop(played: Playable, block: BlockId): Place | null {
  const { compiled, program } = played;
  const home = program.homes[block] ?? block;
  const body = nodeNamed(compiled, program, home)?.body ?? [];
  const jump = [...statementsOf(body)].find(({ kind }) => kind === 'jump');
  return jump === undefined ? placeOfBlock(played, block) : { file: program.nodes[home].file, range: jump.range };
}

/** Of its title. A node of a group is named by more than its title, so it is found by where it begins. */
export function placeOfNode(compiled: Compiled, program: Program, name: string): Place | null {
  const node = nodeNamed(compiled, program, name);
  return node === null ? null : { file: program.nodes[name].file, range: node.title?.range ?? node.range };
}

function nodeNamed({ trees }: Compiled, { nodes }: Program, name: string): NodeTree | null {
  if (!Object.hasOwn(nodes, name)) return null;
  const { file, line } = nodes[name];
  const tree = trees.find((one) => one.file === file);
  return tree?.nodes.find(({ range }) => range.start.line + 1 === line) ?? null;
}

/** Where to begin when nobody says: what begins a plan of the game, or `Start`, or else the first node of every file. */
export function usualStarts({ compiled, program }: Playable): string[] {
  const planned = Object.keys(program.nodes).filter((name) => Object.hasOwn(program.nodes[name].headers, 'plan'));
  if (planned.length > 0) return planned;
  if (existsIn(program, 'Start')) return ['Start'];
  return firstNodes({ compiled, program }, () => true);
}

/** As `usualStarts`, but who names a file wants that one played, wherever the project begins. */
export function startsAsked(played: Playable): string[] {
  const { program, project } = played;
  const usual = usualStarts(played);
  const isAsked = (file: string): boolean => project.asked.has(file);
  const inside = usual.filter((name) => nodesOf(program, name).some((one) => isAsked(program.nodes[one].file)));
  if (inside.length > 0) return inside;
  const first = firstNodes(played, isAsked);
  return first.length > 0 ? first : usual;
}

function nodesOf({ nodes, groups }: Program, name: string): string[] {
  return Object.hasOwn(nodes, name)
    ? [name]
    : groups[name].map(({ id }) => id).filter((id) => Object.hasOwn(nodes, id));
}

/** Of each such file. */
export function firstNodes(
  { compiled, program }: Pick<Playable, 'compiled' | 'program'>,
  isWanted: (file: string) => boolean,
): string[] {
  const wanted = compiled.trees.filter(({ file }) => isWanted(file));
  const first = wanted.flatMap(({ nodes }) => nodes.slice(0, 1).flatMap(({ title }) => title?.text ?? []));
  return [...new Set(first)].filter((name) => existsIn(program, name));
}

/** A node's or a group's name as typed, or the one clear line. */
export function knownNode(program: Program, name: string): string {
  if (existsIn(program, name)) return name;
  const names = [...new Set([...Object.keys(program.groups), ...Object.keys(program.nodes)])];
  const near = nearest(name, names);
  const some = `${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''}`;
  throw new BadInput(`there is no node “${name}”; ${near === undefined ? `there is ${some}` : `did you mean ${near}`}`);
}

export function existsIn({ nodes, groups }: Program, name: string): boolean {
  return Object.hasOwn(nodes, name) || Object.hasOwn(groups, name);
}

/** `$gold=3`, as the variable's type has it. */
export function settings({ program, compiled }: Playable, said: readonly string[]): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const setting of said) {
    const [, name, text] = /^\s*(\$?[^=\s]+)\s*=(.*)$/s.exec(setting) ?? [];
    if (name === undefined) throw new BadInput(`“${setting}” should be $variable=value`);
    const variable = name.startsWith('$') ? name : `$${name}`;
    if (!Object.hasOwn(program.variables, variable)) {
      const smart = Object.hasOwn(program.smart, variable)
        ? ' (it is a smart variable: it is worked out, not set)'
        : '';
      const known = Object.keys(program.variables).join(', ') || 'none';
      throw new BadInput(`there is no variable ${variable} to set${smart}; there is ${known}`);
    }
    const type = compiled.variables.find((one) => one.name === variable)?.type;
    const cases = compiled.enums.find((one) => one.name === type)?.cases;
    values[variable] = valueOf(variable, program.variables[variable], text.trim(), cases);
  }
  return values;
}

function valueOf(name: string, initial: Value, text: string, cases: Readonly<Record<string, Value>> = {}): Value {
  const word = text.replace(/^\w*\./, '');
  if (Object.hasOwn(cases, word)) return cases[word];
  if (typeof initial === 'string') return text.replace(/^"(.*)"$/s, '$1');
  if (typeof initial === 'number' && text !== '' && Number.isFinite(Number(text))) return Math.fround(Number(text));
  if (typeof initial === 'boolean' && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  const names = Object.keys(cases);
  const wanted =
    names.length > 0 ? `one of ${names.join(', ')}` : typeof initial === 'number' ? 'a number' : 'true or false';
  throw new BadInput(`${name} should be ${wanted}, not “${text}”`);
}

/** An option of the command line that may be given several times. */
export function listed(flag: unknown): string[] {
  return Array.isArray(flag) ? flag.map(String) : [];
}
