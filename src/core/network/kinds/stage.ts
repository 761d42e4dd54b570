import type { KindRow } from './kind.ts';

/** Who stands on it is heard four times as loud; swap changes who stands there. */
export const stage: KindRow = {
  code: 4,
  doc: 'a stage: whoever stands on it is heard four times as loud',
  counted: true,
  touchable: true,
  emit: 128,
  feel: 16,
};
