// What an act of the hands comes to: keys and pads name acts (bound.ts), and this makes commands of them.

import { actOf, KEYS_AT_FIRST, type Bindable, type Bindings } from '../bound.ts';
import type { Direction } from '../picture.ts';
import type { Command } from '../play.ts';

export function commandOf(act: Bindable, finely: boolean): Command | null {
  switch (act) {
    case 'left':
    case 'right':
    case 'up':
    case 'down':
      return { do: 'move', way: act satisfies Direction, finely };
    case 'next':
      return { do: 'toolNext' };
    case 'previous':
      return { do: 'toolBefore' };
    case 'finely':
      return null;
    case 'use':
    case 'back':
    case 'pause':
    case 'again':
    case 'fresh':
    case 'transcript':
    case 'codex':
    case 'networks':
    case 'settings':
    case 'saves':
    case 'help':
      return { do: act };
    case 'tool1':
    case 'tool2':
    case 'tool3':
    case 'tool4':
    case 'tool5':
    case 'tool6':
    case 'tool7':
    case 'tool8':
    case 'tool9':
      return { do: 'tool', slot: Number(act.slice(-1)) - 1 };
  }
}

export interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
}

/** What a key asks for, or null. `onButton`: something that Enter and Space press by themselves has the focus. */
export function commandFor(pressed: Pressed, onButton: boolean, keys: Bindings = KEYS_AT_FIRST): Command | null {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return null;
  const act = actOf(keys, pressed.key);
  const command = act === null ? null : commandOf(act, pressed.shiftKey);
  if (command === null) return null;
  if (pressed.repeat && command.do !== 'move') return null;
  const isNative = pressed.key === 'Enter' || pressed.key === ' ';
  return command.do === 'use' && onButton && isNative ? null : command;
}
