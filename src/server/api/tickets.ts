// Before a run and while it is played: a ticket, and checkpoints.

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { dayOf } from '../../core/board/category.ts';
import { CAPS } from '../../core/replay/replay.ts';
import type { BoardRow } from '../boards.ts';
import type { Service } from '../service.ts';
import type { Ticket } from '../store/tickets.ts';
import { ApiError } from './errors.ts';
import { route, type Route } from './route.ts';
import { BoardId, TicketId } from './shapes.ts';

/** A run may be sent so long after it was begun: for who plays where there is no net. */
const TICKET_MS = 30 * 24 * 3600 * 1000;
/** Of a day's board it is the day, and the time to finish what was begun. */
const GRACE_MS = 12 * 3600 * 1000;

const TicketAnswer = z.object({
  ticket: z.string(),
  board: z.string(),
  seed: z.int(),
  content: z.string(),
  build: z.string(),
  attempt: z.int(),
  issued: z.int(),
  expires: z.int(),
});

export const tickets: readonly Route[] = [
  route({
    id: 'ticket',
    method: 'POST',
    path: '/api/tickets',
    doc: 'Begins an attempt: the seed to play, and the time at which the server saw it begin.',
    who: 'player',
    limit: 'ticket',
    once: true,
    body: z.object({
      board: BoardId,
      content: z.string().max(40).optional().describe('what the player has; refused if it is another'),
    }),
    answer: { status: 201, type: 'application/json', schema: TicketAnswer },
    errors: ['noSuchBoard', 'playerHidden', 'wrongRun'],
    async handle({ service, player, body, now }) {
      const { boards } = service;
      const row = boardOf(service, body.board);
      mayPlay(player.hidden);
      const content = boards.contentOf(row.board);
      if (body.content !== undefined && body.content !== content)
        throw new ApiError('wrongRun', 'Your game is of another version than these boards. Load it anew.', {
          field: 'content',
        });
      const seed = await seedOf(service, row, now);
      return { status: 201, json: await issue(service, { player: player.id, row, seed, content, now }) };
    },
  }),
  route({
    id: 'checkpoint',
    method: 'POST',
    path: '/api/tickets/{ticket}/checkpoints',
    doc: 'How far the run has come: the sum of what was done so far, at tick 0, every 600 ticks, and at the end.',
    who: 'player',
    limit: 'checkpoint',
    params: z.object({ ticket: TicketId }),
    body: z.object({
      tick: z.int().min(0).max(CAPS.ticks),
      chain: z.string().regex(/^[\w-]{43}$/, 'A sum has 43 signs.'),
    }),
    answer: { status: 200, type: 'application/json', schema: z.object({ at: z.int() }) },
    errors: ['noSuchTicket', 'ticketUsed', 'ticketExpired', 'contradicts'],
    async handle({ service, player, params, body, now }) {
      const ticket = await ticketOf(service, params.ticket, player.id, now);
      if (ticket.run !== null) throw used();
      const how = await service.store.tickets.check(ticket.id, { ...body, at: now });
      if (how === 'contradicts')
        throw new ApiError('contradicts', 'At that tick something else was said before.', { field: 'chain' });
      if (how === 'backwards') throw new ApiError('contradicts', 'The run was further already.', { field: 'tick' });
      if (how === 'tooMany') throw new ApiError('tooMany', 'No run has so many checkpoints.', { retryAfter: 3600 });
      return { json: { at: now } };
    },
  }),
];

export function boardOf(service: Service, id: string): BoardRow {
  const row = service.boards.get(id);
  if (row === null) throw new ApiError('noSuchBoard', 'There is no such board.', { field: 'board' });
  return row;
}

export function mayPlay(hidden: number): void {
  if (hidden === 1)
    throw new ApiError(
      'playerHidden',
      'This player is hidden and sends no runs. GET /api/me says why; POST /api/appeals answers it.',
    );
}

export function used(): ApiError {
  return new ApiError('ticketUsed', 'That ticket became a run already. Take a new one for each attempt.', {
    field: 'ticket',
  });
}

export async function ticketOf(service: Service, id: string, player: string, now: number): Promise<Ticket> {
  // a replay may say anything here, and not all of it is text that a database takes
  const ticket = TicketId.safeParse(id).success ? await service.store.tickets.get(id) : undefined;
  if (ticket === undefined || ticket.player !== player)
    throw new ApiError('noSuchTicket', 'You have no such ticket.', { field: 'ticket' });
  if (ticket.expires < now) throw new ApiError('ticketExpired', 'That ticket’s time is over.', { field: 'ticket' });
  return ticket;
}

async function seedOf({ boards, store }: Service, { board, id }: BoardRow, now: number): Promise<number> {
  const set = boards.setSeed(board);
  if (set !== null) return set;
  if (dayOf(board) === null) return thrown();
  if (!boards.isOpen(board, now))
    throw new ApiError('noSuchBoard', 'That day is over, or has not come.', { field: 'board' });
  return store.tickets.seedOf(id, thrown(), now);
}

/** The server's dice; what the address of a game can hold. */
function thrown(): number {
  return randomBytes(4).readUInt32BE() >>> 1;
}

async function issue(
  { store, boards }: Service,
  {
    player,
    row,
    seed,
    content,
    now,
  }: {
    readonly player: string;
    readonly row: BoardRow;
    readonly seed: number;
    readonly content: string;
    readonly now: number;
  },
): Promise<z.infer<typeof TicketAnswer>> {
  const day = dayOf(row.board);
  const ticket = await store.tickets.issue({
    id: randomBytes(16).toString('base64url'),
    player,
    board: row.id,
    seed,
    content,
    build: boards.build,
    issued: now,
    expires: day === null ? now + TICKET_MS : Date.parse(`${day}T00:00:00Z`) + 24 * 3600 * 1000 + GRACE_MS,
  });
  const { id, nth, issued, expires } = ticket;
  return { ticket: id, board: row.id, seed, content, build: boards.build, attempt: nth, issued, expires };
}
