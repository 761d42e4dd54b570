// What may have been said right before a text: of several, the one that stands nearest above it. What another arm of a
// condition says, or another answer, is never among them.

import type { FileTree, Statement, Text } from '../../core/yarn/tree.ts';

/** Null: a node begins with it. What is not in the map is never come to. */
export function textsBefore({ nodes }: Pick<FileTree, 'nodes'>): Map<Text, Text | null> {
  const found = new Map<Text, Text | null>();
  for (const { body } of nodes) through(body, [null], found);
  return found;
}

/** What may have been said last, in the order written; empty where nothing goes on. */
type Last = readonly (Text | null)[];

function through(body: readonly Statement[], before: Last, found: Map<Text, Text | null>): Last {
  return body.reduce((last, statement) => past(statement, last, found), before);
}

function past(statement: Statement, before: Last, found: Map<Text, Text | null>): Last {
  switch (statement.kind) {
    case 'line': {
      const { text } = statement;
      note(text, before, found);
      return text.condition === null ? [text] : [...before, text];
    }
    case 'options':
    case 'group': {
      const choices = statement.kind === 'options' ? statement.options : statement.items;
      return choices.flatMap(({ text, body }) => {
        note(text, before, found);
        return through(body, before.length === 0 ? [] : [text], found);
      });
    }
    case 'if': {
      const { arms } = statement;
      const ends = arms.flatMap(({ body }) => through(body, before, found));
      return arms.some(({ condition }) => condition === null) ? ends : [...before, ...ends];
    }
    case 'once': {
      const once = through(statement.body, before, found);
      const otherwise = through(statement.otherwise, before, found);
      return [...otherwise, ...once];
    }
    case 'jump':
    case 'return':
    case 'stop':
      return [];
    // what a detour says is another node's, and it comes back
    case 'detour':
    case 'call':
    case 'command':
    case 'declare':
    case 'enum':
    case 'set':
      return before;
  }
}

function note(text: Text, before: Last, found: Map<Text, Text | null>): void {
  const last = before.at(-1);
  if (last !== undefined) found.set(text, last);
}
