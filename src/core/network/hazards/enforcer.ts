import { hertz } from '../../math/turn.ts';
import { ALARM, HOLDER, TICK } from '../layout.ts';
import { isHeld, isShielded, refreshVoice, type Network } from '../network.ts';
import type { PlacedHazard } from '../rules.ts';
import type { Heard } from '../vocabulary.ts';
import { DUE, type HazardRow } from './hazard.ts';
import { isCounted, pickNode } from './pick.ts';
import { beginClock, keepTime, STRIKE_FIELDS, type Strike } from './strike.ts';

/** Alarms already answered. */
const ANSWERED = 2;
/** The rhythm that the pinned are made to keep, and how loudly. */
const MARCH = hertz(0.45);
const LOUDER = 2;
/** Each act seen brings the next raid half a second nearer. */
const SOONER = 60;

/**
 * Comes for a named person and pins their hand to a foreign rhythm. Nobody can tune the pinned. A shield, before or after,
 * turns it away; so does an anchor before, for a held hand cannot be taken.
 */
export const enforcer: HazardRow = {
  doc: 'pins a named node to a foreign rhythm; a shield turns it away or frees',
  fields: {
    ...STRIKE_FIELDS,
    tell: { ...STRIKE_FIELDS.tell, otherwise: 3 },
    lasts: { unit: 'seconds', least: 1, most: 120, otherwise: 20, doc: 'how long it holds whom it pins' },
  },
  words: 3,
  names: 'node',
  louder: LOUDER,
  begin: beginClock,
  always: march,
  tick(net, hazard, heard) {
    const { s } = net;
    if (s[ALARM] > s[hazard.block + ANSWERED]) {
      s[hazard.block + ANSWERED]++;
      s[hazard.block + DUE] -= SOONER;
    }
    keepTime(net, hazard, heard, STRIKE);
  },
};

const STRIKE: Strike = {
  pick: (net) => pickNode(net, (at, i) => isCounted(at, i) && !isHeld(at, i)),
  strike(net, i, hazard) {
    const { s } = net;
    const { holder, heldUntil, voice } = net.rules.layout;
    if (isHeld(net, i) || isShielded(net, i)) return false;
    s[holder + i] = HOLDER.enforcer;
    s[heldUntil + i] = s[TICK] + hazard.values.lasts;
    s[voice + i] *= LOUDER;
    refreshVoice(net, i);
    return true;
  },
};

/**
 * The pinned keep the foreign rhythm; whose time is over, or who is shielded, is free. Nobody remembers who pinned whom, so
 * the first enforcer of a level does this for all of them.
 */
function march(net: Network, hazard: PlacedHazard, heard: Heard): void {
  const { s, rules } = net;
  if (rules.hazards.find(isEnforcer) !== hazard) return;
  const { nodes, holder, heldUntil, phase, voice } = rules.layout;
  for (let i = 0; i < nodes; i++) {
    if (s[holder + i] !== HOLDER.enforcer) continue;
    if (s[TICK] >= s[heldUntil + i] || isShielded(net, i)) {
      s[holder + i] = HOLDER.nobody;
      s[voice + i] = Math.floor(s[voice + i] / LOUDER);
      refreshVoice(net, i);
      heard('hazardEnded', hazard.index, i);
    } else {
      s[phase + i] += MARCH;
    }
  }
}

function isEnforcer(hazard: PlacedHazard): boolean {
  return hazard.row === enforcer;
}
