import { isOnBeat } from '../beat.ts';
import { ENERGY, ENERGY_UNIT } from '../layout.ts';
import { isSeenBond, endOf, touches, type Network } from '../network.ts';

import type { ToolRow } from './tool.ts';

/** Energy points that one fully agitated person gives back. */
const GIVES = 4;
/** What a pulse off the beat adds to each, Q15. */
const STIRS = 8192;

/** On the beat, agitation around a node becomes energy; off the beat it grows. */
export const pulse: ToolRow = {
  code: 3,
  doc: 'on the beat: turn the agitation of a node and its neighbours into energy; off it: stir them',
  takes: ['node'],
  cost: 12,
  cooldown: 1.5,
  apply(net, _tool, { a }, heard) {
    const onBeat = isOnBeat(net);
    settle(net, a, onBeat);
    const { bonds } = net.rules.layout;
    for (let e = 0; e < bonds; e++) {
      if (touches(net, e, a) && isSeenBond(net, e)) settle(net, endOf(net, e, a), onBeat);
    }
    heard(onBeat ? 'pulseOnBeat' : 'pulseOffBeat', a, 0);
  },
};

function settle(net: Network, i: number, onBeat: boolean): void {
  const { s, rules } = net;
  const at = rules.layout.agitation + i;
  if (onBeat) {
    const gained = s[ENERGY] + ((s[at] * GIVES * ENERGY_UNIT) >> 15);
    s[ENERGY] = gained > rules.energyMost ? rules.energyMost : gained;
    s[at] = 0;
  } else {
    s[at] = s[at] + STIRS > 32768 ? 32768 : s[at] + STIRS;
  }
}
