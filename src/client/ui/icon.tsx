import type { VNode } from 'preact';

/** Until the icons are picked. */
export function Icon({ name }: { name: string }): VNode {
  return <span aria-hidden="true">{name === 'lock' ? '◆' : '∿'}</span>;
}
