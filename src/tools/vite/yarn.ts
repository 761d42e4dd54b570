// The Vite plugin: scripts as modules. A build stops at errors and lists them all. The dev server goes on with the last
// script that compiled, tells the page of each new one, and of what is wrong with one that does not compile.

import { statSync } from 'node:fs';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin, type ViteDevServer } from 'vite';
import { folderOf, projectIn } from './paths.ts';
import type * as reading from './reading.ts';
import { EVENTS, inWords, type Faults, type Fresh } from './words.ts';

export interface YarnOptions {
  /** The folder of the project's scripts. SYNTONY_DIALOGUE names another, for tests that break things. */
  readonly dialogue?: string;
}

const HERE = dirname(fileURLToPath(import.meta.url));
/**
 * The compiler and all that belongs to it. Not imported here, where it would be a part of Vite's own configuration: each
 * edit of the core would start the dev server and the tests anew, and a slip in it would stop tests that never compile.
 */
type Reader = typeof reading;
const READER = join(HERE, 'reading.ts');
const OVERLAY = join(HERE, '..', '..', 'room', 'overlay.ts');
const PROJECT = 'virtual:dialogue';
const HOT = 'virtual:dialogue/hot';
/** Ids of ours begin so: no other plugin, and no rule of Vite about files, touches them. */
const OURS = '\0dialogue:';
const LOCALE = '\0dialogue-locale:';
const PARTS = new Set(['.yarn', '.yarnproject', '.csv', '.json']);
/** An editor may write a file in several steps, and several files at once. */
const SETTLE_MS = 60;
/** An empty file is most likely one that is just being written. */
const EMPTY_MS = 250;

/** What the dev server knows of one project or lone script that a page has asked for. */
interface Kept {
  reading: reading.Reading;
  /** The last that compiled. */
  good: Fresh | null;
  /** A page was given an empty script, for there was no other. */
  gaveNothing: boolean;
}

export function yarn(options: YarnOptions = {}): Plugin {
  const folder = resolve(process.env['SYNTONY_DIALOGUE'] ?? options.dialogue ?? 'dialogue');
  const kept = new Map<string, Kept>();
  let isServed = false;

  let loading: Promise<Reader> | undefined;
  const reader = (): Promise<Reader> =>
    (loading ??= runnerImport<Reader>(READER, { logLevel: 'error' }).then(({ module }) => module));

  const keep = async (path: string): Promise<Kept> => {
    const { read } = await reader();
    const found = kept.get(path);
    if (found !== undefined) return found;
    const first = read(path, isServed);
    const made: Kept = { reading: first, good: first.fresh, gaveNothing: false };
    kept.set(path, made);
    return made;
  };

  return {
    name: 'syntony:yarn',
    enforce: 'pre',

    configResolved(config) {
      // tests run on a server too, and nobody looks at an overlay there
      isServed = config.command === 'serve' && process.env['VITEST'] === undefined;
    },

    resolveId(id, importer) {
      if (id === PROJECT) return OURS + projectIn(folder);
      if (id === HOT) return `\0${HOT}`;
      if (id.startsWith(LOCALE.slice(1))) return `\0${id}`;
      if (!/\.yarn(?:project)?$/.test(id) || id.startsWith('\0')) return null;
      const path = importer === undefined || !id.startsWith('.') ? id : join(dirname(importer.split('?')[0]), id);
      return OURS + resolve(path);
    },

    async load(id) {
      if (id === `\0${HOT}`) return isServed ? HOT_CODE : 'export const onDialogue = () => () => {};';
      if (id.startsWith(LOCALE)) {
        const [locale, path] = splitLocale(id.slice(LOCALE.length));
        return `export default ${parsed((await keep(path)).good?.locales[locale] ?? {})};`;
      }
      if (!id.startsWith(OURS)) return null;
      const path = id.slice(OURS.length);
      // a build that watches reads again what has changed
      if (!isServed) kept.delete(path);
      const one = await keep(path);
      if (!isServed) {
        for (const file of one.reading.files) this.addWatchFile(file);
        for (const fault of one.reading.faults) if (fault.severity === 'warning') this.warn(inWords(fault));
        const errors = one.reading.faults.filter(({ severity }) => severity === 'error');
        if (errors.length > 0) {
          const [{ path: file, line, column }] = errors;
          const title = errors.length === 1 ? 'the dialogue has an error' : `the dialogue has ${errors.length} errors`;
          return this.error({
            message: `${title}\n\n${errors.map(inWords).join('\n\n')}\n`,
            loc: { file, line, column },
            // it is the script that is wrong, and not what reads it
            stack: '',
          });
        }
      }
      one.gaveNothing ||= one.good === null;
      return moduleCode(path, one.good ?? (await reader()).NOTHING);
    },

    transformIndexHtml: {
      order: 'pre',
      handler: () => (isServed ? [{ tag: 'script', attrs: { type: 'module', src: `/@fs${OVERLAY}` } }] : []),
    },

    async configureServer(server) {
      if (!isServed) return;
      const { read } = await reader();
      serve(server, folder, kept, (path) => read(path, true));
      const main = await keep(projectIn(folder));
      if (main.reading.faults.length > 0) sayInTerminal(server, main.reading);
    },
  };
}

function serve(
  server: ViteDevServer,
  folder: string,
  kept: Map<string, Kept>,
  read: (path: string) => reading.Reading,
): void {
  const { hot, moduleGraph } = server.environments['client'];
  const watched = (): string[] => [folder, ...[...kept.keys()].map(folderOf)];
  server.watcher.add(folder);
  const printUrls = server.printUrls.bind(server);
  server.printUrls = () => {
    printUrls();
    const [url] = server.resolvedUrls?.local ?? [];
    if (url !== undefined) server.config.logger.info(`  ➜  Writer’s room: ${url}writers-room.html`);
  };
  let timer: NodeJS.Timeout | undefined;

  const invalidate = (path: string): void => {
    for (const [id, module] of moduleGraph.idToModuleMap) {
      if (id === OURS + path || (id.startsWith(LOCALE) && id.endsWith(`@${path}`)))
        moduleGraph.invalidateModule(module);
    }
  };

  /** All at once and from the disk as it is now, so the newest always wins. */
  const readAgain = (): void => {
    let reload = false;
    for (const [path, one] of kept) {
      const before = one.reading;
      one.reading = read(path);
      const { fresh } = one.reading;
      if (differ(before.faults, one.reading.faults)) sayInTerminal(server, one.reading);
      if (fresh === null) continue;
      const isNews = differ(one.good, fresh);
      one.good = fresh;
      if (!isNews) continue;
      invalidate(path);
      reload ||= one.gaveNothing || path.endsWith('.yarn');
      one.gaveNothing = false;
      if (!path.endsWith('.yarn')) hot.send(EVENTS.fresh, fresh);
    }
    hot.send(EVENTS.faults, faultsOf(kept));
    if (reload) hot.send({ type: 'full-reload' });
  };

  server.watcher.on('all', (_event, file) => {
    const path = resolve(file);
    if (!PARTS.has(extname(path)) || !watched().some((one) => path.startsWith(one + sep))) return;
    clearTimeout(timer);
    timer = setTimeout(readAgain, isEmpty(path) ? EMPTY_MS : SETTLE_MS);
  });
  // what was saved while the server was still starting
  server.watcher.once('ready', () => {
    timer ??= setTimeout(readAgain, SETTLE_MS);
  });
  hot.on(EVENTS.ask, (_nothing, client) => client.send(EVENTS.faults, faultsOf(kept)));
  server.httpServer?.once('close', () => clearTimeout(timer));
}

function faultsOf(kept: ReadonlyMap<string, Kept>): Faults {
  const all = [...kept.values()];
  // a script that is read alone and as part of its project has every fault twice
  const faults = new Map(all.flatMap(({ reading }) => reading.faults).map((one) => [JSON.stringify(one), one]));
  return { faults: [...faults.values()], plays: all.some(({ good }) => good === null) ? 'nothing' : 'earlier' };
}

function sayInTerminal({ config }: ViteDevServer, { faults }: reading.Reading): void {
  for (const fault of faults) {
    const words = `\n${inWords(fault)}`;
    if (fault.severity === 'error') config.logger.error(words);
    else config.logger.warn(words);
  }
  if (faults.length === 0) config.logger.info('dialogue: all is well', { timestamp: true });
}

function moduleCode(path: string, fresh: Fresh): string {
  const loaders = Object.keys(fresh.locales).map(
    (locale) =>
      `${JSON.stringify(locale)}: () => import(${JSON.stringify(`${LOCALE.slice(1)}${locale}@${path}`)}).then((m) => m.default)`,
  );
  return `export default {
  program: ${parsed(fresh.program)},
  language: ${JSON.stringify(fresh.language)},
  strings: ${parsed(fresh.strings)},
  tags: ${parsed(fresh.tags)},
  loaders: { ${loaders.join(', ')} },
  about: ${parsed(fresh.about)},
};`;
}

/** As text that is parsed: several times faster for an engine than the same thing as code. */
function parsed(value: unknown): string {
  return `/* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}

const HOT_CODE = `
const listeners = new Set();
export function onDialogue(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
if (import.meta.hot) {
  import.meta.hot.on(${JSON.stringify(EVENTS.fresh)}, ({ locales, ...rest }) => {
    const loaders = Object.fromEntries(Object.entries(locales).map(([name, table]) => [name, async () => table]));
    for (const listener of [...listeners]) listener({ ...rest, loaders });
  });
}
`;

function splitLocale(text: string): [locale: string, path: string] {
  const at = text.indexOf('@');
  return [text.slice(0, at), text.slice(at + 1)];
}

function differ(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}

function isEmpty(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.isFile() && found.size === 0;
}
