import type { VNode } from 'preact';
import type { Face as Look } from '../../core/run/cast.ts';
import { Portrait } from '../portraits/portrait.tsx';

/** Somebody's portrait, as small as a button wants it. */
export function Face(props: { id: string; face: Look; size: number; speaking?: boolean; flipped?: boolean }): VNode {
  return <Portrait {...props} />;
}
