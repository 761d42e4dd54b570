import { kindOf } from '../acts.ts';
import { AWAITED, TICK } from '../layout.ts';
import { latenessOf, peopleIn } from '../level.ts';
import { isLate, refreshBondsOf, type Network } from '../network.ts';
import type { PlacedHazard } from '../rules.ts';
import type { Heard } from '../vocabulary.ts';
import { ticks } from '../../math/turn.ts';
import { DUE, NAMED, type HazardRow } from './hazard.ts';

/**
 * People come late, in waves: `late` on a person or a group says after how long. Until then they are not there for anybody,
 * and nothing is won without them. Their coming is no harm that an assist could hold off, so it keeps the run's own time.
 */
export const arrivals: HazardRow = {
  doc: 'people marked late join, named ahead; until then they are not counted and nothing is won',
  fields: {
    tell: { unit: 'seconds', least: 2, most: 20, otherwise: 3, doc: 'how long before somebody joins it says whom' },
  },
  words: 2,
  names: 'node',
  begin(net) {
    const { s, rules } = net;
    const { arrives, counted } = rules.layout;
    let i = 0;
    for (const group of rules.level.groups) {
      for (let k = 0; k < peopleIn(group); k++, i++) {
        const late = latenessOf(group, k);
        if (late === undefined || isLate(net, i)) continue;
        s[arrives + i] = ticks(late);
        s[counted + i] = 0;
        s[AWAITED]++;
      }
    }
    for (let n = 0; n < i; n++) if (isLate(net, n)) refreshBondsOf(net, n);
  },
  always: receive,
};

/** DUE and NAMED are of the next to join who was named; others of the same wave are in `arriving`. */
function receive(net: Network, hazard: PlacedHazard, heard: Heard): void {
  const { s } = net;
  if (s[AWAITED] === 0) return;
  const { nodes, arrives } = net.rules.layout;
  const { block, values, index } = hazard;
  s[block + NAMED] = 0;
  s[block + DUE] = 0;
  for (let i = 0; i < nodes; i++) {
    if (s[arrives + i] === 0) continue;
    const left = s[arrives + i] - s[TICK];
    if (left <= 0) {
      join(net, i, heard);
      continue;
    }
    if (left > values.tell) continue;
    if (left === values.tell) heard('hazardNamed', index, i);
    if (s[block + NAMED] !== 0 && s[block + DUE] <= left) continue;
    s[block + NAMED] = i + 1;
    s[block + DUE] = left;
  }
}

function join(net: Network, i: number, heard: Heard): void {
  const { s } = net;
  const { arrives, counted, group } = net.rules.layout;
  s[arrives + i] = 0;
  s[counted + i] = kindOf(net, i).counted ? 1 : 0;
  s[AWAITED]--;
  refreshBondsOf(net, i);
  heard('joined', i, s[group + i]);
}

/** Everybody who has been named and is on the way, and in how many ticks they are here. */
export function arriving(net: Network): { node: number; left: number }[] {
  const { s, rules } = net;
  const placed = rules.hazards.find((one) => one.row === arrivals);
  if (placed === undefined) return [];
  const out: { node: number; left: number }[] = [];
  for (let i = 0; i < rules.layout.nodes; i++) {
    const left = s[rules.layout.arrives + i] - s[TICK];
    if (isLate(net, i) && left <= placed.values.tell) out.push({ node: i, left });
  }
  return out;
}
