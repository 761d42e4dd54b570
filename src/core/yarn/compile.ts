// The front door of the language: sources in, diagnostics and a program out. It never throws for what a writer wrote.

import type { BasicType, Library } from './library.ts';
import type { Diagnostic, Range, Severity, Code } from './diagnostics.ts';
import type { LineId, Program, Value } from './program.ts';
import type { FileTree } from './tree.ts';

export interface Source {
  readonly file: string;
  readonly text: string;
}

export interface CompileOptions {
  readonly library?: Library;
  /** 3 and 4 have everything; 2 refuses what came later. */
  readonly languageVersion?: number;
  readonly severities?: Partial<Record<Code, Severity>>;
  /** Report code that cannot be reached (YS0008). On by default in the tools; upstream has it as an option. */
  readonly unreachable?: boolean;
  readonly externalVariables?: readonly { readonly name: string; readonly type: BasicType; readonly initial: Value }[];
  readonly externalEnums?: readonly {
    readonly name: string;
    readonly raw: 'Number' | 'String';
    readonly cases: Readonly<Record<string, Value>>;
  }[];
}

export interface VariableInfo {
  readonly name: string;
  /** A basic type's or an enum's name. */
  readonly type: string;
  readonly initial: Value | null;
  readonly description: string | null;
  readonly file: string;
  /** Of the name where it is declared, or first used. */
  readonly range: Range;
  readonly declared: boolean;
  readonly smart: boolean;
  readonly dependsOn: readonly string[];
  readonly dependents: readonly string[];
}

/** One line of the string table. */
export interface TableLine {
  readonly id: LineId;
  /** Null for a shadow line, whose text is its source's. */
  readonly text: string | null;
  readonly shadowOf: LineId | null;
  /** Written hashtags without #, and `lastline` where upstream adds it. */
  readonly tags: readonly string[];
  readonly file: string;
  readonly node: string;
  readonly range: Range;
  /** Not written by the author: made from the place. */
  readonly implicit: boolean;
  readonly kind: 'line' | 'option' | 'item';
}

export interface Compiled {
  readonly diagnostics: readonly Diagnostic[];
  /** Null when there is an error. */
  readonly program: Program | null;
  readonly strings: ReadonlyMap<LineId, TableLine>;
  readonly trees: readonly FileTree[];
  readonly variables: readonly VariableInfo[];
  readonly enums: readonly { readonly name: string; readonly cases: Readonly<Record<string, Value>> }[];
  readonly inferredFunctions: ReadonlyMap<string, string>;
  readonly fileTags: ReadonlyMap<string, readonly string[]>;
}
