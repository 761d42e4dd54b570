// A gamepad, asked once a frame: buttons by the standard layout, the left stick as a cross. A pad that is unplugged in the
// midst of a press lets go of everything.

import type { Direction } from '../picture.ts';
import type { Play } from '../play.ts';
import { press, walk } from './walk.ts';

export type PadAct = Direction | 'use' | 'back' | 'pause' | 'toolNext' | 'toolBefore' | 'again' | 'fine';

/** By number of the standard layout. */
export const PAD: Readonly<Record<number, PadAct>> = {
  0: 'use',
  1: 'back',
  3: 'again',
  4: 'toolBefore',
  5: 'toolNext',
  6: 'fine',
  7: 'fine',
  9: 'pause',
  12: 'up',
  13: 'down',
  14: 'left',
  15: 'right',
};

/** A stick is over when it is pushed this far; it comes back before it counts again. */
const OVER = 0.6;
const BACK = 0.35;
/** What is held goes on moving: first after this long, then this often. */
const REPEAT_FIRST_MS = 380;
const REPEAT_MS = 130;
const REPEATS: readonly PadAct[] = ['up', 'down', 'left', 'right'];

export interface PadState {
  readonly buttons: readonly boolean[];
  readonly x: number;
  readonly y: number;
}

/** What a pad does from one frame to the next. Pure but for its own memory. */
export class Pad {
  private readonly held = new Map<PadAct, number>();

  read(state: PadState | null, now: number, layout: Readonly<Record<number, PadAct>> = PAD): PadAct[] {
    const down = state === null ? new Set<PadAct>() : this.down(state, layout);
    const acts: PadAct[] = [];
    for (const act of down) {
      const due = this.held.get(act);
      if (due === undefined) {
        acts.push(act);
        this.held.set(act, now + REPEAT_FIRST_MS);
      } else if (REPEATS.includes(act) && now >= due) {
        acts.push(act);
        this.held.set(act, now + REPEAT_MS);
      }
    }
    for (const act of this.held.keys()) if (!down.has(act)) this.held.delete(act);
    return acts;
  }

  isHeld(act: PadAct): boolean {
    return this.held.has(act);
  }

  private down({ buttons, x, y }: PadState, layout: Readonly<Record<number, PadAct>>): Set<PadAct> {
    const down = new Set<PadAct>();
    buttons.forEach((isDown, k) => isDown && layout[k] !== undefined && down.add(layout[k]));
    const over = (act: PadAct, by: number): void => {
      if (by > (this.held.has(act) ? BACK : OVER)) down.add(act);
    };
    over('left', -x);
    over('right', x);
    over('up', -y);
    over('down', y);
    return down;
  }
}

/** Returns what is to be called once a frame. */
export function listenToPad(play: Play): (now: number) => void {
  const pad = new Pad();
  return (now) => {
    for (const act of pad.read(firstPad(), now)) obey(play, act, pad.isHeld('fine'));
  };
}

function obey(play: Play, act: PadAct, finely: boolean): void {
  const isNetwork = play.screen === 'playing';
  switch (act) {
    case 'left':
    case 'right':
    case 'up':
    case 'down':
      if (isNetwork) play.command({ do: 'move', way: act, finely });
      else walk(act);
      return;
    case 'use':
      if (isNetwork || !press()) play.command({ do: 'use' });
      return;
    case 'toolNext':
    case 'toolBefore':
      return play.nextTool(act === 'toolNext' ? 1 : -1);
    case 'back':
    case 'pause':
    case 'again':
      return play.command({ do: act });
    case 'fine':
      return;
  }
}

function firstPad(): PadState | null {
  const pads = typeof navigator.getGamepads === 'function' ? navigator.getGamepads() : [];
  const pad = pads.find((one) => one?.connected === true);
  if (pad === null || pad === undefined) return null;
  return { buttons: pad.buttons.map((one) => one.pressed), x: pad.axes[0] ?? 0, y: pad.axes[1] ?? 0 };
}
