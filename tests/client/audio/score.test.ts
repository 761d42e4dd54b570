import { describe, expect, it } from 'vitest';
import { CITY_ROWS, pitchesIn } from '../../../src/client/audio/cities.ts';
import { degreeOver, hertzOf, pitchOf } from '../../../src/client/audio/pitch.ts';
import { harmonyOf, noteOf, pitchInChord, predict, readScore, type Score } from '../../../src/client/audio/score.ts';
import { buildNetwork } from '../../../src/core/network/build.ts';
import { beatAngle } from '../../../src/core/network/beat.ts';
import { TICK } from '../../../src/core/network/layout.ts';
import type { Network } from '../../../src/core/network/network.ts';
import { stepNetwork } from '../../../src/core/network/step.ts';
import { unheard } from '../../../src/core/network/vocabulary.ts';
import { CITIES } from '../../../src/core/run/cast.ts';
import { levelOf, room, turn } from '../../support/network.ts';
import { compileLevel } from '../../../src/core/network/compile.ts';

const EIGHT = 'ana ben cy dee eva fox gus hal';
/** Everybody with ana, so that she is the hub; and a ring. */
const BONDS =
  'ana-ben ana-cy ana-dee ana-eva ana-fox ana-gus ana-hal ben-cy cy-dee dee-eva eva-fox fox-gus gus-hal hal-ben';

function eight() {
  return room({ people: EIGHT, bonds: BONDS });
}

/** Hands spread over so much of a turn: 0 is unison. */
function spread(t: ReturnType<typeof eight>, share: number): void {
  t.place(Object.fromEntries(EIGHT.split(' ').map((name, i) => [name, (i / 8) * share])));
}

describe('the cities', () => {
  it.each(CITIES)('%s has eight pitches, low to high, in tune with its root', (city) => {
    const { pitches, root, tempo, pedal } = CITY_ROWS[city];
    expect(pitches).toHaveLength(8);
    expect([...pitches].sort((a, b) => a - b)).toEqual([...pitches]);
    const degrees = pitches.map((pitch) => degreeOver(root, pitch));
    // without a root and a fifth there is nothing to begin from
    expect(degrees).toEqual(expect.arrayContaining([0, 7]));
    expect(degrees).not.toContain(degreeOver(root, pedal));
    expect(tempo).toBeGreaterThanOrEqual(60);
  });

  it('are five modes, told apart by their pitches', () => {
    const keys = CITIES.map((city) => CITY_ROWS[city].pitches.join(' '));
    expect(new Set(keys).size).toBe(CITIES.length);
    expect(CITY_ROWS.coves.pitches.map((pitch) => degreeOver(CITY_ROWS.coves.root, pitch))).toEqual([
      0, 7, 2, 4, 7, 9, 0, 4,
    ]);
    expect(hertzOf(pitchOf('A4'))).toBe(440);
    expect(pitchOf('E♭4')).toBe(63);
    expect(pitchOf('F♯4')).toBe(66);
  });

  it('turns brighter in Neoterra where something echoes', () => {
    const lit = pitchesIn('neoterra', true).filter((pitch, k) => pitch !== CITY_ROWS.neoterra.pitches[k]);
    expect(lit).toEqual([pitchOf('G♯4')]);
  });
});

describe('harmony', () => {
  it('can be followed with eyes shut: every part of it goes one way only', () => {
    const steps = Array.from({ length: 101 }, (_, k) => k / 100);
    const row = CITY_ROWS.coves;
    const heard = steps.map((coherence) => {
      const harmony = harmonyOf(coherence);
      const chord = new Set(
        row.pitches.map((pitch) => pitchInChord(pitch, row.root, row.pitches, harmony.degrees) % 12),
      );
      return { coherence, density: chord.size, detune: harmony.detune, together: harmony.together, pad: harmony.pad };
    });
    for (let k = 1; k < heard.length; k++) {
      expect(heard[k].density).toBeGreaterThanOrEqual(heard[k - 1].density);
      expect(heard[k].detune).toBeLessThanOrEqual(heard[k - 1].detune);
      expect(heard[k].together).toBeGreaterThanOrEqual(heard[k - 1].together);
      expect(heard[k].pad).toBeGreaterThanOrEqual(heard[k - 1].pad);
    }
    const at = (c: number) => heard[Math.round(c * 100)];
    const line = (c: number): string => {
      const { density, detune, together, pad } = at(c);
      return `${c.toFixed(2)}: ${density} pitch classes, ${detune.toFixed(0)} cents, pulled ${together}, pad ${pad.toFixed(2)}`;
    };
    expect([0, 0.2, 0.4, 0.5, 0.6, 0.85, 0.9, 0.94, 1].map(line)).toEqual([
      '0.00: 2 pitch classes, 38 cents, pulled 0, pad 0.00',
      '0.20: 2 pitch classes, 21 cents, pulled 0, pad 0.00',
      '0.40: 3 pitch classes, 4 cents, pulled 0, pad 0.00',
      '0.50: 3 pitch classes, 0 cents, pulled 0, pad 0.00',
      '0.60: 4 pitch classes, 0 cents, pulled 0.5, pad 0.00',
      '0.85: 4 pitch classes, 0 cents, pulled 1, pad 0.00',
      '0.90: 5 pitch classes, 0 cents, pulled 1, pad 0.00',
      '0.94: 5 pitch classes, 0 cents, pulled 1, pad 0.50',
      '1.00: 5 pitch classes, 0 cents, pulled 1, pad 1.00',
    ]);
    expect([0, 0.39, 0.5, 0.7, 0.95].map((c) => at(c).density)).toEqual([2, 2, 3, 4, 5]);
    expect(at(0).detune).toBeGreaterThan(30);
    expect(at(0.5).detune).toBe(0);
    expect([0.59, 0.6, 0.84, 0.85].map((c) => at(c).together)).toEqual([0, 0.5, 0.5, 1]);
    expect([0.9, 0.94, 1].map((c) => at(c).pad)).toEqual([0, expect.closeTo(0.5, 5), 1]);
  });

  it.each(CITIES)('grows in %s from a bare fifth to the whole row', (city) => {
    const { root, pitches } = CITY_ROWS[city];
    const chord = (coherence: number) =>
      new Set(pitches.map((own) => degreeOver(root, pitchInChord(own, root, pitches, harmonyOf(coherence).degrees))));
    expect([...chord(0.2)].sort((a, b) => a - b)).toEqual([0, 7]);
    expect(chord(0.5).size).toBe(3);
    expect(chord(0.7).size).toBeGreaterThan(3);
    expect(chord(0.95)).toEqual(new Set(pitches.map((pitch) => degreeOver(root, pitch))));
  });
});

describe('who sings', () => {
  it('hubs low, everybody else above, and nobody changes their pitch when a bond breaks', () => {
    const t = eight();
    spread(t, 0);
    const first = readScore(t.net, 'coves');
    expect(first.singers[0]).toMatchObject({ node: t.node('ana'), pitch: pitchOf('F3') });
    expect(first.singers.map((one) => one.pitch)).toEqual([...CITY_ROWS.coves.pitches]);
    t.set('pull', 'ana-ben', 0);
    t.set('trust', 'ana-ben', 0);
    expect(readScore(t.net, 'coves').singers.map((one) => [one.node, one.pitch])).toEqual(
      first.singers.map((one) => [one.node, one.pitch]),
    );
  });

  it('louder for those who are held by more trust, softer behind a shield', () => {
    const t = room({ people: EIGHT, bonds: BONDS, tools: ['shield'] });
    const loud = (name: string): number =>
      readScore(t.net, 'coves').singers.find((one) => one.node === t.node(name))!.loud;
    const before = loud('cy');
    for (const pair of ['ana-cy', 'ben-cy', 'cy-dee']) t.set('trust', pair, 0x3fff_ffff);
    expect(loud('cy')).toBeGreaterThan(before * 1.5);
    const open = loud('cy');
    expect(t.act('shield', 'cy')).toBe(null);
    expect(loud('cy')).toBeLessThan(open * 0.6);
  });

  it('from where they stand', () => {
    const t = eight();
    t.set('x', 'ana', 0);
    t.set('x', 'ben', 4096);
    t.set('x', 'cy', 2048);
    const pan = (name: string): number =>
      readScore(t.net, 'coves').singers.find((one) => one.node === t.node(name))!.pan;
    expect(pan('ana')).toBeLessThan(-0.5);
    expect(pan('ben')).toBeGreaterThan(0.5);
    expect(pan('cy')).toBeCloseTo(0, 2);
  });

  it('by their kind', () => {
    const t = room({ people: 'ana:elder ben:mirror cy dee:stage', bonds: 'ana-ben ben-cy cy-dee' });
    const voices = Object.fromEntries(
      readScore(t.net, 'coves').singers.map((one) => [t.net.rules.names[one.node], one.voice]),
    );
    expect(voices).toEqual({ ana: 'low', ben: 'returned', cy: 'glass', dee: 'bright' });
  });

  it('and danger is a note below, never more of it', () => {
    const t = eight();
    spread(t, 0);
    const calm = readScore(t.net, 'coves');
    for (const name of EIGHT.split(' ')) t.set('agitation', name, 32767);
    const near = readScore(t.net, 'coves');
    expect(calm.pedal.level).toBe(0);
    expect(near.pedal).toEqual({ pitch: pitchOf('G♭2'), level: 1 });
    expect(near.pad.level).toBeLessThan(calm.pad.level);
    near.singers.forEach((one, k) => expect(one.loud).toBeLessThan(calm.singers[k].loud));
  });

  it('and a hold that goes on opens the pad', () => {
    const t = eight();
    spread(t, 0);
    expect(readScore(t.net, 'coves').pad).toMatchObject({ level: 1, open: 0 });
    t.run(t.net.rules.hold / 2);
    expect(readScore(t.net, 'coves').pad.open).toBeCloseTo(0.5, 1);
  });
});

/** When each hand met the bar's, told by looking at every tick. */
function crossings(net: Network, ticks: number): Map<number, number[]> {
  const { nodes, phase } = net.rules.layout;
  const out = new Map<number, number[]>();
  const angle = (i: number): number => (net.s[phase + i] + beatAngle(net)) | 0;
  let before = Array.from({ length: nodes }, (_, i) => angle(i));
  for (let tick = 1; tick <= ticks; tick++) {
    stepNetwork(net, unheard);
    const now = Array.from({ length: nodes }, (_, i) => angle(i));
    now.forEach((a, i) => {
      // past zero, the short way, in either direction
      if (Math.sign(before[i]) !== Math.sign(a) && Math.abs(a) < 0x2000_0000) {
        const share = before[i] / (before[i] - a);
        out.set(i, [...(out.get(i) ?? []), tick - 1 + share]);
      }
    });
    before = now;
  }
  return out;
}

function width(onsets: ReturnType<typeof predict>): number {
  const at = onsets.map((one) => one.at);
  return Math.max(...at) - Math.min(...at);
}

describe('prediction', () => {
  it('60 ms ahead is right to a tick, in a network that drifts', () => {
    const net = buildNetwork(
      compileLevel({
        ...levelOf({ people: EIGHT, bonds: BONDS }),
        world: { noise: 0.05, pull: 0.01 },
        groups: [{ name: 'table', people: 8, bonds: 12, rhythm: { spread: 0.2 } }],
      }),
      7,
    );
    for (let k = 0; k < 100; k++) stepNetwork(net, unheard);
    let told = 0;
    let off = 0;
    for (let round = 0; round < 60; round++) {
      const score = readScore(net, 'coves');
      const onsets = predict(score, 0, 7.2).filter((one) => one.singer.together === 0);
      const copy: Network = { rules: net.rules, s: net.s.slice() };
      const real = crossings(copy, 12);
      for (const { singer, at } of onsets) {
        told++;
        const nearest = Math.min(...(real.get(singer.node) ?? [99]).map((x) => Math.abs(x - at)));
        off = Math.max(off, nearest);
      }
      for (let k = 0; k < 7; k++) stepNetwork(net, unheard);
    }
    expect(told).toBeGreaterThan(12);
    expect(off).toBeLessThan(1.5);
  });

  it('free below .6, half way to the mean tick to .85, together above', () => {
    const t = eight();
    const bar = t.net.rules.bar;
    const at = (share: number): { onsets: ReturnType<typeof predict>; score: Score } => {
      spread(t, share);
      // away from zero, so that nobody is due at this very tick
      for (const name of EIGHT.split(' ')) t.set('phase', name, (t.get('phase', name) + turn(0.3)) | 0);
      t.run(1);
      const score = readScore(t.net, 'coves');
      return { score, onsets: predict(score, 0, bar) };
    };
    const whole = at(0.4);
    expect(whole.score.coherence).toBeGreaterThan(0.6);
    const off = (share: number): number => {
      const { onsets } = at(share);
      expect(onsets).toHaveLength(8);
      return width(onsets) / (share * 0.875 * bar);
    };
    // of the spread that hands have, so much is heard; they are drawn together meanwhile
    expect(off(0.75)).toBeGreaterThan(0.9);
    expect(off(0.5)).toBeGreaterThan(0.4);
    expect(off(0.5)).toBeLessThan(0.55);
    expect(off(0.1)).toBeCloseTo(0, 2);
  });

  it('strums a chord in 12 ms, low before high', () => {
    const t = eight();
    spread(t, 0.05);
    const score = readScore(t.net, 'coves');
    const notes = predict(score, 0, t.net.rules.bar)
      .map((onset) => noteOf(onset, score, 120))
      .sort((a, b) => a.at - b.at);
    expect(notes).toHaveLength(8);
    expect(notes[7].at - notes[0].at).toBeCloseTo(0.012, 3);
    expect(notes.map((one) => one.pitch)).toEqual([...CITY_ROWS.coves.pitches]);
  });

  it('rings once a bar in unison, whatever the bar, and parts of a chord one after another', () => {
    const t = room({ people: { low: 'ana ben', high: 'cy dee' }, bonds: 'ana-ben cy-dee', parts: { high: 0.25 } });
    t.place({ ana: 0.1, ben: 0.1, cy: 0.35, dee: 0.35 });
    const { bar } = t.net.rules;
    const onsets = predict(readScore(t.net, 'coves'), 0, bar * 2);
    expect(onsets).toHaveLength(8);
    const first = onsets.filter((one) => one.at < bar);
    expect(first.map((one) => Math.round(one.at))).toEqual([
      Math.round(bar * 0.65),
      Math.round(bar * 0.65),
      Math.round(bar * 0.9),
      Math.round(bar * 0.9),
    ]);
  });

  it('detunes only while nobody agrees, each by their own', () => {
    const t = eight();
    spread(t, 1);
    const cents = (score: Score): number[] =>
      predict(score, 0, t.net.rules.bar).map((one) => (noteOf(one, score, 120).pitch - one.singer.pitch) * 100);
    const apart = cents(readScore(t.net, 'coves'));
    expect(new Set(apart.map((x) => x.toFixed(2))).size).toBe(8);
    expect(Math.max(...apart)).toBeGreaterThan(25);
    expect(Math.min(...apart)).toBeLessThan(-25);
    spread(t, 0.2);
    expect(cents(readScore(t.net, 'coves')).every((x) => x === 0)).toBe(true);
  });

  it('tells the beat where a tool listens to it, and only there', () => {
    expect(readScore(eight().net, 'coves').beat).toBeNull();
    const t = room({ people: EIGHT, bonds: BONDS, tools: ['pulse'] });
    t.run(50);
    const { beat } = readScore(t.net, 'coves');
    expect(beat!.due + t.net.s[TICK]).toBeCloseTo(beat!.every, 0);
  });
});
