// Every verdict in words: what it means, and what can be done. A reason that the judges may give and that has no words here is
// found by the types.

import type { Verdict } from '../../core/board/verify.ts';
import type { ReplayErrorReason } from '../../core/replay/bytes.ts';

type Of<Kind extends string> = Verdict extends infer V ? (V extends `${Kind}:${infer Reason}` ? Reason : never) : never;

interface Said {
  /** In two or three words. */
  readonly short: string;
  readonly long: string;
}

const DAMAGED = 'Send it again from the game, which keeps its own copy.';
const NOT_THE_ATTEMPT = 'Runs are sent by the game that played them, with the ticket of that attempt.';

const REJECTED: Readonly<Record<Of<'rejected'> | ReplayErrorReason | 'duplicate', string>> = {
  noSuchPlan: 'It is of a network or a story that this server does not have.',
  noSuchNetwork: 'Its seed makes no network that can be played.',
  tooLong: 'It is longer than any run of its board may be.',
  tooManyTries: 'It holds more tries than one run may have.',
  tooMuchWork: 'It holds far more actions and tries than any run needs.',
  hashMismatch:
    'Played again here, it went another way than its file says. A changed file does that, and so does a faulty computer.',
  standsStill: 'It is paused and never goes on.',
  endsEarly: 'It is over before the time that its file says.',
  runsOn: 'Its last actions go on past the time that its file says.',
  badLog: 'It has actions at moments that were never played.',
  flagsMismatch: 'Its file says something else about pauses or assists than what was played.',
  wrongPlayer: `It was played by somebody else. ${NOT_THE_ATTEMPT}`,
  wrongTicket: `It belongs to another attempt. ${NOT_THE_ATTEMPT}`,
  wrongBoard: `It was played for another board. ${NOT_THE_ATTEMPT}`,
  noSuchBoard: 'It was played for a board that does not exist.',
  wrongPlan: 'It is of another network or story than its board.',
  wrongSeed: 'It was played with another seed than its attempt had.',
  wrongContent: 'It was played with other networks or scenes than its attempt had. Load the game anew and play again.',
  wrongBuild: 'It was played with another version of the game than its attempt had. Load the game anew and play again.',
  notFinished: 'It stops before the end.',
  notWon: 'It was not won.',
  assisted: 'It used assists that its board does not allow. The board “With assists” allows all of them.',
  practice: 'It was practised: a saved moment was loaded while it was played. Tool-assisted boards allow that.',
  duplicate: 'Another run on this board has the very same inputs, and was here first.',
  notAReplay: 'The file is no replay of Syntony.',
  unknownVersion: 'The file is in a format that this server does not know.',
  damaged: `The file is damaged. ${DAMAGED}`,
  truncated: `The file ends in the middle. ${DAMAGED}`,
  trailingBytes: `The file goes on after its end. ${DAMAGED}`,
  tooManyTicks: 'It is longer than twelve hours.',
  tooManyActions: 'It holds more actions than a run of its length may.',
  badNumber: `The file has a number in it that cannot be. ${DAMAGED}`,
  badText: `The file has a name in it that cannot be read. ${DAMAGED}`,
  badFlags: `The file has marks in it that mean nothing. ${DAMAGED}`,
  badAction: `The file has an action in it that the game does not have. ${DAMAGED}`,
  badCode: `The file has a code in it that the game does not have. ${DAMAGED}`,
};

const UNVERIFIABLE: Readonly<Record<Of<'unverifiable'> | 'stuck' | 'crashed', string>> = {
  build:
    'It was played with a version of the game that is not kept here, so nobody can play it again. That says nothing against it.',
  content:
    'It was played with networks or scenes that are not kept here, so nobody can play it again. That says nothing against it.',
  stuck: 'Playing it again took longer than it may. A person will look at it.',
  crashed: 'Playing it again failed here, more than once. A person will look at it.',
};

const UNRANKED: Readonly<Record<'notBest' | 'notFirst', string>> = {
  notBest: 'The player has a better time on this board, so this run was kept and not judged.',
  notFirst: 'On a day’s board only the first attempt counts, and this was a later one. It was kept and not judged.',
};

const KINDS: Readonly<Record<string, readonly [short: string, reasons: Readonly<Record<string, string>>]>> = {
  rejected: ['Rejected', REJECTED],
  unverifiable: ['Could not be judged', UNVERIFIABLE],
  unranked: ['Not ranked', UNRANKED],
};

export function verdictWords(verdict: string): Said {
  if (verdict === 'pending')
    return {
      short: 'Waiting',
      long: 'It is kept, and will be judged soon. This page shows the verdict when it comes.',
    };
  if (verdict === 'verified')
    return {
      short: 'Verified',
      long: 'The server played it again, action by action, and it ends as it says, in the time that it says.',
    };
  const [kind = '', reason = ''] = verdict.split(':');
  const [short, reasons] = of(KINDS, kind) ?? ['Judged', {}];
  return { short, long: of(reasons, reason) ?? `The judge’s word for it is “${verdict}”.` };
}

/** Of a table's own: a verdict may be any word, `toString` among them. */
function of<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
