import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
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

  app.get('/healthz', (c) => c.json({ ok: true }));

  app.use(etag());
  app.use(async (c, next) => {
    await next();
    if (c.res.ok) c.header('Cache-Control', cacheRule(c.req.path));
  });
  app.use(serveStatic({ root: distDir }));

  app.notFound((c) => c.html(NOT_FOUND, 404, { 'Cache-Control': 'no-cache' }));
  return app;
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
