// Players who send without pause, whatever becomes of the service, and write down what it said it has.

import { setTimeout as pause } from 'node:timers/promises';
import type { Replay } from '../../core/replay/replay.ts';
import { Player } from '../service/player.ts';
import { BOARD, Deal, type Dice } from './supply.ts';

/** Longer than any answer takes that still comes. */
const ANSWER_MS = 20_000;
/** After no answer, or one that says later. Real clients wait longer; here the next kill comes soon. */
const AGAIN_MS = [20, 200] as const;
const SAMPLES = 10;

/** What was answered, by all of the players together. */
export interface Ledger {
  /** Runs that were answered 202: whose, and with which ticket. */
  readonly acknowledged: Map<string, { readonly player: string; readonly ticket: string }>;
  readonly tickets: Map<string, { readonly player: string; readonly attempt: number }>;
  submissions: number;
  requests: number;
  /** The same bytes, because there was no answer or one that says later. */
  sentAgain: number;
  noAnswer: number;
  away: number;
  /** Answers that should not have been: of each a line, and how many. */
  wrong: number;
  readonly samples: string[];
  /** Runs that each address acknowledged first. */
  readonly by: Map<string, number>;
}

/** Where requests go. */
export interface Where {
  /** An address that answers as far as anybody knows; waits for one. */
  readonly url: () => Promise<string>;
  readonly nameOf: (url: string) => string;
}

export interface LoadOptions {
  readonly where: Where;
  readonly dice: Dice;
  readonly supply: readonly Replay[];
  readonly players: number;
  readonly perSecond: number;
}

interface Sent {
  readonly id: string;
  readonly bytes: Uint8Array;
}

interface Client {
  readonly nth: number;
  readonly player: Player;
  readonly sent: Sent[];
  lastUrl: string;
}

export class Load {
  readonly ledger: Ledger = {
    acknowledged: new Map(),
    tickets: new Map(),
    submissions: 0,
    requests: 0,
    sentAgain: 0,
    noAnswer: 0,
    away: 0,
    wrong: 0,
    samples: [],
    by: new Map(),
  };
  private readonly options: LoadOptions;
  private readonly deal: Deal;
  private isOver = false;
  private running: Promise<void> = Promise.resolve();

  constructor(options: LoadOptions) {
    this.options = options;
    this.deal = new Deal(options.supply, options.players, options.perSecond);
  }

  start(): void {
    this.running = Promise.all(Array.from({ length: this.options.players }, (_, nth) => this.play(nth))).then(
      () => undefined,
    );
  }

  /** Each gets the answer to what they asked last. */
  async finish(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  private async play(nth: number): Promise<void> {
    const client: Client = {
      nth,
      sent: [],
      lastUrl: '',
      player: new Player(async (path, init) => {
        client.lastUrl = await this.options.where.url();
        return fetch(client.lastUrl + path, { ...init, signal: AbortSignal.timeout(ANSWER_MS) });
      }),
    };
    const { player } = client;
    await this.ask(() => player.post('/api/players', { key: player.key, name: `Runner ${nth + 1}` }), 200, 'register');
    while (!this.isOver) await this.step(client);
  }

  private async step(client: Client): Promise<void> {
    const replay = this.deal.next(client.nth);
    const { dice } = this.options;
    if (replay !== null) return this.submit(client, replay);
    const known = client.sent[dice(client.sent.length)];
    if (known === undefined || dice(12) === 0) return void (await this.ticket(client));
    if (dice(3) > 0) return this.resubmit(client, known);
    // what was acknowledged is there to be read, whoever was killed meanwhile
    await this.ask(() => client.player.ask('GET', `/api/runs/${known.id}`), 200, 'a run that was acknowledged');
  }

  private async submit(client: Client, replay: Replay): Promise<void> {
    const { ledger } = this;
    const ticket = this.options.dice(3) === 0 ? await this.ticket(client) : '';
    const bytes = client.player.bound(replay, BOARD, ticket);
    ledger.submissions++;
    const answer = await this.ask(() => client.player.send(bytes), 202, 'a run');
    if (answer === null) return;
    const { id } = answer as { id: string };
    ledger.acknowledged.set(id, { player: client.player.id, ticket });
    client.sent.push({ id, bytes });
    const name = this.options.where.nameOf(client.lastUrl);
    ledger.by.set(name, (ledger.by.get(name) ?? 0) + 1);
  }

  /** As an outbox does that lost the receipt. */
  private async resubmit({ player }: Client, { id, bytes }: Sent): Promise<void> {
    const answer = await this.ask(() => player.send(bytes), 202, 'a run sent again');
    this.ledger.sentAgain++;
    const same = (answer as { id?: string } | null)?.id;
    if (answer !== null && same !== id) this.complain(`run ${id} sent again became run ${same}`);
  }

  private async ticket({ player }: Client): Promise<string> {
    const body = { board: BOARD };
    const answer = (await this.ask(() => player.post('/api/tickets', body), 201, 'a ticket')) as {
      ticket: string;
      attempt: number;
    } | null;
    if (answer === null) return '';
    this.ledger.tickets.set(answer.ticket, { player: player.id, attempt: answer.attempt });
    return answer.ticket;
  }

  /** Until there is an answer; null for one that should not have been. */
  private async ask(send: () => Promise<Response>, wanted: number, what: string): Promise<unknown> {
    const { ledger } = this;
    for (let again = 0; ; again++) {
      if (again > 0) {
        ledger.sentAgain++;
        await pause(AGAIN_MS[0] + this.options.dice(AGAIN_MS[1]));
      }
      ledger.requests++;
      let status = 0;
      let text = '';
      let retryAfter: string | null = null;
      try {
        const answer = await send();
        text = await answer.text();
        status = answer.status;
        retryAfter = answer.headers.get('retry-after');
      } catch {
        ledger.noAnswer++;
        continue;
      }
      if (status === wanted) return JSON.parse(text);
      if (status === 503) {
        ledger.away++;
        if (retryAfter === null) this.complain(`${what}: 503 without Retry-After`);
        continue;
      }
      this.complain(`${what}: ${status} ${text.slice(0, 200)}`);
      return null;
    }
  }

  private complain(what: string): void {
    this.ledger.wrong++;
    if (this.ledger.samples.length < SAMPLES) this.ledger.samples.push(what);
  }
}
