// The clock most hazards share: name somebody ahead of time, then strike, then begin again.

import type { Fields } from '../fields.ts';
import type { Network } from '../network.ts';
import type { PlacedHazard } from '../rules.ts';
import type { Heard } from '../vocabulary.ts';
import { DUE, NAMED } from './hazard.ts';

export const STRIKE_FIELDS = {
  every: { unit: 'seconds', least: 0.5, most: 120, doc: 'seconds from one strike to the next' },
  first: {
    unit: 'seconds',
    least: 0,
    most: 120,
    otherwise: 0,
    doc: 'seconds before the first; 0 means as long as every',
  },
  tell: { unit: 'seconds', least: 0, most: 20, otherwise: 1, doc: 'how long before it strikes it says whom' },
} as const satisfies Fields;

export function beginClock(net: Network, hazard: PlacedHazard): void {
  const { values } = hazard;
  net.s[hazard.block + DUE] = values.first > 0 ? values.first : values.every;
}

/**
 * Whom (an index) or -1 for nobody; and what then happens to them: false when it came to nothing. Each is asked at most once
 * a round: when nobody is there to be named, the round passes, so that nobody is ever struck with less warning than `tell`.
 */
export interface Strike {
  readonly pick: (net: Network) => number;
  readonly strike: (net: Network, whom: number, hazard: PlacedHazard) => boolean;
}

export function keepTime(net: Network, hazard: PlacedHazard, heard: Heard, { pick, strike }: Strike): void {
  const { s } = net;
  const { block, values, index } = hazard;
  s[block + DUE]--;
  if (s[block + NAMED] === 0 && s[block + DUE] <= values.tell) {
    const whom = pick(net);
    if (whom < 0) {
      s[block + DUE] += values.every;
      return;
    }
    s[block + NAMED] = whom + 1;
    heard('hazardNamed', index, whom);
  }
  if (s[block + DUE] > 0) return;
  const whom = s[block + NAMED] - 1;
  s[block + NAMED] = 0;
  s[block + DUE] = values.every;
  heard(strike(net, whom, hazard) ? 'hazardStruck' : 'hazardTurned', index, whom);
}
