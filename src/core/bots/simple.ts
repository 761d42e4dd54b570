// The bots that show what a level is worth without sense: doing nothing, flailing, and only ever tuning.

import { below, seedRandom } from '../math/random.ts';
import { ticks, toByte } from '../math/turn.ts';
import { refusal } from '../network/acts.ts';
import { TICK } from '../network/layout.ts';
import { use, type Bot } from './bot.ts';
import { stragglers } from './habits/gather.ts';
import { bearing } from './senses.ts';

export function idle(): Bot {
  return { act: () => null };
}

/** Between one throw of the hand and the next. */
const FLAILS = ticks(0.4);

/** Any tool at anything that is on the table, without looking; what is refused was a miss. */
export function random(seed: number): Bot {
  const dice = new Int32Array(4);
  seedRandom(dice, 0, seed ^ 0x0d1ce);
  return {
    act(net) {
      const { rules, s } = net;
      if (s[TICK] % FLAILS !== 0 || rules.tools.length === 0) return null;
      const { id, row } = rules.tools[below(dice, 0, rules.tools.length)];
      const many = { node: rules.layout.nodes, angle: 256, bond: rules.layout.bonds, door: rules.doors.length };
      const [a = 0, b = 0] = row.takes.map((target) => below(dice, 0, many[target]));
      const act = use(id, a, b);
      return refusal(net, id, act) === null ? act : null;
    },
  };
}

/** Only ever tunes, and does it well. */
export function greedy(): Bot {
  return {
    act(net) {
      const i = stragglers(net, 1)[0];
      if (i === undefined) return null;
      const act = use('tune', i, toByte((bearing(net).to(i) + net.s[net.rules.layout.part + i]) | 0));
      return refusal(net, 'tune', act) === null ? act : null;
    },
  };
}
