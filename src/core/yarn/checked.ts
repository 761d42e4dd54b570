// What the checker knows about the trees and the lowering needs: names resolved, ids given, values of enum cases known.

import type { VariableInfo } from './compile.ts';
import type { LineId, Value } from './program.ts';
import type { Expression, FileTree, NodeTree, Text } from './tree.ts';

export interface Checked {
  readonly trees: readonly FileTree[];
  /** Of every line, option and item. A shadow line has an id of its own. */
  readonly lineIds: ReadonlyMap<Text, LineId>;
  /** Of every `member` expression: the case's raw value. */
  readonly members: ReadonlyMap<Expression, Value>;
  /** Of every node: `Title`, or for one of a group `Title.Subtitle`, or `Title.` and something that lasts. */
  readonly names: ReadonlyMap<NodeTree, string>;
  /** Of the group names, each with its nodes in source order (files as given). */
  readonly groups: ReadonlyMap<string, readonly NodeTree[]>;
  /** Full names of nodes, and names of groups, whose visits are counted. */
  readonly tracked: ReadonlySet<string>;
  readonly variables: readonly VariableInfo[];
  readonly smart: ReadonlyMap<string, Expression>;
}
