// What the achievements are called, and how each was earned.

import type { Achievement } from '../achievements.ts';

export const ACHIEVEMENT_WORDS: Readonly<Record<Achievement, { readonly name: string; readonly how: string }>> = {
  inTune: { name: 'One pulse', how: 'A network came into tune.' },
  nothingTorn: { name: 'Every bond whole', how: 'A network was won, and nothing in it had torn.' },
  letGo: { name: 'Some doors close', how: 'A network was won although a bond in it was lost.' },
  themselves: { name: 'As they were', how: 'A network was won, and everybody in it was still themselves.' },
  lightHand: { name: 'Light hand', how: 'A network was won with four acts or fewer.' },
  againAndAgain: { name: 'Once more', how: 'A network was won at the fourth try or later.' },
  fiveRooms: { name: 'Five rooms', how: 'All five networks of the Coves were won in one run.' },
  covesUnison: { name: 'The Coves in unison', how: 'The Coves ended in unison.' },
  covesConcord: { name: 'The Coves in concord', how: 'The Coves ended in concord.' },
  covesFracture: { name: 'The Coves in pieces', how: 'The Coves ended in fracture.' },
  covesAllEnds: { name: 'Three ways home', how: 'All three ends of the Coves were seen.' },
  covesCodex: { name: 'How it works', how: 'All ten systems of the Coves were met.' },
  listener: { name: 'Good listener', how: 'Six hundred lines were read.' },
  otherWords: { name: 'Other words', how: 'Sixty different answers were given.' },
};
