import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromByte, HALF_TURN, hertz, q15, q30, size, ticks, toByte, turnFrom } from '../../../src/core/math/turn.ts';

const angle = fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff });

describe('angles', () => {
  it('have a byte each way', () => {
    for (let byte = 0; byte < 256; byte++) expect(toByte(fromByte(byte))).toBe(byte);
    fc.assert(
      fc.property(angle, (x) => {
        expect(size(turnFrom(x, fromByte(toByte(x))))).toBeLessThanOrEqual(0x80_0000);
      }),
    );
  });

  it('go the short way round', () => {
    fc.assert(
      fc.property(angle, angle, (from, to) => {
        const way = turnFrom(from, to);
        expect((from + way) | 0).toBe(to);
        expect(size(way)).toBeLessThanOrEqual(0x7fff_ffff);
      }),
    );
    expect(size(HALF_TURN)).toBe(0x7fff_ffff);
  });
});

describe('units', () => {
  it('are rounded to the nearest', () => {
    expect([ticks(1), ticks(0.25), ticks(0.004), ticks(0.005)]).toEqual([120, 30, 0, 1]);
    expect([q15(0.5), q15(1), q30(1), q30(0.25)]).toEqual([16384, 32768, 0x4000_0000, 0x1000_0000]);
    expect(Math.abs(hertz(1) * 120 - 0x1_0000_0000)).toBeLessThan(120);
  });
});
