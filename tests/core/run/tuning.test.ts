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
    { name: 'court', people: [{ name: 'Di' }, { name: 'Eli' }, { name: 'Flo' }], bonds: [['Di', 'Eli']] },
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
  ['scores hidden', { scores: { mode: 'hidden' } }],
  ['scores metric fast', { scores: { mode: 'metric', pace: 'fast' } }],
  ['touches 3', { touches: 3 }],
  ['goal target 0.9', { goal: { kind: 'unison', hold: 4, target: 0.9 } }],
  ['bond Eli Flo whole', { cut: [] }],
  ['bond Eli Di cut', { cut: [['Eli', 'Di']] }],
];

const inGroup = (words: string, group: number): Level['groups'][number] => {
  const level = tuned(LEVEL, words.split(' '));
  expect(checkLevel(level)).toEqual([]);
  return (level as Level).groups[group];
};

describe('tune', () => {
  it.each(TAKEN)('%s', (words, change) => {
    const level = tuned(LEVEL, words.split(' '));
    expect(level).toMatchObject(change);
    expect(checkLevel(level)).toEqual([]);
  });

  it('score, rhythm and late are said of one person, and late lets them in', () => {
    expect(inGroup('score Bo 20', 0).people).toEqual([{ name: 'Ada' }, { name: 'Bo', score: 20 }, { name: 'Cy' }]);
    expect(inGroup('rhythm Bo -0.2', 0).people).toContainEqual({ name: 'Bo', rhythm: -0.2 });
    expect(inGroup('late Bo 12', 0).people).toContainEqual({ name: 'Bo', late: 12 });
    const late = tuned(LEVEL, ['late', 'Bo', '12']) as Level;
    expect(late.hazards).toContainEqual({ kind: 'arrivals' });
    expect((tuned(late, ['late', 'Bo', 'off']) as Level).groups[0].people).toContainEqual({ name: 'Bo' });
  });

  it('score, room and late are said of a group', () => {
    expect(inGroup('group hall score 30', 1)).toMatchObject({ name: 'hall', score: 30 });
    expect(inGroup('group hall room 1.5', 1)).toMatchObject({ name: 'hall', room: 1.5 });
    expect(inGroup('group hall late 20', 1)).toMatchObject({ name: 'hall', late: 20 });
  });

  it('bond makes the bond that is not there, and takes back a cut', () => {
    expect(inGroup('bond Flo Eli cut', 2).bonds).toEqual([
      ['Di', 'Eli'],
      ['Flo', 'Eli'],
    ]);
    const cut = tuned(LEVEL, ['bond', 'Di', 'Eli', 'cut']) as Level;
    expect((tuned(cut, ['bond', 'Eli', 'Di', 'whole']) as Level).cut).toEqual([]);
  });

  it('goal who names those who have to be shielded', () => {
    const assembly: Level = { ...LEVEL, goal: { kind: 'shielded' } };
    expect((tuned(assembly, ['goal', 'who', 'Bo', 'Di']) as Level).goal).toEqual({
      kind: 'shielded',
      who: ['Bo', 'Di'],
    });
    expect(tuned(assembly, ['goal', 'who', 'Nobody'])).toContain('goal.who[0]');
  });

  it('touches off takes the limit away', () => {
    expect(tuned({ ...LEVEL, touches: 2 }, ['touches', 'off'])).not.toHaveProperty('touches');
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
    ['goal who', 'wants a name'],
    ['goal who Bo', 'goal.who'],
    ['scores', 'wants “shown”'],
    ['scores loud', 'scores.mode'],
    ['score Dora 4', 'nobody called “Dora”'],
    ['score Bo high', 'wants a number'],
    ['score Bo 100', 'groups[0].people[1].score'],
    ['rhythm Bo fast', 'wants a number'],
    ['late Bo soon', 'wants a number, or “off”'],
    ['late Bo 90', 'joins after the limit'],
    ['touches few', 'wants a number, or “off”'],
    ['group hall people 4', 'wants “score”, “room” or “late”'],
    ['group hall score high', 'wants a number'],
    ['group cellar score 4', 'there is no group “cellar” here'],
    ['bond Di Eli hidden', 'wants “whole” or “cut”'],
    ['bond Di Bo cut', 'no group with both “Di” and “Bo”'],
    ['bond Ada Bo cut', 'the bonds of “garden” are drawn'],
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
    const tried = new Set([
      ...TAKEN.map(([words]) => words.split(' ')[0]),
      'person',
      'score',
      'rhythm',
      'late',
      'group',
    ]);
    expect(Object.keys(SUBJECTS).filter((one) => !tried.has(one))).toEqual([]);
  });
});
