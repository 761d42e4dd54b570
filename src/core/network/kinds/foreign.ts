import type { KindRow } from './kind.ts';

/** Turns at a rhythm of its own, feels nothing, and is heard five times as loud. */
export const foreign: KindRow = {
  code: 2,
  doc: 'somebody off the map: feels nothing, is heard five times as loud, unseen until revealed',
  counted: false,
  touchable: false,
  offMap: true,
  emit: 160,
  feel: 0,
};
