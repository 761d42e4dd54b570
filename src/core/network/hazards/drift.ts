import { below } from '../../math/random.ts';
import { RANDOM } from '../layout.ts';
import type { Network } from '../network.ts';
import { DUE, NAMED, type HazardRow } from './hazard.ts';
import { isCounted, pickNode } from './pick.ts';
import { beginClock, STRIKE_FIELDS } from './strike.ts';

/** Words after the clock: ticks of drifting left, and which way (+1, -1). */
const LEFT = 2;
const WAY = 3;

/**
 * Somebody's own rhythm slips away from them, a little every tick, and stays where it slipped to. Any hand laid on them,
 * then or later, brings them back to themselves.
 */
export const drift: HazardRow = {
  doc: 'a node’s own rhythm slips away and stays away until a hand is laid on it',
  fields: {
    ...STRIKE_FIELDS,
    lasts: { unit: 'seconds', least: 0.5, most: 60, otherwise: 4, doc: 'how long it keeps slipping' },
    reach: { unit: 'hertz', least: 0.01, most: 2, otherwise: 0.4, doc: 'how far it slips in that time' },
  },
  words: 4,
  names: 'node',
  begin: beginClock,
  tick(net, hazard, heard) {
    const { s } = net;
    const { block, values } = hazard;
    const { base } = net.rules.layout;
    const { index } = hazard;
    if (s[block + LEFT] > 0) {
      s[block + LEFT]--;
      s[base + s[block + NAMED] - 1] += s[block + WAY] * Math.floor(values.reach / values.lasts);
      if (s[block + LEFT] === 0) {
        s[block + NAMED] = 0;
        s[block + DUE] = values.every;
      }
      return;
    }
    s[block + DUE]--;
    if (s[block + NAMED] === 0 && s[block + DUE] <= values.tell) {
      const whom = pickNode(net, isSteady);
      if (whom < 0) {
        s[block + DUE] += values.every;
        return;
      }
      s[block + NAMED] = whom + 1;
      heard('hazardNamed', index, whom);
    }
    if (s[block + DUE] > 0) return;
    s[block + LEFT] = values.lasts;
    s[block + WAY] = below(s, RANDOM, 2) * 2 - 1;
    heard('hazardStruck', index, s[block + NAMED] - 1);
  },
  onAct(net, hazard, at, heard) {
    const { s } = net;
    const { base, birth } = net.rules.layout;
    const { block, values, index } = hazard;
    const drifting = s[block + NAMED] === at + 1 && s[block + LEFT] > 0;
    if (!drifting && s[base + at] === s[birth + at]) return;
    s[base + at] = s[birth + at];
    if (drifting) {
      s[block + LEFT] = 0;
      s[block + NAMED] = 0;
      s[block + DUE] = values.every;
    }
    heard('hazardTurned', index, at);
  },
};

function isSteady(net: Network, i: number): boolean {
  const { base, birth } = net.rules.layout;
  return isCounted(net, i) && net.s[base + i] === net.s[birth + i];
}
