import { cosine } from '../../math/sine.ts';
import { BOND, TICK } from '../layout.ts';
import { bondBetween, chordAngle, freeBond, noteTimer, placeBond, releaseBond, type Network } from '../network.ts';
import { q15, q30 } from '../../math/turn.ts';
import { roomTerms } from '../rooms.ts';
import type { ToolRow } from './tool.ts';

const BEGINS = q30(0.6);
const SNAPS = q30(0.2);
/** A tie forced on two who disagree costs this much of a person, for good, half from each. */
const FORCED = q15(0.08);
/** cos Δ at least one half: they agree within a sixth of a turn. */
const AGREE = 0x2000_0000;

/**
 * Ties two who had no bond. Tied while they agree, it is a promise and does not fade for its time; forced, it costs both.
 * A tie that is not kept snaps, and its slot is free again.
 */
export const bond: ToolRow = {
  code: 6,
  doc: 'tie two nodes that have no bond; a promise if they agree, a cost if they do not',
  takes: ['node', 'node'],
  cost: 12,
  cooldown: 0.75,
  seconds: 4,
  ties: 8,
  words: 1,
  refuse(net, _tool, { a, b }) {
    if (bondBetween(net, a, b) >= 0) return 'alreadyBonded';
    return freeBond(net) < 0 ? 'noRoomForBond' : null;
  },
  apply(net, tool, { a, b }, heard) {
    const { s, rules } = net;
    const { layout } = rules;
    const e = freeBond(net);
    const agreed = agree(net, a, b);
    const { grow, fade } = roomTerms(rules, s[layout.group + a], s[layout.group + b]);
    placeBond(net, e, a, b, {
      interval: (s[layout.part + b] - s[layout.part + a]) | 0,
      trust: BEGINS,
      floor: 0,
      grow,
      fade: agreed && tool.ticks > 0 ? 0 : fade,
      state: BOND.tied,
      door: 0,
    });
    if (agreed) {
      s[layout.promisedUntil + e] = s[TICK] + tool.ticks;
      noteTimer(net, s[layout.promisedUntil + e]);
    } else {
      s[layout.loss + a] += FORCED >> 1;
      s[layout.loss + b] += FORCED >> 1;
    }
    s[tool.block]++;
    heard('bondTied', e, agreed ? 1 : 0);
  },
  tick(net, tool, heard) {
    const { s } = net;
    let left = s[tool.block];
    const { bonds, state, trust } = net.rules.layout;
    // From the end, where the slots for ties are, and no further than the last of them.
    for (let e = bonds - 1; left > 0 && e >= 0; e--) {
      if ((s[(state + e) | 0] & BOND.tied) === 0) continue;
      left--;
      if (s[(trust + e) | 0] >= SNAPS) continue;
      heard('bondSnapped', s[net.rules.layout.from + e], s[net.rules.layout.to + e]);
      releaseBond(net, e);
      s[tool.block]--;
    }
  },
};

function agree(net: Network, a: number, b: number): boolean {
  return cosine((chordAngle(net, b) - chordAngle(net, a)) | 0) >= AGREE;
}
