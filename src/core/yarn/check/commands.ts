// Commands against the game's own list: is there such a one, has it as many words, and are they of the right kind?

import type { Range } from '../diagnostics.ts';
import type { CommandParameter, CommandSignature } from '../library.ts';
import type { CommandText, Expression } from '../tree.ts';
import { typeOf } from './expressions.ts';
import type { NodeNames } from './nodes.ts';
import type { Place } from './project.ts';
import type { Scope } from './scope.ts';
import { nameOfType } from './types.ts';

/** What the language itself has, for who misspelt one of these. */
const KEYWORDS = 'if elseif else endif once endonce set declare jump detour return stop call enum case endenum'.split(
  ' ',
);

/** A word of a command. `value` is the only thing in it; `isOpen`: some of it is not known before the command runs. */
interface Word {
  readonly text: string;
  readonly range: Range;
  readonly value: Expression | null;
  readonly isOpen: boolean;
}

export function checkCommands(scope: Scope, nodes: NodeNames): void {
  const { commands } = scope.project.library;
  if (commands === null) return;
  const known = new Map(commands.map((command) => [command.name, command]));
  const words = new Set([...known.keys(), ...KEYWORDS]);
  for (const place of scope.project.places) {
    for (const statement of place.statements.command) {
      const [name, ...given] = splitWords(statement.command);
      if (!name || name.isOpen) continue;
      const command = known.get(name.text);
      if (command) {
        checkCount(command, given, name.range, place);
        const isRefused = command.parameters.map((parameter, index) => {
          const word = given[index];
          return word !== undefined && !checkWord(word, parameter, place, scope, nodes);
        });
        if (isRefused.includes(true)) continue;
        const fault = given.some((word) => word.isOpen) ? null : command.fault?.(given.map((word) => word.text));
        if (fault) place.report('SY1002', statement.command.range, fault);
      } else {
        const suggestion = scope.project.suggestions.of('command', name.text, words);
        place.report('YS0060', name.range, `Unknown command: ${name.text}`, suggestion);
      }
    }
  }
}

function checkCount({ name, parameters }: CommandSignature, given: readonly Word[], range: Range, place: Place): void {
  const most = parameters.length;
  const least = parameters.filter((parameter) => !parameter.optional).length;
  if (given.length >= least && given.length <= most) return;
  const expected = least === most ? `${most}` : `${least} to ${most}`;
  const message = `Command ${name} was called with ${given.length} parameters, but expected ${expected}`;
  place.report('YS0061', range, message, usage(name, parameters));
}

function usage(name: string, parameters: readonly CommandParameter[]): string {
  const words = parameters.map((one) => (one.optional ? `[${one.name}]` : one.name));
  return `<<${[name, ...words].join(' ')}>>`;
}

const TYPES: Readonly<Record<CommandParameter['kind'], readonly string[] | null>> = {
  number: ['Number'],
  bool: ['Bool'],
  string: null,
  node: ['String'],
  oneOf: ['String'],
};

/** Is it what the parameter asks for? If not, it was reported. */
function checkWord(word: Word, parameter: CommandParameter, place: Place, scope: Scope, nodes: NodeNames): boolean {
  const refuse = (message: string, suggestion?: string): boolean => {
    place.report('SY1002', word.range, message, suggestion);
    return false;
  };
  const what = `\`${parameter.name}\``;
  if (word.value !== null) {
    const type = typeOf(word.value, scope);
    const asked = TYPES[parameter.kind];
    const name = type.kind === 'enum' ? type.raw : nameOfType(type);
    if (asked === null || type.kind === 'open' || type.kind === 'broken' || asked.includes(name)) return true;
    return refuse(`${what} takes a ${asked.join(' or ')}, not a ${nameOfType(type)}`);
  }
  if (word.isOpen) return true;
  switch (parameter.kind) {
    case 'number':
      return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(word.text) || refuse(`${what} takes a number, not ${word.text}`);
    case 'bool':
      return ['true', 'false'].includes(word.text) || refuse(`${what} takes true or false, not ${word.text}`);
    case 'node': {
      if (nodes.all.has(word.text)) return true;
      return refuse(
        `${what} takes a node, and there is no ${word.text}`,
        scope.project.suggestions.of('node', word.text, nodes.written),
      );
    }
    case 'oneOf': {
      const list = new Set(parameter.oneOf);
      if (list.has(word.text)) return true;
      const suggestion = scope.project.suggestions.of(`one of ${parameter.oneOf?.join()}`, word.text, list);
      return refuse(`${what} takes one of ${someOf([...list])}, not ${word.text}`, suggestion);
    }
    case 'string':
      return true;
  }
}

/** A long list helps nobody; the suggestion says which was meant. */
const LISTED = 12;
export function someOf(list: readonly string[]): string {
  if (list.length <= LISTED) return list.join(', ');
  return `${list.slice(0, LISTED).join(', ')} and ${list.length - LISTED} more`;
}

/** Like `wordsOf`, but where each word stands, and a value in braces is one thing whatever is in it. */
function splitWords({ raw, range, values }: CommandText): Word[] {
  const words: Word[] = [];
  let value = 0;
  let at = 0;
  while (at < raw.length) {
    if (/\s/.test(raw[at])) {
      at++;
      continue;
    }
    const start = at;
    const before = value;
    let text = '';
    let isQuoted = false;
    while (at < raw.length && (isQuoted || !/\s/.test(raw[at]))) {
      const letter = raw[at];
      if (letter === '\\' && at + 1 < raw.length) text += raw[++at];
      else if (letter === '"') isQuoted = !isQuoted;
      else if (letter === '{') {
        at = endOfBraces(raw, at);
        value++;
        text += '{}';
      } else text += letter;
      at++;
    }
    const line = range.start.line;
    const column = range.start.column;
    const place = { start: { line, column: column + start }, end: { line, column: column + at } };
    const isOne = value === before + 1 && text === '{}';
    words.push({ text, range: place, value: isOne ? (values[before] ?? null) : null, isOpen: value > before });
  }
  return words;
}

function endOfBraces(raw: string, from: number): number {
  let isQuoted = false;
  for (let at = from + 1; at < raw.length; at++) {
    if (raw[at] === '\\') at++;
    else if (raw[at] === '"') isQuoted = !isQuoted;
    else if (raw[at] === '}' && !isQuoted) return at;
  }
  return raw.length;
}
