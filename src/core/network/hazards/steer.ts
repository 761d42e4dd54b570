import { below } from '../../math/random.ts';
import { TICKS_PER_SECOND } from '../../math/turn.ts';
import { RANDOM, TICK } from '../layout.ts';
import { endOf, touches } from '../network.ts';
import { giveScore, SCORE_TICKS } from '../scores.ts';
import type { HazardRow } from './hazard.ts';

/**
 * Somebody off the map, bonded to a few people by bonds nobody sees. They turn at a rhythm of their own and are not moved.
 * Reveal shows the bonds at a person; mend cuts them, for good. Where people wear scores, theirs are bought up meanwhile.
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
    buys: {
      unit: 'points',
      least: 0,
      most: 40,
      otherwise: 3,
      doc: 'points a second that a steered person’s score is bought up by, while the hidden bond lasts',
    },
  },
  words: 1, // who is off the map, + 1
  brings: (values) => ({ nodes: 1, bonds: values.bonds }),
  build(builder, hazard) {
    const { values } = hazard;
    const way = below(builder.s, RANDOM, 2) * 2 - 1;
    const who = builder.addNode('foreign', { x: 2048, y: 0, rhythm: way * values.rhythm, name: 'off the map' });
    builder.s[hazard.block] = who + 1;
    for (const i of builder.draw(builder.people(), values.bonds)) {
      builder.addBond(who, i, {
        trust: values.trust,
        floor: values.trust,
        grow: 0,
        fade: 0,
      });
    }
  },
  /** The one thing that shows: a number that climbs, whatever the person who wears it does. */
  tick(net, { block, values }) {
    const { s } = net;
    if (net.rules.scores === null || values.buys === 0 || s[TICK] % SCORE_TICKS !== 0) return;
    const { bonds, pull } = net.rules.layout;
    const each = Math.floor((values.buys * SCORE_TICKS) / TICKS_PER_SECOND + 0.5);
    const who = s[block] - 1;
    for (let e = 0; e < bonds; e++)
      if (s[pull + e] !== 0 && touches(net, e, who)) giveScore(net, endOf(net, e, who), each);
  },
};
