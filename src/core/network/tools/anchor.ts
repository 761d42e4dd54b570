import { weigh } from '../acts.ts';
import { HOLDER, TICK } from '../layout.ts';
import { isHeld, noteTimer, refreshVoice } from '../network.ts';
import { ANCHOR_LOUDER } from '../timers.ts';
import type { ToolRow } from './tool.ts';

const WEIGHT = 10;

/** Holds a hand still, and makes it heard; others gather to it. The cooldown is longer than the hold, so it cannot be chained. */
export const anchor: ToolRow = {
  code: 2,
  doc: 'hold one hand still and loud for a while; others gather to it',
  takes: ['node'],
  cost: 18,
  cooldown: 6,
  seconds: 3,
  louder: ANCHOR_LOUDER,
  refuse: (net, _tool, { a }) => (isHeld(net, a) ? 'held' : null),
  apply(net, tool, { a }) {
    const { s } = net;
    const { holder, heldUntil, voice } = net.rules.layout;
    s[holder + a] = HOLDER.anchor;
    s[heldUntil + a] = s[TICK] + tool.ticks;
    s[voice + a] *= ANCHOR_LOUDER;
    refreshVoice(net, a);
    noteTimer(net, s[heldUntil + a]);
    weigh(net, WEIGHT);
  },
};
