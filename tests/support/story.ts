// A story of a few lines, for tests of runs: scenes are lists of beats, and the state is where one stands in one.

import type { Plain, Story } from '../../src/core/run/story.ts';

/** A line, options of which some are open, or a command as a script writes it. */
export type Beat = 'line' | readonly boolean[] | `<<${string}>>`;

export type FakeState = {
  readonly scene: string;
  readonly at: number;
  /** Scenes opened so far, and options chosen. */
  readonly told: readonly string[];
  readonly chosen: readonly number[];
  readonly dice: number;
};

const SAYING = { line: 'line:said', values: [] };

export function fakeStory(scenes: Readonly<Record<string, readonly Beat[]>>): Story {
  const beatOf = (state: Plain): Beat | undefined => {
    const { scene, at } = state as FakeState;
    return scenes[scene][at];
  };
  return {
    begin(remembered, scene, dice) {
      const before = remembered as FakeState | null;
      const told = [...(before?.told ?? []), scene];
      return { scene, at: 0, told, chosen: before?.chosen ?? [], dice };
    },
    view(state) {
      const beat = beatOf(state);
      if (beat === undefined) return { kind: 'end' };
      if (beat === 'line') return { kind: 'line', ...SAYING };
      if (typeof beat === 'string') return { kind: 'command', text: beat.slice(2, -2) };
      return { kind: 'options', options: beat.map((open) => ({ ...SAYING, open })) };
    },
    advance(state, option) {
      const now = state as FakeState;
      return { ...now, at: now.at + 1, chosen: option < 0 ? now.chosen : [...now.chosen, option] };
    },
    mend: (state) => ({ state, restored: { at: 'same' } }),
  };
}
