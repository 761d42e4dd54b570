import { HALF_TURN } from '../../math/turn.ts';
import { isCounted, pickNode } from '../hazards/pick.ts';
import { isHeld, refreshVoice, type Network } from '../network.ts';
import { GOAL_FIELDS, type GoalRow } from './goal.ts';
import { allTogether } from './unison.ts';

/** Words: rounds held so far, and who speaks (node + 1). */
const ROUND = 0;
const SPEAKER = 1;
const LOUDER = 3;

/** In every round somebody else speaks: loud, and from the other side of the wheel. All must come together again, them included. */
export const rounds: GoalRow = {
  doc: 'together several times; each round another speaks, loud and from the other side',
  fields: {
    ...GOAL_FIELDS,
    hold: { ...GOAL_FIELDS.hold, otherwise: 2 },
    rounds: { unit: 'count', least: 2, most: 9, otherwise: 3, doc: 'how many rounds' },
  },
  words: 2,
  louder: LOUDER,
  begin: (net) => nextSpeaker(net),
  isMet: allTogether,
  held(net, heard) {
    const { s, rules } = net;
    const { block, values } = rules.goal;
    s[block + ROUND]++;
    heard('roundHeld', s[block + ROUND], s[block + SPEAKER] - 1);
    if (s[block + ROUND] >= values.rounds) return true;
    nextSpeaker(net);
    return false;
  },
};

function nextSpeaker(net: Network): void {
  const { s, rules } = net;
  const { block } = rules.goal;
  const { voice, phase } = rules.layout;
  const before = s[block + SPEAKER] - 1;
  if (before >= 0) {
    s[voice + before] = Math.floor(s[voice + before] / LOUDER);
    refreshVoice(net, before);
  }
  const who = pickNode(net, (at, i) => isCounted(at, i) && i !== before && !isHeld(at, i));
  s[block + SPEAKER] = who + 1;
  if (who < 0) return;
  s[voice + who] *= LOUDER;
  refreshVoice(net, who);
  s[phase + who] = (s[phase + who] + HALF_TURN) | 0;
}

/** Whose round it is, and which, for those who show it. */
export function speaker(net: Network): { round: number; of: number; node: number } | null {
  const { goal } = net.rules;
  if (goal.row !== rounds) return null;
  return { round: net.s[goal.block + ROUND] + 1, of: goal.values.rounds, node: net.s[goal.block + SPEAKER] - 1 };
}
