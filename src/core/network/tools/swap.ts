import { weigh } from '../acts.ts';
import { isHeld, refreshVoice } from '../network.ts';
import type { ToolRow } from './tool.ts';

const WEIGHT = 8;

/** What goes with the person when two change seats. The place keeps its bonds, its group and its part in the chord. */
const GOES_ALONG = [
  'phase',
  'speed',
  'rhythm',
  'base',
  'birth',
  'agitation',
  'loss',
  'score',
  'memory',
  'touched',
] as const;

export const swap: ToolRow = {
  code: 9,
  doc: 'two people change seats: hands, rhythms and scores go along, places and bonds stay',
  takes: ['node', 'node'],
  cost: 14,
  cooldown: 2,
  refuse: (net, _tool, { a, b }) => (isHeld(net, a) || isHeld(net, b) ? 'held' : null),
  apply(net, _tool, { a, b }) {
    const { s } = net;
    for (const column of GOES_ALONG) {
      const at = net.rules.layout[column];
      const kept = s[at + a];
      s[at + a] = s[at + b];
      s[at + b] = kept;
    }
    for (const who of [a, b]) refreshVoice(net, who);
    weigh(net, WEIGHT);
  },
};
