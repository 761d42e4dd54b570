import { describe, expect, it } from 'vitest';
import { integrated, momentary, RATE, toneAt, truePeak } from '../../support/loudness.ts';

function sine(hertz: number, db: number, seconds: number, phase = 0): Float32Array {
  const loud = 10 ** (db / 20);
  return Float32Array.from(
    { length: seconds * RATE },
    (_, n) => loud * Math.sin((2 * Math.PI * hertz * n) / RATE + phase),
  );
}

function joined(...parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of parts) {
    out.set(one, at);
    at += one.length;
  }
  return out;
}

describe('loudness', () => {
  // the signals of EBU Tech 3341, and what a meter has to show
  it('reads −23 LUFS for the reference: 1 kHz at −23 dBFS on both sides', () => {
    const one = sine(1000, -23, 20);
    expect(integrated([one, one])).toBeCloseTo(-23, 1);
  });

  it('reads −3.01 for a full sine of 997 Hz on one side', () => {
    expect(integrated([sine(997, 0, 5), new Float32Array(5 * RATE)])).toBeCloseTo(-3.01, 1);
  });

  it('leaves out what is far below the rest', () => {
    const one = joined(sine(1000, -36, 10), sine(1000, -23, 60), sine(1000, -36, 10));
    expect(integrated([one, one])).toBeCloseTo(-23, 1);
    const other = joined(sine(1000, -72, 10), sine(1000, -36, 10), sine(1000, -23, 60), sine(1000, -36, 10));
    expect(integrated([other, other])).toBeCloseTo(-23, 1);
  });

  it('hears low less and high more', () => {
    const [low, middle, high] = [50, 1000, 4000].map((hertz) => integrated([sine(hertz, -20, 3)]));
    expect(low).toBeLessThan(middle - 2);
    expect(high).toBeGreaterThan(middle + 2);
  });

  it('says nothing of silence, and finds the loudest moment of something short', () => {
    expect(integrated([new Float32Array(RATE), new Float32Array(RATE)])).toBe(Number.NEGATIVE_INFINITY);
    const short = sine(1000, -23, 0.4);
    expect(momentary([short, short])).toBeCloseTo(-23, 0);
  });
});

describe('true peak', () => {
  it('finds the top between two samples', () => {
    // a quarter of the rate, sampled at 45°: every sample is 3 dB below the wave
    const one = sine(RATE / 4, -6, 0.1, Math.PI / 4);
    expect(one.reduce((most, x) => Math.max(most, x), 0)).toBeLessThan(0.36);
    expect(truePeak([one])).toBeGreaterThan(-6.4);
    expect(truePeak([one])).toBeLessThan(-5.8);
  });
});

describe('one tone', () => {
  it('is as strong as it is, and its neighbours are not', () => {
    const one = sine(440, -6, 1);
    expect(toneAt(one, 440, RATE)).toBeCloseTo(10 ** (-6 / 20), 2);
    expect(toneAt(one, 466.16, RATE)).toBeLessThan(0.001);
  });
});
