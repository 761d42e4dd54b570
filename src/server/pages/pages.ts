// The pages of the boards: made here, of what the API answers with, light enough to be read without the game.

import type { Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { ApiError, STATUS } from '../api/errors.ts';
import type { Route } from '../api/route.ts';
import { PlayerId, RunId } from '../api/shapes.ts';
import type { Service } from '../service.ts';
import { AwayError } from '../store/sql.ts';
import { apiPage } from './api.ts';
import { boardPageOf } from './board.ts';
import { boardsPage } from './boards.ts';
import { readFiles, serveFiles } from './files.ts';
import { embedPage, overlayPage } from './frames.ts';
import { AWAY, BROKEN, documentOf, missing, refused, type Page } from './layout.ts';
import { playerPageOf } from './player.ts';
import { runPageOf } from './run.ts';

/** Seconds after which a database that went away is looked for again. */
const AGAIN_S = 3;

type Make = (c: Context, query: URLSearchParams) => Page | Promise<Page>;

export function pages(app: Hono, service: Service, routes: readonly Route[]): void {
  const files = readFiles();
  const ofApi = apiPage(routes);
  for (const path of ['/api', '/boards', '/boards/*', '/players/*', '/runs/*', '/embed/*', '/overlay/*'])
    app.use(path, compress(), etag());
  serveFiles(app, files);

  const serve = (path: string, id: string, cache: string, make: Make): void => {
    app.get(path, async (c) => {
      const began = performance.now();
      const page = await made(service, c, id, make);
      const { status = 200 } = page;
      service.metrics.request(id, status, performance.now() - began);
      return c.html(documentOf(page, files), status as 200, {
        'Cache-Control': status === 200 ? cache : 'no-store',
        ...(status === 503 ? { 'Retry-After': String(AGAIN_S) } : {}),
      });
    });
  };
  serve('/boards', 'page boards', 'public, max-age=10', () => boardsPage(service, service.now()));
  serve('/boards/*', 'page board', 'public, max-age=2', (c, query) => {
    const row = service.boards.get(after(c, '/boards/'));
    return row === null ? missing('board') : boardPageOf(service, row, query, service.now());
  });
  serve('/players/*', 'page player', 'public, max-age=2', (c) => {
    const id = after(c, '/players/');
    return PlayerId.safeParse(id).success ? playerPageOf(service, id) : missing('player');
  });
  serve('/runs/*', 'page run', 'public, max-age=2', (c) => {
    const id = after(c, '/runs/');
    return RunId.safeParse(id).success ? runPageOf(service, id) : missing('run');
  });
  serve('/api', 'page api', 'public, max-age=300', () => ofApi);
  serve('/embed/boards/*', 'embed', 'public, max-age=2', (c) => {
    const row = service.boards.get(after(c, '/embed/boards/'));
    return row === null ? { ...missing('board'), frame: 'embed' } : embedPage(service, row);
  });
  serve('/embed/*', 'embed', 'no-cache', () => ({ ...missing('address'), frame: 'embed' }));
  serve('/overlay/*', 'overlay', 'public, max-age=2', (c, query) => overlayPage(service, after(c, '/overlay/'), query));
}

/** What stands behind it in the address: '' where that is no text. A board's name has slashes of its own. */
function after(c: Context, start: string): string {
  try {
    return decodeURIComponent(c.req.path.slice(start.length));
  } catch {
    return '';
  }
}

const MISSING = { noSuchBoard: 'board', noSuchPlayer: 'player', noSuchRun: 'run' } as const;

/** The page, or the page that says why there is none. */
async function made(service: Service, c: Context, where: string, make: Make): Promise<Page> {
  try {
    service.limits.take('read', service.addressOf(c));
    return await make(c, new URL(c.req.url).searchParams);
  } catch (error) {
    if (error instanceof AwayError) {
      service.log.warn('the database is away', { where, error: error.message });
      return AWAY;
    }
    if (error instanceof ApiError) {
      const what = Object.entries(MISSING).find(([code]) => code === error.code)?.[1];
      return what === undefined ? refused(STATUS[error.code], error.message) : missing(what);
    }
    service.log.error('a page broke something', {
      where,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return BROKEN;
  }
}
