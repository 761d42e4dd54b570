import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GAME_LIBRARY } from '../../src/core/run/library.ts';
import { COMMANDS } from '../../src/core/run/commands.ts';
import { FUNCTIONS } from '../../src/core/run/functions.ts';
import { STANDARD_LIBRARY } from '../../src/core/yarn/library.ts';
import { libraryFrom } from '../../src/tools/dialogue/definitions.ts';
import { DIALOGUE } from '../../src/tools/dialogue/project.ts';
import { definitionsOf, generated } from '../../src/tools/dialogue/ysls.ts';

describe('the editor’s definitions and the reference page', () => {
  it.each(Object.keys(generated()))('dialogue/%s says what the table says (npm run dialogue -- ysls)', (name) => {
    expect(readFileSync(join(DIALOGUE, name), 'utf8')).toBe(generated()[name]);
  });

  it('reads back as the same names and the same least number of words', () => {
    const back = libraryFrom([{ name: 'x', text: generated()['syntony.ysls.json'] }]);
    const shape = (one: (typeof COMMANDS)[number] | NonNullable<typeof back.commands>[number]) => [
      one.name,
      one.parameters.length,
      one.parameters.filter(({ optional }) => optional !== true).length,
    ];
    // `wait` is the language's own too, and may be anywhere
    const byName = new Map(back.commands?.map((one) => [one.name, one]));
    for (const one of COMMANDS) expect(shape(byName.get(one.name)!)).toEqual(shape(one));
    const own = new Set(STANDARD_LIBRARY.functions.map(({ name }) => name));
    const types = ({ name, parameters, returns }: (typeof back.functions)[number]) => [name, [...parameters], returns];
    expect(back.functions.filter(({ name }) => !own.has(name)).map(types)).toEqual(FUNCTIONS.map(types));
  });

  it('has only keys that the official format knows', () => {
    const { commands, functions } = definitionsOf(
      [
        {
          name: 'hum',
          doc: 'Hums.',
          parameters: [{ name: 'tone', kind: 'oneOf', oneOf: ['a', 'b'], optional: true, doc: 'which' }],
        },
      ],
      [{ name: 'sum', parameters: ['Number'], rest: 'Number', returns: 'Number' }],
    );
    expect(commands).toEqual([
      {
        yarnName: 'hum',
        definitionName: 'hum',
        documentation: 'Hums.',
        parameters: [{ name: 'tone', type: 'string', documentation: 'which: a, b', defaultValue: '' }],
      },
    ]);
    expect(functions).toEqual([
      {
        yarnName: 'sum',
        definitionName: 'sum',
        parameters: [
          { name: 'p1', type: 'number' },
          { name: 'more', type: 'number', isParamsArray: true },
        ],
        return: { type: 'number' },
      },
    ]);
  });

  it('tells every command, function and parameter on the page', () => {
    const page = generated()['reference.md'];
    for (const { name, doc, example, parameters } of COMMANDS) {
      for (const part of [`### ${name}\n`, doc, example, ...parameters.map((one) => `| \`${one.name}\` |`)]) {
        expect(page).toContain(part);
      }
    }
    expect(page).toContain('| `goal target` | 0.5 | 0.99 | 0.88 |');
    expect(page).toContain('| hazard | `misread`');
    for (const { name } of GAME_LIBRARY.functions) expect(page).toContain(`${name}(`);
    expect(page).not.toContain('`{}`'); // a function of the language without a word about it
  });
});
