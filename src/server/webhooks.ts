// Events to other services: in order, signed, tried again with longer and longer waits, given up after a day.

import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Log } from './log.ts';
import type { Webhook } from './store/events.ts';
import type { Store } from './store/store.ts';

const LOOK_MS = 1000;
const CLAIM_MS = 30_000;
const ANSWER_MS = 8000;
const WAITS_S = [5, 30, 120, 600, 3600, 14_400, 43_200];

export interface WebhooksOptions {
  readonly store: Store;
  readonly log: Log;
  readonly now: () => number;
  /** Whether addresses inside one's own net may be told: for tests and for who knows what they do. */
  readonly mayCallHome: boolean;
}

/** Answers with what stops it. */
export function sendWebhooks(options: WebhooksOptions): () => Promise<void> {
  let isStopping = false;
  let wake: (() => void) | null = null;
  const done = (async () => {
    while (!isStopping) {
      const didSomething = await one(options).catch((error: unknown) => {
        options.log.warn('webhooks could not be told', { error: String(error) });
        return false;
      });
      if (didSomething) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, LOOK_MS).unref();
      });
    }
  })();
  return async () => {
    isStopping = true;
    wake?.();
    await done;
  };
}

async function one({ store, log, now, mayCallHome }: WebhooksOptions): Promise<boolean> {
  const hook = await store.events.takeWebhook(now(), CLAIM_MS);
  if (hook === undefined) return false;
  const found = await store.events.after(hook.after, 50);
  const last = found.at(-1);
  const wanted = found.filter(({ board }) => hook.board === '' || board === hook.board);
  if (last === undefined) return false;
  const body = JSON.stringify({
    events: wanted.map(({ id, at, board, kind, data }) => ({
      id,
      at: new Date(at).toISOString(),
      board,
      kind,
      ...(JSON.parse(data) as object),
    })),
  });
  const isTold = wanted.length === 0 || (await post(hook, body, mayCallHome));
  if (isTold) {
    await store.events.told(hook.id, last.id);
    return true;
  }
  const wait = WAITS_S[hook.failures];
  if (wait === undefined) {
    log.warn('a webhook never answers and is removed', { webhook: hook.id });
    await store.events.removeWebhook(hook.id);
  } else await store.events.failed(hook.id, now() + wait * 1000);
  return true;
}

async function post({ url, secret }: Webhook, body: string, mayCallHome: boolean): Promise<boolean> {
  try {
    if (!mayCallHome && (await isHome(new URL(url).hostname))) return false;
    const signature = createHmac('sha256', secret).update(body).digest('base64url');
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Syntony-Signature': signature },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

/** An address inside: whoever may name webhooks may not have the server knock on its neighbours' doors. */
async function isHome(host: string): Promise<boolean> {
  const bare = host.replace(/^\[|\]$/g, '');
  const all = isIP(bare) === 0 ? (await lookup(bare, { all: true })).map(({ address }) => address) : [bare];
  return all.some((address) =>
    /^(0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|::1?$|f[cd]|fe[89ab]|::ffff:)/i.test(
      address,
    ),
  );
}
