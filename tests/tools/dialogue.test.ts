// What every verb of `npm run dialogue` has in common.
import { describe, expect, it } from 'vitest';
import { dialogue, MARKET } from '../support/dialogue-tool.ts';

describe('npm run dialogue', () => {
  it.each([
    [['chekc'], '“chekc” is not a command of dialogue; it has check, play'],
    [['check', 'nowhere.yarn'], 'there is no file or folder “nowhere.yarn”'],
    [['check', '--wat'], 'there is no option --wat'],
    [['play', 'Nowhere', '--project', MARKET], 'there is no node “Nowhere”; there is Start, Corner'],
    [['play', MARKET, '--set', '$gold=3'], 'there is no variable $gold to set; there is $coins'],
    [['play', MARKET, '--set', '$coins=many'], '$coins should be a number, not “many”'],
    [['play', MARKET, '--set', 'coins'], '“coins” should be $variable=value'],
    [['play', MARKET, '--seed', 'x'], '--seed should be a whole number'],
    [['coverage', MARKET, '--walks', '-1'], '--walks should be a whole number'],
    [['coverage', MARKET, '--from', 'X'], 'there is no node “X”'],
  ])('answers %j in one line and exits with 2', async (args, said) => {
    const { code, err } = await dialogue(...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('has --help everywhere', async () => {
    const { code, out } = await dialogue('--help');
    expect(code).toBe(0);
    const verbs = [...out.matchAll(/npm run dialogue -- (\w+)/g)].map(([, verb]) => verb);
    expect(verbs).toEqual(expect.arrayContaining(['check', 'play', 'testplan', 'coverage', 'graph', 'tag', 'strings']));
    for (const verb of verbs) {
      const help = await dialogue(verb, '--help');
      expect(help.code).toBe(0);
      expect(help.out).toContain(`npm run dialogue -- ${verb}`);
      expect(help.out).toContain('--json');
    }
  });
});
