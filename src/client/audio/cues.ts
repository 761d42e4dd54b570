// What is heard once, and what then stands on the screen for who does not hear it. Everything that happens in a network and
// every sound that a script may ask for has a row; a row without a caption is decorative: what it says is said elsewhere.

import type { ToolId } from '../../core/network/tools/table.ts';
import type { EventKind } from '../../core/network/vocabulary.ts';
import { SOUNDS, type SoundId } from '../../core/run/cues.ts';
import type { Bus } from './mixer.ts';
import type { EffectId } from './synth/effects.ts';

export interface Cue {
  readonly effect: EffectId;
  readonly bus: Bus;
  /** What stands on the screen, or why nothing needs to. */
  readonly caption: string | { readonly decorative: string };
  /** Does the music give way? */
  readonly ducks: boolean;
}

const SEEN = { decorative: 'the picture and the lists show it as it happens' } as const;
const DONE = { decorative: 'who did it sees it done' } as const;
const PAGE = { decorative: 'the page itself moves' } as const;

function plain(effect: EffectId, caption: Cue['caption']): Cue {
  return { effect, bus: 'effects', caption, ducks: false };
}

function strong(effect: EffectId, caption: string): Cue {
  return { effect, bus: 'effects', caption, ducks: true };
}

/** The two tables of a script's sounds say the same ids: this one how they sound, core/run/cues what they say. */
const SCENE_CUES: Readonly<Record<SoundId, Cue>> = Object.fromEntries(
  SOUNDS.map(({ id, caption }) => [id, strong(id, caption)]),
) as Record<SoundId, Cue>;

export function sceneCue(id: string): Cue | null {
  return Object.hasOwn(SCENE_CUES, id) ? SCENE_CUES[id as SoundId] : null;
}

/** Null: not heard by itself. A tool's own sound is below; the score falls silent and comes back by itself. */
export const EVENT_CUES: Readonly<Record<EventKind, Cue | null>> = {
  toolUsed: null,
  echoed: plain('again', 'the last act, again'),
  bondMended: plain('mended', 'a bond holds again'),
  bondTied: plain('tied', 'a bond is tied'),
  bondSnapped: strong('snapped', 'a bond snaps'),
  bondRevealed: strong('revealed', 'something hidden shows'),
  nothingHidden: plain('nothing', 'nothing hidden here'),
  foreignCut: strong('cut', 'a line from outside is cut'),
  pulseOnBeat: plain('on_beat', 'on the beat'),
  pulseOffBeat: plain('off_beat', 'off the beat'),
  beadArrived: plain('arrived', 'the bead arrives'),
  beadLost: plain('lost_bead', 'the bead is lost'),
  shieldEnded: plain('let_go', SEEN),
  anchorEnded: plain('let_go', SEEN),
  hazardNamed: plain('named', 'trouble, near'),
  hazardStruck: strong('struck', 'it strikes'),
  hazardTurned: plain('turned', 'it passes by'),
  hazardEnded: plain('over', 'it is over'),
  roundHeld: strong('round', 'the round is held'),
  seen: strong('seen', 'a watcher saw that'),
  won: strong('won', 'in tune: all together'),
  lost: strong('lost', 'the chord falls apart'),
  // often, and a number on the screen each time
  scoreMoved: plain('counted', SEEN),
  workshopHeld: plain('round', 'the workshop is held'),
  lensEnded: plain('let_go', SEEN),
  joined: plain('arrived', 'somebody joins'),
  overtouched: plain('off_beat', 'one touch too many'),
};

export const TOOL_CUES: Readonly<Record<ToolId, Cue>> = {
  tune: plain('tuned', DONE),
  anchor: plain('held', DONE),
  // on the beat or off it is the answer
  pulse: plain('beat', DONE),
  bead: plain('worked', DONE),
  shield: plain('shielded', DONE),
  bond: plain('worked', DONE),
  mend: plain('worked', DONE),
  interval: plain('worked', DONE),
  swap: plain('worked', DONE),
  reveal: plain('looked', DONE),
  echo: plain('worked', DONE),
  door: plain('door_latch', DONE),
  workshop: plain('held', DONE),
  lens: plain('looked', DONE),
};

export const REFUSED: Cue = plain('refused', { decorative: 'the page says why, in words' });

export const UI_KINDS = ['move', 'press', 'back', 'open', 'deny'] as const;
export type UiKind = (typeof UI_KINDS)[number];

export const UI_CUES: Readonly<Record<UiKind, Cue>> = {
  move: { effect: 'move', bus: 'interface', caption: PAGE, ducks: false },
  press: { effect: 'press', bus: 'interface', caption: PAGE, ducks: false },
  back: { effect: 'back', bus: 'interface', caption: PAGE, ducks: false },
  open: { effect: 'open', bus: 'interface', caption: PAGE, ducks: false },
  deny: { effect: 'deny', bus: 'interface', caption: PAGE, ducks: false },
};

/** The beat, where a tool listens to it. The picture has a clock for it. */
export const BEAT: Cue = { effect: 'beat', bus: 'score', caption: SEEN, ducks: false };
