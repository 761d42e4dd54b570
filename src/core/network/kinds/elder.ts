import type { KindRow } from './kind.ts';

/** A quarter as easily moved as others, twice as much heard. */
export const elder: KindRow = {
  code: 3,
  doc: 'slow and heavy: a quarter as easily moved as others, heard twice as much',
  counted: true,
  touchable: true,
  emit: 64,
  feel: 8,
};
