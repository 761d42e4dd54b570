// What every command-line tool shares: --help, --json, exit codes that tell, one clear line for bad input, and a
// progress line on a terminal when it takes over two seconds.

import { parseArgs, type ParseArgsConfig } from 'node:util';

type ParseArgsOptionsConfig = NonNullable<ParseArgsConfig['options']>;

/** 0 done and well · 1 done, and the answer is no · 2 could not be done as asked. */
export const EXIT = { ok: 0, no: 1, badInput: 2 } as const;

/** Something a person typed or a file they named: told in one line, without a stack. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}

export interface Command {
  /** As typed, without `npm run`: `levels -- check`. */
  readonly usage: string;
  readonly doc: string;
  /** How many words it takes besides its options, at least and at most; any number unless said. */
  readonly words?: readonly [least: number, most: number];
  readonly options: ParseArgsOptionsConfig;
  /** A line for each option. */
  readonly help: Readonly<Record<string, string>>;
  readonly run: (given: Given) => Promise<number> | number;
}

export interface Given {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly json: boolean;
}

const COMMON: ParseArgsOptionsConfig = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } };

/** Runs the command that the first word names and ends the process with its exit code. A single unnamed command is ''. */
export async function main(tool: string, doc: string, commands: Readonly<Record<string, Command>>): Promise<void> {
  endQuietly();
  process.exitCode = await answer(tool, doc, commands, process.argv.slice(2));
}

/** Whoever reads what is printed may have seen enough of it: `npm run replay -- inspect F | head`. */
function endQuietly(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    throw error;
  });
}

export async function answer(
  tool: string,
  doc: string,
  commands: Readonly<Record<string, Command>>,
  argv: readonly string[],
): Promise<number> {
  const single = commands[''];
  const [verb, ...rest] = argv;
  try {
    if (single !== undefined) return await runOne(single, argv);
    if (verb === undefined || verb === '--help' || verb === '-h') {
      print(overview(tool, doc, commands));
      return verb === undefined ? EXIT.badInput : EXIT.ok;
    }
    if (!Object.hasOwn(commands, verb)) {
      throw new BadInput(
        `“${verb}” is not a command of ${tool}; it has ${Object.keys(commands).join(', ')} (see --help)`,
      );
    }
    return await runOne(commands[verb], rest);
  } catch (error) {
    clearProgress();
    if (!(error instanceof BadInput)) throw error;
    process.stderr.write(`${tool}: ${error.message}\n`);
    return EXIT.badInput;
  }
}

async function runOne(command: Command, argv: readonly string[]): Promise<number> {
  const { values, positionals } = parse(command, argv);
  if (values['help'] === true) {
    print(helpOf(command));
    return EXIT.ok;
  }
  const [least, most] = command.words ?? [0, Infinity];
  if (positionals.length > most) throw new BadInput(`“${positionals[most]}” is a word too many ${usageOf(command)}`);
  if (positionals.length < least) throw new BadInput(`a word is missing ${usageOf(command)}`);
  const code = await command.run({ words: positionals, flags: values, json: values['json'] === true });
  clearProgress();
  return code;
}

function usageOf({ usage }: Command): string {
  return `(usage: npm run ${usage})`;
}

function parse(command: Command, argv: readonly string[]) {
  const options = { ...COMMON, ...command.options };
  try {
    const { values, positionals } = parseArgs({
      args: joinNegatives(argv, options),
      options,
      allowPositionals: true,
    });
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    throw new BadInput(`${optionProblem(error as NodeJS.ErrnoException)} ${usageOf(command)}`);
  }
}

/** `--seed -1` means what it says, though to Node the -1 looks like an option of its own. */
function joinNegatives(argv: readonly string[], options: ParseArgsOptionsConfig): string[] {
  const joined: string[] = [];
  for (const word of argv) {
    const name = joined.at(-1)?.replace(/^--/, '') ?? '';
    const takesIt = joined.at(-1) === `--${name}` && Object.hasOwn(options, name) && options[name].type === 'string';
    if (takesIt && /^-\d/.test(word)) joined[joined.length - 1] = `--${name}=${word}`;
    else joined.push(word);
  }
  return joined;
}

/** In one line of ours: Node's own go on about how a word could be meant. */
function optionProblem({ code, message }: NodeJS.ErrnoException): string {
  const option = /'(?:-\w, )?(-[^\s']*)/.exec(message)?.[1] ?? 'an option';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `there is no option ${option}`;
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return message.split('\n')[0];
  return message.includes('does not take') ? `${option} takes no value` : `${option} needs a value`;
}

function overview(tool: string, doc: string, commands: Readonly<Record<string, Command>>): string {
  const lines = Object.values(commands).map(
    (one) => `  npm run ${one.usage}\n      ${one.doc.replaceAll('\n', '\n      ')}`,
  );
  return `${doc}\n\n${lines.join('\n')}\n\nEach has --help and --json. Exit codes: 0 well, 1 the answer is no, 2 bad input.`;
}

function helpOf(command: Command): string {
  const rows = Object.entries({ ...command.help, json: 'the same as JSON on standard output', help: 'this text' });
  const width = Math.max(...rows.map(([name]) => name.length));
  return `npm run ${command.usage}\n\n${command.doc}\n\n${rows.map(([name, text]) => `  --${name.padEnd(width)}  ${text}`).join('\n')}`;
}

/** A whole number from a flag, within bounds, or the one clear line. */
export function whole(given: Given, flag: string, otherwise: number, least: number, most: number): number {
  const said = given.flags[flag];
  if (said === undefined) return otherwise;
  const value = Number(said);
  if (!/^-?\d+$/.test(String(said)) || value < least || value > most) {
    throw new BadInput(`--${flag} should be a whole number from ${least} to ${most}, not “${String(said)}”`);
  }
  return value;
}

/** A text from a flag that has to be there. */
export function needed(given: Given, flag: string): string {
  const said = given.flags[flag];
  if (typeof said !== 'string' || said === '') throw new BadInput(`--${flag} is missing (see --help)`);
  return said;
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

const began = Date.now();
let shown = 0;

/** On a terminal, after two seconds, at most ten times a second: how far it is. */
export function progress(done: number, of: number, what: string): void {
  const now = Date.now();
  if (!process.stderr.isTTY || now - began < 2000 || now - shown < 100) return;
  shown = now;
  process.stderr.write(`\r\u001b[K${what}: ${done} of ${of}`);
}

export function clearProgress(): void {
  if (shown === 0) return;
  shown = 0;
  process.stderr.write('\r\u001b[K');
}
