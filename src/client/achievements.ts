// What is worth remembering that somebody did. Each row asks the facts; nothing is announced before it is earned, and nothing
// is lost by playing with help.

import { SYSTEMS } from '../core/run/systems.ts';
import type { Ending } from '../core/run/cues.ts';
import type { Result } from '../core/run/game.ts';

/** What is known of a player across runs, and of the run that is played. */
export interface Facts {
  readonly endings: Readonly<Record<string, readonly Ending[]>>;
  readonly codex: ReadonlySet<string>;
  readonly linesSeen: number;
  readonly answersTried: number;
  /** Networks of the present run, by level. */
  readonly results: Readonly<Record<string, Result>>;
}

interface Row {
  readonly id: string;
  readonly earned: (facts: Facts) => boolean;
}

/** So much of themselves is as good as all: what is left is rounding. */
const WHOLE_SELVES = 95;
const FEW_ACTS = 4;
const MANY_LINES = 600;
const MANY_ANSWERS = 60;
const AGAIN_AND_AGAIN = 4;

const COVES = Object.keys(SYSTEMS).filter((id) => id.startsWith('cove.'));

export const ACHIEVEMENTS = [
  { id: 'inTune', earned: (facts) => won(facts).length > 0 },
  { id: 'nothingTorn', earned: (facts) => won(facts).some((one) => one.lost === 0) },
  { id: 'letGo', earned: (facts) => won(facts).some((one) => one.lost > 0) },
  { id: 'themselves', earned: (facts) => won(facts).some((one) => one.authenticity >= WHOLE_SELVES) },
  { id: 'lightHand', earned: (facts) => won(facts).some((one) => actsOf(one) <= FEW_ACTS) },
  { id: 'againAndAgain', earned: (facts) => won(facts).some((one) => one.attempts >= AGAIN_AND_AGAIN) },
  { id: 'fiveRooms', earned: (facts) => won(facts, 'coves/').length >= 5 },
  { id: 'covesUnison', earned: (facts) => has(facts, 'coves', 'unison') },
  { id: 'covesConcord', earned: (facts) => has(facts, 'coves', 'concord') },
  { id: 'covesFracture', earned: (facts) => has(facts, 'coves', 'fracture') },
  { id: 'covesAllEnds', earned: (facts) => (facts.endings.coves ?? []).length >= 3 },
  { id: 'covesCodex', earned: (facts) => COVES.every((id) => facts.codex.has(id)) },
  { id: 'listener', earned: (facts) => facts.linesSeen >= MANY_LINES },
  { id: 'otherWords', earned: (facts) => facts.answersTried >= MANY_ANSWERS },
] as const satisfies readonly Row[];

export type Achievement = (typeof ACHIEVEMENTS)[number]['id'];
export const ACHIEVEMENT_IDS: readonly string[] = ACHIEVEMENTS.map((one) => one.id);

/** All that the facts say is earned, whether it was earned before or not. */
export function earnedBy(facts: Facts): readonly Achievement[] {
  return ACHIEVEMENTS.filter((one) => one.earned(facts)).map((one) => one.id);
}

function won({ results }: Facts, where = ''): readonly Result[] {
  return Object.entries(results).flatMap(([level, one]) =>
    one.outcome === 'won' && level.startsWith(where) ? [one] : [],
  );
}

function actsOf({ used }: Result): number {
  return Object.values(used).reduce((sum, times) => sum + times, 0);
}

function has({ endings }: Facts, city: string, ending: Ending): boolean {
  return (endings[city] ?? []).includes(ending);
}
