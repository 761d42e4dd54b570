// Everything that the server answers: the service, its pages, and the built game.

import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context, type Next } from 'hono';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import { answerTo, ApiError } from './api/errors.ts';
import { openapi } from './api/openapi.ts';
import { failure, register } from './api/route.ts';
import { ROUTES } from './api/table.ts';
import { pages } from './pages/pages.ts';
import type { Service } from './service.ts';

const YEAR_S = 31_536_000;
const VERSION = '1';
const STREAMS = /^\/api\/(events$|dump\/)/;

/** `distDir` is the built client. Without a service there is only that: a page that is looked at, and no boards. */
export function routes(distDir: string, service: Service | null = null): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [(c) => (c.req.path.startsWith('/embed/') ? '*' : "'none'")],
      },
      xContentTypeOptions: 'nosniff',
      xFrameOptions: false,
      referrerPolicy: 'no-referrer',
      // it would bind every other program on http://localhost to https as well; that is the proxy's to say
      strictTransportSecurity: false,
    }),
  );
  app.use(async (c, next) => {
    await next();
    // for browsers that do not know frame-ancestors
    if (!c.req.path.startsWith('/embed/')) c.header('X-Frame-Options', 'DENY');
  });

  app.use((c, next) => (c.req.method === 'HEAD' ? head(app, c) : next()));
  app.get('/healthz', (c) => c.json({ ok: true }));
  if (service !== null) serveBoards(app, service);

  // All that comes after is only to be read.
  app.use((c, next) => readOnly(app, c, next));
  if (service !== null) pages(app, service, ROUTES);
  app.use(etag());
  app.use(async (c, next) => {
    await next();
    if (c.res.ok) c.header('Cache-Control', cacheRule(c.req.path));
  });
  // the build leaves beside each file what it is compressed
  app.use(serveStatic({ root: distDir, precompressed: true }));

  app.notFound((c) => c.html(NOT_FOUND, 404, { 'Cache-Control': 'no-cache' }));
  return app;
}

function serveBoards(app: Hono, service: Service): void {
  const document = JSON.stringify(openapi(ROUTES, VERSION));
  app.get('/readyz', async (c) => {
    try {
      await service.store.ping();
      return c.json({ ok: true }, 200, { 'Cache-Control': 'no-store' });
    } catch (error) {
      return failure(service, error, 'readyz');
    }
  });
  app.get('/metrics', async (c) => {
    const waiting = await service.store.runs.waiting().catch(() => -1);
    return c.text(service.metrics.text(waiting), 200, {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      'Cache-Control': 'no-store',
    });
  });
  app.get('/api/openapi.json', etag(), (c) =>
    c.body(document, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=300' }),
  );
  const tagged = etag();
  // a tag is of the whole of an answer: of events there is none, and a dump is sent as fast as it is read
  app.use('/api/*', (c, next) => (STREAMS.test(c.req.path) ? next() : tagged(c, next)));
  register(app, service, ROUTES);
  // `/api/*` is `/api` as well, and that is a page
  app.all('/api/*', (c, next) =>
    c.req.path === '/api'
      ? next()
      : answerTo(new ApiError('notFound', 'There is nothing at this address; /api has what there is.')),
  );
  app.onError((error) => failure(service, error, 'routes'));
}

/** HEAD is GET without its body, with every header of it. */
async function head(app: Hono, c: Context): Promise<Response> {
  const headers = new Headers(c.req.raw.headers);
  headers.delete('Range');
  const got = await app.fetch(new Request(c.req.url, { headers }), c.env);
  const all = new Headers(got.headers);
  const hasNoLength =
    all.has('Content-Length') || got.status === 304 || all.get('Content-Type') === 'text/event-stream';
  if (hasNoLength) await got.body?.cancel();
  else all.set('Content-Length', String((await got.arrayBuffer()).byteLength));
  return new Response(null, { status: got.status, headers: all });
}

/** Any other method than GET is refused where GET would have an answer. */
async function readOnly(app: Hono, c: Context, next: Next): Promise<Response | void> {
  const { method } = c.req;
  if (method === 'GET') return next();
  const got = await app.fetch(new Request(c.req.url), c.env);
  if (got.status === 404) return got;
  await got.body?.cancel();
  return c.text('This can only be read.\n', 405, { Allow: 'GET, HEAD', 'Cache-Control': 'no-cache' });
}

/** What vite puts in assets/ carries a hash of its content in its name, so it never changes; all else may. */
function cacheRule(path: string): string {
  const isHashed = /^\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(path);
  return isHashed ? `public, max-age=${YEAR_S}, immutable` : 'no-cache';
}

const NOT_FOUND = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Not found · Syntony</title></head>
  <body>
    <h1>There is nothing at this address</h1>
    <p>The page may have moved, or the address has a slip in it. <a href="/">Back to Syntony</a></p>
  </body>
</html>
`;
