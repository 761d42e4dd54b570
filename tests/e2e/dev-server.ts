// The dev server as `npm run dev` starts it, over scripts of a test's own: the project's own are never touched.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const PROJECT = {
  projectFileVersion: 4,
  sourceFiles: ['**/*.yarn'],
  excludeFiles: [],
  baseLanguage: 'en',
  localisation: { de: { strings: 'locale/de.csv' } },
  definitions: 'syntony.ysls.json',
  compilerOptions: { diagnosticsSeverity: { YS0012: 'error', YS0060: 'error', YS0061: 'error', YS0063: 'error' } },
};

export interface Scripts {
  readonly folder: string;
  readonly write: (file: string, text: string) => void;
  readonly remove: (file: string) => void;
}

export function makeScripts(files: Readonly<Record<string, string>>): Scripts {
  const folder = mkdtempSync(join(tmpdir(), 'syntony-dialogue-'));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write('syntony.yarnproject', JSON.stringify(PROJECT));
  for (const [file, text] of Object.entries(files)) write(file, text);
  return { folder, write, remove: (file) => rmSync(join(folder, file), { recursive: true, force: true }) };
}

export interface Serving {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function serveScripts({ folder }: Scripts): Promise<Serving> {
  const { createServer } = await import('vite');
  process.env['SYNTONY_DIALOGUE'] = folder;
  const server = await createServer({
    root: join(ROOT, 'src'),
    configFile: join(ROOT, 'vite.config.ts'),
    // what another server keeps there is its own; and only the scripts are looked at, whoever edits the rest meanwhile
    cacheDir: `${folder}-cache`,
    server: {
      port: await freePort(),
      strictPort: true,
      host: '127.0.0.1',
      watch: { ignored: [join(ROOT, 'src', '**')] },
    },
    logLevel: 'silent',
  }).finally(() => delete process.env['SYNTONY_DIALOGUE']);
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the dev server has no address');
  return {
    url,
    close: async () => {
      await server.close();
      for (const one of [folder, `${folder}-cache`]) rmSync(one, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createSocket().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('no port is free'));
      });
    });
  });
}
