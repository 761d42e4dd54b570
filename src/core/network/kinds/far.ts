import type { KindRow } from './kind.ts';

/** Out of reach of hands; a bead gets there, and so do its neighbours. */
export const far: KindRow = {
  code: 1,
  doc: 'a person out of reach of hands: only what travels along bonds gets there',
  counted: true,
  touchable: false,
  emit: 32,
  feel: 32,
};
