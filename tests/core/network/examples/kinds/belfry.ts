import { beatAngle } from '../../../../../src/core/network/beat.ts';
import type { KindRow } from '../../../../../src/core/network/kinds/kind.ts';

/** Shows the bar, whatever it hears. */
export const belfry: KindRow = {
  code: 12,
  doc: 'turns with the bar and is not moved',
  counted: false,
  touchable: false,
  emit: 64,
  feel: 0,
  tick(net, { node }) {
    net.s[net.rules.layout.phase + node] = beatAngle(net);
  },
};
