import { DUE, NAMED, type HazardRow } from './hazard.ts';
import { stir } from './surge.ts';
import { beginClock, STRIKE_FIELDS } from './strike.ts';

const LEFT = 2;

/** Weather over one group: it is announced, it lasts, it passes, it comes back. */
export const storm: HazardRow = {
  doc: 'keeps one group agitated to the full while it lasts',
  fields: {
    ...STRIKE_FIELDS,
    tell: { ...STRIKE_FIELDS.tell, otherwise: 1.5 },
    lasts: { unit: 'seconds', least: 0.5, most: 30, otherwise: 3, doc: 'how long it stays' },
    group: { unit: 'group', least: 0, most: 7, otherwise: 0, doc: 'the group it comes over' },
  },
  words: 3,
  names: 'group',
  begin: beginClock,
  tick(net, hazard, heard) {
    const { s } = net;
    const { block, values } = hazard;
    const { nodes, group } = net.rules.layout;
    const { index } = hazard;
    s[block + DUE]--;
    if (s[block + NAMED] === 0 && s[block + DUE] <= values.tell) {
      s[block + NAMED] = values.group + 1;
      heard('hazardNamed', index, values.group);
    }
    if (s[block + DUE] <= 0) {
      s[block + DUE] = values.every;
      s[block + LEFT] = values.lasts;
      heard('hazardStruck', index, values.group);
    }
    if (s[block + LEFT] === 0) return;
    s[block + LEFT]--;
    for (let i = 0; i < nodes; i++) if (s[group + i] === values.group) stir(net, i);
    if (s[block + LEFT] > 0) return;
    s[block + NAMED] = 0;
    heard('hazardEnded', index, values.group);
  },
};
