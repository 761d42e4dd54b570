// npm run dialogue -- ysls: the game's commands and functions as the official editor reads them, and as a page for
// writers. Both come from the one table in core, so neither is edited by hand.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../core/run/commands.ts';
import { FUNCTIONS } from '../../core/run/functions.ts';
import type { CommandParameter, CommandSignature, FunctionSignature } from '../../core/yarn/library.ts';
import { EXIT, print, printJson, type Command, type Given } from '../cli.ts';
import { DIALOGUE, GAME_DEFINITIONS, nameOf } from './project.ts';
import { referencePage } from './reference.ts';

export const yslsCommand: Command = {
  usage: 'dialogue -- ysls [--check] [--json]',
  doc: 'Writes the definitions that the official editor reads, and the reference page, from the table of commands.',
  words: [0, 0],
  options: { check: { type: 'boolean' } },
  help: { check: 'writes nothing; exit code 1 when a file is not what the table says' },
  run: ysls,
};

/** Of the official format: the second, with lower-case keys and `return`. */
const FORMAT = 2;

/** The two files, by their place under dialogue/. */
export function generated(): Readonly<Record<string, string>> {
  return {
    [GAME_DEFINITIONS]: `${JSON.stringify(definitionsOf(COMMANDS, FUNCTIONS), null, 2)}\n`,
    'reference.md': referencePage(COMMANDS, FUNCTIONS),
  };
}

function ysls({ flags, json }: Given): number {
  const rows = Object.entries(generated()).map(([name, text]) => {
    const path = join(DIALOGUE, name);
    const same = existsSync(path) && readFileSync(path, 'utf8') === text;
    if (!same && flags['check'] !== true) writeFileSync(path, text);
    return { file: nameOf(path), inStep: same };
  });
  const stale = rows.filter(({ inStep }) => !inStep);
  if (json) printJson(rows);
  else if (stale.length === 0) print('both files say what the table says');
  else {
    const what = flags['check'] === true ? 'is not what the table says: run npm run dialogue -- ysls' : 'written';
    for (const { file } of stale) print(`${file}: ${what}`);
  }
  return flags['check'] === true && stale.length > 0 ? EXIT.no : EXIT.ok;
}

export function definitionsOf(commands: readonly CommandSignature[], functions: readonly FunctionSignature[]) {
  return {
    version: FORMAT,
    commands: commands.map(({ name, parameters, doc }) => ({
      yarnName: name,
      definitionName: name,
      documentation: doc,
      parameters: parameters.map(parameterOf),
    })),
    functions: functions.map(({ name, parameters, parameterNames, rest, returns, doc }) => ({
      yarnName: name,
      definitionName: name,
      ...(doc === undefined ? {} : { documentation: doc }),
      parameters: [
        ...parameters.map((type, k) => ({ name: parameterNames?.[k] ?? `p${k + 1}`, type: type.toLowerCase() })),
        ...(rest === undefined ? [] : [{ name: 'more', type: rest.toLowerCase(), isParamsArray: true }]),
      ],
      return: { type: returns.toLowerCase() },
    })),
  };
}

function parameterOf({ name, kind, oneOf, optional, doc }: CommandParameter) {
  return {
    name,
    // the editor's own `enum` is an enum of a script; a list of words is told in the documentation
    type: kind === 'oneOf' ? 'string' : kind,
    documentation: oneOf === undefined ? doc : `${doc}: ${listed(oneOf)}`,
    // in this format a parameter is optional by having a default
    ...(optional === true ? { defaultValue: '' } : {}),
  };
}

/** Long lists are told in full on the reference page. */
function listed(words: readonly string[]): string {
  const most = 12;
  return words.length <= most
    ? words.join(', ')
    : `${words.slice(0, most).join(', ')}… (${words.length}, see reference.md)`;
}
