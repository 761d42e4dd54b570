// Source text to a tree. It never throws: what is wrong is reported, and reading goes on at the next command, line or node.

import { reporter, type Diagnostic } from './diagnostics.ts';
import type { FileTree } from './tree.ts';
import { makeCursor } from './parse/cursor.ts';
import { parseNodes } from './parse/nodes.ts';

export interface Parsed {
  readonly tree: FileTree;
  readonly diagnostics: Diagnostic[];
}

export function parseFile(source: { readonly file: string; readonly text: string }): Parsed {
  const diagnostics: Diagnostic[] = [];
  const cursor = makeCursor(source.text, reporter(source.file, diagnostics));
  return { tree: parseNodes(cursor, source.file), diagnostics };
}
