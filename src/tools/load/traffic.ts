// What is asked of a service under load: players who send ever faster runs, and many more people who look.

import { inputHash } from '../../core/board/submission.ts';
import type { Replay } from '../../core/replay/replay.ts';
import type { Content } from '../../core/run/content.ts';
import { variedRuns } from '../service/runs.ts';
import type { Player } from '../service/player.ts';
import type { Answer, Asked } from './wire.ts';

/** Short runs, and no likeness of one to another is looked for: bots of one kind are alike. */
export const BOARD = 'training/02:set:skip:tas';

/** By turns, so that any stretch of time has the same of each. */
const MIX = [
  'submit', 'board', 'around', 'submit', 'rank', 'board', 'run', 'submit', 'around', 'board',
  'submit', 'rank', 'histogram', 'board', 'submit', 'around', 'board', 'rank', 'boards', 'board',
] as const; // prettier-ignore
export type Kind = (typeof MIX)[number];

export function submitsOf(requests: number): number {
  let submits = 0;
  for (let nth = 0; nth < requests; nth++) if (MIX[nth % MIX.length] === 'submit') submits++;
  return submits;
}

/** So many runs that nobody else has, the slowest first: dealt out in this order, each is its player's best so far. */
export function distinctRuns(
  content: Content,
  board: string,
  { count, from, onRun }: { readonly count: number; readonly from: number; readonly onRun: (made: number) => void },
): readonly Replay[] {
  const made = new Map<string, Replay>();
  for (const replay of variedRuns(content, board, from)) {
    if (made.size >= count) break;
    made.set(inputHash(replay), replay);
    onRun(made.size);
  }
  return [...made.values()].sort((x, y) => y.ticks - x.ticks);
}

/** A run as its player sends it. */
export function submission(player: Player, replay: Replay, board: string): Asked {
  const body = player.bound(replay, board);
  const headers = {
    Authorization: player.signed('POST', '/api/runs', body),
    'Content-Type': 'application/octet-stream',
  };
  return { method: 'POST', path: '/api/runs', headers, body };
}

export class Traffic {
  /** Runs that the service took, and of these how many it said it would judge. */
  readonly taken: string[] = [];
  pending = 0;
  private readonly players: readonly Player[];
  private readonly runs: readonly Replay[];
  private submits = 0;

  constructor(players: readonly Player[], runs: readonly Replay[]) {
    this.players = players;
    this.runs = runs;
  }

  /** The nth request, signed now: an order is believed for five minutes. */
  ask(nth: number): { readonly kind: Kind; readonly asked: Asked } {
    const kind = MIX[nth % MIX.length];
    if (kind !== 'submit') return { kind, asked: { method: 'GET', path: this.pathOf(kind) } };
    const { players, runs } = this;
    const at = this.submits++;
    return { kind, asked: submission(players[at % players.length], runs[at % runs.length], BOARD) };
  }

  heard(kind: Kind, { status, text }: Answer): void {
    if (kind !== 'submit' || status !== 202) return;
    const { id, state } = JSON.parse(text) as { readonly id: string; readonly state: string };
    this.taken.push(id);
    if (state === 'pending') this.pending++;
  }

  private pathOf(kind: Exclude<Kind, 'submit'>): string {
    const board = `/api/boards/${encodeURIComponent(BOARD)}`;
    switch (kind) {
      case 'boards':
        return '/api/boards?plan=training/02';
      case 'board':
        return board;
      case 'around':
        return `${board}/around/${oneOf(this.players)?.id ?? ''}`;
      case 'rank':
        return `${board}/rank?ticks=${oneOf(this.runs)?.ticks ?? 0}`;
      case 'histogram':
        return `${board}/histogram`;
      case 'run': {
        const id = oneOf(this.taken);
        // there is none before the first was taken
        return id === undefined ? board : `/api/runs/${id}`;
      }
    }
  }
}

function oneOf<T>(all: readonly T[]): T | undefined {
  return all[Math.floor(Math.random() * all.length)];
}
