// A tuning makes another level of a level, or says why it cannot.
import { describe, expect, it } from 'vitest';
import { SUBJECTS, tuned } from '../../../src/core/run/tuning.ts';
import type { Level } from '../../../src/core/network/level.ts';
import { checkLevel } from '../../../src/core/network/level-check.ts';

const LEVEL: Level = {
  id: 'two',
  title: 'Two rooms',
  hint: 'Open it',
  teaches: ['mend'],
  limit: 60,
  groups: [
    { name: 'garden', people: [{ name: 'Ada' }, { name: 'Bo' }, { name: 'Cy' }], bonds: 3 },
    { name: 'hall', people: 4, bonds: 4 },
  ],
  between: [{ groups: ['garden', 'hall'], bonds: 2, door: 'gate' }],
  hurt: 1,
  goal: { kind: 'unison', hold: 4 },
  tools: ['tune', 'mend', 'door'],
  hazards: [{ kind: 'surge', every: 9 }],
};

const TAKEN: readonly (readonly [string, Partial<Level>])[] = [
  ['tool anchor on', { tools: ['tune', 'mend', 'door', 'anchor'] }],
  ['tool mend off', { tools: ['tune', 'door'], teaches: [] }],
  ['tool tune on', { tools: ['tune', 'mend', 'door'] }],
  ['hazard surge off', { hazards: [] }],
  ['hazard surge every 6', { hazards: [{ kind: 'surge', every: 6 }] }],
  ['door gate shut', { between: [{ groups: ['garden', 'hall'], bonds: 2, door: 'gate', shut: true }] }],
  ['world noise 0.1', { world: { noise: 0.1 } }],
  ['energy start 50', { energy: { start: 50 } }],
  ['goal hold 6', { goal: { kind: 'unison', hold: 6 } }],
  ['limit 90', { limit: 90 }],
  ['hurt 2', { hurt: 2 }],
  ['wrong 1', { wrong: 1 }],
];

describe('tune', () => {
  it.each(TAKEN)('%s', (words, change) => {
    const level = tuned(LEVEL, words.split(' '));
    expect(level).toMatchObject(change);
    expect(checkLevel(level)).toEqual([]);
  });

  it('person Bo kind elder', () => {
    const level = tuned(LEVEL, ['person', 'Bo', 'kind', 'elder']) as Level;
    expect(level.groups[0].people).toEqual([{ name: 'Ada' }, { name: 'Bo', kind: 'elder' }, { name: 'Cy' }]);
  });

  it.each([
    ['weather fine', 'there is nothing called “weather” to tune'],
    ['constructor x', 'there is nothing called “constructor” to tune'],
    ['tool anchor maybe', 'wants “on” or “off”'],
    ['tool hammer on', 'tools[3]'],
    ['tool bead off', '“bead” is not offered here'],
    ['hazard phage off', 'there is no hazard “phage” here'],
    ['hazard surge every soon', 'hazards[0].every'],
    ['hazard sever on', 'say how often it comes: hazard sever every SECONDS'],
    ['goal coherence 0.9', 'goal'],
    ['door cellar open', 'there is no door “cellar” here'],
    ['person Dora kind elder', 'nobody called “Dora”'],
    ['person Bo kind giant', 'groups[0].people[1].kind'],
    ['world weather 3', 'world'],
    ['limit soon', 'wants a number'],
    ['limit', 'wants a number'],
    ['hurt 400', 'hurt'],
  ])('%s: refused', (words, why) => {
    const before = JSON.stringify(LEVEL);
    expect(tuned(LEVEL, words.split(' '))).toContain(why);
    expect(JSON.stringify(LEVEL)).toBe(before);
  });

  it('has a case here for every subject', () => {
    const tried = new Set([...TAKEN.map(([words]) => words.split(' ')[0]), 'person']);
    expect(Object.keys(SUBJECTS).filter((one) => !tried.has(one))).toEqual([]);
  });
});
