// What can be wrong with a script, under the codes that the official compiler uses, and how one is reported. Positions
// are 0-based, the end exclusive; only who prints them to a person counts from 1.

/** A place between two characters. `column` counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export const SEVERITIES = ['error', 'warning', 'info', 'none'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Diagnostic {
  /** The file's name as it was given to the compiler. */
  readonly file: string;
  readonly range: Range;
  readonly severity: Severity;
  readonly code: Code;
  readonly message: string;
  /** What to write instead, when that can be guessed: one line, without "did you mean". */
  readonly suggestion?: string;
}

/** Upstream's code, its default severity, the least one a project may set it to, and its title. Codes are never renumbered. */
interface CodeRow {
  readonly name: string;
  readonly severity: Severity;
  /** A project may not make it weaker than this. */
  readonly least: Severity;
}

export const CODES = {
  YS0003: { name: 'UndefinedVariable', severity: 'warning', least: 'none' },
  YS0004: { name: 'MissingDelimiter', severity: 'error', least: 'error' },
  YS0005: { name: 'SyntaxError', severity: 'error', least: 'error' },
  YS0006: { name: 'UnclosedCommand', severity: 'error', least: 'error' },
  YS0007: { name: 'UnclosedScope', severity: 'error', least: 'error' },
  YS0008: { name: 'UnreachableCode', severity: 'warning', least: 'none' },
  YS0010: { name: 'UnusedVariable', severity: 'info', least: 'none' },
  YS0011: { name: 'DuplicateNodeTitle', severity: 'error', least: 'error' },
  YS0012: { name: 'UndefinedNode', severity: 'warning', least: 'none' },
  YS0013: { name: 'UnknownFunction', severity: 'error', least: 'error' },
  YS0014: { name: 'WrongFunctionParameters', severity: 'error', least: 'error' },
  YS0015: { name: 'CyclicDependency', severity: 'info', least: 'none' },
  YS0016: { name: 'UnknownCharacter', severity: 'info', least: 'none' },
  YS0017: { name: 'LinesCantHaveLineAndShadowTag', severity: 'error', least: 'error' },
  YS0018: { name: 'DuplicateLineID', severity: 'error', least: 'error' },
  YS0019: { name: 'LineContentAfterCommand', severity: 'warning', least: 'none' },
  YS0020: { name: 'CommandFollowingLine', severity: 'error', least: 'error' },
  YS0021: { name: 'StrayCommandEnd', severity: 'warning', least: 'none' },
  YS0022: { name: 'UnenclosedCommand', severity: 'warning', least: 'none' },
  YS0027: { name: 'InvalidNodeName', severity: 'error', least: 'error' },
  YS0028: { name: 'TypeInferenceFailure', severity: 'error', least: 'error' },
  YS0029: { name: 'ExpressionTypeUndetermined', severity: 'error', least: 'error' },
  YS0030: { name: 'SmartVariableReadOnly', severity: 'error', least: 'error' },
  YS0031: { name: 'NodeGroupMissingWhen', severity: 'error', least: 'error' },
  YS0032: { name: 'DuplicateSubtitle', severity: 'error', least: 'error' },
  YS0033: { name: 'EmptyNode', severity: 'warning', least: 'none' },
  YS0034: { name: 'InvalidLibraryFunction', severity: 'error', least: 'error' },
  YS0035: { name: 'EnumDeclarationError', severity: 'error', least: 'error' },
  YS0036: { name: 'LanguageVersionTooLow', severity: 'error', least: 'error' },
  YS0037: { name: 'InvalidLiteralValue', severity: 'error', least: 'error' },
  YS0038: { name: 'InvalidMemberAccess', severity: 'error', least: 'error' },
  YS0039: { name: 'RedeclarationOfExistingVariable', severity: 'error', least: 'error' },
  YS0040: { name: 'RedeclarationOfExistingType', severity: 'error', least: 'error' },
  YS0041: { name: 'InternalError', severity: 'error', least: 'error' },
  YS0042: { name: 'UnknownLineIDForShadowLine', severity: 'error', least: 'error' },
  YS0043: { name: 'ShadowLinesCantHaveExpressions', severity: 'error', least: 'error' },
  YS0044: { name: 'ShadowLinesMustHaveSameTextAsSource', severity: 'error', least: 'error' },
  YS0045: { name: 'SmartVariableLoop', severity: 'error', least: 'error' },
  YS0047: { name: 'TypeSolverTimeout', severity: 'error', least: 'error' },
  YS0048: { name: 'SingularCommandWrap', severity: 'warning', least: 'none' },
  YS0050: { name: 'TypeCheckerError', severity: 'error', least: 'error' },
  YS0051: { name: 'NodeMissingTitle', severity: 'error', least: 'error' },
  YS0052: { name: 'NodeHasMoreThanOneTitle', severity: 'error', least: 'error' },
  YS0053: { name: 'DeclarationValueDoesntMatchType', severity: 'error', least: 'error' },
  YS0060: { name: 'UnknownCommand', severity: 'warning', least: 'none' },
  YS0061: { name: 'WrongCommandParameterCount', severity: 'warning', least: 'none' },
  YS0062: { name: 'MultipleLineOrShadowIDsOnALine', severity: 'error', least: 'error' },
  YS0063: { name: 'MarkupFailedToParse', severity: 'warning', least: 'none' },
  YS0064: { name: 'RogueChevronWithCommand', severity: 'warning', least: 'none' },
  // Ours, for what upstream has no code for. Upstream numbers stay below 1000.
  SY1001: { name: 'EndlessSilentLoop', severity: 'error', least: 'error' },
  SY1002: { name: 'WrongCommandParameter', severity: 'error', least: 'warning' },
} as const satisfies Record<string, CodeRow>;
export type Code = keyof typeof CODES;

export type Report = (code: Code, range: Range, message: string, suggestion?: string) => void;

/** Collects what is found in one file, in the order found. */
export function reporter(file: string, found: Diagnostic[]): Report {
  return (code, range, message, suggestion) => {
    const { severity } = CODES[code];
    found.push({ file, range, severity, code, message, ...(suggestion === undefined ? {} : { suggestion }) });
  };
}

export function hasErrors(found: readonly Diagnostic[]): boolean {
  return found.some((one) => one.severity === 'error');
}
