// `play`, from a pipe: on, back, save and load, closed options, networks.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, MARKET, play, script, spawned, within } from '../support/dialogue-tool.ts';

describe('play', () => {
  it('shows lines, options and commands, and goes by what is typed', async () => {
    const { code, out } = await spawned(['play', '--project', MARKET], ['', '2', '7', '3', '', '']);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'Mo: You have 3 coins.',
      '  1. A pear',
      '  2. The whole stall (closed)',
      '  3. Nothing',
      '2 is closed',
      'choose a number from 1 to 3, ? helps',
      '<<wave slowly>>',
      'Mo: As you like.',
      'the end',
      '',
    ]);
  });

  it('goes back as far as one likes, with all that was changed', async () => {
    const { out } = await play(['', '1', '', 'v coins', 'b 3', 'v coins', 'b', 'b', '', '3', 'q']);
    expect(out.split('\n').slice(4)).toEqual([
      'Mo: Sweet, that one.',
      'Left with 1.',
      '$coins = 1',
      'Mo: You have 3 coins.',
      '$coins = 3',
      'this is where it began',
      'this is where it began',
      '  1. A pear',
      '  2. The whole stall (closed)',
      '  3. Nothing',
      '<<wave slowly>>',
      'Mo: As you like.',
      '',
    ]);
  });

  it('saves, and goes on from there another time', async () => {
    const file = join(folder, 'save.json');
    expect((await play(['', '1', `s ${file}`])).out).toContain(`saved in ${file}`);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: 1, story: { variables: { $coins: 1 } } });
    const { out } = await play([`l ${file}`, '', '']);
    expect(out.split('\n').slice(1, 4)).toEqual([
      'Mo: Sweet, that one.',
      'Left with 1.',
      '  1. Bribe the guard (closed)',
    ]);
    writeFileSync(file, '{}');
    expect((await play([`l ${file}`])).out).toContain('is no save of this tool');
    expect((await play([`l ${join(folder, 'no.json')}`])).out).toContain('no such file');
  });

  it('writes over a save, and over nothing else', async () => {
    const other = script('mine.txt', 'Not a save.');
    const [save, folderOf] = [join(folder, 'twice.save'), join(folder, 'nowhere', 'one.save')];
    const { out } = await play([`s ${other}`, `l ${other}`, `s ${save}`, `s ${save}`, `s ${folderOf}`, `l ${folder}`]);
    expect(readFileSync(other, 'utf8')).toBe('Not a save.\n');
    expect(out.split('\n').slice(-7, -1)).toEqual([
      `${other} is there and is no save of this tool: it was left as it is; save under another name`,
      `${other} is no save of this tool; l takes a file that s has written`,
      `saved in ${save}`,
      `saved in ${save}`,
      `${folderOf}: there is no such file or folder`,
      `${folder}: it is a folder`,
    ]);
  });

  it('begins where and with what it is told', async () => {
    const { out } = await play(['', '1', ''], 'Corner', '--set', '$coins=60');
    expect(out.split('\n')).toEqual(['Left with 60.', '  1. Bribe the guard', 'He looks away.', 'the end', '']);
  });

  it('begins in the file that was named, wherever the project begins', async () => {
    writeFileSync(join(folder, 'far.yarnproject'), '{ "projectFileVersion": 4, "sourceFiles": ["far/*.yarn"] }');
    script('far/a.yarn', 'title: Start', '---', 'The beginning.', '===');
    const other = script('far/b.yarn', 'title: Elsewhere', '---', 'Far away.', '===');
    expect((await within(['play', other])).out).toBe('Far away.\n');
    expect((await within(['play', dirname(other)])).out).toBe('The beginning.\n');
    const { err } = await within(['play', 'Elswhere', '--project', other]);
    expect(err).toContain('there is no node “Elswhere”; did you mean Elsewhere');
    const { out } = await within(['coverage', other, '--walks', '1']);
    expect(out).toContain(`${basename(other)} is reached from Start; --from Elsewhere begins there`);
    rmSync(join(folder, 'far.yarnproject'));
  });

  it('sets variables on the way, and says where it is', async () => {
    const { out } = await play(['$coins = 99', 'w', '', '2']);
    expect(out).toContain('market.yarn:4, node Start');
    expect(out).toContain('  2. The whole stall\n  3. Nothing\nMo: Sold.');
  });

  it('--flow stops only at choices', async () => {
    const { out } = await play(['3'], '--flow');
    expect(out.split('\n').slice(-4)).toEqual(['<<wave slowly>>', 'Mo: As you like.', 'the end', '']);
  });

  it('--json shows one object a line', async () => {
    const rows = (await play(['', '3'], '--json')).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(rows.slice(0, 3)).toEqual([
      { kind: 'line', id: expect.any(String), character: 'Mo', text: 'You have 3 coins.' },
      {
        kind: 'options',
        options: [
          expect.objectContaining({ text: 'A pear', open: true }),
          expect.objectContaining({ text: 'The whole stall', open: false }),
          expect.objectContaining({ text: 'Nothing', open: true }),
        ],
      },
      { kind: 'command', text: 'wave slowly' },
    ]);
  });

  it('is the same for the same seed', async () => {
    const file = script('dice/a.yarn', 'title: Start', '---', '{dice(1000)} {random_range(1, 1000)}', '===');
    const roll = async (seed: string) => (await within(['play', file, '--seed', seed])).out;
    expect(await roll('4')).toBe(await roll('4'));
    expect(await roll('4')).not.toBe(await roll('5'));
  });

  it('speaks another language, a line at a time where only some are there', async () => {
    const file = script(
      'tongues/a.yarn',
      'title: Start',
      '---',
      'Mo: Hello. #line:t1',
      '[plural value={2} one="% plum" other="% plums"/] #line:t2',
      '===',
    );
    script('tongues/p.yarnproject', '{"projectFileVersion": 4, "localisation": {"de": {"strings": "de.csv"}}}');
    script('tongues/de.csv', 'id,text', 'line:t1,Mo: Hallo.');
    expect((await within(['play', file, '--locale', 'de'], ['', ''])).out).toBe('Mo: Hallo.\n2 plums\nthe end\n');
    const { code, err } = await within(['play', file, '--locale', 'fr']);
    expect(code).toBe(2);
    expect(err).toContain('there is no language “fr” in p; there is en, de');
    script('tongues/locale/fr.csv', 'id,text');
    const begun = await within(['play', file, '--locale', 'fr']);
    expect(begun.err).toContain('p.yarnproject does not name it: "localisation": {"fr":{"strings":"locale/fr.csv"}}');
  });

  it('asks how a network ended, or takes what it was told', async () => {
    script('game/p.yarnproject', '{"projectFileVersion": 4, "definitions": "syntony.ysls.json"}');
    const file = script(
      'game/a.yarn',
      'title: Start',
      '---',
      '<<network training/01>>',
      '<<if won("training/01")>>',
      'Won with {coherence("training/01")} and {authenticity("training/01")}.',
      '<<else>>',
      'Lost.',
      '<<endif>>',
      '===',
    );
    const asked = await within(['play', file], ['perhaps', 'lost', 'b', 'won 81 72']);
    expect(asked.out).toContain('“perhaps” is no way to end');
    expect(asked.out).toContain('Lost.\n');
    expect(asked.out).toContain('Won with 81 and 72.\n');
    const told = await within(['play', file, '--network', 'won,80,70']);
    expect(told.out).toContain('Won with 80 and 70.\n');
    const { code, err } = await within(['play', file, '--network', 'won,800']);
    expect(code).toBe(2);
    expect(err).toContain('--network should be won, flat');
  });

  it('does not play what does not compile', async () => {
    const file = script('bad/a.yarn', 'title: Start', '---', '<<if true>>', 'A', '===');
    const { code, out, err } = await within(['play', file]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(': error: YS');
    expect(err).toContain('nothing can be played');
  });

  it('says where a script fails while it is played, and stays where it was', async () => {
    const file = script(
      'fails/a.yarn',
      'title: Start',
      '---',
      '<<declare $to = "Nowhere">>',
      'One.',
      '-> Go',
      '    <<jump {$to}>>',
      '-> Stay',
      '    Two.',
      '===',
    );
    const { code, out } = await within(['play', file], ['', '1', '2', '']);
    expect(code).toBe(0);
    expect(out).toMatch(/a\.yarn:\d: .*Nowhere/);
    expect(out).toContain('Two.\nthe end\n');
  });

  it('plays the game’s own prologue to its end', async () => {
    const { code, out } = await within(['play', '--flow', '--network', 'won'], Array<string>(200).fill('1'));
    expect(code).toBe(0);
    expect(out).toContain('\nthe end\n');
    expect(out.split('\n').length).toBeGreaterThan(150);
  });
});
