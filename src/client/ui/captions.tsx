import type { VNode } from 'preact';
import type { Desk } from '../desk.ts';

/** What is heard, in words. Not read out: a screen reader hears it. */
export function Captions({ desk }: { desk: Desk }): VNode | null {
  return desk.caption === '' ? null : (
    <p class="caption" aria-hidden="true">
      [{desk.caption}]
    </p>
  );
}
