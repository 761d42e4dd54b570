// yarn-bound as it ships: from its sources, without the parts that a compiled story never runs. What its parser would have
// read is compiled long before, and its reading of markup is upstream's here (core/yarn/markup). Tools and tests in Node
// run the whole package; the test of the runtime's size plays what this makes of it.

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * The one thing that is parsed at run time: the samples by which core/story/nodes.ts finds the runner's classes. A line
 * alone is parsed as that; anything longer is the sample of every kind.
 */
const PARSER = `
export const parser = {
  parse(body) {
    const { TextNode, IfNode, SetVariableEqualToNode, DialogShortcutNode, BooleanLiteralNode } = this.yy;
    const at = { first_line: 1 };
    const text = new TextNode('A', at);
    if (body.trim() === 'A') return [text];
    const yes = new BooleanLiteralNode('true');
    return [text, new IfNode(yes, [text]), new SetVariableEqualToNode('a', yes), new DialogShortcutNode([text], undefined, at)];
  },
};
`;

const UNUSED: readonly (readonly [file: RegExp, code: string])[] = [
  [/bondage[\\/]src[\\/]parser[\\/]compiled-parser\.js$/, PARSER],
  [/bondage[\\/]src[\\/]lexer[\\/]lexer\.js$/, 'export default class {}'],
  [/yarn-bound[\\/]src[\\/]line-parser\.js$/, 'export default () => {}'],
];

export function slimYarnBound(): Plugin {
  const entry = createRequire(import.meta.url).resolve('yarn-bound');
  const source = join(dirname(dirname(entry)), 'src', 'index.js');
  return {
    name: 'slim-yarn-bound',
    enforce: 'pre',
    apply: 'build',
    resolveId: (id) => (id === 'yarn-bound' ? source : null),
    load: (id) => UNUSED.find(([file]) => file.test(id))?.[1] ?? null,
  };
}
