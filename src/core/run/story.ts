// What a run asks of whoever tells the story. The state is plain data that only the story reads; it is replaced, never
// changed in place, so that a copy of a World may share it. The Game is what the story's functions may look at.

import type { Restored, View } from '../story/story.ts';
import type { Game } from './game.ts';

export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

export interface Story {
  /** Opens a scene over what was remembered so far. `dice` is the scene's own seed. */
  readonly begin: (remembered: Plain, scene: string, dice: number, game: Game) => Plain;
  /** Commands are for the run to obey; it then goes on by itself. */
  readonly view: (state: Plain, game: Game) => View;
  /** Past a line or a command (option -1) or by an option. */
  readonly advance: (state: Plain, option: number, game: Game) => Plain;
  /** A state that was made with another edit of the script: where it goes on in this one. */
  readonly mend: (state: Plain, game: Game) => { readonly state: Plain; readonly restored: Restored };
}

/** Where there is nothing to tell: every scene is over as it begins. */
export const silence: Story = {
  begin: (remembered) => remembered,
  view: () => ({ kind: 'end' }),
  advance: (state) => state,
  mend: (state) => ({ state, restored: { at: 'same' } }),
};
