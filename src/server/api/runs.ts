// A run's way in, when it is finished: the replay, its verdict, and the replay out again.

import { createHash } from 'node:crypto';
import { dayOf, parseBoard } from '../../core/board/category.ts';
import { CHECKPOINT_EVERY } from '../../core/board/chain.ts';
import { isLiveTimed } from '../../core/board/live.ts';
import { inputHash } from '../../core/board/submission.ts';
import { ReplayError } from '../../core/replay/bytes.ts';
import { decode, decodeHeader } from '../../core/replay/codec.ts';
import { CAPS, type Header } from '../../core/replay/replay.ts';
import { z } from 'zod';
import type { BoardRow } from '../boards.ts';
import type { Service } from '../service.ts';
import { pendingRun, type Run } from '../store/runs.ts';
import type { Ticket } from '../store/tickets.ts';
import { ApiError } from './errors.ts';
import { route, type Route } from './route.ts';
import { RunAnswer, runAnswer, RunId } from './shapes.ts';
import { boardOf, mayPlay, ticketOf, used } from './tickets.ts';

/** So much judging a player has saved up at most: somebody who comes home from a week without a net. */
const BURST_MS = 12 * 3600 * 1000;

export const runs: readonly Route[] = [
  route({
    id: 'submit',
    method: 'POST',
    path: '/api/runs',
    doc: `A finished run, as its .echo file (or gzip of it). Answered when it is kept; the verdict may come later. The same file twice is one run.`,
    who: 'player',
    limit: 'run',
    bytes: CAPS.bytes,
    answer: { status: 202, type: 'application/json', schema: RunAnswer },
    errors: [
      'badReplay',
      'notAllowed',
      'playerHidden',
      'noSuchBoard',
      'noSuchTicket',
      'ticketUsed',
      'ticketExpired',
      'duplicateRun',
      'wrongRun',
    ],
    async handle({ service, player, bytes, now }) {
      mayPlay(player.hidden);
      const id = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
      const known = await service.store.runs.get(id);
      if (known !== undefined && known.player === player.id) return { status: 202, json: runAnswer(known, null) };
      const { header, ticks, inputs } = readReplay(bytes);
      if (header.player !== player.id)
        throw new ApiError('notAllowed', 'That run is another player’s.', { field: 'player' });
      const row = boardOf(service, header.board);
      const ticket = header.ticket === '' ? null : await ticketOf(service, header.ticket, player.id, now);
      bound(service, row, header, ticket);
      if (ticks > service.boards.most(row.board))
        throw new ApiError('badReplay', 'It is longer than any run of that board.', { field: 'ticks' });
      const live = ticket !== null && (await maybeLive(service, ticket, ticks, header.flags.paused, now));
      const isLater = dayOf(row.board) !== null && (ticket?.nth ?? 1) > 1;
      const run = pendingRun({
        id,
        player: player.id,
        board: header.board,
        ticket: header.ticket,
        nth: ticket?.nth ?? 0,
        seed: header.seed,
        content: header.content,
        build: header.build,
        ticks,
        ...(isLater ? { state: 'unranked', verdict: 'unranked:notFirst' } : {}),
        log_inputs: inputs,
        live: live ? 1 : 0,
        paused: header.flags.paused ? 1 : 0,
        started: ticket?.issued ?? null,
        submitted: now,
        size: bytes.length,
      });
      const taken = await service.store.submissions.take({
        run,
        bytes,
        cost: Math.ceil((ticks * 1000) / 120),
        burst: BURST_MS,
      });
      if (taken.how === 'ticketUsed') throw used();
      if (taken.how === 'noPlayer') throw new ApiError('badSignature', 'Nobody is registered with that key.');
      if (taken.how === 'duplicate')
        throw new ApiError('duplicateRun', 'That board has a run with the same inputs already.');
      if (taken.how === 'tooSoon')
        throw new ApiError(
          'tooMany',
          'That is more runs than anybody can have played. It is not lost: send it later.',
          {
            retryAfter: (taken.until - now) / 1000,
          },
        );
      if (taken.run.state === 'pending') service.nudge();
      return { status: 202, json: runAnswer(taken.run, null), headers: { Location: `/api/runs/${taken.run.id}` } };
    },
  }),
  route({
    id: 'run',
    method: 'GET',
    path: '/api/runs/{run}',
    doc: 'A run and its verdict.',
    who: 'nobody',
    limit: 'read',
    params: z.object({ run: RunId }),
    answer: { status: 200, type: 'application/json', schema: RunAnswer },
    errors: ['noSuchRun'],
    async handle({ service, params }) {
      const run = await shownRun(service, params.run);
      const why = run.hidden === 1 ? ((await service.store.moderation.about(run.id))?.reason ?? run.suspect) : null;
      return { json: runAnswer(run, why) };
    },
  }),
  route({
    id: 'replay',
    method: 'GET',
    path: '/api/runs/{run}/replay',
    doc: 'The run’s .echo file, to be watched, raced or judged by anybody.',
    who: 'nobody',
    limit: 'read',
    cache: 'public, max-age=3600, immutable',
    params: z.object({ run: RunId }),
    answer: { status: 200, type: 'application/octet-stream' },
    errors: ['noSuchRun'],
    async handle({ service, params }) {
      const run = await shownRun(service, params.run);
      // a run that nobody has judged is not shown around: it could be handed in by another
      const bytes = run.state === 'verified' && run.hidden === 0 ? await service.store.runs.bytes(run.id) : undefined;
      if (bytes === undefined) throw new ApiError('noSuchRun', 'That run has no replay to show.');
      return {
        raw: new Uint8Array(bytes),
        headers: {
          'Content-Type': 'application/octet-stream',
          'Content-Disposition': `attachment; filename="${run.board.replace(/[^a-z0-9-]+/g, '_')}-${run.id}.echo"`,
        },
      };
    },
  }),
];

export async function shownRun(service: Service, id: string): Promise<Run> {
  const run = await service.store.runs.get(id);
  if (run === undefined) throw new ApiError('noSuchRun', 'There is no such run.');
  return run;
}

/** What can be read before anything is played. */
function readReplay(bytes: Uint8Array): { readonly header: Header; readonly ticks: number; readonly inputs: string } {
  try {
    const header = decodeHeader(bytes);
    // of another build the log may say what this one has no words for
    try {
      const replay = decode(bytes);
      return { header, ticks: replay.ticks, inputs: inputHash(replay) };
    } catch (error) {
      if (!(error instanceof ReplayError)) throw error;
      throw new ApiError('badReplay', `That is no replay of this build: ${error.message}.`, { field: error.reason });
    }
  } catch (error) {
    if (error instanceof ReplayError)
      throw new ApiError('badReplay', `That is no replay that can be read: ${error.message}.`, { field: error.reason });
    throw error;
  }
}

/** The header against what the server knows of the attempt. */
function bound({ boards }: Service, { board, id }: BoardRow, header: Header, ticket: Ticket | null): void {
  if (ticket === null && boards.setSeed(board) === null)
    throw new ApiError('wrongRun', 'A run of that board needs a ticket: its seed is the server’s.', {
      field: 'ticket',
    });
  const wrong =
    ticket !== null && ticket.board !== id
      ? 'board'
      : header.plan !== parseBoard(id)?.plan
        ? 'plan'
        : header.seed !== (boards.setSeed(board) ?? ticket?.seed)
          ? 'seed'
          : ticket !== null && header.content !== ticket.content
            ? 'content'
            : null;
  if (wrong !== null) throw new ApiError('wrongRun', `The run’s ${wrong} is not its ticket’s.`, { field: wrong });
  if (!boards.judges(board, header.build, header.content))
    throw new ApiError('wrongRun', 'That run was played with another version of the game than is kept here.', {
      field: header.build === boards.build ? 'content' : 'build',
    });
}

/** By the clock alone; whether the checkpoints say what the run says is seen when it is judged. */
async function maybeLive(
  { store }: Service,
  ticket: Ticket,
  ticks: number,
  paused: boolean,
  now: number,
): Promise<boolean> {
  if (paused) return false;
  const points = await store.tickets.checkpoints(ticket.id);
  return isLiveTimed(
    ticks,
    ticket.issued,
    points.filter(({ tick }) => tick % CHECKPOINT_EVERY === 0 || tick === ticks),
    now,
  );
}
