// The story of a run: a compiled program, told by the teller, with the game's functions. The state is the teller's snapshot.

import type { Snapshot } from '../story/story.ts';
import { createTeller } from '../story/tell.ts';
import type { Program } from '../yarn/program.ts';
import { STORY_FUNCTIONS } from './functions.ts';
import type { Story } from './story.ts';

export function makeStory(program: Program): Story {
  const teller = createTeller(program, STORY_FUNCTIONS);
  return {
    begin: (remembered, scene, dice, game) => teller.begin(remembered as Snapshot | null, scene, dice, game),
    view: (state, game) => (state === null ? { kind: 'end' } : teller.view(state as unknown as Snapshot, game)),
    advance: (state, option, game) =>
      teller.advance(state as unknown as Snapshot, option < 0 ? undefined : option, game),
    mend(state, game) {
      if (state === null) return { state, restored: { at: 'same' } };
      const { snapshot, restored } = teller.mend(state as unknown as Snapshot, game);
      return { state: snapshot, restored };
    },
  };
}
