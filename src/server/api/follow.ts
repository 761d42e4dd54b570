// For others: what happens as it happens, and what happened as a file.

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Service } from '../service.ts';
import type { Event } from '../store/events.ts';
import { ApiError } from './errors.ts';
import { route, type Route } from './route.ts';
import { BoardId, RunAnswer, runAnswer, wholeIn } from './shapes.ts';

const BEAT_MS = 15_000;
/** A reader who does not read is let go: they come back and go on where they were. */
const BEHIND_MOST = 256;
const FOLLOWERS_MOST = 1000;
let followers = 0;

export const follow: readonly Route[] = [
  route({
    id: 'events',
    method: 'GET',
    path: '/api/events',
    doc: 'Server-sent events: verdicts, runs hidden and shown. Goes on after the header Last-Event-ID, or from `since`.',
    who: 'nobody',
    limit: 'read',
    query: z.object({ board: BoardId.optional(), since: wholeIn(0, Number.MAX_SAFE_INTEGER).optional() }),
    answer: { status: 200, type: 'text/event-stream' },
    errors: ['tooMany'],
    async handle({ service, request, query }) {
      if (followers >= FOLLOWERS_MOST)
        throw new ApiError('tooMany', 'So many follow already. Ask now and then.', { retryAfter: 30 });
      const said = request.headers.get('last-event-id');
      const from = said !== null && /^\d{1,15}$/.test(said) ? Number(said) : query.since;
      const raw = eventsFrom(service, from ?? (await service.store.events.last()), query.board, request.signal);
      return {
        raw,
        headers: { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no', 'Cache-Control': 'no-store' },
      };
    },
  }),
  route({
    id: 'dump',
    method: 'GET',
    path: '/api/dump/{month}',
    doc: 'All verified runs of a month, a line of JSON each: for whoever wants to look for themselves.',
    who: 'nobody',
    limit: 'write',
    params: z.object({ month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'A month, as 2026-11.') }),
    answer: { status: 200, type: 'application/x-ndjson', schema: RunAnswer.extend({ name: z.string() }) },
    errors: [],
    handle: ({ service, params }) => ({
      raw: dump(service, params.month),
      headers: {
        'Content-Type': 'application/x-ndjson',
        'Content-Disposition': `attachment; filename="syntony-${params.month}.ndjson"`,
      },
    }),
  }),
  route({
    id: 'webhooks',
    method: 'GET',
    path: '/api/webhooks',
    doc: 'Who is told of events.',
    who: 'moderator',
    limit: 'read',
    answer: {
      status: 200,
      type: 'application/json',
      schema: z.object({
        webhooks: z.array(z.object({ id: z.string(), url: z.string(), board: z.string(), failures: z.int() })),
      }),
    },
    errors: [],
    async handle({ service }) {
      const all = await service.store.events.webhooks();
      return { json: { webhooks: all.map(({ id, url, board, failures }) => ({ id, url, board, failures })) } };
    },
  }),
  route({
    id: 'addWebhook',
    method: 'POST',
    path: '/api/webhooks',
    doc: 'Events are sent there, signed: the header Syntony-Signature is the HMAC-SHA-256 of the body with the secret that this answers, once.',
    who: 'moderator',
    limit: 'write',
    body: z.object({ url: z.url({ protocol: /^https?$/ }).max(500), board: BoardId.optional() }),
    answer: { status: 201, type: 'application/json', schema: z.object({ id: z.string(), secret: z.string() }) },
    errors: [],
    async handle({ service, body }) {
      const id = randomBytes(16).toString('base64url');
      const secret = randomBytes(32).toString('base64url');
      await service.store.events.addWebhook({ id, secret, url: body.url, board: body.board ?? '' });
      return { status: 201, json: { id, secret } };
    },
  }),
  route({
    id: 'removeWebhook',
    method: 'DELETE',
    path: '/api/webhooks/{webhook}',
    doc: 'Nothing is sent there any more.',
    who: 'moderator',
    limit: 'write',
    params: z.object({ webhook: z.string().regex(/^[\w-]{22}$/) }),
    answer: { status: 204, type: '' },
    errors: ['notFound'],
    async handle({ service, params }) {
      if (!(await service.store.events.removeWebhook(params.webhook)))
        throw new ApiError('notFound', 'There is no such webhook.');
      return { status: 204 };
    },
  }),
];

function eventsFrom(
  service: Service,
  from: number,
  board: string | undefined,
  gone: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let last = from;
  let isBusy = false;
  let isDue = false;
  let end: (() => void) | null = null;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        followers++;
        let isOver = false;
        const say = (text: string): void => {
          if (!isOver) controller.enqueue(encoder.encode(text));
        };
        const look = async (): Promise<void> => {
          isDue = true;
          if (isBusy) return;
          isBusy = true;
          try {
            while (isDue && !isOver) {
              isDue = false;
              if ((controller.desiredSize ?? 1) < -BEHIND_MOST) {
                end?.();
                return;
              }
              const found = await service.store.events.after(last, 100);
              for (const one of found) {
                last = one.id;
                if (board === undefined || one.board === board) say(asEvent(one));
              }
              if (found.length === 100) isDue = true;
            }
          } catch {
            // the database is away: it is looked for again with the next event or beat
          } finally {
            isBusy = false;
          }
        };
        const stop = service.feed.watch(() => void look());
        const beat = setInterval(() => {
          say(': here\n\n');
          void look();
        }, BEAT_MS);
        end = () => {
          if (isOver) return;
          isOver = true;
          followers--;
          stop();
          clearInterval(beat);
          try {
            controller.close();
          } catch {
            // it was let go already
          }
        };
        gone.addEventListener('abort', () => end?.());
        say('retry: 3000\n\n');
        void look();
      },
      cancel: () => end?.(),
    },
    { highWaterMark: 16 },
  );
}

function asEvent({ id, at, board, kind, data }: Event): string {
  const said = JSON.stringify({ at: new Date(at).toISOString(), board, ...(JSON.parse(data) as object) });
  return `id: ${id}\nevent: ${kind}\ndata: ${said}\n\n`;
}

/** A page at a time, as fast as it is read. */
function dump({ store }: Service, month: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const from = Date.parse(`${month}-01T00:00:00Z`);
  const next = new Date(from);
  next.setUTCMonth(next.getUTCMonth() + 1);
  let after = { verified: 0, id: '' };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const page = await store.runs.verifiedIn(from, next.getTime(), after);
      const last = page.at(-1);
      if (last === undefined) {
        controller.close();
        return;
      }
      after = { verified: last.verified ?? 0, id: last.id };
      const lines = page.map((run) => `${JSON.stringify({ ...runAnswer(run, null), name: run.name })}\n`);
      controller.enqueue(encoder.encode(lines.join('')));
    },
  });
}
