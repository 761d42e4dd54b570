// The pages of the boards, as a browser without scripts gets them: what stands on them, that every way on them leads somewhere,
// and that nothing people wrote is ever more than words.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  app,
  BOARD,
  DAILY,
  empty,
  EMPTY,
  fill,
  HOSTILE,
  NOW,
  of,
  PAGES,
  service,
  STORY,
  table,
  text,
  words,
  WRONG,
} from './support/pages.ts';

beforeAll(fill);
afterAll(empty);

describe('every page', () => {
  it('has a title, one heading of the first rank, headings in order, and a main part', async () => {
    for (const path of [...PAGES(), ...WRONG]) {
      const page = await (await app.request(path)).text();
      const ranks = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, rank]) => Number(rank));
      expect([path, ranks.filter((one) => one === 1).length, ranks[0]]).toEqual([path, 1, 1]);
      ranks.forEach((rank, i) => expect([path, rank - (ranks[i - 1] ?? 0) <= 1]).toEqual([path, true]));
      expect(page).toMatch(/<title>[^<]+ · Syntony<\/title>/);
      expect(page).toMatch(/<html lang="en-GB"/);
      expect(page).toMatch(/<main\s/);
      const all = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect([path, new Set(all).size]).toEqual([path, all.length]);
    }
  });

  it('has no style and no script written into it', async () => {
    for (const path of [...PAGES(), ...WRONG]) {
      const page = await (await app.request(path)).text();
      const tags = page.match(/<[a-z][^>]*>/gi) ?? [];
      const inline = tags.filter(
        (tag) =>
          /\s(style|on\w+)\s*=/i.test(tag) || /^<style/i.test(tag) || (/^<script/i.test(tag) && !tag.includes(' src=')),
      );
      expect([path, inline]).toEqual([path, []]);
      expect(page).not.toContain('javascript:');
    }
  });

  it('shows a name as it is written, and never as anything else', async () => {
    for (const path of [...PAGES(), `/boards/${BOARD}?player=${of(HOSTILE)}`, `/overlay/${of(HOSTILE)}?board=${BOARD}`])
      expect([path, (await text(path)).includes('<script>alert')]).toEqual([path, false]);
    expect(await text(`/boards/${BOARD}`)).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;');
  });

  it('leads nowhere that there is nothing', async () => {
    const seen = new Set<string>();
    const left = [...PAGES(), '/api/openapi.json'];
    // the rest of the boards differ by their names alone
    for (let path = left.pop(); path !== undefined && seen.size < 400; path = left.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const answer = await app.request(path);
      expect([path, answer.status]).toEqual([path, 200]);
      if (answer.headers.get('Content-Type')?.startsWith('text/html') !== true) continue;
      const page = await answer.text();
      const ways = [...page.matchAll(/ (?:href|src)="(\/[^"]*)"/g)].map(([, to = '']) => to.replaceAll('&amp;', '&'));
      for (const to of ways) left.push(to.split('#')[0] ?? '');
      for (const [, to = ''] of page.matchAll(/ href="#([^"]*)"/g)) expect(page).toContain(` id="${to}"`);
    }
    expect(seen.size).toBeGreaterThan(200);
  });

  it('may be kept for a moment, and is not sent twice to who has it', async () => {
    const page = await app.request(`/boards/${BOARD}`);
    expect(page.headers.get('Cache-Control')).toBe('public, max-age=2');
    const tag = page.headers.get('ETag') ?? '';
    const again = await app.request(`/boards/${BOARD}`, { headers: { 'If-None-Match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('is sent compressed to who takes that', async () => {
    const page = await app.request(`/boards/${BOARD}`, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(page.headers.get('Content-Encoding')).toBe('gzip');
    const plain = await new Response(page.body?.pipeThrough(new DecompressionStream('gzip'))).text();
    expect(plain).toBe(await (await app.request(`/boards/${BOARD}`)).text());
  });

  it('answers HEAD as GET, and nothing else', async () => {
    for (const path of ['/boards', `/boards/${BOARD}`, '/api', '/boards/nowhere']) {
      const [get, head] = [await app.request(path), await app.request(path, { method: 'HEAD' })];
      const { 'content-length': length, ...headers } = Object.fromEntries(head.headers);
      expect([path, head.status, headers]).toEqual([path, get.status, Object.fromEntries(get.headers)]);
      expect(Number(length)).toBe((await get.arrayBuffer()).byteLength);
    }
    expect((await app.request('/boards', { method: 'POST' })).status).toBe(405);
  });
});

describe('all boards', () => {
  it('are grouped by what they are of, with how many stand there and the best', async () => {
    const page = await words('/boards');
    const order = ['Training networks', 'Networks of the Coves', 'Other networks', 'Stories'].map((one) =>
      page.indexOf(one),
    );
    expect(order).toEqual([...order].sort((x, y) => x - y));
    expect(order[0]).toBeGreaterThan(0);
    expect(page).toMatch(/One seed for all, by hand 64 players, best 0:30\.000/);
    expect(page).toMatch(/Seed of 21 Nov 2026, by hand 1 player, best 0:20\.000/);
    const links = [...(await text('/boards')).matchAll(/href="\/boards\/([^"?]+)"/g)].map(([, id]) => id);
    expect(links).toEqual(expect.arrayContaining(service.boards.all(NOW).map(({ id }) => id)));
  });
});

describe('a board', () => {
  it('has its first fifty, equals on one place, with what was seen of each', async () => {
    const rows = await table(`/boards/${BOARD}`);
    expect(rows).toHaveLength(50);
    expect(rows.slice(0, 4)).toEqual([
      ['1', 'Aino FI', '0:30.000', 'Simulated Live-timed', '21 Nov 2026'],
      ['2', 'Bela HU', '0:31.000', 'Simulated', '21 Nov 2026'],
      ['2', 'Cleo', '0:31.000', 'Simulated', '21 Nov 2026'],
      ['4', '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp; FI', '0:33.333', 'Simulated', '21 Nov 2026'],
    ]);
    expect(await words(`/boards/${BOARD}`)).toContain('64 players stand here.');
  });

  it('goes on where it stopped, and back to the top', async () => {
    const next = /rel="next" href="([^"]*)"/.exec(await text(`/boards/${BOARD}`))?.[1] ?? '';
    const rows = await table(next);
    expect(rows.map(([place]) => Number(place))).toEqual(Array.from({ length: 14 }, (_, i) => 51 + i));
    const page = await text(next);
    expect(page).toContain(`<a class="button" href="/boards/${BOARD}">Back to the top</a>`);
    expect(page).not.toContain('rel="next"');
  });

  it('keeps its filter on the next page, and says which it is', async () => {
    expect((await table(`/boards/${BOARD}?filter=live`)).map(([, player]) => player)).toEqual(['Aino FI']);
    const rows = await table(`/boards/${BOARD}?filter=FI`);
    expect(rows.map(([place, player]) => [place, player?.slice(0, 4)])).toEqual([
      ['1', 'Aino'],
      ['2', '&lt;'],
    ]);
    const page = await text(`/boards/${BOARD}?filter=FI`);
    expect(page).toMatch(/<a href="[^"]*filter=FI" aria-current="page">Finland<\/a>/);
    expect(page).toContain('<input type="hidden" name="filter" value="FI"');
    expect(await words(`/boards/${BOARD}?filter=SE`)).toContain('Nobody stands here, from Sweden. Show everybody');
    expect(await words(`/boards/${BOARD}?filter=nonsense`, 400)).toContain('A filter is');
    expect(await words(`/boards/${BOARD}?after=nonsense`, 400)).toContain('of the page before');
  });

  it('shows who is near one player, with their row marked', async () => {
    const page = await text(`/boards/${BOARD}?player=${of('Runner 0')}`);
    const nearby = /data-part="nearby">.*?<\/table>/.exec(page)?.[0] ?? '';
    expect(nearby).toContain(
      '<strong>Runner 0: place 5 of 64.</strong> As fast as, or faster than, 93 % of the 64 who stand here.',
    );
    expect(nearby.match(/class="marked" aria-current="true"/g)).toHaveLength(1);
    expect([...nearby.matchAll(/class="place">(\d+)</g)].map(([, place]) => Number(place))).toEqual([
      2, 2, 4, 5, 6, 7, 8,
    ]);
    expect(page).toContain('<rect class="own"');
    expect(await words(`/boards/${EMPTY}?player=${of('Aino')}`)).toContain('That player does not stand here.');
    expect(await words(`/boards/${BOARD}?player=short`)).toContain('That is no player’s id');
  });

  it('draws how fast everybody is, and says it in words and numbers', async () => {
    const page = await text(`/boards/${BOARD}`);
    expect(page.match(/<rect/g)?.length).toBeLessThanOrEqual(24);
    const figure = /<figure.*?<\/figure>/.exec(page)?.[0] ?? '';
    expect(figure).toContain('role="img" aria-label="Bars');
    const counted = [...figure.matchAll(/<td>(\d+)<\/td>/g)].map(([, n]) => Number(n));
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(64);
    expect(figure).toMatch(/64 players, from 0:2\d\.\d to 0:4\d\.\d\. Half of them take less than about 0:4\d\.\d\./);
  });

  it('leads to the boards beside it, and never to one that cannot be played', async () => {
    const page = await text(`/boards/${BOARD}`);
    for (const other of [
      'training/01:random:skip:plain',
      'training/01:daily-2026-11-21:skip:plain',
      'training/01:set:skip:tas',
    ])
      expect(page).toContain(`href="/boards/${other}"`);
    const open = new Set(service.boards.all(NOW).map(({ id }) => id));
    for (const path of [BOARD, 'training/01:set:skip:tas', DAILY, STORY]) {
      const links = [...(await text(`/boards/${path}`)).matchAll(/href="\/boards\/([^"?]+)"/g)].map(
        ([, id = '']) => id,
      );
      expect(links.filter((id) => !open.has(id) && id !== 'training/02:daily-2026-11-20:skip:plain')).toEqual([]);
    }
    expect(await words(`/boards/${DAILY}`)).toContain('Other days 20 Nov 2026 (1)');
  });

  it('that is empty says what to do', async () => {
    const page = await text(`/boards/${EMPTY}`);
    expect(page).toContain('Nobody stands on this board yet.');
    expect(page).toMatch(/<a href="\/\?level=training\/03[^"]*">Play this network<\/a>/);
    expect(await text('/boards/coves:set:skip:plain')).toMatch(/href="\/\?plan=coves[^"]*">Play this story/);
  });

  it('may be asked for with its slashes and colons written out', async () => {
    expect(await text(`/boards/${encodeURIComponent(BOARD)}`)).toBe(await text(`/boards/${BOARD}`));
    expect((await app.request('/boards/%E0%A4%A')).status).toBe(404);
  });
});
