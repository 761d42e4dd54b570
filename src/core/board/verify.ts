// Whether a run counts on its board: it is the attempt it says, it plays as it says, it was won, and by allowed means.

import { hashText } from '../math/hash.ts';
import { decode, decodeHeader } from '../replay/codec.ts';
import { foreign } from '../replay/playable.ts';
import type { Header, Replay } from '../replay/replay.ts';
import { simulate, type SimulationVerdict, type Simulated } from '../replay/simulate.ts';
import type { Content } from '../run/content.ts';
import { mayAssist, parseBoard, type Board } from './category.ts';
import { bindingProblem, type Binding, type BindingRejection } from './submission.ts';

type RunRejection = 'notFinished' | 'notWon' | 'assisted' | 'practice';

export type Verdict = SimulationVerdict | `rejected:${BindingRejection | RunRejection}`;

export interface Verified extends Omit<Simulated, 'verdict' | 'inputs'> {
  readonly verdict: Verdict;
  /** Over what was taken and decided something; '' where nothing was played. No two runs of a board may share it. */
  readonly inputs: string;
}

/** A file as it was sent. Its log is read last: of another build, it may say what this one has no words for. */
export function verifyFile(content: Content, bytes: Uint8Array, binding: Binding): Verified {
  return decide(content, decodeHeader(bytes), binding, () => decode(bytes));
}

export function verify(content: Content, replay: Replay, binding: Binding): Verified {
  return decide(content, replay, binding, () => replay);
}

function decide(content: Content, header: Header, binding: Binding, open: () => Replay): Verified {
  const unbound = bindingProblem(header, binding);
  const board = parseBoard(binding.board);
  if (unbound !== null || board === null) return unplayed(`rejected:${unbound ?? 'noSuchBoard'}`);
  // Said by the player's own client, so it is believed at once when it speaks against the run; no need to play it.
  const tainted = taint(board, header.flags);
  if (tainted !== null) return unplayed(`rejected:${tainted}`);
  // By this core's own build: a run of another one is for the core that is kept of it, whatever its ticket says.
  const other = foreign(content, header);
  if (other !== null) return unplayed(other);
  const played = simulate(content, open());
  const inputs = played.inputs === null ? '' : hashText(played.inputs);
  return { ...played, verdict: played.verdict === 'verified' ? finished(board, played) : played.verdict, inputs };
}

/** An assisted run's flag cannot lie: simulation sees the assists themselves. A practised one's can; live timing tells. */
function taint(board: Board, flags: Replay['flags']): RunRejection | null {
  if (flags.practice && board.play !== 'tas') return 'practice';
  return flags.assisted && board.play === 'plain' ? 'assisted' : null;
}

function finished(board: Board, { outcome, assists }: Simulated): Verdict {
  if (assists.some((one) => !mayAssist(board.play, one))) return 'rejected:assisted';
  if (outcome === 'unfinished') return 'rejected:notFinished';
  return outcome === 'won' ? 'verified' : 'rejected:notWon';
}

function unplayed(verdict: Verdict): Verified {
  const nothing = { at: null, ticks: 0, time: 0, hash: '', world: null, inputs: '', assists: [] };
  return { verdict, outcome: 'unfinished', ...nothing };
}
