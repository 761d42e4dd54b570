import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context, type Next } from 'hono';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';

const YEAR_S = 31_536_000;

/** Everything that the server answers. `distDir` is the built client. */
export function routes(distDir: string): Hono {
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
        frameAncestors: ["'none'"],
      },
      xContentTypeOptions: 'nosniff',
      referrerPolicy: 'no-referrer',
      // it would bind every other program on http://localhost to https as well; that is the proxy's to say
      strictTransportSecurity: false,
    }),
  );

  // Who answers more than GET comes before this; all that comes after is only to be read.
  app.use((c, next) => readOnly(app, c, next));
  app.get('/healthz', (c) => c.json({ ok: true }));

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

/** HEAD is GET without its body, with every header of it; any other method is refused where GET would have an answer. */
async function readOnly(app: Hono, c: Context, next: Next): Promise<Response | void> {
  const { method } = c.req;
  if (method === 'GET') return next();
  const headers = new Headers(method === 'HEAD' ? c.req.raw.headers : {});
  headers.delete('Range');
  const got = await app.fetch(new Request(c.req.url, { headers }), c.env);
  if (method === 'HEAD') {
    const all = new Headers(got.headers);
    if (all.has('Content-Length') || got.status === 304) await got.body?.cancel();
    else all.set('Content-Length', String((await got.arrayBuffer()).byteLength));
    return new Response(null, { status: got.status, headers: all });
  }
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
