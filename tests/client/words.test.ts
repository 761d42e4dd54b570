import { describe, expect, it } from 'vitest';
import {
  bestWords,
  dangerWords,
  figures,
  goalLine,
  goalWords,
  hintOfAfter,
  meterWords,
  missingWords,
  noticeWords,
  outcomeTitle,
  outcomeWords,
  refusalWords,
  toolWords,
} from '../../src/client/ui/words.ts';
import { exactTime, limitTime, shortTime } from '../../src/client/ui/times.ts';
import { comingWords, foretold, nodeWords, whyWords } from '../../src/client/ui/people-words.ts';
import { buildNetwork } from '../../src/core/network/build.ts';
import { GOALS } from '../../src/core/network/goals/table.ts';
import { HAZARD_IDS, HAZARDS } from '../../src/core/network/hazards/table.ts';
import { BEST_HELD, LOST_AT, OUTCOME, TICK } from '../../src/core/network/layout.ts';
import { TOOL_IDS, TOOLS } from '../../src/core/network/tools/table.ts';
import { OUTCOMES } from '../../src/core/network/vocabulary.ts';
import { ALL_REFUSALS } from '../../src/core/run/actions.ts';
import { KIND_IDS, KINDS } from '../../src/core/network/kinds/table.ts';
import { act } from '../../src/core/network/acts.ts';
import { AUTHENTICITY } from '../../src/core/network/layout.ts';
import { stepNetwork } from '../../src/core/network/step.ts';
import { unheard } from '../../src/core/network/vocabulary.ts';
import { standing } from '../../src/client/reading.ts';
import { KIND_WORDS, METER_WORDS } from '../../src/client/words/network.ts';
import { readContent } from '../../src/tools/content.ts';
import { content } from './support.ts';

const all = readContent();

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

  it.each(Object.keys(all.levels))('says over the picture, in a line, what %s asks', (id) => {
    const line = goalLine(buildNetwork(all.levels[id], 1));
    expect(line).toMatch(/ · \d+\s% for [\d.]+ s$/);
    expect(line.length).toBeLessThanOrEqual(100);
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

  it('the clock says how long of how long', () =>
    expect([shortTime(1344), limitTime(7200), limitTime(7212)]).toEqual(['0:11.2', '1:00', '1:00.1']));
});

describe('the rules of the Coves', () => {
  const kinds = KIND_IDS.filter((id) => id !== 'plain');
  it.each(kinds)('has words of its own for the kind %s', (id) => {
    expect(KIND_WORDS[id].split(' ').length).toBeLessThanOrEqual(6);
    expect(KIND_WORDS[id]).not.toContain(KINDS[id].doc);
    expect(kinds.filter((one) => KIND_WORDS[one] === KIND_WORDS[id])).toEqual([id]);
  });

  it('says each reason why a hand will not come differently', () => {
    const said = (['inverted', 'alone', 'fast', 'torn', 'weak'] as const).map((kind) => whyWords({ kind }));
    expect(new Set(said).size).toBe(5);
    expect(whyWords({ kind: 'quiet', score: 31 })).toBe('heard too quietly: 31');
  });

  it('says what each figure means, in two short sentences', () => {
    for (const id of Object.keys(METER_WORDS) as (keyof typeof METER_WORDS)[])
      expect(meterWords(id)).toMatch(/^[A-Z][^.]{10,60}[.;][^.]{5,50}\.$/);
  });

  it('says numbers, workshops and who would sit down', () => {
    const net = buildNetwork(all.levels['coves/02'], 3);
    const stands = standing(net);
    const numbered = Array.from({ length: net.rules.layout.nodes }, (_, i) => nodeWords(net, stands, i));
    expect(numbered.filter((words) => /number \d+/.test(words)).length).toBeGreaterThan(5);
    const host = numbered.findIndex((_, id) => foretold(net, 'workshop', { kind: 'node', id }) !== '');
    expect(foretold(net, 'workshop', { kind: 'node', id: host })).toMatch(/^Would sit down: \w+(, \w+){2,}\.$/);
    expect(act(net, 'workshop', { a: host, b: 0, c: 0 }, unheard)).toBeNull();
    expect(nodeWords(net, stands, host)).toMatch(/hosts a workshop \d\.\d s/);
    expect(noticeWords({ kind: 'event', event: 'workshopHeld', a: host, b: 0 }, net, null)).toContain(
      net.rules.names[host],
    );
  });

  it('says who looks through the lens, and where it leads', () => {
    const net = buildNetwork(all.levels['coves/01'], 3);
    expect(act(net, 'lens', { a: 0, b: 0, c: 0 }, unheard)).toBeNull();
    expect(nodeWords(net, standing(net), 0)).toMatch(/under the lens \d+\.\d s, in 2 s at \d+°/);
    expect(foretold(net, 'lens', { kind: 'node', id: 0 })).toMatch(/at \d+°\.$/);
  });

  it('says who is on the way', () => {
    const late = Object.values(all.levels).find(({ level }) => level.hazards?.some(({ kind }) => kind === 'arrivals'));
    const net = buildNetwork(late!, 1);
    let said: string[] = [];
    for (let tick = 0; tick < 120 * 60 && said.length === 0; tick++) {
      stepNetwork(net, unheard);
      said = comingWords(net).map(({ words }) => words);
    }
    expect(said[0]).toMatch(/^\w[\w ]*, here in \d+ s$/);
  });
});

describe('what came of it', () => {
  it('is four figures', () => {
    const net = ended('outOfTime', { [BEST_HELD]: 420 });
    expect(figures(net, { tune: 4, mend: 2 }).map(([, value]) => value)).toEqual([
      '3.5 of 5 s',
      '100\u00a0%',
      expect.stringMatching(/^\d+(, \d+ cut)?$/),
      '6',
    ]);
  });

  it('hints at what a story makes of it, differently for force and for none', () => {
    const own = hintOfAfter(ended('won'));
    const forced = hintOfAfter(ended('won', { [AUTHENTICITY]: 29_000 }));
    const lost = hintOfAfter(ended('outOfTime'));
    expect(new Set([own, forced, lost]).size).toBe(3);
    expect(missingWords(ended('outOfTime'), 0.5)).toContain('50');
  });

  it('says the moment of a loss in which they were never together', () => {
    expect(outcomeWords(ended('outOfTime', { [TICK]: 7200 }))).toContain('1:00.0');
  });
});
