// A Trust Cove is a room: those in it couple more closely with each other than with anybody outside. It is a matter of the
// bonds' own numbers, so that the loop over them knows nothing of rooms.

import type { Rules } from './rules.ts';

const ONE = 32768;
const WHOLE = 0x4000_0000;

/**
 * What a bond between two groups begins with and how it learns. Inside a room it grows faster, fades slower and never falls
 * as low; a bond that leads out of one grows slower and fades faster. Of two rooms the closer one counts.
 */
export function roomTerms(
  rules: Rules,
  g: number,
  h: number,
): { trust: number; floor: number; grow: number; fade: number } {
  const { rooms, trust, grow, fade } = rules;
  if (g === h) {
    const floor = Math.min(WHOLE, Math.floor((trust * rooms[g]) / ONE));
    return {
      trust: floor,
      floor,
      grow: Math.floor((grow * rooms[g]) / ONE),
      fade: Math.floor((fade * ONE) / rooms[g]),
    };
  }
  const closer = Math.max(rooms[g], rooms[h]);
  return {
    trust,
    floor: trust,
    grow: Math.floor((grow * ONE) / closer),
    fade: Math.floor((fade * closer) / ONE),
  };
}
