import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, hashText } from '../../../src/core/math/hash.ts';
import { angleOf, cosine, sine, SINE, SINE_STEPS } from '../../../src/core/math/sine.ts';
import { HALF_TURN, turnFrom } from '../../../src/core/math/turn.ts';

const angle = fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff });
const radians = (x: number): number => (x / 0x1_0000_0000) * 2 * Math.PI;
const Q30 = 0x4000_0000;
const FINE = 1 / 0x8_0000;
/** What one in the last of a fraction's ten bits comes to, at the steepest. */
const FRACTION = Math.ceil((2 * Math.PI * Q30) / SINE_STEPS / 1024) + 2;

describe('the table', () => {
  it('is the one that every replay was made with', () => {
    expect(hashText(hashOf(SINE))).toBe('13e29915035012f4');
  });

  it('has each step rounded to the nearest', () => {
    for (let i = 0; i <= SINE_STEPS; i++) {
      const exact = Math.sin((i / SINE_STEPS) * 2 * Math.PI) * Q30;
      expect(Math.abs(SINE[i] - exact)).toBeLessThanOrEqual(0.5001);
    }
  });
});

describe('sine and cosine', () => {
  it('are exact where everybody knows them', () => {
    expect([sine(0), sine(0x4000_0000), sine(HALF_TURN), sine(-0x4000_0000)]).toEqual([0, Q30, 0, -Q30]);
    expect([cosine(0), cosine(0x4000_0000), cosine(HALF_TURN), cosine(-0x4000_0000)]).toEqual([Q30, 0, -Q30, 0]);
  });

  it('are within 2^-19 of the true ones, for a fraction of a step has ten bits', () => {
    fc.assert(
      fc.property(angle, (x) => {
        expect(Math.abs(sine(x) / Q30 - Math.sin(radians(x)))).toBeLessThan(FINE);
        expect(Math.abs(cosine(x) / Q30 - Math.cos(radians(x)))).toBeLessThan(FINE);
      }),
      { numRuns: 20_000 },
    );
  });

  it('are odd and even, but for the floor of an interpolation', () => {
    fc.assert(
      fc.property(angle, (x) => {
        expect(Math.abs(sine(-x | 0) + sine(x))).toBeLessThanOrEqual(FRACTION);
        expect(Math.abs(sine((HALF_TURN - x) | 0) - sine(x))).toBeLessThanOrEqual(FRACTION);
        expect(Math.abs(cosine(-x | 0) - cosine(x))).toBeLessThanOrEqual(FRACTION);
      }),
    );
  });

  it('stay within one, as whole numbers', () => {
    fc.assert(
      fc.property(angle, (x) => {
        expect(Math.abs(sine(x))).toBeLessThanOrEqual(Q30);
        expect(sine(x)).toBe(sine(x) | 0);
      }),
    );
  });
});

describe('angleOf', () => {
  const coordinate = fc.integer({ min: -0x4000_0000, max: 0x4000_0000 });
  /** One step of the table: the search answers the step at or below. */
  const STEP = 0x10_0000;

  it('is the arctangent, to a step of the table', () => {
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        fc.pre(x !== 0 || y !== 0);
        const exact = Math.floor((Math.atan2(y, x) / (2 * Math.PI)) * 0x1_0000_0000) | 0;
        expect(Math.abs(turnFrom(exact, angleOf(x, y)))).toBeLessThanOrEqual(STEP + 64);
      }),
      { numRuns: 5000 },
    );
  });

  it('knows the axes, to a step, and nowhere is 0', () => {
    expect(angleOf(0, 0)).toBe(0);
    expect(angleOf(5, 0)).toBe(0);
    expect(Math.abs(turnFrom(angleOf(0, 5), 0x4000_0000))).toBeLessThanOrEqual(STEP);
    expect(Math.abs(turnFrom(angleOf(-5, 0), HALF_TURN))).toBeLessThanOrEqual(STEP);
    expect(Math.abs(turnFrom(angleOf(0, -5), -0x4000_0000))).toBeLessThanOrEqual(STEP);
  });

  it('mirrors', () => {
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        fc.pre(y !== 0);
        expect(angleOf(x, -y)).toBe(-angleOf(x, y) | 0);
      }),
    );
  });
});
