// Angles are int32: 2^32 is one whole turn, so wrapping is what addition does anyway.
// Time is counted in ticks; nothing in core knows seconds except through the constants here.

export const TICKS_PER_SECOND = 120;

/** One hertz as turn per tick: 2^32 / 120, rounded. */
export const HERTZ = 35_791_394;

export const QUARTER_TURN = 0x4000_0000;
export const HALF_TURN = -0x8000_0000;

/** A byte (256 to the turn) is how levels, actions and replays name an angle. */
export function fromByte(byte: number): number {
  return (byte << 24) | 0;
}

export function toByte(angle: number): number {
  return ((angle + 0x80_0000) >>> 24) & 255;
}

/** Signed shortest way from one angle to another. */
export function turnFrom(from: number, to: number): number {
  return (to - from) | 0;
}

/** |x| that stays an int32 for every x but the half turn, which answers 2^31 - 1. */
export function size(angle: number): number {
  const a = angle < 0 ? -angle : angle;
  return a > 0x7fff_ffff ? 0x7fff_ffff : a;
}

/** Level files speak of seconds and hertz with decimals; rounding here is exact IEEE, the same on every engine. */
export function ticks(seconds: number): number {
  return Math.floor(seconds * TICKS_PER_SECOND + 0.5);
}

export function hertz(hz: number): number {
  return Math.floor(hz * HERTZ + 0.5);
}

/** A share (0 to 1, or a little over) as Q15. */
export function q15(share: number): number {
  return Math.floor(share * 32768 + 0.5);
}

/** A share as Q30, the format of trust. */
export function q30(share: number): number {
  return Math.floor(share * 0x4000_0000 + 0.5);
}
