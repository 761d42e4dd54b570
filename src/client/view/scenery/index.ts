// Which composition a look is.

import type { Composition } from './brush.ts';
import { allotment, city, mirrorCourt, tideSteps } from './coves-out.ts';
import { tonesOf } from './tones.ts';
import type { Look } from '../look.ts';

export function compose(look: Look): Composition {
  const tones = tonesOf(look.city, look.act);
  switch (look.place) {
    case 'tide_steps':
      return tideSteps(tones);
    case 'mirror_court':
      return mirrorCourt(tones, look.act);
    case 'allotment':
      return allotment(tones);
    default:
      return city(tones);
  }
}
