// `npm start`: from a fresh clone to a running game.
import { spawn, spawnSync } from 'node:child_process';
import { ensureInstalled, refuseOldNode, ROOT } from './install.js';

refuseOldNode();
ensureInstalled();
build();
serve();

function build() {
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, vite, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function serve() {
  // a process of its own, so that worker threads inherit `--import tsx` and can be TypeScript too
  const words = ['--import', 'tsx', 'src/server/main.ts', ...process.argv.slice(2)];
  const server = spawn(process.execPath, words, { cwd: ROOT, stdio: 'inherit' });
  // a terminal sends Ctrl-C to both, `kill` only to this one: pass it on, and stay until the server has stopped
  process.on('SIGINT', () => server.kill('SIGINT'));
  process.on('SIGTERM', () => server.kill('SIGTERM'));
  server.on('exit', (code) => process.exit(code ?? 1));
  whenNpmEnds(() => server.kill('SIGTERM'));
}

/**
 * npm passes a signal to the shell that it started us with, and that shell dies without passing it on.
 * @param {() => void} stop
 */
function whenNpmEnds(stop) {
  if (process.env['npm_lifecycle_event'] !== 'start') return;
  const npmShell = process.ppid;
  setInterval(() => process.ppid !== npmShell && stop(), 200).unref();
}
