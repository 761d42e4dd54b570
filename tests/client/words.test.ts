import { describe, expect, it } from 'vitest';
import {
  exactTime,
  goalWords,
  outcomeTitle,
  outcomeWords,
  refusalWords,
  timeLeft,
  TOOL_WORDS,
} from '../../src/client/ui/words.ts';
import { buildNetwork } from '../../src/core/network/build.ts';
import { BEST_HELD, LOST_AT, OUTCOME, TICK } from '../../src/core/network/layout.ts';
import { TOOL_IDS } from '../../src/core/network/tools/table.ts';
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
    expect(TOOL_WORDS[id].name).toMatch(/^[A-Z][a-z]+$/);
    expect(TOOL_WORDS[id].does).toMatch(/\.$/);
  });

  it.each(Object.keys(content.levels))('says what %s asks', (id) => {
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
    [7200, '1:00.0'],
    [7199, '1:00.0'],
    [7188, '0:59.9'],
    [1, '0:00.1'],
    [0, '0:00.0'],
  ])('%i ticks left show as %s', (ticks, text) => expect(timeLeft(ticks)).toBe(text));
});
