// A gamepad, asked once a frame: buttons and axes by their names in bound.ts. A pad that is unplugged in the midst of a press
// lets go of everything.

import { BINDABLE, type Bindable, type Bindings } from '../bound.ts';
import type { Play } from '../play.ts';
import { commandOf } from './bindings.ts';
import { press, walk } from './walk.ts';

/** A stick is over when it is pushed this far; it comes back before it counts again. */
const OVER = 0.6;
const BACK = 0.35;
/** What is held goes on moving: first after this long, then this often. */
const REPEAT_FIRST_MS = 380;
const REPEAT_MS = 130;
const REPEATS: readonly Bindable[] = ['up', 'down', 'left', 'right'];

interface PadState {
  readonly buttons: readonly boolean[];
  readonly axes: readonly number[];
}

/** What a pad does from one frame to the next. Pure but for its own memory. */
export class Pad {
  private readonly held = new Map<Bindable, number>();

  read(state: PadState | null, now: number, bindings: Bindings): Bindable[] {
    const acts: Bindable[] = [];
    for (const act of BINDABLE) {
      const due = this.held.get(act);
      if (state === null || !this.isDown(state, act, bindings)) this.held.delete(act);
      else if (due === undefined) {
        acts.push(act);
        this.held.set(act, now + REPEAT_FIRST_MS);
      } else if (REPEATS.includes(act) && now >= due) {
        acts.push(act);
        this.held.set(act, now + REPEAT_MS);
      }
    }
    return acts;
  }

  isHeld(act: Bindable): boolean {
    return this.held.has(act);
  }

  private isDown({ buttons, axes }: PadState, act: Bindable, bindings: Bindings): boolean {
    return bindings[act].some((name) => {
      const number = Number.parseInt(name.slice(1), 10);
      if (name.startsWith('b')) return buttons[number] ?? false;
      const pushed = (axes[number] ?? 0) * (name.endsWith('-') ? -1 : 1);
      return pushed > (this.held.has(act) ? BACK : OVER);
    });
  }
}

/** Returns what is to be called once a frame. */
export function listenToPad(play: Play, bindings: () => Bindings): (now: number) => void {
  const pad = new Pad();
  return (now) => {
    for (const act of pad.read(firstPad(), now, bindings())) obey(play, act, pad.isHeld('finely'));
  };
}

function obey(play: Play, act: Bindable, finely: boolean): void {
  const command = commandOf(act, finely);
  if (command === null) return;
  if (play.screen !== 'playing') {
    if (command.do === 'move') return void walk(command.way);
    if (command.do === 'use' && press()) return;
  }
  play.command(command);
}

function firstPad(): PadState | null {
  const pads = typeof navigator.getGamepads === 'function' ? navigator.getGamepads() : [];
  const pad = pads.find((one) => one?.connected);
  if (pad === null || pad === undefined) return null;
  return { buttons: pad.buttons.map((one) => one.pressed), axes: [...pad.axes] };
}
