import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { routes } from '../../src/server/routes.ts';

const dist = mkdtempSync(join(tmpdir(), 'syntony-dist-'));
mkdirSync(join(dist, 'assets'));
writeFileSync(join(dist, 'index.html'), '<title>Syntony</title>');
writeFileSync(join(dist, 'assets/index-Ab3_d-9Z.js'), 'export {};');
writeFileSync(join(dist, 'assets/plain.js'), 'export {};');
for (const [end, text] of [
  ['', 'all of it'],
  ['.br', 'by brotli'],
  ['.gz', 'by gzip'],
])
  writeFileSync(join(dist, `assets/large.js${end}`), text);
afterAll(() => rmSync(dist, { recursive: true }));

const app = routes(dist);

it('is well', async () => {
  expect(await (await app.request('/healthz')).json()).toEqual({ ok: true });
});

it('serves the page, to be asked for again each time', async () => {
  const page = await app.request('/');
  expect(page.status).toBe(200);
  expect(page.headers.get('Content-Type')).toMatch(/^text\/html/);
  expect(page.headers.get('Cache-Control')).toBe('no-cache');
});

it('answers 304 to who has the page already', async () => {
  const tag = (await app.request('/')).headers.get('ETag') ?? '';
  expect((await app.request('/', { headers: { 'If-None-Match': tag } })).status).toBe(304);
});

it('lets a hashed file be kept for ever, and no other', async () => {
  const hashed = await app.request('/assets/index-Ab3_d-9Z.js');
  expect(hashed.headers.get('Content-Type')).toMatch(/^text\/javascript/);
  expect(hashed.headers.get('Cache-Control')).toContain('immutable');
  expect((await app.request('/assets/plain.js')).headers.get('Cache-Control')).toBe('no-cache');
});

it('runs no script but its own', async () => {
  const { headers } = await app.request('/');
  expect(headers.get('Content-Security-Policy')).toContain("script-src 'self';");
  expect(headers.get('Content-Security-Policy')).not.toContain('unsafe');
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Referrer-Policy')).toBe('no-referrer');
});

it.each(['/', '/healthz', '/assets/index-Ab3_d-9Z.js', '/nowhere'])(
  'says the same of HEAD as of GET: %s',
  async (path) => {
    const [get, head] = [await app.request(path), await app.request(path, { method: 'HEAD' })];
    const { 'content-length': length, ...headers } = Object.fromEntries(head.headers);
    const { 'content-length': _, ...wanted } = Object.fromEntries(get.headers);
    expect([head.status, headers]).toEqual([get.status, wanted]);
    expect(Number(length)).toBe((await get.arrayBuffer()).byteLength);
    expect(await head.text()).toBe('');
  },
);

it('answers 304 to a HEAD too', async () => {
  const tag = (await app.request('/')).headers.get('ETag') ?? '';
  const answer = await app.request('/', { method: 'HEAD', headers: { 'If-None-Match': tag } });
  expect([answer.status, answer.headers.get('ETag')]).toEqual([304, tag]);
});

it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
  'refuses %s where there is something, and says what is allowed',
  async (method) => {
    for (const path of ['/', '/healthz', '/assets/plain.js']) {
      const answer = await app.request(path, { method });
      expect([path, answer.status, answer.headers.get('Allow')]).toEqual([path, 405, 'GET, HEAD']);
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    }
    expect((await app.request('/nowhere', { method })).status).toBe(404);
  },
);

it('says in plain words that there is nothing, and never leaves its folder', async () => {
  const answer = await app.request('/nowhere');
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('There is nothing at this address');
  expect((await app.request('/..%2f..%2fetc%2fpasswd')).status).toBe(404);
});

it.each([
  ['gzip, deflate, br, zstd', 'br', 'by brotli'],
  ['gzip, deflate', 'gzip', 'by gzip'],
  ['', null, 'all of it'],
])('sends what is compressed to whoever takes it: “%s”', async (accepts, encoding, text) => {
  const headers: Record<string, string> = accepts === '' ? {} : { 'Accept-Encoding': accepts };
  const got = await app.request('/assets/large.js', { headers });
  expect(got.headers.get('Content-Encoding')).toBe(encoding);
  expect(got.headers.get('Content-Type')).toMatch(/^text\/javascript/);
  expect(await got.text()).toBe(text);
  if (encoding !== null) expect(got.headers.get('Vary')).toBe('Accept-Encoding');
  const head = await app.request('/assets/large.js', { method: 'HEAD', headers });
  expect(head.headers.get('Content-Length')).toBe(String(text.length));
  expect(head.headers.get('ETag')).toBe(got.headers.get('ETag'));
});
