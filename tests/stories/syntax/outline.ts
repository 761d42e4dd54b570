// A file's tree in a form that a person can read beside its source: one thing a line, indented as it is nested, and what is
// wrong with it at the top.

import type { Diagnostic, Range } from '../../../src/core/yarn/diagnostics.ts';
import { parseFile } from '../../../src/core/yarn/parse.ts';
import type {
  Choice,
  Condition,
  EnumCase,
  Expression,
  Hashtag,
  NodeTree,
  Statement,
  Text,
} from '../../../src/core/yarn/tree.ts';

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

function shownExpression(one: Expression): string {
  switch (one.kind) {
    case 'number':
    case 'bool':
      return String(one.value);
    case 'string':
      return JSON.stringify(one.value);
    case 'variable':
      return one.name;
    case 'call':
      return `${one.name.text}(${one.args.map(shownExpression).join(', ')})`;
    case 'member':
      return `${one.type?.text ?? ''}.${one.member.text}`;
    case 'unary':
      return `(${one.operator} ${shownExpression(one.operand)})`;
    case 'binary':
      return `(${shownExpression(one.left)} ${one.operator} ${shownExpression(one.right)})`;
    case 'brackets':
      return `[${shownExpression(one.inner)}]`;
  }
}

function shownRange({ start, end }: Range): string {
  return `${start.line + 1}:${start.column + 1}-${end.line + 1}:${end.column + 1}`;
}

const shownTags = (tags: readonly Hashtag[]): string => tags.map((tag) => ` #${tag.text}`).join('');
const shownValues = (values: readonly Expression[]): string =>
  values.map((one, i) => ` {${i}}=${shownExpression(one)}`).join('');

function shownCondition(one: Condition | null): string {
  if (!one) return '';
  const words = [one.once ? ['once'] : [], one.expression ? ['if', shownExpression(one.expression)] : []].flat();
  return ` <<${words.join(' ')}>>`;
}

function shownText(text: Text): string {
  return `${JSON.stringify(text.template)}${shownValues(text.values)}${shownCondition(text.condition)}${shownTags(text.tags)}`;
}

const shownDoc = (doc: string | null): string => (doc === null ? '' : ` /// ${doc}`);

function shownChoices(word: string, choices: readonly Choice[]): string[] {
  return choices.flatMap(({ text, body }) => [`${word} ${shownText(text)}`, ...indented(body.flatMap(shownStatement))]);
}

function shownCase({ name, value, doc }: EnumCase): string {
  return `case ${name.text}${value ? ` = ${shownExpression(value)}` : ''}${shownDoc(doc)}`;
}

function shownStatement(one: Statement): string[] {
  switch (one.kind) {
    case 'line':
      return [`line ${shownText(one.text)}`];
    case 'options':
      return ['options', ...indented(shownChoices('->', one.options))];
    case 'group':
      return ['group', ...indented(shownChoices('=>', one.items))];
    case 'command':
      return [
        `command ${JSON.stringify(one.command.template)}${shownValues(one.command.values)}${shownTags(one.tags)}`,
      ];
    case 'set':
      return [`set ${one.variable.text} ${one.operator} ${shownExpression(one.value)}`];
    case 'call':
      return [`call ${shownExpression(one.call)}`];
    case 'declare': {
      const type = one.type ? ` as ${one.type.text}` : '';
      return [`declare ${one.variable.text} = ${shownExpression(one.value)}${type}${shownDoc(one.doc)}`];
    }
    case 'if':
      return one.arms.flatMap(({ condition, body }, i) => {
        const word = condition === null ? 'else' : `${i === 0 ? 'if' : 'elseif'} ${shownExpression(condition)}`;
        return [word, ...indented(body.flatMap(shownStatement))];
      });
    case 'once': {
      const otherwise = one.otherwise.flatMap(shownStatement);
      return [
        `once${one.condition ? ` if ${shownExpression(one.condition)}` : ''}`,
        ...indented(one.body.flatMap(shownStatement)),
        ...(otherwise.length > 0 ? ['else', ...indented(otherwise)] : []),
      ];
    }
    case 'jump':
    case 'detour':
      return [`${one.kind} ${one.to.kind === 'name' ? one.to.name : `{${shownExpression(one.to.expression)}}`}`];
    case 'return':
    case 'stop':
      return [one.kind];
    case 'enum':
      return [`enum ${one.name.text}${shownDoc(one.doc)}`, ...indented(one.cases.map(shownCase))];
  }
}

function shownNode(node: NodeTree): string[] {
  return [
    `node ${node.title?.text ?? '?'}${node.subtitle ? ` / ${node.subtitle.text}` : ''} ${shownRange(node.range)}`,
    ...indented([
      ...node.headers.map(({ key, value }) => `${key}: ${value}`),
      ...node.when.map(({ once, condition }) => {
        if (condition) return `when ${once ? 'once if ' : ''}${shownExpression(condition)}`;
        return once ? 'when once' : 'when always';
      }),
      ...node.body.flatMap(shownStatement),
    ]),
  ];
}

function shownDiagnostic({ range, severity, code, message, suggestion }: Diagnostic): string {
  return `! ${shownRange(range)} ${severity} ${code} ${message}${suggestion === undefined ? '' : ` (${suggestion})`}`;
}

export function outline(text: string): string {
  const { tree, diagnostics } = parseFile({ file: 'case.yarn', text });
  const lines = [
    ...diagnostics.map(shownDiagnostic),
    ...tree.tags.map((tag) => `file #${tag.text}`),
    ...tree.nodes.flatMap(shownNode),
  ];
  return `${lines.join('\n')}\n`;
}
