// Every habit there is, in the order in which a person's eye goes: the first that answers wins. A city's own tool brings its
// habit as a function in one of the files beside this one, and a row here.

import type { Network } from '../../network/network.ts';
import { gatherTheNamed, gatherTheUneven, hearTheQuiet } from './cove.ts';
import {
  bringBack,
  echoTheHold,
  holdTheRunaway,
  pulseTheThickest,
  sendABead,
  sitForThePortrait,
  tuneTheWorst,
} from './gather.ts';
import { mindTheDoors, shieldForTheGoal, shieldTheNamed } from './guard.ts';
import type { Habit, Mood, Urge } from './habit.ts';
import { swapTheMisfits, tieTheAgreed } from './join.ts';
import { cutTheForeign, lookBehindTheSlipping, mendTheFirst, setTheWrong } from './repair.ts';

const HABITS: readonly Habit[] = [
  gatherTheNamed,
  shieldTheNamed,
  mindTheDoors,
  pulseTheThickest,
  echoTheHold,
  cutTheForeign,
  mendTheFirst,
  tieTheAgreed,
  swapTheMisfits,
  setTheWrong,
  lookBehindTheSlipping,
  bringBack,
  holdTheRunaway,
  shieldForTheGoal,
  sendABead,
  gatherTheUneven,
  hearTheQuiet,
  sitForThePortrait,
  tuneTheWorst,
];

export function firstUrge(net: Network, mood: Mood): Urge {
  for (const habit of HABITS) {
    const urge = habit(net, mood);
    if (urge !== null) return urge;
  }
  return null;
}
