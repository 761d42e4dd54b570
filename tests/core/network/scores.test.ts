// The numbers people wear: what they do to a voice, and what moves them.
import { describe, expect, it } from 'vitest';
import { touchesLeft } from '../../../src/core/network/acts.ts';
import { BOND } from '../../../src/core/network/layout.ts';
import { giveScore, scoreOf } from '../../../src/core/network/scores.ts';
import { room, type Room, type RoomPlan } from '../../support/network.ts';

const make = (differs: Partial<RoomPlan> = {}): Room =>
  room({
    people: 'ana ben cleo dan eva',
    bonds: 'ana-ben ben-cleo cleo-dan dan-ana',
    about: { ana: { score: 50 }, ben: { score: 50 }, cleo: { score: 50 }, dan: { score: 50 } },
    ...differs,
  });
const still: Partial<RoomPlan> = { scores: { hum: 0 } };
const score = (t: Room, who: string): number | null => scoreOf(t.net, t.node(who));

const moved = (value: number): number => {
  const t = make({ ...still, about: { ana: { score: value } }, bonds: 'ana-ben' });
  t.place({ ana: 1 / 4 });
  t.run(1);
  return t.get('phase', 'ben');
};

/** ana agrees with her neighbours for a while, then stands against them: her scores at every tenth of a second. */
const course = (pace: 'slow' | 'fast'): number[] => {
  const t = make({ scores: { mode: 'metric', pace }, world: { pull: 0.01 } });
  for (const who of ['ana', 'ben', 'cleo', 'dan']) t.set('feel', who, 0);
  const out: number[] = [];
  for (let k = 0; k < 300; k++) {
    if (k === 150) t.place({ ana: 1 / 2 });
    t.run(12);
    out.push(score(t, 'ana')!);
  }
  return out;
};

const turns = (of: readonly number[]): number =>
  of.filter((one, k) => k > 1 && (one - of[k - 1]) * (of[k - 1] - of[k - 2]) < 0).length;

const highest = (pace: 'slow' | 'fast'): number => {
  const t = make({ scores: { mode: 'metric', pace }, about: { ana: { score: 20 } } });
  for (const who of ['ana', 'ben', 'cleo', 'dan']) t.set('feel', who, 0);
  // Half agreed with all around: fifty is right.
  t.place({ ana: 1 / 6, cleo: 1 / 6 });
  let most = 0;
  for (let k = 0; k < 200; k++) {
    t.run(12);
    most = Math.max(most, score(t, 'ana')!);
  }
  expect(Math.abs(score(t, 'ana')! - 50)).toBeLessThan(4);
  return most;
};

const rooms = (n: number): Room =>
  room({
    people: { cove: 'ana ben cleo', street: 'dan eva' },
    bonds: 'ana-ben ben-cleo dan-eva',
    between: [{ groups: ['cove', 'street'], bonds: 1, door: 'gate' }],
    about: { cove: { room: n } },
    tools: [{ tool: 'bond', cooldown: 0 }],
  });

const across = (t: Room): string =>
  ['ana', 'ben', 'cleo'].flatMap((a) => ['dan', 'eva'].map((b) => `${a}-${b}`)).find((pair) => t.bond(pair) >= 0)!;

const terms = (t: Room, pair: string): number[] =>
  (['grow', 'fade', 'floor'] as const).map((column) => t.get(column, pair));

describe('a score', () => {
  it.each([0, 1, 50, 98, 99])('%i is what was said, and is shown', (value) => {
    expect(score(make({ ...still, about: { ana: { score: value } } }), 'ana')).toBe(value);
  });

  it('scales how loudly somebody is heard, from quiet to their whole voice; without one a voice is whole', () => {
    const about = { ana: { score: 0 }, ben: { score: 50 }, cleo: { score: 99 }, dan: { score: 0 } };
    const t = make({ people: 'ana ben cleo dan:elder eva', about, scores: { quiet: 0.5 } });
    expect(['ana', 'ben', 'cleo', 'dan', 'eva'].map((who) => t.get('emit', who))).toEqual([16, 24, 32, 32, 32]);
    expect(score(t, 'eva')).toBe(null);
  });

  it('so a quiet one moves others less', () => {
    expect(moved(0)).toBeGreaterThan(0);
    expect(Math.abs(moved(99) / moved(0) - 4)).toBeLessThan(0.1);
  });

  it('of a group is everybody’s who has none of their own', () => {
    const t = make({ about: { table: { score: 20 }, ben: { score: 70 } } });
    expect([score(t, 'ana'), score(t, 'ben')]).toEqual([20, 70]);
  });

  it('is given and taken between nothing and all there is, and to nobody who wears none', () => {
    const t = make(still);
    expect(giveScore(t.net, t.node('eva'), 9999)).toBe(0);
    expect(giveScore(t.net, t.node('ana'), 99_999)).toBeLessThan(32768);
    expect([score(t, 'ana'), t.get('emit', 'ana')]).toEqual([99, 32]);
    giveScore(t.net, t.node('ana'), -99_999);
    expect([score(t, 'ana'), t.get('emit', 'ana')]).toEqual([0, 8]);
  });

  it('goes along when two change seats', () => {
    const t = make({ ...still, about: { ana: { score: 0 }, ben: { score: 99 } }, tools: ['swap'] });
    t.act('swap', 'ana', 'ben');
    expect([score(t, 'ana'), t.get('emit', 'ana'), score(t, 'ben')]).toEqual([99, 32, 0]);
  });

  it('under an anchor scales the louder voice, also when it moves meanwhile', () => {
    const t = make({ ...still, tools: [{ tool: 'anchor', seconds: 1, cooldown: 0 }] });
    t.act('anchor', 'ana');
    giveScore(t.net, t.node('ana'), 99_999);
    expect(t.get('emit', 'ana')).toBe(96);
    t.run(120);
    expect(t.get('emit', 'ana')).toBe(32);
  });
});

describe('shown', () => {
  it('hums up where the table agrees, at so many points a second', () => {
    const t = make({ scores: { hum: 4 } });
    t.run(600);
    expect(Math.abs(score(t, 'ana')! - 70)).toBeLessThan(2);
  });

  it('drops who stands apart, and leaves a table that cannot agree dropping', () => {
    const t = make({ scores: { hum: 4 }, bonds: '' });
    t.place({ ana: 1 / 2 });
    t.run(600);
    expect(score(t, 'ana')!).toBeLessThan(35);
    const torn = make({ scores: { hum: 4 }, bonds: '', people: 'ana ben cleo dan' });
    torn.place({ ana: 0, ben: 1 / 4, cleo: 1 / 2, dan: 3 / 4 });
    torn.run(600);
    for (const who of ['ana', 'ben', 'cleo', 'dan']) expect(score(torn, who)!).toBeLessThan(35);
  });

  it('asks one’s own table and no other', () => {
    const t = make({ people: { one: 'ana ben', two: 'cleo dan eva' }, bonds: '', scores: { hum: 4 } });
    t.place({ ana: 1 / 2, ben: 1 / 2 });
    t.run(600);
    for (const who of ['ana', 'cleo']) expect(score(t, who)!).toBeGreaterThan(65);
  });

  it('is what it is where somebody has a score and nothing is said of scores', () => {
    const t = make();
    expect(t.net.rules.scores?.mode).toBe('shown');
    expect(make({ about: {} }).net.rules.scores).toBe(null);
  });
});

describe('hidden', () => {
  it('nobody sees a score, and nobody is quieter by it', () => {
    const t = make({ scores: { mode: 'hidden' } });
    expect([score(t, 'ana'), t.get('emit', 'ana')]).toEqual([null, 32]);
    t.run(120);
    expect(giveScore(t.net, t.node('ana'), 5000)).toBe(0);
  });

  it('trust grows by a growth of its own', () => {
    const slow = make({ scores: { mode: 'hidden', growth: 0.3 } });
    const common = make({ scores: { mode: 'shown', growth: 0.3 } });
    for (const t of [slow, common]) t.run(60);
    expect(slow.get('trust', 'ana-ben')).toBeLessThan(common.get('trust', 'ana-ben') * 0.6);
  });

  it('a cut bond joins again while its two ends agree, after so many seconds', () => {
    const t = make({ scores: { mode: 'hidden', knit: 5 }, cut: [['ana', 'ben']] });
    const ticks = t.until(() => t.get('pull', 'ana-ben') === 1, 1000);
    expect(Math.abs(ticks - 600)).toBeLessThan(120);
    expect(t.heard).toEqual([['bondMended', t.bond('ana-ben'), 0]]);
  });

  it('and not while they do not, nor one that is inverted', () => {
    const t = make({ scores: { mode: 'hidden', knit: 1 }, cut: [['ana', 'ben']] });
    t.set('state', 'ben-cleo', BOND.flipped);
    t.set('pull', 'ben-cleo', -1);
    for (const who of ['ana', 'ben']) t.set('feel', who, 0);
    t.place({ ana: 1 / 2 });
    t.run(600);
    expect([t.get('pull', 'ana-ben'), t.get('pull', 'ben-cleo')]).toEqual([0, -1]);
    expect(t.get('trust', 'ana-ben')).toBe(t.get('floor', 'ana-ben'));
  });

  it('where scores are shown a cut bond stays cut', () => {
    const t = make({ cut: [['ana', 'ben']] });
    t.run(1800);
    expect(t.get('pull', 'ana-ben')).toBe(0);
  });
});

describe('metric', () => {
  it('slow: follows how somebody agreed over seconds, without swinging', () => {
    const slow = course('slow');
    expect(slow[149]).toBeGreaterThan(85);
    expect(slow[155]).toBeGreaterThan(75);
    expect(slow[299]).toBeLessThan(20);
    // One turn: where she changed.
    expect(turns(slow)).toBeLessThanOrEqual(1);
  });

  it('fast: is down within a second, and goes far past what it saw before it comes back', () => {
    expect(course('fast')[160]).toBeLessThan(10);
    expect(highest('fast')).toBeGreaterThan(62);
    expect(highest('slow')).toBeLessThan(53);
  });

  it('counts an inverted bond as it is lived, and hears nobody over a cut one', () => {
    const t = make({ scores: { mode: 'metric', pace: 'slow' }, bonds: 'ana-ben', cut: [['ana', 'ben']] });
    t.run(6000);
    expect(score(t, 'ana')).toBe(0);
  });
});

describe('rooms', () => {
  it('inside, bonds grow faster, fade slower and never fall as low; those that lead out the other way', () => {
    const [common, cove] = [rooms(1), rooms(2)];
    const [grow, fade, floor] = terms(common, 'ana-ben');
    expect(terms(cove, 'ana-ben')).toEqual([grow * 2, Math.floor(fade / 2), floor * 2]);
    const out = across(cove);
    expect(terms(cove, out).slice(0, 2)).toEqual([Math.floor(grow / 2), fade * 2]);
    expect(terms(cove, 'dan-eva')).toEqual([grow, fade, floor]);
  });

  it('a tie is of the room it is tied in, also once its promise is over', () => {
    const t = rooms(2);
    t.act('bond', 'ana', 'cleo');
    expect(t.get('grow', 'ana-cleo')).toBe(t.get('grow', 'ana-ben'));
    t.run(600);
    expect(t.get('fade', 'ana-cleo')).toBe(t.get('fade', 'ana-ben'));
  });
});

describe('touches', () => {
  it('are free up to a number, and then cost the one they are laid on, for good', () => {
    const t = make({ touches: 2, tools: [{ tool: 'tune', cooldown: 0 }, 'mend'], cut: [['ana', 'ben']] });
    const { node } = t;
    t.act('tune', 'ana', 0);
    t.act('tune', 'ana', 0);
    expect([touchesLeft(t.net, node('ana')), touchesLeft(t.net, node('ben')), t.get('loss', 'ana')]).toEqual([0, 2, 0]);
    t.act('tune', 'ana', 0);
    expect(t.get('loss', 'ana')).toBeGreaterThan(1000);
    expect(t.heard.at(-1)).toEqual(['overtouched', node('ana'), 3]);
    t.act('mend', 'ana-ben');
    expect(touchesLeft(t.net, node('ben'))).toBe(2);
  });

  it('nobody counts where nothing is said', () => {
    const t = make({ tools: ['tune'] });
    expect(touchesLeft(t.net, 0)).toBe(null);
    t.act('tune', 'ana', 0);
    expect(t.get('loss', 'ana')).toBe(0);
  });
});
