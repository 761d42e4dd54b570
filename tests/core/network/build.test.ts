// A network for a seed: what the level says holds for every seed, and the dice decide the rest.
import { describe, expect, it } from 'vitest';
import { HERTZ } from '../../../src/core/math/turn.ts';
import { buildNetwork, LevelError } from '../../../src/core/network/build.ts';
import { compileLevel } from '../../../src/core/network/compile.ts';
import { BOND, HOLDER } from '../../../src/core/network/layout.ts';
import { checkLevel } from '../../../src/core/network/level-check.ts';
import { peopleIn, type Level } from '../../../src/core/network/level.ts';
import type { Network } from '../../../src/core/network/network.ts';
import { readLevels } from '../../../src/tools/files.ts';

const levels = Object.values(readLevels().files) as Level[];
const SEEDS = Array.from({ length: 20 }, (_, k) => k * 7919);

function build(differs: Partial<Level>, seed = 1): Network {
  const level = {
    id: 'built',
    title: 'Built',
    hint: 'none',
    limit: 60,
    groups: [{ name: 'table', people: 6, bonds: 8 }],
    goal: { kind: 'unison' },
    tools: [],
    ...differs,
  };
  expect(checkLevel(level)).toEqual([]);
  return buildNetwork(compileLevel(level as Level), seed);
}

const bondsOf = ({ s, rules: { layout } }: Network): { state: number; pull: number; a: number; b: number }[] =>
  Array.from({ length: layout.bonds }, (_, e) => ({
    state: s[layout.state + e],
    pull: s[layout.pull + e],
    a: s[layout.from + e],
    b: s[layout.to + e],
  })).filter(({ state }) => (state & BOND.free) === 0);

describe('buildNetwork', { timeout: 60_000 }, () => {
  it('gives the same network for the same seed, and another for another', () => {
    for (const level of levels) {
      const rules = compileLevel(level);
      expect(buildNetwork(rules, 5).s).toEqual(buildNetwork(rules, 5).s);
      expect(buildNetwork(rules, 5).s).not.toEqual(buildNetwork(rules, 6).s);
    }
  });

  it.each(levels.map((level): [string, Level] => [level.id, level]))(
    '%s: people stand on the square, whole and themselves, for every seed',
    (_, level) => {
      const rules = compileLevel(level);
      const { layout } = rules;
      for (const seed of SEEDS) {
        const { s } = buildNetwork(rules, seed);
        for (let i = 0; i < layout.nodes; i++) {
          for (const axis of [layout.x, layout.y]) expect(s[axis + i] >= 0 && s[axis + i] < 4096).toBe(true);
          expect([s[layout.base + i], s[layout.birth + i]]).toEqual([s[layout.rhythm + i], s[layout.rhythm + i]]);
          expect([s[layout.holder + i], s[layout.shieldedUntil + i], s[layout.loss + i]]).toEqual([
            HOLDER.nobody,
            0,
            0,
          ]);
        }
      }
    },
  );

  it.each(levels.map((level): [string, Level] => [level.id, level]))(
    '%s: no two bonds between the same two, and as many broken as it says',
    (_, level) => {
      const rules = compileLevel(level);
      for (const seed of SEEDS) {
        const bonds = bondsOf(buildNetwork(rules, seed));
        const pairs = bonds.map(({ a, b }) => (a < b ? `${a}-${b}` : `${b}-${a}`));
        expect(new Set(pairs).size).toBe(pairs.length);
        const broken = bonds.filter(({ state }) => (state & (BOND.cut | BOND.flipped)) !== 0);
        expect(broken.length).toBe((level.hurt ?? 0) + (level.cut ?? []).length);
        expect(broken.filter(({ state }) => (state & BOND.flipped) !== 0).length).toBe(
          Math.ceil((level.hurt ?? 0) / 2),
        );
        // Those it names are cut, whatever the dice say.
        for (const pair of level.cut ?? []) {
          const [a, b] = pair.map((name) => rules.names.indexOf(name));
          const named = bonds.filter((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
          expect(named.map(({ state }) => state)).toEqual([BOND.cut]);
        }
      }
    },
  );

  it('gives nobody a rhythm that their bonds could not hold, and each group the mean it says', () => {
    for (const seed of SEEDS) {
      const net = build(
        { groups: [{ name: 'table', people: 8, bonds: 16, rhythm: { spread: 0.1, mean: 0.3 } }] },
        seed,
      );
      const { s, rules } = net;
      const { layout } = rules;
      const rhythms = Array.from({ length: 8 }, (_, i) => s[layout.rhythm + i]);
      const mean = rhythms.reduce((sum, one) => sum + one, 0) / 8;
      expect(Math.abs(mean - 0.3 * HERTZ)).toBeLessThan(16);
      rhythms.forEach((one, i) => {
        const degree = bondsOf(net).filter(({ a, b }) => a === i || b === i).length;
        expect(Math.abs(one - mean)).toBeLessThan(0.45 * degree * rules.pull * 2048 + 16);
      });
    }
  });

  it('exchanges pairs from group to group, without a change of who is who', () => {
    const two: Partial<Level> = {
      groups: [
        { name: 'near', people: 4, bonds: 4, rhythm: { mean: 0.3, spread: 0.01 } },
        { name: 'off', people: 4, bonds: 4, rhythm: { mean: -0.3, spread: 0.01 } },
      ],
      exchanged: 2,
    };
    for (const seed of SEEDS) {
      const { s, rules } = build(two, seed);
      const signs = Array.from({ length: 8 }, (_, i) => Math.sign(s[rules.layout.rhythm + i]));
      expect(signs.slice(0, 4).filter((one) => one < 0).length).toBe(2);
      expect(signs.slice(4).filter((one) => one > 0).length).toBe(2);
    }
  });

  it('a star has its first in the middle, bonded to all', () => {
    const bonds = bondsOf(build({ groups: [{ name: 'star', people: 6, bonds: 8, shape: 'star' }] }));
    expect(bonds.filter(({ a, b }) => a === 0 || b === 0).length).toBe(5);
  });

  it('refuses by name what is too dense for anybody’s bonds', () => {
    expect(() => build({ groups: [{ name: 'crowd', people: 20, bonds: 190 }] })).toThrow(LevelError);
    expect(() => build({ groups: [{ name: 'crowd', people: 20, bonds: 190 }] })).toThrow(/built: tooDense/);
  });

  it('BUG dice run dry: a level whose last bond had one place left was refused for some seeds', () => {
    const last: Partial<Level> = {
      groups: [
        { name: 'a', people: 8, bonds: 8 },
        { name: 'b', people: 8, bonds: 8 },
      ],
      between: [
        { groups: ['a', 'b'], bonds: 63 },
        { groups: ['a', 'b'], bonds: 1 },
      ],
    };
    for (let seed = 0; seed < 50; seed++) expect(bondsOf(build(last, seed)).length).toBe(80);
  });

  it('BUG hurt in secret: a bond that nobody sees could be among those broken at the start', () => {
    const secret: Partial<Level> = {
      groups: [
        {
          name: 'table',
          people: [{ name: 'ana' }, { name: 'ben' }, { name: 'they', kind: 'buyer' }],
          bonds: [
            ['ana', 'ben'],
            ['ana', 'they'],
          ],
        },
      ],
      hurt: 1,
    };
    for (const seed of SEEDS) {
      const bonds = bondsOf(build(secret, seed));
      expect(bonds.map(({ state }) => state)).toEqual([BOND.flipped, BOND.hidden | BOND.foreign]);
    }
  });

  it('counts its people', () => {
    for (const level of levels) {
      const people = level.groups.reduce((sum, one) => sum + peopleIn(one), 0);
      expect(compileLevel(level).names.length).toBeGreaterThanOrEqual(people);
    }
  });
});
