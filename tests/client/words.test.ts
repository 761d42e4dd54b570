import { describe, expect, it } from 'vitest';
import {
  bestWords,
  clockTime,
  dangerWords,
  exactTime,
  goalWords,
  outcomeTitle,
  outcomeWords,
  refusalWords,
  shortTime,
  toolWords,
} from '../../src/client/ui/words.ts';
import { buildNetwork } from '../../src/core/network/build.ts';
import { GOALS } from '../../src/core/network/goals/table.ts';
import { HAZARD_IDS, HAZARDS } from '../../src/core/network/hazards/table.ts';
import { BEST_HELD, LOST_AT, OUTCOME, TICK } from '../../src/core/network/layout.ts';
import { TOOL_IDS, TOOLS } from '../../src/core/network/tools/table.ts';
import { OUTCOMES } from '../../src/core/network/vocabulary.ts';
import { ALL_REFUSALS } from '../../src/core/run/actions.ts';
import { content } from './support.ts';

const ended = (how: (typeof OUTCOMES)[number], words: Readonly<Record<number, number>> = {}) => {
  const net = buildNetwork(content.levels['training/03'], 1);
  net.s[OUTCOME] = OUTCOMES.indexOf(how);
  for (const [at, value] of Object.entries(words)) net.s[Number(at)] = value;
  return net;
};

describe('words', () => {
  it.each(ALL_REFUSALS)('has a sentence for the refusal %s, and no other says the same', (why) => {
    expect(refusalWords(why)).toMatch(/^[A-Z][^<>_]{8,70}\.$/);
    expect(ALL_REFUSALS.filter((one) => refusalWords(one) === refusalWords(why))).toEqual([why]);
    expect(refusalWords(why)).not.toBe('That cannot be done now.');
  });

  it.each(TOOL_IDS)('names the tool %s and says what it does', (id) => {
    expect(toolWords(id).name).toMatch(/^[A-Z][a-z]+$/);
    expect(toolWords(id).does).toMatch(/\.$/);
    expect(toolWords(id).does.toLowerCase(), 'words of its own').not.toContain(TOOLS[id].doc.toLowerCase());
  });

  it.each(HAZARD_IDS)('says in at most eight words what is dangerous about %s', (id) => {
    expect(dangerWords(id).split(' ').length).toBeLessThanOrEqual(8);
    expect(dangerWords(id).toLowerCase(), 'words of its own').not.toContain(HAZARDS[id].doc.toLowerCase());
  });

  it('sets a time against the best before it', () => {
    expect(bestWords(696, null)).toContain('first');
    expect(bestWords(696, 840)).toBe('Best: 0:05.8, 1.2 s better than before.');
    expect(bestWords(840, 696)).toBe('Best: 0:05.8, 1.2 s better.');
  });

  it.each(Object.keys(content.levels))('says what %s asks', (id) => {
    const { doc } = GOALS[content.levels[id].level.goal.kind];
    expect(goalWords(buildNetwork(content.levels[id], 1)).toLowerCase()).not.toContain(doc.toLowerCase());
    expect(goalWords(buildNetwork(content.levels[id], 1))).toMatch(/^[A-Z0-9].*\d+\s%.*seconds\.$/);
  });

  it.each(OUTCOMES.filter((one) => one !== 'playing'))('has a title and a sentence for the outcome %s', (how) => {
    expect(outcomeTitle(how)).not.toBe('');
    expect(outcomeWords(ended(how))).toMatch(/\.$/);
  });

  it('says a won time to the millisecond', () => {
    expect(outcomeWords(ended('won', { [TICK]: 1301 }))).toBe('Your time is 0:10.842.');
  });

  it('says when a lost network let go', () => {
    const net = ended('outOfTime', { [BEST_HELD]: 420, [LOST_AT]: 3012 });
    expect(outcomeWords(net)).toBe('The longest they held together was 3.5 of 5.0 s. They let go at 0:25.1.');
  });
});

describe('times', () => {
  it.each([
    [0, '0:00.000'],
    [1, '0:00.008'],
    [119, '0:00.992'],
    [7200, '1:00.000'],
    [72_001, '10:00.008'],
  ])('%i ticks are %s', (ticks, text) => expect(exactTime(ticks)).toBe(text));

  it.each([
    [0, '0:00.0'],
    [11, '0:00.0'],
    [12, '0:00.1'],
    [7199, '0:59.9'],
    [7200, '1:00.0'],
  ])('%i ticks are, in short, %s', (ticks, text) => expect(shortTime(ticks)).toBe(text));

  it('the clock says how long of how long', () => expect(clockTime(1344, 7200)).toBe('0:11.2 of 1:00'));
});
