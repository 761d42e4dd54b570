// What a project becomes: blocks that each hold at most one thing a player sees and then name their successor. Plain JSON:
// it is built once and shipped; the compiler is not. Texts are not in it, only line ids, so that a mended typo or a
// translation leaves every save and replay as good as it was.

/** A literal, or an operation on operands. Every operand is evaluated, in order, whatever the first one says. */
export type Expr = number | string | boolean | readonly [Op, ...Expr[]];
/**
 * `$` name: a variable, smart or stored · `call` name, …args · `once` key: true until seen · `neg`, `not`, and the
 * binary operators. `+` joins two texts or adds two numbers.
 */
type Op =
  | '$'
  | 'call'
  | 'once'
  | 'neg'
  | 'not'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'and'
  | 'or'
  | 'xor';

export type Value = number | string | boolean;
export type LineId = string;
/**
 * Survives edits: a line's or option group's block is named by its (first) line id, every other by the nearest named thing
 * before it and a count (`line:ab12+2`, `Start+1`).
 */
export type BlockId = string;
/** Null: the node is over (back from a detour, or the end). */
export type Next = BlockId | null;

/** A line's id and what goes into its `{0}`, `{1}`… */
export interface Said {
  readonly line: LineId;
  readonly values?: readonly Expr[];
}

/** An option, or a candidate of a group. */
export interface OptionRow extends Said {
  /** Not there: always open. A `once` in it is an Expr too. */
  readonly when?: Expr;
  /** Marked as seen when it is chosen. */
  readonly once?: string;
  readonly next: Next;
}

export interface Candidate {
  /** Views are counted by this: a line id, or a node's full name. */
  readonly id: string;
  /** Each must hold. */
  readonly when: readonly Expr[];
  readonly once?: string;
  readonly complexity: number;
  readonly next: BlockId;
}

/** Silent things, done in order within one step. */
export type Act =
  | readonly ['set', string, Expr]
  | readonly ['call', Expr]
  /** Marks a once as seen. */
  | readonly ['seen', string];

export type Block =
  | ({ readonly kind: 'line'; readonly next: Next } & Said)
  /** `none`: where it goes on when no option is open. */
  | { readonly kind: 'options'; readonly options: readonly OptionRow[]; readonly none: Next }
  | { readonly kind: 'command'; readonly text: string; readonly values?: readonly Expr[]; readonly next: Next }
  | { readonly kind: 'act'; readonly acts: readonly Act[]; readonly next: Next }
  | { readonly kind: 'if'; readonly arms: readonly { readonly when: Expr; readonly next: Next }[]; readonly none: Next }
  /** To a node or group by name; what was left is left, with every detour that led here. */
  | { readonly kind: 'jump'; readonly to: Expr }
  | { readonly kind: 'detour'; readonly to: Expr; readonly next: Next }
  | { readonly kind: 'return' }
  | { readonly kind: 'stop' }
  /** A line group. Node groups are in `groups`: whoever enters one by name picks. */
  | { readonly kind: 'pick'; readonly from: readonly Candidate[]; readonly none: Next };

export interface ProgramNode {
  /** Null: the node is empty. */
  readonly start: Next;
  /** Are visits counted? */
  readonly tracked: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a node in a group: the group. */
  readonly group?: string;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

export const PROGRAM_VERSION = 1;

export interface Program {
  readonly version: typeof PROGRAM_VERSION;
  /** Over everything that decides (not over texts). */
  readonly hash: string;
  /** By full name: `Title`, or `Title.Subtitle` for one of a group. */
  readonly nodes: Readonly<Record<string, ProgramNode>>;
  /** Node groups: candidates by the nodes' full names. `next` of each is its node's start; a node in a group has one. */
  readonly groups: Readonly<Record<string, readonly Candidate[]>>;
  /** The groups whose visits are counted. */
  readonly trackedGroups: readonly string[];
  readonly blocks: Readonly<Record<BlockId, Block>>;
  /** Which node a block is in. */
  readonly homes: Readonly<Record<BlockId, string>>;
  /** Stored variables and what they begin as. */
  readonly variables: Readonly<Record<string, Value>>;
  readonly smart: Readonly<Record<string, Expr>>;
}
