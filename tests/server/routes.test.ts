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

it('says in plain words that there is nothing, and never leaves its folder', async () => {
  const answer = await app.request('/nowhere');
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('There is nothing at this address');
  expect((await app.request('/..%2f..%2fetc%2fpasswd')).status).toBe(404);
});
