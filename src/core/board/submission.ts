// What ties a replay to the one who sends it. A replay that was made for another player, ticket or board is somebody
// else's run, however well it simulates.

import { hashText } from '../math/hash.ts';
import { inputsOf } from '../replay/inputs.ts';
import type { Header, Replay } from '../replay/replay.ts';
import { parseBoard, setSeed } from './category.ts';

/** What the server knows of the attempt that this should be. */
export interface Binding {
  readonly player: string;
  readonly ticket: string;
  readonly board: string;
  readonly seed: number;
  readonly content: string;
  readonly build: string;
}

export const BINDING_REJECTIONS = [
  'wrongPlayer',
  'wrongTicket',
  'wrongBoard',
  'noSuchBoard',
  'wrongPlan',
  'wrongSeed',
  'wrongContent',
  'wrongBuild',
] as const;
export type BindingRejection = (typeof BINDING_REJECTIONS)[number];

/** Why it is not the attempt's, or null. Reads the header only, so it is asked before anything is played. */
export function bindingProblem(header: Header, binding: Binding): BindingRejection | null {
  if (header.player !== binding.player) return 'wrongPlayer';
  if (header.ticket !== binding.ticket) return 'wrongTicket';
  if (header.board !== binding.board) return 'wrongBoard';
  const board = parseBoard(binding.board);
  if (board === null) return 'noSuchBoard';
  if (header.plan !== board.plan) return 'wrongPlan';
  if (header.seed !== (setSeed(board) ?? binding.seed)) return 'wrongSeed';
  if (header.content !== binding.content) return 'wrongContent';
  return header.build === binding.build ? null : 'wrongBuild';
}

/**
 * The same for two runs with the same deciding inputs on the same plan and seed, whoever sent them and whatever harmless
 * thing was put between. Before playing; the verdict has the stricter one, which also leaves out what was refused.
 */
export function inputHash(replay: Replay): string {
  return hashText(inputsOf(replay));
}
