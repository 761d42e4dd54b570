// Statements, one after the other, into blocks.

import type { Checked } from '../checked.ts';
import type { Act, Candidate, Expr, LineId, Next, OptionRow, Said } from '../program.ts';
import type { Condition, Destination, Expression, Statement, Text } from '../tree.ts';
import { complexity, lowerExpression } from './expression.ts';
import { anchorAt, branch, unnamed, write, writeAct, type Draft, type Exit, type Pen } from './pen.ts';

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;
type Loose<T> = { -readonly [K in keyof T]: T[K] };

export function lowerBody(checked: Checked, pen: Pen, body: readonly Statement[]): void {
  for (const statement of body) {
    // after a jump, return or stop: nothing comes here
    if (pen.exits.length === 0) return;
    lowerStatement(checked, pen, statement);
  }
}

function lowerStatement(checked: Checked, pen: Pen, one: Statement): void {
  const expression = (tree: Expression): Expr => lowerExpression(checked, tree);
  switch (one.kind) {
    case 'line':
      return line(checked, pen, one.text);
    case 'options':
      return options(checked, pen, one);
    case 'group':
      return group(checked, pen, one);
    case 'command': {
      const { template, values } = one.command;
      const block: Draft<'command'> = { kind: 'command', text: template, ...valued(checked, values), next: null };
      return write(pen, unnamed(pen), block, [(next) => (block.next = next)]);
    }
    case 'set':
      return writeAct(pen, set(checked, one));
    case 'call':
      return writeAct(pen, ['call', expression(one.call)]);
    case 'if': {
      const arms = one.arms.map((arm) => ({
        when: arm.condition === null ? null : expression(arm.condition),
        body: () => lowerBody(checked, pen, arm.body),
      }));
      return fork(pen, arms);
    }
    case 'once':
      return onceBlock(checked, pen, one);
    case 'jump':
      return write(pen, unnamed(pen), { kind: 'jump', to: destination(checked, one.to) }, []);
    case 'detour': {
      const block: Draft<'detour'> = { kind: 'detour', to: destination(checked, one.to), next: null };
      return write(pen, unnamed(pen), block, [(next) => (block.next = next)]);
    }
    case 'return':
    case 'stop':
      return write(pen, unnamed(pen), { kind: one.kind }, []);
    case 'declare':
    case 'enum':
      return;
  }
}

/** The first arm that holds; one without a condition is the last. */
function fork(pen: Pen, arms: readonly { readonly when: Expr | null; readonly body: () => void }[]): void {
  const block: Draft<'if'> = { kind: 'if', arms: [], none: null };
  write(pen, unnamed(pen), block, []);
  const rows: { when: Expr; next: Next }[] = [];
  block.arms = rows;
  const exits: Exit[] = [];
  let otherwise: Exit | null = (next) => (block.none = next);
  for (const { when, body } of arms) {
    if (when === null) {
      exits.push(...branch(pen, otherwise, body));
      otherwise = null;
      break;
    }
    const row: { when: Expr; next: Next } = { when, next: null };
    rows.push(row);
    exits.push(...branch(pen, (next) => (row.next = next), body));
  }
  if (otherwise !== null) exits.push(otherwise);
  pen.exits = exits;
}

function line(checked: Checked, pen: Pen, text: Text): void {
  const id = lineId(checked, text);
  const { when, once } = condition(checked, text.condition, id);
  const say = (): void => {
    if (once !== undefined) writeAct(pen, ['seen', once]);
    lineBlock(checked, pen, text, id);
  };
  if (when === undefined) say();
  else fork(pen, [{ when, body: say }]);
}

function lineBlock(checked: Checked, pen: Pen, text: Text, id: LineId): void {
  const block: Draft<'line'> = { kind: 'line', ...said(checked, text, id), next: null };
  write(pen, id, block, [(next) => (block.next = next)]);
  anchorAt(pen, id);
}

function options(checked: Checked, pen: Pen, { options: choices }: Of<'options'>): void {
  const block: Draft<'options'> = { kind: 'options', options: [], none: null };
  const rows: OptionRow[] = [];
  block.options = rows;
  write(pen, lineId(checked, choices[0].text), block, []);
  const exits: Exit[] = [(next) => (block.none = next)];
  for (const { text, body } of choices) {
    const id = lineId(checked, text);
    anchorAt(pen, id);
    const row: Loose<OptionRow> = { ...said(checked, text, id), ...condition(checked, text.condition, id), next: null };
    rows.push(row);
    const inside = (): void => lowerBody(checked, pen, body);
    exits.push(...branch(pen, (next) => (row.next = next), inside));
  }
  pen.exits = exits;
}

function group(checked: Checked, pen: Pen, { items }: Of<'group'>): void {
  const block: Draft<'pick'> = { kind: 'pick', from: [], none: null };
  write(pen, unnamed(pen), block, []);
  const exits: Exit[] = [];
  block.from = items.map(({ text, body }): Candidate => {
    const id = lineId(checked, text);
    const { when, once } = condition(checked, text.condition, id);
    const inside = (): void => {
      lineBlock(checked, pen, text, id);
      lowerBody(checked, pen, body);
    };
    // the line itself is the candidate's first block
    exits.push(...branch(pen, () => undefined, inside));
    return {
      id,
      when: when === undefined ? [] : [when],
      ...(once === undefined ? {} : { once }),
      complexity: complexityOf(text.condition),
      next: id,
    };
  });
  exits.push((next) => (block.none = next));
  pen.exits = exits;
}

function onceBlock(checked: Checked, pen: Pen, one: Of<'once'>): void {
  const key = onceKey(checked, pen, one);
  const body = (): void => {
    writeAct(pen, ['seen', key]);
    lowerBody(checked, pen, one.body);
  };
  const otherwise = (): void => lowerBody(checked, pen, one.otherwise);
  fork(pen, [
    { when: onceAnd(checked, key, one.condition), body },
    { when: null, body: otherwise },
  ]);
}

/**
 * By the first line in it, so that it lasts as long as that line; never the line's own key, which its own once has. One
 * around another with the same first line gets a count, outermost first.
 */
function onceKey(checked: Checked, pen: Pen, one: Of<'once'>): string {
  const first = firstText(one.body);
  const key = `once:${first === null ? `${pen.anchor}+${pen.count}` : lineId(checked, first)}`;
  let free = key;
  for (let n = 2; pen.onces.has(free); n++) free = `${key}+${n}`;
  pen.onces.add(free);
  return free;
}

function firstText(body: readonly Statement[]): Text | null {
  for (const one of body) {
    const found = textIn(one);
    if (found !== null) return found;
  }
  return null;
}

function textIn(one: Statement): Text | null {
  if (one.kind === 'line') return one.text;
  if (one.kind === 'options') return one.options[0].text;
  if (one.kind === 'group') return one.items[0].text;
  if (one.kind === 'if') return firstText(one.arms.flatMap((arm) => arm.body));
  return one.kind === 'once' ? firstText([...one.body, ...one.otherwise]) : null;
}

function set(checked: Checked, { variable, operator, value }: Of<'set'>): Act {
  const right = lowerExpression(checked, value);
  if (operator === '=') return ['set', variable.text, right];
  const op = operator[0] as '+' | '-' | '*' | '/' | '%';
  return ['set', variable.text, [op, ['$', variable.text], right]];
}

function destination(checked: Checked, to: Destination): Expr {
  return to.kind === 'name' ? to.name : lowerExpression(checked, to.expression);
}

function condition(checked: Checked, one: Condition | null, id: LineId): { when?: Expr; once?: string } {
  if (one === null) return {};
  if (one.once) return { when: onceAnd(checked, id, one.expression), once: id };
  return one.expression === null ? {} : { when: lowerExpression(checked, one.expression) };
}

function onceAnd(checked: Checked, key: string, also: Expression | null): Expr {
  return also === null ? ['once', key] : ['and', ['once', key], lowerExpression(checked, also)];
}

function complexityOf(one: Condition | null): number {
  if (one === null) return 0;
  return (one.once ? 1 : 0) + (one.expression === null ? 0 : complexity(one.expression));
}

function said(checked: Checked, { values }: Text, id: LineId): Said {
  return { line: id, ...valued(checked, values) };
}

function valued(checked: Checked, values: readonly Expression[]): { values?: readonly Expr[] } {
  return values.length === 0 ? {} : { values: values.map((value) => lowerExpression(checked, value)) };
}

function lineId({ lineIds }: Checked, text: Text): LineId {
  const id = lineIds.get(text);
  if (id === undefined) throw new Error('a line without an id reached the lowering');
  return id;
}
