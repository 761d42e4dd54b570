// The tree that parse.ts makes of one file. Every thing knows its range in the source, so that whoever finds a fault later
// can point at it. Nothing here is resolved: names are as written.

import type { Range } from './diagnostics.ts';

export interface FileTree {
  readonly file: string;
  /** `#name` lines before the first node, without the #. */
  readonly tags: readonly Hashtag[];
  readonly nodes: readonly NodeTree[];
}

export interface NodeTree {
  readonly range: Range;
  /** As written. Null when there is none; parse.ts has reported that. */
  readonly title: Name | null;
  readonly subtitle: Name | null;
  /** In order; `title`, `subtitle` and `when` are among them too. */
  readonly headers: readonly Header[];
  readonly when: readonly When[];
  readonly body: readonly Statement[];
  /** From `---` to `===`. */
  readonly bodyRange: Range;
}

export interface Name {
  readonly text: string;
  readonly range: Range;
}

export interface Header {
  readonly key: string;
  readonly value: string;
  readonly range: Range;
  readonly valueRange: Range;
}

/** One `when:` header. `always` has neither once nor condition. */
export interface When {
  readonly range: Range;
  readonly once: boolean;
  readonly condition: Expression | null;
}

export interface Hashtag {
  /** Without the #. */
  readonly text: string;
  readonly range: Range;
}

/** What stands behind a line, an option or an item: `<<if …>>`, `<<once>>`, `<<once if …>>`. */
export interface Condition {
  readonly range: Range;
  readonly once: boolean;
  readonly expression: Expression | null;
}

/**
 * The text of a line, option or item: as the string table has it, `{0}` where a value stands. `raw` is what was written,
 * without hashtags, comment and condition.
 */
export interface Text {
  readonly range: Range;
  readonly template: string;
  readonly raw: string;
  readonly values: readonly Expression[];
  readonly tags: readonly Hashtag[];
  readonly condition: Condition | null;
}

export type Statement =
  | { readonly kind: 'line'; readonly range: Range; readonly text: Text }
  | { readonly kind: 'options'; readonly range: Range; readonly options: readonly Choice[] }
  | { readonly kind: 'group'; readonly range: Range; readonly items: readonly Choice[] }
  | {
      readonly kind: 'command';
      readonly range: Range;
      readonly command: CommandText;
      readonly tags: readonly Hashtag[];
    }
  | {
      readonly kind: 'set';
      readonly range: Range;
      readonly variable: Name;
      /** `=` is also what `to` means. */
      readonly operator: '=' | '+=' | '-=' | '*=' | '/=' | '%=';
      readonly value: Expression;
    }
  | { readonly kind: 'call'; readonly range: Range; readonly call: Expression }
  | {
      readonly kind: 'declare';
      readonly range: Range;
      readonly variable: Name;
      readonly value: Expression;
      /** `as Type`. */
      readonly type: Name | null;
      /** From `///` above it or behind it; null if there is none. */
      readonly doc: string | null;
    }
  | { readonly kind: 'if'; readonly range: Range; readonly arms: readonly Arm[] }
  | {
      readonly kind: 'once';
      readonly range: Range;
      readonly condition: Expression | null;
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | { readonly kind: 'jump'; readonly range: Range; readonly to: Destination }
  | { readonly kind: 'detour'; readonly range: Range; readonly to: Destination }
  | { readonly kind: 'return'; readonly range: Range }
  | { readonly kind: 'stop'; readonly range: Range }
  | {
      readonly kind: 'enum';
      readonly range: Range;
      readonly name: Name;
      readonly cases: readonly EnumCase[];
      readonly doc: string | null;
    };
export type StatementKind = Statement['kind'];

/** An option of a choice (`->`) or an item of a line group (`=>`), with what is indented under it. */
export interface Choice {
  readonly range: Range;
  readonly text: Text;
  readonly body: readonly Statement[];
}

/** `if`, `elseif`, and `else` whose condition is null. */
export interface Arm {
  readonly range: Range;
  readonly condition: Expression | null;
  readonly body: readonly Statement[];
}

export interface EnumCase {
  readonly range: Range;
  readonly name: Name;
  readonly value: Expression | null;
  readonly doc: string | null;
}

/** A node's name, or an expression in braces that gives one. */
export type Destination =
  | { readonly kind: 'name'; readonly name: string; readonly range: Range }
  | { readonly kind: 'expression'; readonly expression: Expression; readonly range: Range };

/** What stands between << and >>, `{0}` where a value stands. */
export interface CommandText {
  readonly range: Range;
  readonly template: string;
  readonly raw: string;
  readonly values: readonly Expression[];
}

const BINARY = ['+', '-', '*', '/', '%', '==', '!=', '<', '<=', '>', '>=', 'and', 'or', 'xor'] as const;
export type Binary = (typeof BINARY)[number];

export type Expression =
  | { readonly kind: 'number'; readonly range: Range; readonly value: number }
  | { readonly kind: 'string'; readonly range: Range; readonly value: string }
  | { readonly kind: 'bool'; readonly range: Range; readonly value: boolean }
  /** With its $. */
  | { readonly kind: 'variable'; readonly range: Range; readonly name: string }
  | { readonly kind: 'call'; readonly range: Range; readonly name: Name; readonly args: readonly Expression[] }
  /** `Type.Case`, or `.Case` whose type is inferred. */
  | { readonly kind: 'member'; readonly range: Range; readonly type: Name | null; readonly member: Name }
  | { readonly kind: 'unary'; readonly range: Range; readonly operator: 'not' | '-'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly range: Range;
      readonly operator: Binary;
      readonly operatorRange: Range;
      readonly left: Expression;
      readonly right: Expression;
    }
  /** Kept, for its text is shown in messages and its brackets count nowhere else. */
  | { readonly kind: 'brackets'; readonly range: Range; readonly inner: Expression };
