import type { VNode } from 'preact';
import type { Parts } from './desk.tsx';

export function settingsPanel(_parts: Parts): VNode | null {
  return null;
}
