// The front door of the language: sources in, diagnostics and a program out. It never throws for what a writer wrote.

import { check } from './check.ts';
import { findLost } from './check/lost.ts';
import { placeOf } from './check/project.ts';
import type { Project } from './check/project.ts';
import { CODES, SEVERITIES, hasErrors, reporter } from './diagnostics.ts';
import type { Code, Diagnostic, Range, Severity } from './diagnostics.ts';
import { STANDARD_LIBRARY } from './library.ts';
import type { BasicType, Library } from './library.ts';
import { lower } from './lower.ts';
import { Suggestions } from './nearest.ts';
import { parseFile } from './parse.ts';
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
  /** Only the string table and what can be wrong with it; no types, no program. */
  readonly only?: 'strings';
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

export function compile(sources: readonly Source[], options: CompileOptions = {}): Compiled {
  const found: Diagnostic[] = [];
  const texts = new Map<string, { readonly text: string; readonly tree: FileTree }>();
  const places = sources.map(({ file, text }) => {
    const { tree, diagnostics } = parseFile({ file, text });
    found.push(...diagnostics);
    texts.set(file, { text, tree });
    return placeOf(file, text, tree, found);
  });
  const trees = places.map(({ tree }) => tree);
  const parsed = found.length;
  const project: Project = {
    places,
    options,
    library: options.library ?? STANDARD_LIBRARY,
    suggestions: new Suggestions(),
    lost: findLost(
      found.filter((one) => one.severity === 'error'),
      texts,
    ),
  };
  const fileTags = new Map(trees.map(({ file, tags }) => [file, tags.map(({ text }) => text)]));
  const nothing = { program: null, strings: new Map(), variables: [], enums: [], inferredFunctions: new Map() };
  const finish = (): Diagnostic[] => {
    const kept = found.filter((one, index) => index < parsed || !followsFrom(one, project));
    return inOrder(withSeverities(kept, options), sources);
  };
  try {
    const { checked, strings, enums, inferredFunctions } = check(project);
    const diagnostics = finish();
    const canRun = options.only !== 'strings' && !hasErrors(diagnostics);
    const program = canRun ? lower(checked) : null;
    const { variables } = checked;
    return { diagnostics, program, strings, trees, variables, enums, inferredFunctions, fileTags };
  } catch (error) {
    // The engine's stack is the limit of how deep things may stand in each other. All else is a fault of ours.
    if (!(error instanceof RangeError)) throw error;
    const start = { line: 0, column: 0 };
    const report = reporter(sources[0]?.file ?? '', found);
    report('YS0041', { start, end: start }, 'Internal compiler error: something is nested too deeply');
    return { ...nothing, diagnostics: finish(), trees, fileTags };
  }
}

/** What is wrong with an expression that was read only in part. */
const OF_EXPRESSIONS: ReadonlySet<Code> = new Set(['YS0014', 'YS0029', 'YS0038', 'YS0050', 'YS0053']);

/** Said of a line that could not be parsed to its end: likely for that reason. */
function followsFrom({ file, code, range: { start } }: Diagnostic, { lost }: Project): boolean {
  return OF_EXPRESSIONS.has(code) && lost.isIn(file, start.line, start.line);
}

/** As the project wishes, but never weaker than a code's least severity. */
function withSeverities(found: readonly Diagnostic[], { severities }: CompileOptions): Diagnostic[] {
  if (!severities) return [...found];
  return found.map((one) => {
    const wish = severities[one.code];
    if (wish === undefined) return one;
    const { least } = CODES[one.code];
    return { ...one, severity: SEVERITIES.indexOf(wish) > SEVERITIES.indexOf(least) ? least : wish };
  });
}

function inOrder(found: readonly Diagnostic[], sources: readonly Source[]): Diagnostic[] {
  const place = new Map(sources.map(({ file }, index) => [file, index]));
  return [...found].sort((a, b) => {
    const byFile = (place.get(a.file) ?? 0) - (place.get(b.file) ?? 0);
    const [x, y] = [a.range.start, b.range.start];
    return byFile || x.line - y.line || x.column - y.column;
  });
}
