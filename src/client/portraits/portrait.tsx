// Somebody on the page. The drawing is a string (draw.ts); this gives it a size, a side and a voice.

import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Face } from '../../core/run/cast.ts';
import { blinkOf, portraitOf } from './draw.ts';
import './portrait.css';

export interface PortraitProps {
  readonly id: string;
  readonly face: Face;
  /** while they speak the hand of their ring turns */
  readonly speaking?: boolean;
  /** in pixels */
  readonly size?: number;
  /** everybody looks to the right by nature; who stands on the right looks back */
  readonly flipped?: boolean;
}

export function Portrait({ id, face, speaking = false, size = 200, flipped = false }: PortraitProps): VNode {
  const drawn = useMemo(() => ({ __html: portraitOf(id, face) }), [id, face]);
  const blink = blinkOf(id);
  const classes = ['portrait-box', speaking ? 'speaking' : '', flipped ? 'flipped' : ''].filter(Boolean).join(' ');
  return (
    <span
      class={classes}
      style={{ '--portrait-size': `${size}px`, '--blink': `${blink.every}s`, '--blink-at': `-${blink.after}s` }}
      aria-hidden="true"
      dangerouslySetInnerHTML={drawn}
    />
  );
}
