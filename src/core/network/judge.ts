// Whether it is won or lost. Letting go costs twice what holding earns, and a network that cannot be won any more says so.

import { AUTHENTICITY, AWAITED, BEST_HELD, HELD_FOR, LOST_AT, OUTCOME, TICK, UNLIMITED } from './layout.ts';
import { authenticityAtBest } from './measure.ts';
import type { Network } from './network.ts';
import { OUTCOMES, type Heard, type Outcome } from './vocabulary.ts';

const LETTING_GO = 2;

export function judge(net: Network, heard: Heard): void {
  const { s, rules } = net;
  const { row } = rules.goal;
  if (s[AUTHENTICITY] >= rules.authenticity && s[AWAITED] === 0 && row.isMet(net)) {
    s[HELD_FOR]++;
    if (s[HELD_FOR] > s[BEST_HELD]) s[BEST_HELD] = s[HELD_FOR];
    if (s[HELD_FOR] >= rules.hold) {
      if (row.held === undefined || row.held(net, heard)) return end(net, 'won', heard);
      s[HELD_FOR] = 0;
    }
  } else if (s[HELD_FOR] > 0) {
    if (s[HELD_FOR] === s[BEST_HELD]) s[LOST_AT] = s[TICK];
    s[HELD_FOR] = s[HELD_FOR] > LETTING_GO ? s[HELD_FOR] - LETTING_GO : 0;
  }
  if (authenticityAtBest(net) < rules.authenticity) return end(net, 'selvesLost', heard);
  if (s[TICK] >= rules.limit && s[UNLIMITED] === 0) end(net, 'outOfTime', heard);
}

function end(net: Network, how: Outcome, heard: Heard): void {
  net.s[OUTCOME] = OUTCOMES.indexOf(how);
  heard(how === 'won' ? 'won' : 'lost', net.s[OUTCOME], net.s[TICK]);
}
