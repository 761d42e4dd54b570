import { hertz, q15 } from '../../math/turn.ts';
import { below, nextRandom } from '../../math/random.ts';
import { RANDOM } from '../layout.ts';
import { endOf, isShielded, touches, type Network } from '../network.ts';
import type { PlacedHazard } from '../rules.ts';
import { DUE, NAMED, type HazardRow } from './hazard.ts';
import { isCounted, isWholeAndSeen, pickNode } from './pick.ts';
import { beginClock, STRIKE_FIELDS } from './strike.ts';

/** Where it sits: node + 1, or 0 while it is away. */
const AT = 2;
const BITES = hertz(0.1);
const TAKES = q15(0.06);

/**
 * Walks the bonds from one person to the next and shows, a whole move ahead, where it goes. Whom it reaches loses some of
 * their own rhythm for good. A shield closed when it arrives starves it, for a while.
 */
export const phage: HazardRow = {
  doc: 'walks the bonds and corrupts whom it reaches, for good; a shield on arrival starves it',
  fields: {
    every: STRIKE_FIELDS.every,
    first: STRIKE_FIELDS.first,
    back: { unit: 'seconds', least: 1, most: 120, otherwise: 8, doc: 'seconds until it is back after it starved' },
  },
  words: 3,
  names: 'node',
  begin: beginClock,
  tick(net, hazard, heard) {
    const { s } = net;
    const { block, values } = hazard;
    const { index } = hazard;
    s[block + DUE]--;
    if (s[block + NAMED] === 0 && s[block + DUE] <= values.every) {
      const whom = victim(net, s[block + AT] - 1);
      if (whom < 0) {
        // Nobody to go to: it waits where it is, a whole move longer.
        s[block + DUE] += values.every;
        return;
      }
      s[block + NAMED] = whom + 1;
      heard('hazardNamed', index, whom);
    }
    if (s[block + DUE] > 0) return;
    const whom = s[block + NAMED] - 1;
    s[block + NAMED] = 0;
    if (isShielded(net, whom)) {
      s[block + AT] = 0;
      s[block + DUE] = values.back;
      heard('hazardTurned', index, whom);
      return;
    }
    s[block + AT] = whom + 1;
    s[block + DUE] = values.every;
    corrupt(net, whom);
    heard('hazardStruck', index, whom);
  },
};

/** A neighbour over a whole bond, or, from nowhere or from an island, anybody who counts. */
function victim(net: Network, from: number): number {
  const { s } = net;
  const { bonds } = net.rules.layout;
  const near: number[] = [];
  for (let e = 0; from >= 0 && e < bonds; e++) {
    if (touches(net, e, from) && isWholeAndSeen(net, e)) near.push(endOf(net, e, from));
  }
  if (near.length > 0) return near[below(s, RANDOM, near.length)];
  return pickNode(net, (at, i) => isCounted(at, i) && i !== from);
}

function corrupt(net: Network, i: number): void {
  const { s } = net;
  const { base, phase, loss } = net.rules.layout;
  s[base + i] += s[base + i] < 0 ? -BITES : BITES;
  s[loss + i] += TAKES;
  s[phase + i] = nextRandom(s, RANDOM);
}

/** On whom it sits, or -1 while it is away. */
export function sitsAt(net: Network, placed: PlacedHazard): number {
  return net.s[placed.block + AT] - 1;
}
