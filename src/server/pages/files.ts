// The style sheet and the script of the pages: read once, kept by browsers for as long as they stay the same.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';

interface File {
  readonly path: string;
  /** With the sum of what is in it, so that another version has another address. */
  readonly address: string;
  readonly sum: string;
  readonly type: string;
  readonly text: string;
}

export interface Files {
  readonly css: File;
  readonly js: File;
}

export function readFiles(): Files {
  return {
    css: read(new URL('./boards.css', import.meta.url), '/boards/boards.css', 'text/css'),
    js: read(new URL('./boards.js', import.meta.url), '/boards/boards.js', 'text/javascript'),
  };
}

function read(from: URL, path: string, type: string): File {
  const text = readFileSync(from, 'utf8');
  const sum = createHash('sha256').update(text).digest('base64url').slice(0, 12);
  return { path, address: `${path}?v=${sum}`, sum, type: `${type}; charset=utf-8`, text };
}

export function serveFiles(app: Hono, files: Files): void {
  for (const { path, sum, type, text } of [files.css, files.js])
    app.get(path, (c) => {
      const isByName = c.req.query('v') === sum;
      return c.body(text, 200, {
        'Content-Type': type,
        'Cache-Control': isByName ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
    });
}
