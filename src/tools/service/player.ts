// A player of the service: a key, a name, runs that a bot played. As the client does it, by fetch.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { chainAt, CHECKPOINT_EVERY } from '../../core/board/chain.ts';
import { orderHeader, orderText } from '../../core/board/signing.ts';
import { encode } from '../../core/replay/codec.ts';
import type { Replay } from '../../core/replay/replay.ts';

export type Fetch = (path: string, init?: RequestInit) => Promise<Response>;

export interface Ticket {
  readonly ticket: string;
  readonly board: string;
  readonly seed: number;
  readonly content: string;
  readonly build: string;
  readonly attempt: number;
}

export class Player {
  readonly key: string;
  readonly id: string;
  private readonly secret: KeyObject;
  private readonly fetch: Fetch;
  private readonly now: () => number;

  constructor(fetch: Fetch, now: () => number = Date.now) {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const bytes = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
    this.key = bytes.toString('base64url');
    this.id = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    this.secret = privateKey;
    this.fetch = fetch;
    this.now = now;
  }

  static async registered(fetch: Fetch, name?: string, now: () => number = Date.now): Promise<Player> {
    const player = new Player(fetch, now);
    const answer = await player.post('/api/players', { key: player.key, ...(name === undefined ? {} : { name }) });
    if (!answer.ok) throw new Error(await answer.text());
    return player;
  }

  /** The header that says who orders this. */
  signed(method: string, path: string, body: Uint8Array | string = ''): string {
    const order = {
      method,
      path,
      body: createHash('sha256').update(body).digest('base64url'),
      player: this.id,
      time: this.now(),
      nonce: randomBytes(12).toString('base64url'),
    };
    const signature = sign('sha256', Buffer.from(orderText(order)), { key: this.secret, dsaEncoding: 'ieee-p1363' });
    return orderHeader(order, signature.toString('base64url'));
  }

  ask(method: string, path: string, body?: Uint8Array, type = 'application/octet-stream'): Promise<Response> {
    const headers = new Headers({ Authorization: this.signed(method, path, body ?? '') });
    if (body !== undefined) headers.set('Content-Type', type);
    return this.fetch(path, { method, headers, ...(body === undefined ? {} : { body: new Uint8Array(body) }) });
  }

  post(path: string, value: unknown, method = 'POST'): Promise<Response> {
    return this.ask(method, path, Buffer.from(JSON.stringify(value)), 'application/json');
  }

  async ticket(board: string): Promise<Ticket> {
    const answer = await this.post('/api/tickets', { board });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as Ticket;
  }

  /** What a bot played, as this player's. */
  bound(replay: Replay, board: string, ticket = ''): Uint8Array {
    return encode({ ...replay, board, ticket, player: this.id });
  }

  send(bytes: Uint8Array): Promise<Response> {
    return this.ask('POST', '/api/runs', bytes);
  }

  /** The checkpoints that somebody who played this would have sent: tick and sum. */
  static checkpoints({ log, ticks }: Replay): { tick: number; chain: string }[] {
    const places = [0];
    for (let tick = CHECKPOINT_EVERY; tick < ticks; tick += CHECKPOINT_EVERY) places.push(tick);
    places.push(ticks);
    const sums = chainAt(log, ticks, places, (text) => createHash('sha256').update(text).digest('base64url'));
    return places.map((tick, i) => ({ tick, chain: sums[i] ?? '' }));
  }
}
