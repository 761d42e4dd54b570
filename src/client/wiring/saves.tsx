import type { VNode } from 'preact';
import type { Parts } from './desk.tsx';
import type { Kept } from './kept.ts';

export function savesPanel(_parts: Parts, _kept: Kept): VNode | null {
  return null;
}
