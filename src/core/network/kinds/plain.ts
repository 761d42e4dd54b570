import type { KindRow } from './kind.ts';

export const plain: KindRow = {
  code: 0,
  doc: 'a person: heard, moved, touched and asked for',
  counted: true,
  touchable: true,
  emit: 32,
  feel: 32,
};
