// Signs beside words, drawn in the colour of the words. They say nothing by themselves: whoever uses one names it.

import type { VNode } from 'preact';
import { LUCIDE } from './lucide.ts';

export type IconName = keyof typeof LUCIDE;

export function Icon({ name, size = '1.15em' }: { name: IconName; size?: string }): VNode {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
      dangerouslySetInnerHTML={{ __html: LUCIDE[name].inside }}
    />
  );
}
