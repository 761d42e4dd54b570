import type { VNode } from 'preact';
import type { Face as Look } from '../../core/run/cast.ts';
import { portraitOf } from '../portraits/draw.ts';

interface FaceProps {
  readonly id: string;
  readonly face: Look;
  readonly size: number;
  readonly speaking?: boolean;
  readonly flipped?: boolean;
}

/** Somebody's portrait. Their name stands beside it, in words. */
export function Face({ id, face, size, speaking, flipped }: FaceProps): VNode {
  return (
    <span
      class={`portrait${speaking === true ? ' speaking' : ''}${flipped === true ? ' flipped' : ''}`}
      style={{ '--portrait': `${size}px` }}
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: portraitOf(id, face) }}
    />
  );
}
