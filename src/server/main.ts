// Wiring only: reads the settings, starts the server, stops it when told to.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { routes } from './routes.ts';

// `||`: an empty setting is one that was not made
const port = readPort(process.env['PORT'] || '8080');
const dataDir = resolve(process.env['DATA_DIR'] || 'data');
const distDir = process.env['DIST_DIR'] || fileURLToPath(new URL('../../dist', import.meta.url));

/** How long a request under way may take to finish after Ctrl-C, in milliseconds. */
const PATIENCE_MS = 2000;

makeDataDir();

const server = serve({ fetch: routes(distDir).fetch, port }, (address) => {
  console.log(`Syntony is at http://localhost:${address.port}`);
});

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') {
    giveUp(`Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`);
  }
  if (error.code === 'EACCES') giveUp(`Port ${port} is not allowed. Choose one above 1023: PORT=8080 npm start`);
  throw error;
});

let stopping = false;
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

function stop(): void {
  // Ctrl-C in a terminal arrives twice: from the terminal, and passed on by `npm start`
  if (stopping) return;
  stopping = true;
  server.close(() => process.exit(0));
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  setTimeout(() => process.exit(0), PATIENCE_MS).unref();
}

function readPort(said: string): number {
  const number = /^\d{1,5}$/.test(said) ? Number(said) : NaN;
  if (number <= 65_535) return number;
  return giveUp(`PORT must be a number from 0 to 65535, not "${said}".`);
}

function makeDataDir(): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    giveUp(`DATA_DIR must be a folder that can be written to; "${dataDir}" is not (${code ?? String(error)}).`);
  }
}

function giveUp(reason: string): never {
  console.error(reason);
  process.exit(1);
}
