// How long a frame of the picture keeps the page's thread, and how many draws it takes, screen by screen, in a real browser.
// Where there is no graphics card the frames themselves are slow, so the window is small and only the script is judged.

import { resolve } from 'node:path';
import { createServer, type Plugin } from 'vite';
import { launchBrowser } from '../page.ts';
import { atMost, tableOf, verdicts, type Target } from './targets.ts';

interface PictureRow {
  readonly screen: string;
  readonly nodes: number;
  readonly drawCalls: number;
  readonly scriptMs: number;
}

export interface PictureReport {
  readonly rows: readonly PictureRow[];
  readonly targets: readonly Target[];
}

const MOST_DRAWS = 6;
const MOST_SCRIPT_MS = 4;
const FRAMES = 40;
const WIDTH = 640;
const HEIGHT = 360;

/** What is measured: a look, and the level that is played before it. */
const SCREENS: readonly (readonly [screen: string, look: Readonly<Record<string, unknown>>, level: string | null])[] = [
  ['title', { screen: 'title', city: 'sphere', place: '' }, null],
  ['hub', { screen: 'hub', city: 'sphere', place: '' }, null],
  ['scene', { screen: 'scene', city: 'coves', place: 'tide_steps', act: 1 }, null],
  ['tram', { screen: 'scene', city: 'coves', place: 'tram_nine', act: 1 }, null],
  ['ending', { screen: 'ending', city: 'coves', place: '', act: 5, ending: 'concord' }, null],
  ['coves/01', { screen: 'network', city: 'coves', place: 'cove_ninth', act: 1 }, 'coves/01'],
  ['coves/03', { screen: 'network', city: 'coves', place: 'mirror_court', act: 3 }, 'coves/03'],
  ['coves/05', { screen: 'network', city: 'coves', place: 'assembly', act: 5 }, 'coves/05'],
  ['busiest', { screen: 'network', city: 'coves', place: 'cove_ninth', act: 2 }, 'busiest'],
];

const PAGE = '/picture-bench.html';
const SCRIPT = 'virtual:picture-bench';

/** In the page: plays each screen and hands back its figures. */
const SOURCE = `
import { openStage } from '/client/view/stage.ts';
import { Picture } from '/client/picture.ts';
import { compileLevel } from '/core/network/compile.ts';
import { buildNetwork } from '/core/network/build.ts';
import { stepNetwork } from '/core/network/step.ts';
const files = import.meta.glob('/../levels/*/*.json', { eager: true, import: 'default' });
const levels = Object.fromEntries(Object.values(files).map((level) => [level.id, level]));
levels.busiest = {
  id: 'bench/busiest', title: 'Busiest', hint: '', limit: 90, goal: { kind: 'unison' }, tools: ['tune', 'mend'],
  groups: [{ name: 'all', people: 24, bonds: 60 }],
};
const hand = { tool: null, cursor: null, isRefused: false, picked: null, ghost: null, fitting: [] };
window.measure = async (look, level, frames, width, height) => {
  const host = document.createElement('div');
  Object.assign(host.style, { position: 'fixed', inset: '0' });
  document.body.append(host);
  const stage = await openStage(host, { settings: { quality: 'high', reducedMotion: false, shake: true } });
  stage.resize(width, height);
  stage.look({ act: 1, coherence: 0.7, ...look });
  const net = level === null ? null : buildNetwork(compileLevel(levels[level]), 3);
  const area = { x: 20, y: 60, width: width - 40, height: height - 180 };
  const picture = net === null ? null : new Picture(net, area.width, area.height);
  for (let k = 0, now = 0; k < frames + 12; k++) {
    await new Promise((next) => requestAnimationFrame(next));
    const before = net === null ? null : net.s.slice();
    if (net !== null) stepNetwork(net, () => {});
    stage.draw(net === null ? null : { net, before, alpha: 0.5, picture, hand, area }, (now += 16));
  }
  const { drawCalls, scriptMs } = stage.stats;
  stage.close();
  host.remove();
  return { nodes: net === null ? 0 : net.rules.layout.nodes, drawCalls, scriptMs };
};
document.title = 'ready';
`;

const page: Plugin = {
  name: 'picture-bench',
  resolveId: (id) => (id === SCRIPT ? `\0${SCRIPT}` : null),
  load: (id) => (id === `\0${SCRIPT}` ? SOURCE : null),
  configureServer(server) {
    server.middlewares.use((request, answer, next) => {
      if (request.url !== PAGE) return next();
      answer.setHeader('content-type', 'text/html');
      answer.end(`<!doctype html><title>-</title><body><script type="module" src="/@id/__x00__${SCRIPT}"></script>`);
    });
  },
};

export async function benchPicture(): Promise<PictureReport> {
  const server = await createServer({
    configFile: false,
    root: resolve(import.meta.dirname, '../..'),
    plugins: [page],
    server: { port: 0, hmr: false, fs: { strict: false } },
    cacheDir: resolve(import.meta.dirname, '../../../node_modules/.vite-bench'),
    optimizeDeps: { include: ['phaser'], noDiscovery: true },
    logLevel: 'error',
  });
  await server.listen();
  const browser = await launchBrowser();
  try {
    const tab = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
    await tab.goto(`${server.resolvedUrls!.local[0]}${PAGE.slice(1)}`);
    await tab.waitForFunction("document.title === 'ready'", null, { timeout: 120_000 });
    const rows: PictureRow[] = [];
    for (const [screen, look, level] of SCREENS) {
      const given = JSON.stringify([look, level, FRAMES, WIDTH, HEIGHT]);
      const figures = await tab.evaluate<Omit<PictureRow, 'screen'>>(`measure(...${given})`);
      rows.push({ screen, ...figures });
    }
    return { rows, targets: targetsOf(rows) };
  } finally {
    await browser.close();
    await server.close();
  }
}

function targetsOf(rows: readonly PictureRow[]): Target[] {
  const most = (of: (row: PictureRow) => number): PictureRow => rows.reduce((a, b) => (of(b) > of(a) ? b : a));
  const draws = most((row) => row.drawCalls);
  const script = most((row) => row.scriptMs);
  return [
    atMost(`draws a frame (${draws.screen})`, MOST_DRAWS, draws.drawCalls),
    atMost(`milliseconds of script a frame, median (${script.screen})`, MOST_SCRIPT_MS, script.scriptMs),
  ];
}

export function pictureInWords({ rows, targets }: PictureReport): string {
  const table = [
    ['screen', 'people', 'draws', 'script, median ms'],
    ...rows.map((row) => [row.screen, String(row.nodes), String(row.drawCalls), row.scriptMs.toFixed(2)]),
  ];
  return ['A frame of the picture:', '', ...tableOf(table), '', ...verdicts(targets)].join('\n');
}
