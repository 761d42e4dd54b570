import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, defineConfig } from '@playwright/test';

// in the environment, because every worker reads this file again and must come to the same answers
const port = (process.env['SYNTONY_E2E_PORT'] ??= '4173');
const dataDir = (process.env['SYNTONY_E2E_DATA'] ??= mkdtempSync(join(tmpdir(), 'syntony-e2e-')));
const browser = process.env['SYNTONY_CHROMIUM'] ?? (existsSync(chromium.executablePath()) ? '' : '/usr/bin/chromium');

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    browserName: 'chromium',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(browser === '' ? {} : { executablePath: browser }),
      args: [
        // WebGL without a graphics card
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        // root in a container has no sandbox to use
        '--no-sandbox',
        '--autoplay-policy=no-user-gesture-required',
        // a test browser talks to the server under test and to nobody else
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
      ],
    },
  },
  webServer: {
    // the same build and the same server as `npm start`
    command: 'npm run build -- --logLevel warn && node --import tsx src/server/main.ts',
    cwd: '../..',
    url: `http://localhost:${port}/healthz`,
    env: { PORT: port, DATA_DIR: dataDir },
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 3000 },
    timeout: 120_000,
  },
});
