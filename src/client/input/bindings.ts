// Which key means what. One table, so that it can be shown, and one day changed.

import type { Command } from '../play.ts';

const WAYS = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const;

const KEYS: Readonly<Record<string, Command>> = {
  Enter: { do: 'use' },
  ' ': { do: 'use' },
  Escape: { do: 'back' },
  p: { do: 'pause' },
  r: { do: 'again' },
  n: { do: 'fresh' },
  l: { do: 'networks' },
  t: { do: 'transcript' },
  c: { do: 'codex' },
  '?': { do: 'help' },
};

export interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
}

/** What a key asks for, or null. `onButton`: something that Enter and Space press by themselves has the focus. */
export function commandFor(pressed: Pressed, onButton: boolean): Command | null {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return null;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  if (Object.hasOwn(WAYS, key)) return { do: 'move', way: WAYS[key as keyof typeof WAYS], finely: pressed.shiftKey };
  if (pressed.repeat) return null;
  if (/^[1-9]$/.test(key)) return { do: 'tool', slot: Number(key) - 1 };
  const command = Object.hasOwn(KEYS, key) ? KEYS[key] : null;
  return command?.do === 'use' && onButton ? null : command;
}
