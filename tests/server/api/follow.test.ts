// For who follows along: events as they happen, webhooks that are signed and tried again, a month as a file.
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendWebhooks } from '../../../src/server/webhooks.ts';
import { newPlayer, verifiedRun } from '../support/rows.ts';
import { stage, type Stage } from '../support/service.ts';
import { until } from '../support/until.ts';

const BOARD = 'training/03:set:skip:plain';
let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.close());

const happen = async (board = BOARD): Promise<string> => {
  const run = await verifiedRun(on.store, await newPlayer(on.store), { board }, on.clock.at);
  return run.id;
};

/** Reads on until it has heard so many events. */
async function hear(path: string, n: number, headers: Record<string, string> = {}, meanwhile?: () => Promise<unknown>) {
  const gone = new AbortController();
  const answer = await on.app.request(path, { headers, signal: gone.signal });
  const reader = answer.body?.getReader();
  if (reader === undefined) throw new Error('there is no body');
  const decoder = new TextDecoder();
  let text = '';
  const found = () =>
    [...text.matchAll(/id: (\d+)\nevent: (\w+)\ndata: (.*)\n\n/g)].map(([, id, kind, data]) => ({
      id: Number(id),
      kind,
      run: (JSON.parse(data) as { run: string }).run,
    }));
  const done = meanwhile?.();
  while (found().length < n) {
    const { value, done: isOver } = await reader.read();
    if (isOver) break;
    text += decoder.decode(value, { stream: true });
  }
  await done;
  gone.abort();
  return { answer, events: found(), text };
}

describe('events', () => {
  it('are told as they happen, to whoever began to listen before', async () => {
    const ids: string[] = [];
    const { answer, events, text } = await hear('/api/events', 3, {}, async () => {
      for (let i = 0; i < 3; i++) ids.push(await happen());
    });
    expect(answer.headers.get('Content-Type')).toBe('text/event-stream');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(text).toMatch(/^retry: \d+\n\n/);
    expect(events.map(({ run, kind }) => [run, kind])).toEqual(ids.map((id) => [id, 'verdict']));
  });

  it('go on where one was, with none missed and none twice', async () => {
    const from = await on.store.events.last();
    const ids = [await happen(), await happen(), await happen()];
    const first = await hear(`/api/events?since=${from}`, 3);
    expect(first.events.map(({ run }) => run)).toEqual(ids);
    const again = await hear('/api/events?since=0', 2, { 'Last-Event-ID': String(first.events[0].id) });
    expect(again.events.map(({ run }) => run)).toEqual(ids.slice(1));
  });

  it('may be of one board', async () => {
    const from = await on.store.events.last();
    await happen('training/05:set:skip:plain');
    const id = await happen();
    const { events } = await hear(`/api/events?since=${from}&board=${encodeURIComponent(BOARD)}`, 1);
    expect(events.map(({ run }) => run)).toEqual([id]);
  });
});

const telling = (mayCallHome: boolean) =>
  sendWebhooks({ store: on.store, log: on.service.log, now: on.service.now, mayCallHome });

describe('a webhook', () => {
  interface Heard {
    readonly signature: string;
    readonly body: string;
  }
  const heard: Heard[] = [];
  let failures = 0;
  let server: Server;
  let url = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (text) => (body += String(text)));
      request.on('end', () => {
        heard.push({ signature: String(request.headers['syntony-signature']), body });
        response.statusCode = failures-- > 0 ? 500 : 204;
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });
  afterAll(() => server.close());

  const runsOf = ({ body }: Heard): string[] =>
    (JSON.parse(body) as { events: { run: string }[] }).events.map(({ run }) => run);

  it('is told in order and signed, and again later where it did not answer well', async () => {
    const made = await on.moderate('POST', '/api/webhooks', { url, board: BOARD });
    const { id, secret } = (await made.json()) as { id: string; secret: string };
    expect(made.status).toBe(201);
    failures = 1;
    await happen('training/05:set:skip:plain');
    const ids = [await happen(), await happen()];
    const stop = telling(true);
    await until('the first telling', () => heard.length === 1);
    const failed = async () => (await on.store.events.webhooks())[0].failures;
    await until('that it failed', async () => (await failed()) === 1);
    on.clock.at += 5000;
    await until('the second telling', () => heard.length === 2);
    await until('that it is well', async () => (await failed()) === 0);
    expect(heard.map(runsOf)).toEqual([ids, ids]);
    const more = await happen();
    await until('the third telling', () => heard.length === 3);
    await stop();
    expect(runsOf(heard[2])).toEqual([more]);
    for (const { body, signature } of heard)
      expect(signature).toBe(createHmac('sha256', secret).update(body).digest('base64url'));
    const all = await (await on.moderate('GET', '/api/webhooks')).text();
    expect(all).toContain(id);
    expect(all).not.toContain(secret);
    expect((await on.moderate('DELETE', `/api/webhooks/${id}`)).status).toBe(204);
    expect((await on.moderate('DELETE', `/api/webhooks/${id}`)).status).toBe(404);
  });

  it.each(['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]'])(
    'at home is not told of anything: %s',
    async (host) => {
      const { port } = new URL(url);
      const made = await on.moderate('POST', '/api/webhooks', { url: `http://${host}:${port}/hook` });
      const { id } = (await made.json()) as { id: string };
      await happen();
      const before = heard.length;
      const stop = telling(false);
      await until('it was tried', async () =>
        (await on.store.events.webhooks()).some((one) => one.id === id && one.failures === 1),
      );
      await stop();
      expect(heard.length).toBe(before);
      await on.moderate('DELETE', `/api/webhooks/${id}`);
    },
  );

  it('that never answers is given up', async () => {
    await on.moderate('POST', '/api/webhooks', { url });
    await happen();
    failures = 1000;
    const stop = telling(true);
    await until('it is gone', async () => {
      on.clock.at += 43_200_000;
      return (await on.store.events.webhooks()).length === 0;
    });
    await stop();
    failures = 0;
  });

  it('is for moderators, and for addresses of the web', async () => {
    expect((await on.fetch('/api/webhooks')).status).toBe(401);
    for (const odd of ['file:///etc/passwd', 'nothing', 'gopher://example.org/', 'javascript:1'])
      expect([odd, (await on.moderate('POST', '/api/webhooks', { url: odd })).status]).toEqual([odd, 400]);
  });
});

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

describe('a month', () => {
  it('is all that was verified in it and is shown, a line each', async () => {
    const other = await stage();
    const made = async (day: number, n = 1) => {
      const ids: string[] = [];
      for (let i = 0; i < n; i++) ids.push((await verifiedRun(other.store, await newPlayer(other.store), {}, day)).id);
      return ids;
    };
    await made(at('2026-10-31') + 86_399_999);
    // more than a page, at one moment
    const inside = [...(await made(at('2026-11-01'), 505)), ...(await made(at('2026-12-01') - 1))];
    await made(at('2026-12-01'));
    const [hidden] = inside;
    await other.store.moderation.do({ deed: 'hideRun', target: hidden, reason: 'x', by: 'mo', at: 1 });
    const answer = await other.fetch('/api/dump/2026-11');
    expect(answer.headers.get('Content-Type')).toBe('application/x-ndjson');
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; name: string });
    expect(lines.map(({ id }) => id).sort()).toEqual(inside.filter((id) => id !== hidden).sort());
    expect(lines[0].name).not.toBe('');
    expect(await (await other.fetch('/api/dump/2025-02')).text()).toBe('');
    expect((await other.fetch('/api/dump/2026-13')).status).toBe(400);
    await other.close();
  });
});
