import { below } from '../../math/random.ts';
import { RANDOM } from '../layout.ts';
import type { HazardRow } from './hazard.ts';

/**
 * Somebody off the map, bonded to a few people by bonds nobody sees. They turn at a rhythm of their own and are not moved.
 * Reveal shows the bonds at a person; mend cuts them, for good.
 */
export const steer: HazardRow = {
  doc: 'hidden bonds from somebody off the map, until they are revealed and cut',
  fields: {
    bonds: { unit: 'count', least: 1, most: 16, otherwise: 3, doc: 'how many people are steered' },
    rhythm: {
      unit: 'hertz',
      least: 0.05,
      most: 2,
      otherwise: 0.5,
      doc: 'how fast the one off the map turns; which way is drawn',
    },
    trust: { unit: 'trust', least: 0.05, most: 1, otherwise: 1, doc: 'how strong the hidden bonds are' },
  },
  words: 0,
  brings: (values) => ({ nodes: 1, bonds: values.bonds }),
  build(builder, hazard) {
    const { values } = hazard;
    const way = below(builder.s, RANDOM, 2) * 2 - 1;
    const who = builder.addNode('foreign', { x: 2048, y: 0, rhythm: way * values.rhythm, name: 'off the map' });
    for (const i of builder.draw(builder.people(), values.bonds)) {
      builder.addBond(who, i, {
        trust: values.trust,
        floor: values.trust,
        grow: 0,
        fade: 0,
      });
    }
  },
};
