// What a script may call besides its own nodes: the types of functions, and the words of commands. The compiler is told
// of these; who runs a program brings what they do.

const BASIC_TYPES = ['Number', 'String', 'Bool'] as const;
export type BasicType = (typeof BASIC_TYPES)[number];
/** `Any` takes whatever is given (`string(x)`), and as a result must be inferred from use. */
export type ParameterType = BasicType | 'Any';

export interface FunctionSignature {
  readonly name: string;
  readonly parameters: readonly ParameterType[];
  /** The type of any number of further arguments. */
  readonly rest?: ParameterType;
  readonly returns: ParameterType;
  readonly doc?: string;
  readonly parameterNames?: readonly string[];
  /** By parameter: what a text written there may be. Where there is no list, any. */
  readonly oneOf?: readonly (readonly string[] | null)[];
}

/** What a word of a command must be. `one of` lists come with the parameter itself. */
const PARAMETER_KINDS = ['number', 'string', 'bool', 'node', 'oneOf'] as const;
export type ParameterKind = (typeof PARAMETER_KINDS)[number];

export interface CommandParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly oneOf?: readonly string[];
  readonly optional?: boolean;
  readonly doc: string;
}

export interface CommandSignature {
  readonly name: string;
  readonly parameters: readonly CommandParameter[];
  readonly doc: string;
  /** What is wrong with these words together, where all of them are written out. */
  readonly fault?: (words: readonly string[]) => string | null;
}

export interface Library {
  /** Whose it is, for tools that know more of one than its words. */
  readonly name?: string;
  readonly functions: readonly FunctionSignature[];
  /** Null: any command will do, as in a folder without a project. */
  readonly commands: readonly CommandSignature[] | null;
  /** What is not listed: `infer` it from use, as upstream's compiler does, or report YS0013. */
  readonly unknownFunctions: 'infer' | 'report';
}

function signature(name: string, parameters: readonly ParameterType[], returns: ParameterType): FunctionSignature {
  return { name, parameters, returns };
}

/** Upstream's standard library, by type. */
export const STANDARD_FUNCTIONS: readonly FunctionSignature[] = [
  signature('string', ['Any'], 'String'),
  signature('number', ['Any'], 'Number'),
  signature('bool', ['Any'], 'Bool'),
  signature('format', ['String', 'Any'], 'String'),
  signature('format_invariant', ['Number'], 'String'),
  signature('random', [], 'Number'),
  signature('random_range', ['Number', 'Number'], 'Number'),
  signature('random_range_float', ['Number', 'Number'], 'Number'),
  signature('dice', ['Number'], 'Number'),
  signature('min', ['Number', 'Number'], 'Number'),
  signature('max', ['Number', 'Number'], 'Number'),
  signature('round', ['Number'], 'Number'),
  signature('round_places', ['Number', 'Number'], 'Number'),
  signature('floor', ['Number'], 'Number'),
  signature('ceil', ['Number'], 'Number'),
  signature('inc', ['Number'], 'Number'),
  signature('dec', ['Number'], 'Number'),
  signature('decimal', ['Number'], 'Number'),
  signature('int', ['Number'], 'Number'),
];

/** What the runtime itself answers. */
export const RUNTIME_FUNCTIONS: readonly FunctionSignature[] = [
  signature('visited', ['String'], 'Bool'),
  signature('visited_count', ['String'], 'Number'),
  signature('has_any_content', ['String'], 'Bool'),
];

export const STANDARD_LIBRARY: Library = {
  functions: [...STANDARD_FUNCTIONS, ...RUNTIME_FUNCTIONS],
  commands: null,
  unknownFunctions: 'infer',
};
