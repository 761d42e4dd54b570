// What the address asks for (?level=training/05&seed=7, ?plan=prologue, ?watch=a run of a board), and the address of what is played, to come back to or to share.

export interface Asked {
  /** A network, or a story. */
  readonly plan: string | null;
  readonly seed: number | null;
  /** A run of a board, to be watched. */
  readonly watch: string | null;
  /** A test is looking: it gets a read-only view of the state. */
  readonly isTest: boolean;
  /** In words, for whoever followed a bad link. */
  readonly problems: readonly string[];
}

const LARGEST_SEED = 0x7fff_ffff;

/** A network is asked for as `level`, a story as `plan`; either word finds either. */
export function readAddress(search: string, plans: readonly string[]): Asked {
  const query = new URLSearchParams(search);
  const problems: string[] = [];
  const asked = query.get('level') ?? query.get('plan');
  const plan = asked !== null && plans.includes(asked) ? asked : null;
  if (asked !== null && plan === null)
    problems.push(`There is no ${query.has('level') ? 'network' : 'story'} called “${asked}”.`);
  const given = query.get('seed');
  const seed = given === null ? null : readSeed(given);
  if (given !== null && seed === null)
    problems.push(`“${given}” is no seed: a seed is a whole number from 0 to ${LARGEST_SEED}.`);
  const watched = query.get('watch');
  const watch = watched !== null && /^[\w-]{22}$/.test(watched) ? watched : null;
  if (watched !== null && watch === null) problems.push(`“${watched}” is no run: a run’s name has 22 signs.`);
  return { plan, seed, watch, isTest: query.has('e2e'), problems };
}

export function writeAddress(plan: string, isStory: boolean, seed: number, isTest: boolean): string {
  return `?${isStory ? 'plan' : 'level'}=${plan}&seed=${seed}${isTest ? '&e2e' : ''}`;
}

function readSeed(text: string): number | null {
  if (!/^\d{1,10}$/.test(text)) return null;
  const seed = Number(text);
  return seed <= LARGEST_SEED ? seed : null;
}
