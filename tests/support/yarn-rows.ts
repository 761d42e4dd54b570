// How the rows of the official tables (../shared/yarn-cases) are read: the inputs they describe, and what they expect of
// diagnostics. The tables are not part of this project; whoever uses them skips where they are not.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compile } from '../../src/core/yarn/compile.ts';
import type { CompileOptions, Compiled, Source } from '../../src/core/yarn/compile.ts';
import type { Code, Diagnostic, Severity } from '../../src/core/yarn/diagnostics.ts';
import { STANDARD_FUNCTIONS } from '../../src/core/yarn/library.ts';
import type { FunctionSignature, Library, ParameterType } from '../../src/core/yarn/library.ts';

export const OFFICIAL = resolve(import.meta.dirname, '../../../shared/yarn-cases');
export const hasOfficial = existsSync(OFFICIAL);

interface Wanted {
  readonly code?: string;
  readonly severity?: Severity;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly message?: string;
  readonly messageContains?: string;
  readonly messageMatches?: string;
  readonly messageRegex?: string;
}

export interface Row {
  readonly id: string;
  readonly source?: string;
  readonly files?: readonly { readonly path?: string; readonly name?: string; readonly source?: string }[];
  readonly library?: { readonly functions?: readonly string[] };
  readonly languageVersion?: number;
  readonly severityOverrides?: Partial<Record<Code, Severity>>;
  readonly compile?: 'stringsOnly' | 'full';
  readonly options?: { readonly generateBlockGraph?: boolean };
  readonly externalVariables?: CompileOptions['externalVariables'];
  readonly externalEnums?: CompileOptions['externalEnums'];
  readonly expectOk?: boolean;
  readonly expect?: readonly Wanted[];
  readonly ordered?: boolean;
  readonly total?: number;
  readonly totalErrors?: number;
  readonly minTotal?: number;
  readonly countOf?: Readonly<Record<string, number>>;
  readonly absent?: readonly string[];
}

export function officialRows(table: string): readonly Row[] {
  if (!hasOfficial) return [];
  return (JSON.parse(readFileSync(resolve(OFFICIAL, table), 'utf8')) as { rows: readonly Row[] }).rows;
}

export function readOfficial(path: string): string {
  return readFileSync(resolve(OFFICIAL, 'cases', path), 'utf8');
}

/** `name(Number, ...String) -> Bool`; what a row says behind that is for who runs it. */
export function signatureOf(text: string): FunctionSignature {
  const match = /^(\w+)\((.*?)\) -> (\w+)/.exec(text);
  if (!match) throw new Error(`not a signature: ${text}`);
  const [, name, list, returns] = match;
  const words = list === '' ? [] : list.split(', ');
  const parameters = words.filter((one) => !one.startsWith('...')) as ParameterType[];
  const rest = words.find((one) => one.startsWith('...'))?.slice(3) as ParameterType | undefined;
  return { name, parameters, returns: returns as ParameterType, ...(rest === undefined ? {} : { rest }) };
}

function libraryOf(row: Row): Library {
  const functions = [...STANDARD_FUNCTIONS, ...(row.library?.functions ?? []).map(signatureOf)];
  return { functions, commands: null, unknownFunctions: 'infer' };
}

function sourcesOf(row: Row): Source[] {
  if (row.source !== undefined) return [{ file: '<input>', text: row.source }];
  return (row.files ?? []).map(({ path, name, source }) => ({
    file: path ?? name ?? '<input>',
    text: source ?? readOfficial(path ?? ''),
  }));
}

export function compileRow(row: Row): Compiled {
  return compile(sourcesOf(row), {
    library: libraryOf(row),
    ...(row.languageVersion === undefined ? {} : { languageVersion: row.languageVersion }),
    ...(row.severityOverrides === undefined ? {} : { severities: row.severityOverrides }),
    ...(row.options?.generateBlockGraph ? { unreachable: true } : {}),
    ...(row.compile === 'stringsOnly' ? { only: 'strings' } : {}),
    ...(row.externalVariables === undefined ? {} : { externalVariables: row.externalVariables }),
    ...(row.externalEnums === undefined ? {} : { externalEnums: row.externalEnums }),
  });
}

function fits(found: Diagnostic, wanted: Wanted): boolean {
  const { start, end } = found.range;
  const glob = wanted.messageMatches?.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return (
    (wanted.code === undefined || found.code === wanted.code) &&
    (wanted.severity === undefined || found.severity === wanted.severity) &&
    (wanted.line === undefined || start.line === wanted.line) &&
    (wanted.column === undefined || start.column === wanted.column) &&
    (wanted.endLine === undefined || end.line === wanted.endLine) &&
    (wanted.endColumn === undefined || end.column === wanted.endColumn) &&
    (wanted.message === undefined || found.message === wanted.message) &&
    (wanted.messageContains === undefined || found.message.includes(wanted.messageContains)) &&
    (glob === undefined || new RegExp(`^${glob.join('.*')}$`, 's').test(found.message)) &&
    (wanted.messageRegex === undefined || new RegExp(wanted.messageRegex).test(found.message))
  );
}

/** What is wrong with a list of diagnostics by a row's own words; empty: nothing. */
export function faultsOf(row: Row, found: readonly Diagnostic[]): string[] {
  const faults: string[] = [];
  const left = [...found];
  for (const wanted of row.expect ?? []) {
    const index = left.findIndex((one) => fits(one, wanted));
    if (index < 0) faults.push(`missing ${JSON.stringify(wanted)}`);
    else if (row.ordered) left.splice(0, index + 1);
    else left.splice(index, 1);
  }
  const errors = found.filter((one) => one.severity === 'error').length;
  const count = (what: string, is: number, wanted: number | undefined): void => {
    if (wanted !== undefined && is !== wanted) faults.push(`${what}: ${is}, not ${wanted}`);
  };
  count('all', found.length, row.total);
  count('errors', errors, row.totalErrors);
  count('errors', errors, row.expectOk ? 0 : undefined);
  if (found.length < (row.minTotal ?? 0)) faults.push(`only ${found.length}`);
  for (const [code, number] of Object.entries(row.countOf ?? {})) {
    count(code, found.filter((one) => one.code === code).length, number);
  }
  for (const code of row.absent ?? []) if (found.some((one) => one.code === code)) faults.push(`${code} is there`);
  return faults.length === 0 ? [] : [...faults, ...found.map(shown)];
}

export function shown({ file, range, severity, code, message }: Diagnostic): string {
  const { start, end } = range;
  return `${file}:${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${code} ${message}`;
}

/** A diagnostic's range is one that a person can be shown. */
export function isPlace({ range }: Diagnostic): boolean {
  const { start, end } = range;
  const isThere = start.line >= 0 && start.column >= 0;
  return isThere && (end.line > start.line || (end.line === start.line && end.column >= start.column));
}
