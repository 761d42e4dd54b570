// Everything in a project that has a name, where it is defined and where it is used. One index for refs, rename, graph,
// stats and lint.

import type { VariableInfo } from '../../core/yarn/compile.ts';
import type { Range } from '../../core/yarn/diagnostics.ts';
import type { CommandSignature, Library } from '../../core/yarn/library.ts';
import type { Destination, Expression, Hashtag, Name, NodeTree, Statement, Text } from '../../core/yarn/tree.ts';
import { bodiesOf, offsetOf, pageOf, rangeAt, speakerOf, startOfRaw, wordsIn, written, type Script } from './walk.ts';

export const SYMBOL_KINDS = ['node', 'variable', 'function', 'command', 'character', 'enum', 'case', 'line'] as const;
export type SymbolKind = (typeof SYMBOL_KINDS)[number];

/** In which way a name is used where it is no definition. */
type Use = 'read' | 'write' | 'jump' | 'detour' | 'text' | 'word' | 'speaks' | 'markup' | 'shadow' | 'call' | 'type';

/** A name in a script. */
export interface Place {
  readonly kind: SymbolKind;
  /** A variable with its $; a case with its type, `Type.Case` (`?.Case` where it cannot be told); an id without `line:`. */
  readonly name: string;
  readonly use: Use | 'definition';
  readonly file: string;
  /** Of the name alone. */
  readonly range: Range;
  /** The title of the node it is in. */
  readonly node: string | null;
}

/** A jump or detour to `{an expression}`, with the nodes it may lead to as far as can be told. */
interface OpenJump {
  readonly use: 'jump' | 'detour';
  readonly node: string | null;
  readonly file: string;
  readonly range: Range;
  readonly written: string;
  readonly mayBe: readonly string[];
}

export interface Symbols {
  readonly places: readonly Place[];
  readonly openJumps: readonly OpenJump[];
}

/** Functions that take a node's name as their first argument. */
const NODE_FUNCTIONS = new Set(['visited', 'visited_count', 'has_any_content']);

export function symbolsOf(
  scripts: readonly Script[],
  library: Library,
  variables: readonly Pick<VariableInfo, 'name' | 'type'>[] = [],
): Symbols {
  const nodes = new Map<string, Set<string>>();
  const enums = new Map<string, Set<string>>();
  const texts = new Map<string, Set<string>>();
  for (const { tree } of scripts) {
    for (const node of tree.nodes) {
      const title = node.title?.text ?? '';
      nodes.set(title, (nodes.get(title) ?? new Set()).add(node.subtitle?.text ?? ''));
      collect(node.body, enums, texts);
    }
  }
  const known: Known = {
    nodes,
    enums,
    texts,
    commands: new Map((library.commands ?? []).map((one) => [one.name, one])),
    typeOf: new Map(variables.map(({ name, type }) => [name, type])),
    nodeFunctions: new Set([
      ...NODE_FUNCTIONS,
      ...library.functions.filter(({ parameterNames }) => parameterNames?.[0] === 'node').map(({ name }) => name),
    ]),
  };
  const places: Place[] = [];
  const openJumps: OpenJump[] = [];
  for (const script of scripts) readFile(script, known, places, openJumps);
  return { places, openJumps };
}

interface Known {
  /** By title, the subtitles. */
  readonly nodes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly enums: ReadonlyMap<string, ReadonlySet<string>>;
  /** By variable, the texts that are ever put into it. */
  readonly texts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly commands: ReadonlyMap<string, CommandSignature>;
  readonly typeOf: ReadonlyMap<string, string>;
  readonly nodeFunctions: ReadonlySet<string>;
}

function collect(body: readonly Statement[], enums: Map<string, Set<string>>, texts: Map<string, Set<string>>): void {
  for (const one of body) {
    if (one.kind === 'enum') enums.set(one.name.text, new Set(one.cases.map(({ name }) => name.text)));
    if (one.kind === 'set' || one.kind === 'declare') {
      const into = texts.get(one.variable.text) ?? new Set();
      for (const text of textsIn(one.value)) into.add(text);
      texts.set(one.variable.text, into);
    }
    for (const inside of bodiesOf(one)) collect(inside, enums, texts);
  }
}

function textsIn(expression: Expression): string[] {
  if (expression.kind === 'string') return [expression.value];
  if (expression.kind === 'brackets') return textsIn(expression.inner);
  return [];
}

function readFile(script: Script, known: Known, places: Place[], openJumps: OpenJump[]): void {
  const page = pageOf(script.text);
  let node: string | null = null;

  const add = (kind: SymbolKind, use: Place['use'], name: string, range: Range): void => {
    places.push({ kind, name, use, file: script.file, range, node });
  };
  const addPart = (kind: SymbolKind, use: Place['use'], name: string, from: number, length = name.length): void =>
    add(kind, use, name, rangeAt(page, from, from + length));
  /** `Title`, or `Title.Subtitle` of which the title is renamed. */
  const addNode = (use: Place['use'], name: string, from: number): void => {
    const dot = name.indexOf('.');
    const title = dot > 0 ? name.slice(0, dot) : name;
    const isPart = !known.nodes.has(name) && known.nodes.get(title)?.has(name.slice(dot + 1)) === true;
    addPart('node', use, isPart ? title : name, from);
  };
  /** Inside the quotes, where the text is written as it is. */
  const addNodeText = (use: Place['use'], one: Expression & { kind: 'string' }): void => {
    const from = offsetOf(page, one.range.start) + 1;
    if (page.text.startsWith(one.value, from)) addNode(use, one.value, from);
  };

  const readExpression = (one: Expression, expected: string | null): void => {
    switch (one.kind) {
      case 'variable':
        return add('variable', 'read', one.name, one.range);
      case 'call': {
        add('function', 'call', one.name.text, one.name.range);
        const [first] = one.args;
        if (first?.kind === 'string' && known.nodeFunctions.has(one.name.text)) addNodeText('text', first);
        for (const arg of one.args) readExpression(arg, null);
        return;
      }
      case 'member':
        return readMember(one, expected);
      case 'unary':
        return readExpression(one.operand, null);
      case 'binary':
        readExpression(one.left, enumOf(one.right, known));
        return readExpression(one.right, enumOf(one.left, known));
      case 'brackets':
        return readExpression(one.inner, expected);
      case 'number':
      case 'string':
      case 'bool':
    }
  };
  const readMember = (one: Expression & { kind: 'member' }, expected: string | null): void => {
    if (one.type !== null) add('enum', 'type', one.type.text, one.type.range);
    const having = [...known.enums].filter(([, cases]) => cases.has(one.member.text)).map(([name]) => name);
    const type = one.type?.text ?? expected ?? (having.length === 1 ? having[0] : '?');
    add('case', 'read', `${type}.${one.member.text}`, one.member.range);
  };
  const readTags = (tags: readonly Hashtag[]): void => {
    for (const { text, range } of tags) {
      const found = /^(line|shadow):/.exec(text);
      if (found === null) continue;
      const from = page.text.indexOf(text, offsetOf(page, range.start)) + found[0].length;
      addPart('line', found[1] === 'line' ? 'definition' : 'shadow', text.slice(found[0].length), from);
    }
  };
  const readText = (text: Text): void => {
    const from = startOfRaw(page, text.range, text.raw);
    const speaker = speakerOf(text.raw);
    if (speaker !== null) addPart('character', 'speaks', speaker.name, from + speaker.at);
    for (const found of text.raw.matchAll(/\[character\b[^\]]*?\bname\s*=\s*"([^"{]+)"/g)) {
      addPart('character', 'markup', found[1], from + found.index + found[0].length - 1 - found[1].length);
    }
    for (const value of text.values) readExpression(value, null);
    if (text.condition?.expression) readExpression(text.condition.expression, null);
    readTags(text.tags);
  };
  const readCommand = ({ range, raw, values }: { range: Range; raw: string; values: readonly Expression[] }): void => {
    for (const value of values) readExpression(value, null);
    const from = startOfRaw(page, range, raw);
    const [name, ...words] = wordsIn(raw);
    if (name === undefined || name.text.includes('{')) return;
    addPart('command', 'call', name.text, from + name.at);
    const parameters = known.commands.get(name.text)?.parameters ?? [];
    for (const [k, word] of words.entries()) {
      if (parameters[k]?.kind !== 'node' || word.text.includes('{')) continue;
      addNode('word', word.text, from + word.at);
    }
  };
  const readDestination = (use: 'jump' | 'detour', to: Destination): void => {
    if (to.kind === 'name') return addNode(use, to.name, offsetOf(page, to.range.start));
    readExpression(to.expression, null);
    const inner = bare(to.expression);
    const texts = inner.kind === 'variable' ? [...(known.texts.get(inner.name) ?? [])] : [];
    if (inner.kind === 'string') addNodeText(use, inner);
    else {
      const mayBe = texts.filter((text) => known.nodes.has(text)).sort((a, b) => (a < b ? -1 : 1));
      openJumps.push({
        use,
        node,
        file: script.file,
        range: to.range,
        written: written(page, to.expression.range),
        mayBe,
      });
    }
  };
  const readDeclared = (type: Name | null): void => {
    if (type !== null && known.enums.has(type.text)) add('enum', 'type', type.text, type.range);
  };

  const readStatement = (one: Statement): void => {
    switch (one.kind) {
      case 'line':
        return readText(one.text);
      case 'options':
      case 'group':
        for (const { text, body } of one.kind === 'options' ? one.options : one.items) {
          readText(text);
          body.forEach(readStatement);
        }
        return;
      case 'command':
        readCommand(one.command);
        return readTags(one.tags);
      case 'set':
        add('variable', 'write', one.variable.text, one.variable.range);
        return readExpression(one.value, known.typeOf.get(one.variable.text) ?? null);
      case 'call':
        return readExpression(one.call, null);
      case 'declare':
        add('variable', 'definition', one.variable.text, one.variable.range);
        readDeclared(one.type);
        return readExpression(one.value, one.type?.text ?? known.typeOf.get(one.variable.text) ?? null);
      case 'if':
        for (const { condition, body } of one.arms) {
          if (condition !== null) readExpression(condition, null);
          body.forEach(readStatement);
        }
        return;
      case 'once':
        if (one.condition !== null) readExpression(one.condition, null);
        one.body.forEach(readStatement);
        return one.otherwise.forEach(readStatement);
      case 'jump':
      case 'detour':
        return readDestination(one.kind, one.to);
      case 'enum':
        add('enum', 'definition', one.name.text, one.name.range);
        for (const { name, value } of one.cases) {
          add('case', 'definition', `${one.name.text}.${name.text}`, name.range);
          if (value !== null) readExpression(value, null);
        }
        return;
      case 'return':
      case 'stop':
    }
  };

  for (const tree of script.tree.nodes) {
    node = titleOf(tree);
    if (tree.title !== null) add('node', 'definition', tree.title.text, tree.title.range);
    for (const { condition } of tree.when) if (condition !== null) readExpression(condition, null);
    tree.body.forEach(readStatement);
  }
}

function titleOf({ title }: NodeTree): string | null {
  return title?.text ?? null;
}

function bare(one: Expression): Expression {
  return one.kind === 'brackets' ? bare(one.inner) : one;
}

/** The enum that the other side of a comparison is of. */
function enumOf(one: Expression, { typeOf, enums }: Known): string | null {
  const inner = bare(one);
  const type =
    inner.kind === 'variable' ? typeOf.get(inner.name) : inner.kind === 'member' ? inner.type?.text : undefined;
  return type !== undefined && enums.has(type) ? type : null;
}
