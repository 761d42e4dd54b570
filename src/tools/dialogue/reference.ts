// The page that writers look things up in: every command and function of the game, and the language's own functions.

import type { Fields } from '../../core/network/fields.ts';
import { GOAL_FIELDS } from '../../core/network/goals/goal.ts';
import { HAZARD_IDS } from '../../core/network/hazards/table.ts';
import { KIND_IDS } from '../../core/network/kinds/table.ts';
import { ENERGY_FIELDS, WORLD } from '../../core/network/level.ts';
import { TOOL_IDS } from '../../core/network/tools/table.ts';
import type { CommandRow } from '../../core/run/commands.ts';
import type { FunctionRow } from '../../core/run/functions.ts';
import { SUBJECTS } from '../../core/run/tuning.ts';
import {
  RUNTIME_FUNCTIONS,
  STANDARD_FUNCTIONS,
  type CommandParameter,
  type FunctionSignature,
  type ParameterType,
} from '../../core/yarn/library.ts';

/** What the language's own functions answer, each with a call. The signatures are core's. */
const STANDARD: Readonly<Record<string, readonly [doc: string, example: string]>> = {
  string: ['The value as text.', 'string(3)'],
  number: ['The text as a number. A text that is none stops the scene.', 'number("3")'],
  bool: ['The text “true” or “false” as a truth.', 'bool("true")'],
  format: ['The text with {0} replaced by the value; a format may follow, as in {0:F1}.', 'format("{0:F1}", $part)'],
  format_invariant: ['The number as text, with a point, whatever the language.', 'format_invariant(1.5)'],
  random: ['A number from 0 up to 1.', 'random()'],
  random_range: ['A whole number between the two, both included.', 'random_range(1, 4)'],
  random_range_float: ['Any number between the two.', 'random_range_float(0, 0.5)'],
  dice: ['A whole number from 1 to the number of sides.', 'dice(6)'],
  min: ['The smaller of the two.', 'min($a, $b)'],
  max: ['The larger of the two.', 'max($a, $b)'],
  round: ['The nearest whole number; a half goes to the even one.', 'round(2.4)'],
  round_places: ['Rounded to so many places.', 'round_places(3.14159, 2)'],
  floor: ['The whole number below.', 'floor(2.9)'],
  ceil: ['The whole number above.', 'ceil(2.1)'],
  inc: ['The next whole number up.', 'inc(2)'],
  dec: ['The next whole number down.', 'dec(2)'],
  decimal: ['What stands behind the point.', 'decimal(4.5)'],
  int: ['Without what stands behind the point.', 'int(-4.5)'],
  visited: ['Has this node been left at least once?', 'visited("Prologue")'],
  visited_count: ['How often this node has been left.', 'visited_count("Prologue")'],
  has_any_content: ['Has this node group something to say now?', 'has_any_content("Greeting")'],
};

export function referencePage(commands: readonly CommandRow[], functions: readonly FunctionRow[]): string {
  const own = [...STANDARD_FUNCTIONS, ...RUNTIME_FUNCTIONS];
  const parts = [
    '# What a script may call',
    'Made by `npm run dialogue -- ysls` from the tables in `src/core/run`; a change made here is lost. ' +
      'A word with spaces is written in double quotes; `{an expression}` may stand for a word.',
    '## Commands',
    ...commands.flatMap(commandText),
    '## Functions of the game',
    ...functions.flatMap((one) => [
      `### ${one.name}`,
      `\`${callOf(one)}\` gives ${typeName(one.returns)}. ${one.doc}`,
      fence(one.example),
    ]),
    '## Functions of the language',
    table(
      ['call', 'gives', 'what', 'example'],
      own.map((one) => {
        const [doc, example] = STANDARD[one.name] ?? ['', ''];
        return [`\`${callOf(one)}\``, typeName(one.returns), doc, `\`{${example}}\``];
      }),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function commandText(one: CommandRow): string[] {
  const words = one.parameters.map(({ name, optional }) => (optional === true ? `[${name}]` : name.toUpperCase()));
  const rows = one.parameters.map((row) => [
    `\`${row.name}\``,
    kindOf(row),
    `${row.doc}${row.optional === true ? ' (may be left out)' : ''}`,
  ]);
  return [
    `### ${one.name}`,
    `\`<<${[one.name, ...words].join(' ')}>>\` ${one.doc}`,
    ...(rows.length === 0 ? [] : [table(['word', 'is', 'what'], rows)]),
    ...(one.name === 'tune' ? [tunings(), tuningNumbers(), tuningNames()] : []),
    fence(one.example),
  ];
}

function tunings(): string {
  return table(
    ['tuning', 'what it does'],
    Object.values(SUBJECTS).map(({ form, doc }) => [`\`<<tune ${form}>>\``, doc]),
  );
}

/** What a level takes, which is what a tuning takes. */
const NUMBERS = { energy: ENERGY_FIELDS, world: WORLD, goal: GOAL_FIELDS } as const satisfies Record<string, Fields>;

function tuningNumbers(): string {
  return table(
    ['number', 'from', 'to', 'usually', 'what'],
    Object.entries(NUMBERS).flatMap(([subject, fields]) =>
      Object.entries<Fields[string]>(fields).map(([name, { least, most, otherwise, doc, unit }]) => [
        `\`${subject} ${name}\``,
        String(least),
        String(most),
        otherwise === undefined ? '' : String(otherwise),
        subject === 'goal' && unit === 'share'
          ? `${doc}; 0.9 is what \`${name === 'target' ? 'coherence' : name}(…)\` calls 90`
          : doc,
      ]),
    ),
  );
}

function tuningNames(): string {
  return table(
    ['name of a', 'one of'],
    [
      ['tool', quoted(TOOL_IDS)],
      ['hazard', quoted(HAZARD_IDS)],
      ['kind', quoted(KIND_IDS)],
      ['door, person', 'as the level’s file names them'],
    ],
  );
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(' ');
}

function kindOf({ kind, oneOf }: CommandParameter): string {
  if (oneOf !== undefined) return `one of ${quoted(oneOf)}`;
  return { number: 'a number', string: 'a word', bool: 'true or false', node: 'a node', oneOf: 'a word' }[kind];
}

function typeName(type: ParameterType): string {
  return { Number: 'a number', String: 'a text', Bool: 'true or false', Any: 'anything' }[type];
}

function callOf({ name, parameters, parameterNames }: FunctionSignature): string {
  const words = parameters.map((type, k) => parameterNames?.[k] ?? type.toLowerCase());
  return `${name}(${words.join(', ')})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [tableRow(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(tableRow)].join('\n');
}

/** A bar would end the cell, even in code. */
function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((one) => one.replaceAll('|', '\\|')).join(' | ')} |`;
}

function fence(example: string): string {
  return `\`\`\`\n${example}\n\`\`\``;
}
