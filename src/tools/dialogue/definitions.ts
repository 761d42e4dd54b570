// A .ysls.json file of somebody else's game, read into a library: what its commands and functions are called and take.

import {
  STANDARD_FUNCTIONS,
  RUNTIME_FUNCTIONS,
  type CommandParameter,
  type CommandSignature,
  type FunctionSignature,
  type Library,
  type ParameterKind,
  type ParameterType,
} from '../../core/yarn/library.ts';
import { isRecord, parseLooseJson } from './project-file.ts';

/** A list at the end of a command's words may be this long. */
const LIST = 64;

type Row = Readonly<Record<string, unknown>>;

/** Every engine that plays Yarn Spinner has this one, and no definitions file speaks of it. */
const WAIT: CommandSignature = {
  name: 'wait',
  parameters: [{ name: 'seconds', kind: 'number', doc: 'how long' }],
  doc: 'Waits for some seconds.',
};

/** Several files make one library; what comes later does not replace what came before. */
export function libraryFrom(files: readonly { readonly name: string; readonly text: string }[]): Library {
  const functions = new Map([...STANDARD_FUNCTIONS, ...RUNTIME_FUNCTIONS].map((one) => [one.name, one]));
  const commands = new Map([WAIT].map((one) => [one.name, one]));
  for (const { name, text } of files) {
    const all = parseLooseJson(text, name);
    if (!isRecord(all)) continue;
    for (const row of rowsOf(all, 'functions')) {
      const made = functionOf(row);
      if (made !== null && !functions.has(made.name)) functions.set(made.name, made);
    }
    for (const row of rowsOf(all, 'commands')) {
      const made = commandOf(row);
      if (made !== null && !commands.has(made.name)) commands.set(made.name, made);
    }
  }
  // as the official compiler: a function that no file speaks of is known by its use
  return { functions: [...functions.values()], commands: [...commands.values()], unknownFunctions: 'infer' };
}

function functionOf(row: Row): FunctionSignature | null {
  const name = textOf(row, 'yarnName');
  if (name === null) return null;
  const given = rowsOf(row, 'parameters');
  const list = given.at(-1)?.['isParamsArray'] === true ? given.at(-1) : undefined;
  const plain = list === undefined ? given : given.slice(0, -1);
  const result = isRecord(row['return']) ? row['return'] : row;
  const doc = textOf(row, 'documentation');
  return {
    name,
    parameters: plain.map((one) => typeOf(one['type'])),
    parameterNames: plain.map((one) => textOf(one, 'name') ?? ''),
    ...(list === undefined ? {} : { rest: typeOf(list['type']) }),
    returns: typeOf(result['type'] ?? row['returnType']),
    ...(doc === null ? {} : { doc }),
  };
}

function commandOf(row: Row): CommandSignature | null {
  const name = textOf(row, 'yarnName');
  if (name === null) return null;
  const parameters = rowsOf(row, 'parameters').flatMap((one): CommandParameter[] => {
    const isList = one['isParamsArray'] === true;
    const hasDefault = one['defaultValue'] !== undefined && one['defaultValue'] !== null;
    const made: CommandParameter = {
      name: textOf(one, 'name') ?? 'word',
      kind: kindOf(one['type']),
      doc: textOf(one, 'documentation') ?? '',
      ...(isList || hasDefault ? { optional: true } : {}),
    };
    return isList ? Array.from({ length: LIST }, () => made) : [made];
  });
  return { name, parameters, doc: textOf(row, 'documentation') ?? '' };
}

function typeOf(said: unknown): ParameterType {
  const word = String(said).toLowerCase();
  if (word === 'number' || word === 'int' || word === 'float') return 'Number';
  if (word === 'bool' || word === 'boolean') return 'Bool';
  if (word === 'any' || word === 'undefined') return 'Any';
  return 'String';
}

function kindOf(said: unknown): ParameterKind {
  if (String(said).toLowerCase() === 'node') return 'node';
  const type = typeOf(said);
  return type === 'Number' ? 'number' : type === 'Bool' ? 'bool' : 'string';
}

function rowsOf(row: Row, key: string): readonly Row[] {
  const value = row[key] ?? row[key[0].toUpperCase() + key.slice(1)];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function textOf(row: Row, key: string): string | null {
  const value = row[key] ?? row[key[0].toUpperCase() + key.slice(1)];
  return typeof value === 'string' && value !== '' ? value : null;
}
