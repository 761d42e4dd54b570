// One row for each thing that can be asked: what it takes, what it answers, who may, how often. The router, the OpenAPI
// document and the fuzz all read the same row.

import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import { AwayError } from '../store/sql.ts';
import type { Player } from '../store/players.ts';
import type { Service } from '../service.ts';
import { checkSignature, moderatorOf, readClaim, readKey, type Claim } from './auth.ts';
import { readBody } from './body.ts';
import { answerTo, ApiError, type Code } from './errors.ts';
import type { Limit } from './limits.ts';

/** nobody: all may. player: signed by a registered one. newcomer: signed by a key that comes in the body. moderator: by token. */
export type Who = 'nobody' | 'player' | 'newcomer' | 'moderator';

type Shape = z.ZodObject;
type Read<S extends Shape | undefined> = S extends Shape ? z.infer<S> : undefined;

export interface Ask<P extends Shape | undefined, Q extends Shape | undefined, B extends Shape | undefined> {
  readonly service: Service;
  readonly request: Request;
  readonly address: string;
  readonly now: number;
  readonly params: Read<P>;
  readonly query: Read<Q>;
  /** Of a JSON body. */
  readonly body: Read<B>;
  readonly bytes: Uint8Array;
  /** Who signed; of nobody's requests there is none. */
  readonly player: Player;
  readonly claim: Claim;
  readonly moderator: string;
}

export interface Answer {
  readonly status?: 200 | 201 | 202 | 204;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** For what is no JSON. */
  readonly raw?: Uint8Array | string | ReadableStream<Uint8Array>;
}

export interface Route {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** `/api/runs/{run}` */
  readonly path: string;
  readonly doc: string;
  readonly who: Who;
  readonly limit: Limit;
  readonly params?: Shape | undefined;
  readonly query?: Shape | undefined;
  readonly body?: Shape | undefined;
  /** A body of bytes, and how many at most. */
  readonly bytes?: number | undefined;
  /** Orders that change something by themselves are believed once; those that are the same twice may come twice. */
  readonly once?: boolean | undefined;
  readonly answer: { readonly status: number; readonly type: string; readonly schema?: z.ZodType | undefined };
  readonly errors: readonly Code[];
  /** For how long anybody may keep the answer. */
  readonly cache?: string | undefined;
  readonly handle: (ask: Ask<Shape | undefined, Shape | undefined, Shape | undefined>) => Promise<Answer> | Answer;
}

const JSON_CAP = 16_384;

/** A row whose handler knows its own shapes. */
export function route<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
>(
  row: Omit<Route, 'handle' | 'params' | 'query' | 'body'> & {
    readonly params?: P;
    readonly query?: Q;
    readonly body?: B;
    readonly handle: (ask: Ask<P, Q, B>) => Promise<Answer> | Answer;
  },
): Route {
  return row;
}

export function register(app: Hono, service: Service, routes: readonly Route[]): void {
  for (const one of routes) {
    app.on(one.method, honoPath(one.path), (c) => serve(service, one, c));
  }
  for (const path of new Set(routes.map((one) => one.path))) {
    const methods = routes.filter((one) => one.path === path).map((one) => one.method);
    const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ');
    app.all(honoPath(path), (c) => {
      const answer = answerTo(new ApiError('wrongMethod', `Here one may ${allowed}.`));
      answer.headers.set('Allow', allowed);
      c.header('Cache-Control', 'no-store');
      return answer;
    });
  }
}

function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

async function serve(service: Service, one: Route, c: Context): Promise<Response> {
  const began = performance.now();
  const response = await answered(service, one, c);
  service.metrics.request(one.id, response.status, performance.now() - began);
  return response;
}

async function answered(service: Service, one: Route, c: Context): Promise<Response> {
  try {
    const { request, ...ask } = await asked(service, one, c);
    const { status, json, headers, raw } = await one.handle({ request, ...ask });
    const all = new Headers(headers);
    if (!all.has('Cache-Control')) all.set('Cache-Control', one.cache ?? 'no-store');
    if (raw !== undefined) return new Response(raw as string, { status: status ?? 200, headers: all });
    if (json === undefined) return new Response(null, { status: status ?? 204, headers: all });
    all.set('Content-Type', 'application/json');
    return new Response(JSON.stringify(json), { status: status ?? 200, headers: all });
  } catch (error) {
    return failure(service, error, one.id);
  }
}

/** Whatever went wrong, in our words; what nobody thought of is written down with a number, and said without a trace. */
export function failure(service: Service, error: unknown, where: string): Response {
  if (error instanceof ApiError) return answerTo(error);
  if (error instanceof AwayError) {
    service.log.warn('the database is away', { where, error: error.message });
    return answerTo(
      new ApiError('away', 'The database does not answer. Nothing was lost; try again.', { retryAfter: 2 }),
    );
  }
  service.log.error('a request broke something', {
    where,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return answerTo(new ApiError('broken', 'Something is broken here. It was written down; try again later.'));
}

async function asked(
  service: Service,
  one: Route,
  c: Context,
): Promise<Ask<Shape | undefined, Shape | undefined, Shape | undefined>> {
  const request = c.req.raw;
  const address = service.addressOf(c);
  service.limits.take(one.limit, address);
  const params = parsed(one.params, paramsOf(c), 'badRequest');
  const query = parsed(one.query, c.req.query(), 'badRequest');
  const now = service.now();
  const claim = one.who === 'player' || one.who === 'newcomer' ? readClaim(request, now) : NO_CLAIM;
  const moderator = one.who === 'moderator' ? moderatorOf(request, service.moderators) : '';
  let bytes: Uint8Array = NO_BYTES;
  let body: unknown = {};
  if (one.bytes !== undefined) {
    typed(request, 'application/octet-stream');
    bytes = await readBody(request, one.bytes);
  } else if (one.body !== undefined) {
    typed(request, 'application/json');
    bytes = await readBody(request, JSON_CAP);
    body = parsed(one.body, jsonOf(bytes), 'badBody');
  }
  const signed = one.bytes === undefined && one.body === undefined ? NO_BYTES : bytes;
  const player = await playerOf(service, one, { request, claim, now, signed });
  return {
    service,
    request,
    address,
    now,
    params,
    query,
    body: body as never,
    bytes,
    player,
    claim,
    moderator,
  };
}

async function playerOf(
  service: Service,
  one: Route,
  {
    request,
    claim,
    now,
    signed,
  }: { readonly request: Request; readonly claim: Claim; readonly now: number; readonly signed: Uint8Array },
): Promise<Player> {
  if (one.who !== 'player') return NO_PLAYER;
  const player = await service.store.players.get(claim.player);
  const key = player === undefined ? null : readKey(player.key);
  if (player === undefined || key === null)
    throw new ApiError('badSignature', 'Nobody is registered with that key. POST /api/players first.', {
      field: 'authorization',
    });
  checkSignature(request, claim, signed, key);
  service.limits.take(one.limit, player.id);
  if (one.once === true && !(await service.store.tickets.once(player.id, claim.nonce, now + 700_000)))
    throw new ApiError('usedOrder', 'That order was given before. Sign a new one.', { field: 'authorization' });
  return player;
}

const NO_BYTES = new Uint8Array();
const NO_CLAIM: Claim = { player: '', time: 0, nonce: '', signature: '' };
const NO_PLAYER: Player = { id: '', key: '', name: '', country: null, created: 0, renamed: 0, hidden: 0 };

function paramsOf(c: Context): Record<string, string> {
  try {
    return c.req.param();
  } catch {
    throw new ApiError('badRequest', 'The address has signs in it that mean nothing.');
  }
}

function typed(request: Request, wanted: string): void {
  const said = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (said !== wanted) throw new ApiError('wrongType', `The body should be ${wanted}.`, { field: 'content-type' });
}

/** `\\u0000` as JSON escapes it, and not after a backslash that is one itself. PostgreSQL keeps no text with it. */
const NUL = /(?<!\\)(?:\\\\)*\\u0000/;

function jsonOf(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    if (!NUL.test(text)) return value;
  } catch {
    throw new ApiError('badBody', 'The body is not JSON.');
  }
  throw new ApiError('badBody', 'The body has the sign U+0000 in it, which no text has.');
}

function parsed(shape: Shape | undefined, value: unknown, code: 'badRequest' | 'badBody'): never {
  if (shape === undefined) return {} as never;
  const read = shape.safeParse(value);
  if (read.success) return read.data as never;
  const [first] = read.error.issues;
  const field = first?.path.join('.') ?? '';
  throw new ApiError(code, first?.message ?? 'That is not as it should be.', field === '' ? {} : { field });
}
