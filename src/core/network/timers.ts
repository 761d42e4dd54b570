// What only the passing of time does: energy comes back, load wears off, shields, anchors, lenses, workshops and promises end.

import { ENERGY, HOLDER, LOAD, NEVER, NEXT_TIMER, TICK } from './layout.ts';
import { noteTimer, refreshBondsOf, refreshVoice, type Network } from './network.ts';
import { roomTerms } from './rooms.ts';
import type { Heard } from './vocabulary.ts';

export function refillEnergy(net: Network): void {
  const { s, rules } = net;
  const energy = s[ENERGY] + rules.energyGain;
  s[ENERGY] = energy > rules.energyMost ? rules.energyMost : energy;
}

/** What people were made to do is forgotten by half in about 47 seconds. */
const LOAD_WEARS = 13;

export function wearLoad(net: Network): void {
  net.s[LOAD] -= net.s[LOAD] >> LOAD_WEARS;
}

export function endTimers(net: Network, heard: Heard): void {
  const { s } = net;
  const now = s[TICK];
  if (now < s[NEXT_TIMER]) return;
  const {
    nodes,
    bonds,
    holder,
    heldUntil,
    shieldedUntil,
    voice,
    lensUntil,
    gatheredBy,
    gatheredUntil,
    promisedUntil,
    fade,
    from,
    to,
    group,
  } = net.rules.layout;
  s[NEXT_TIMER] = NEVER;
  for (let i = 0; i < nodes; i++) {
    if (s[holder + i] === HOLDER.anchor) {
      if (now >= s[heldUntil + i]) {
        s[holder + i] = HOLDER.nobody;
        s[voice + i] = Math.floor(s[voice + i] / ANCHOR_LOUDER);
        refreshVoice(net, i);
        heard('anchorEnded', i, 0);
      } else noteTimer(net, s[heldUntil + i]);
    }
    if (s[shieldedUntil + i] !== 0) {
      if (now >= s[shieldedUntil + i]) {
        s[shieldedUntil + i] = 0;
        refreshBondsOf(net, i);
        heard('shieldEnded', i, 0);
      } else noteTimer(net, s[shieldedUntil + i]);
    }
    if (s[lensUntil + i] !== 0) {
      if (now >= s[lensUntil + i]) {
        s[lensUntil + i] = 0;
        refreshVoice(net, i);
        heard('lensEnded', i, 0);
      } else noteTimer(net, s[lensUntil + i]);
    }
    if (s[gatheredBy + i] !== 0) {
      if (now >= s[gatheredUntil + i]) {
        if (s[gatheredBy + i] === i + 1) heard('workshopHeld', i, 0);
        s[gatheredBy + i] = 0;
        s[gatheredUntil + i] = 0;
        refreshVoice(net, i);
      } else noteTimer(net, s[gatheredUntil + i]);
    }
  }
  for (let e = 0; e < bonds; e++) {
    if (s[promisedUntil + e] === 0) continue;
    if (now >= s[promisedUntil + e]) {
      s[promisedUntil + e] = 0;
      s[fade + e] = roomTerms(net.rules, s[group + s[from + e]], s[group + s[to + e]]).fade;
    } else noteTimer(net, s[promisedUntil + e]);
  }
}

/** A held hand is a loud one: everybody sees it not moving. */
export const ANCHOR_LOUDER = 3;
