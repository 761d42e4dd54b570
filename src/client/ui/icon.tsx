import type { VNode } from 'preact';
import { Icon as Drawn, type IconName } from '../look/icons.tsx';

export function Icon({ name }: { name: IconName }): VNode {
  return <Drawn name={name} />;
}
