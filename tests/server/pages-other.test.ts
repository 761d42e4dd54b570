// Pages of players and runs, pages for other sites, and what is said where there is nothing to show.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOOKS } from '../../src/client/look/cities.ts';
import { BINDING_REJECTIONS } from '../../src/core/board/submission.ts';
import { REPLAY_ERRORS } from '../../src/core/replay/bytes.ts';
import { REJECTIONS } from '../../src/core/replay/simulate.ts';
import { STATUS } from '../../src/server/api/errors.ts';
import { Limits } from '../../src/server/api/limits.ts';
import { ROUTES } from '../../src/server/api/table.ts';
import type { Boards } from '../../src/server/boards.ts';
import { logTo } from '../../src/server/log.ts';
import { html } from '../../src/server/pages/html.ts';
import { verdictWords } from '../../src/server/pages/verdicts.ts';
import { AwayError } from '../../src/server/store/sql.ts';
import type { Store } from '../../src/server/store/store.ts';
import {
  app,
  appWith,
  BOARD,
  empty,
  EMPTY,
  fill,
  NOW,
  of,
  runs,
  service,
  store,
  table,
  text,
  words,
} from './support/pages.ts';
import { judged, newPlayer, newRun, sent, verifiedRun } from './support/rows.ts';

beforeAll(fill);
afterAll(empty);

describe('a player', () => {
  it('has a name, a country, bests with their places, and the latest runs', async () => {
    const page = await words(`/players/${of('Aino')}`);
    expect(page).toContain('Finland');
    expect(page).toContain('Three hands · One seed for all, by hand Place 1 of 64 with 0:30.000 Simulated Live-timed');
    expect(page).toMatch(/Latest runs .*0:20\.000 .*Verified/);
  });

  it('who is hidden is not there', async () => {
    const player = await newPlayer(store, { name: 'Gone' });
    const run = await verifiedRun(store, player, { board: 'training/05:set:skip:plain' }, NOW);
    await store.moderation.do({ deed: 'hidePlayer', target: player, reason: 'asked to', by: 'mo', at: NOW });
    await text(`/players/${player}`, 404);
    const page = await words(`/runs/${run.id}`);
    expect(page).toContain('a player who is not shown');
    expect(page).not.toContain('Gone');
  });
});

describe('a run', () => {
  it('says what came of it, how it was played, and what one can do with it', async () => {
    const id = runs.get(`Aino ${BOARD}`) ?? '';
    const page = await text(`/runs/${id}`);
    const plain = await words(`/runs/${id}`);
    for (const said of [
      '0:30.000',
      'Verified',
      'Place 1 of 64.',
      'Live-timed.',
      'This was the first on its board.',
      'Report it in the game',
    ])
      expect(plain).toContain(said);
    expect(page).toContain(`href="/?watch=${id}"`);
    expect(page).toContain(`href="/api/runs/${id}/replay"`);
    expect((await app.request(`/api/runs/${id}/replay`)).status).toBe(200);
  });

  it.each([
    ['rejected', 'rejected:hashMismatch', 'Rejected', 'another way than its file says'],
    ['unverifiable', 'unverifiable:stuck', 'Could not be judged', 'longer than it may'],
    ['pending', 'pending', 'Waiting', 'will be judged soon'],
  ] as const)('that is %s says why, and offers no file', async (state, verdict, short, why) => {
    const player = await newPlayer(store);
    const run = newRun(player, { board: 'training/06:set:skip:plain', submitted: NOW });
    await store.submissions.take(sent(run));
    if (state !== 'pending') await store.runs.keep([judged(run, { state, verdict })], NOW);
    const page = await words(`/runs/${run.id}`);
    expect(page).toContain(short);
    expect(page).toContain(why);
    expect(await text(`/runs/${run.id}`)).not.toMatch(/watch=|replay/);
  });

  it('that is hidden says for what reason, in the words of whoever hid it', async () => {
    const player = await newPlayer(store);
    const run = await verifiedRun(store, player, { board: 'training/07:set:skip:plain' }, NOW);
    await store.moderation.do({ deed: 'hideRun', target: run.id, reason: 'a copy of <another>', by: 'mo', at: NOW });
    const page = await text(`/runs/${run.id}`);
    expect(page).toContain('A moderator hid it, for this reason: a copy of &lt;another&gt;.');
    expect(page).not.toMatch(/watch=|\/replay"/);
  });

  it('that is slower than its player’s best says so', async () => {
    const player = await newPlayer(store);
    const board = 'training/08:set:skip:plain';
    const slow = await verifiedRun(store, player, { board, ticks: 2000 }, NOW);
    await verifiedRun(store, player, { board, ticks: 1000 }, NOW);
    expect(await words(`/runs/${slow.id}`)).toContain('has a faster run');
  });
});

describe('the words', () => {
  it('are there for every verdict', () => {
    const reasons = new Set<string>([
      ...REJECTIONS,
      ...BINDING_REJECTIONS,
      ...REPLAY_ERRORS,
      'notFinished',
      'notWon',
      'assisted',
      'practice',
      'duplicate',
    ]);
    const all = [
      ...[...reasons].map((one) => `rejected:${one}`),
      ...['build', 'content', 'stuck', 'crashed'].map((one) => `unverifiable:${one}`),
      ...['notBest', 'notFirst'].map((one) => `unranked:${one}`),
      'pending',
      'verified',
    ];
    const long = all.map((one) => verdictWords(one).long);
    expect(long.filter((one) => one.startsWith('The judge’s word'))).toEqual([]);
    expect(new Set(long).size).toBe(all.length);
  });

  it('of a verdict that nobody knows are the verdict itself', () => {
    expect(verdictWords('rejected:toString').long).toBe('The judge’s word for it is “rejected:toString”.');
    expect(verdictWords('hasOwnProperty:x').long).toContain('hasOwnProperty:x');
  });
});

describe('for others', () => {
  it('the API is described, every row and every error of it', async () => {
    const page = await text('/api');
    for (const { id, path, method } of ROUTES) {
      const article = new RegExp(`<article class="plate route" id="${id}">.*?</article>`).exec(page)?.[0] ?? '';
      expect(article).toContain(`<span class="method">${method}</span> <code>${path}</code>`);
    }
    for (const code of Object.keys(STATUS)) expect(page).toContain(`id="error-${code}"`);
    expect(page).toContain('syntony 1 POST /api/tickets');
  });

  it('a board goes into a frame of another site, and no other page does', async () => {
    const frame = await app.request(`/embed/boards/${BOARD}`);
    expect(frame.headers.get('Content-Security-Policy')).toContain('frame-ancestors *');
    expect(await table(`/embed/boards/${BOARD}`)).toHaveLength(10);
    const ways = [...(await text(`/embed/boards/${BOARD}`)).matchAll(/<a [^>]*>/g)].map(([tag]) => tag);
    expect(ways.filter((tag) => !tag.includes('target="_blank" rel="noopener"'))).toEqual([]);
    const page = await app.request(`/boards/${BOARD}`);
    expect(page.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
  });

  it('a player’s place is laid over a picture', async () => {
    const page = await words(`/overlay/${of('Bela')}?board=${BOARD}`);
    expect(page).toContain('Bela Three hands Place 2 of 64 0:31.000 as fast as, or faster than, 98 %');
    expect(await words(`/overlay/${of('Bela')}?board=${BOARD}&filter=HU`)).toContain('Place 1 of 1');
    expect(await words(`/overlay/${of('Bela')}?board=${EMPTY}`)).toContain('not on this board yet');
    expect(await words(`/overlay/${of('Bela')}`, 400)).toContain('Say which board');
    await text(`/overlay/nobody?board=${BOARD}`, 404);
  });
});

function away(): Promise<never> {
  return Promise.reject(new AwayError('gone'));
}

describe('what is not there', () => {
  it('is said on a page of the same look', async () => {
    expect(await words('/boards/nowhere', 404)).toContain('There is no board by that name.');
    expect(await words('/players/nobody', 404)).toContain('There is no player with that id.');
    expect(await words('/runs/'.padEnd(28, 'x'), 404)).toContain('There is no run with that id.');
    expect(await text('/runs/nothing', 404)).toContain('/boards/boards.css');
  });

  it('is a database that is away: said so, and asked for again', async () => {
    const lists: Store['lists'] = { ...store.lists, top: away, size: away, countries: away };
    const broken = appWith({ store: { ...store, lists } });
    const answer = await broken.request(`/boards/${BOARD}`);
    expect([answer.status, answer.headers.get('Retry-After'), answer.headers.get('Cache-Control')]).toEqual([
      503,
      '3',
      'no-store',
    ]);
    const page = await answer.text();
    expect(page).toContain('The boards cannot be read just now');
    expect(page).toContain('data-away');
  });

  it('is whatever nobody thought of: written down, and told without a trace', async () => {
    const lines: string[] = [];
    const boards = Object.assign(Object.create(service.boards) as Boards, {
      all: () => {
        throw new Error('a secret');
      },
    });
    const broken = appWith({ boards, log: logTo((line) => lines.push(line), 'error') });
    const answer = await broken.request('/boards');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
    expect(lines.join()).toContain('a secret');
  });

  it('is an answer for who asks too much', async () => {
    const limited = appWith({ limits: new Limits(() => NOW, true) });
    const statuses = new Set<number>();
    for (let i = 0; i < 300; i++) statuses.add((await limited.request('/runs/nothing')).status);
    expect([...statuses]).toEqual([404, 429]);
  });
});

describe('the style sheet and the script', () => {
  it.each([
    ['/boards/boards.css', 'text/css; charset=utf-8'],
    ['/boards/boards.js', 'text/javascript; charset=utf-8'],
  ])('%s is kept for as long as its address says what is in it', async (path, type) => {
    const bare = await app.request(path);
    expect([bare.status, bare.headers.get('Content-Type'), bare.headers.get('Cache-Control')]).toEqual([
      200,
      type,
      'no-cache',
    ]);
    const named = new RegExp(`"(${path}\\?v=[\\w-]+)"`).exec(await text('/boards'))?.[1] ?? '';
    const kept = await app.request(named);
    expect(kept.headers.get('Cache-Control')).toContain('immutable');
    expect(await kept.text()).toBe(await bare.text());
    const again = await app.request(path, { headers: { 'If-None-Match': kept.headers.get('ETag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it('has the game’s colours: the Coves’ by day, the Sphere’s by night', () => {
    const sheet = readFileSync(new URL('../../src/server/pages/boards.css', import.meta.url), 'utf8');
    const [day = '', night = ''] = sheet.split('@media (prefers-color-scheme: dark)');
    for (const [city, part] of [
      [LOOKS.coves, day],
      [LOOKS.sphere, night],
    ] as const)
      for (const [name, value] of Object.entries(city.colours)) expect(part).toContain(`--${name}: ${value};`);
  });

  it('puts into a page nothing that was not escaped', () => {
    expect(html`<a title="${'"'}">${['<', html`<b>${0}</b>`, null, false, "&'"]}</a>`.markup).toBe(
      '<a title="&quot;">&lt;<b>0</b>&amp;&#39;</a>',
    );
  });
});
