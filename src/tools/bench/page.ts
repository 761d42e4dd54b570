// The built page as a middling telephone gets it: by 4G, with a processor four times slower than this one. When words are
// there, when a press is answered, and what came over the line until then; what a frame costs; and whether it grows in
// twenty minutes of play. Other programs on the machine only ever add to a time, so of several loads the least disturbed counts.

import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { build } from 'vite';
import { progress } from '../cli.ts';
import { ROOT } from '../files.ts';
import { launchBrowser, servePage, type Served } from '../page.ts';
import { atLeast, atMost, tableOf, verdicts, type Target } from './targets.ts';

const SLOWER = 4;
const LATENCY_MS = 170;
const BYTES_A_SECOND = 9_000_000 / 8;

const MOST_WORDS_MS = 1500;
const MOST_PLAY_MS = 3000;
const MOST_KB = 900;
const MOST_FRAME_MS = 4;
const MOST_GROWTH = 5;

const FRAMES_MS = 3000;
const PATIENCE_MS = 60_000;
const TICKS_A_SECOND = 120;
/**
 * The city is read to an ending first, and for as long again with other answers: what a browser compiles of a page when it is
 * first needed is no leak of the page, and in a hundred minutes it was all there was.
 */
const LONGEST_READING = 60 * 60 * TICKS_A_SECOND;
/** The heap is looked at so often after that; one look alone may come upon a long transcript. */
const LOOKS = 12;

interface PageLoad {
  /** The first words are painted. */
  readonly wordsMs: number;
  /** The title can be pressed. */
  readonly titleMs: number;
  /** Begin was pressed, and the first line of the story is painted. */
  readonly playMs: number;
  /** As they came over the line, headers and all, until nothing more was asked for. */
  readonly bytes: number;
  readonly files: number;
  /** The picture is asked for so long after the title is there. */
  readonly pictureAfterMs: number;
}

export interface PageReport {
  readonly load: number;
  readonly loads: readonly PageLoad[];
  readonly frameMs: number;
  /** Megabytes after a collection, after two readings. */
  readonly heap: readonly number[];
  readonly targets: readonly Target[];
}

interface PageOptions {
  readonly loads: number;
  readonly minutes: number;
}

export async function benchPage({ loads, minutes }: PageOptions): Promise<PageReport> {
  const folder = mkdtempSync(join(tmpdir(), 'syntony-page-'));
  let server: Served | null = null;
  let browser: Browser | null = null;
  try {
    const dist = join(folder, 'dist');
    await build({
      root: join(ROOT, 'src'),
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: dist },
    });
    server = await servePage(join(folder, 'data'), dist);
    const { url } = server;
    browser = await launchBrowser();
    const done: PageLoad[] = [];
    for (let k = 0; k < loads; k++) done.push(await loadOnce(browser, url));
    const frameMs = await frame(browser, url);
    const heap = await soak(browser, url, minutes);
    const report = { load: Math.round(loadavg()[0] * 10) / 10, loads: done, frameMs, heap };
    return { ...report, targets: targetsOf(report) };
  } finally {
    await browser?.close();
    server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In the page, before anything of it: the frames that paint the title, and the first line. */
const MARKS = `
window.marks = {};
const painted = (name) => requestAnimationFrame(() => (window.marks[name] ??= performance.now()));
new MutationObserver(() => {
  if (document.querySelector('[data-begin]') !== null) painted('title');
  if (document.querySelector('[data-dialogue-text]')?.textContent.trim()) painted('line');
}).observe(document, { subtree: true, childList: true, characterData: true });
`;

interface Marks {
  readonly words: number;
  readonly title: number;
  readonly line: number;
  readonly picture: number | null;
}

const READ_MARKS = `({
  words: performance.getEntriesByName('first-contentful-paint')[0].startTime,
  title: window.marks.title,
  line: window.marks.line,
  picture: performance.getEntriesByType('resource').find((one) => /phaser/.test(one.name))?.startTime ?? null,
})`;

async function loadOnce(browser: Browser, url: string): Promise<PageLoad> {
  const context = await browser.newContext({ viewport: { width: 412, height: 732 }, isMobile: true, hasTouch: true });
  try {
    const tab = await context.newPage();
    const cdp = await context.newCDPSession(tab);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: LATENCY_MS,
      downloadThroughput: BYTES_A_SECOND,
      uploadThroughput: BYTES_A_SECOND,
    });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    let bytes = 0;
    let files = 0;
    cdp.on('Network.loadingFinished', (one) => {
      bytes += one.encodedDataLength;
      files++;
    });
    await tab.addInitScript(MARKS);
    await tab.goto(url, { waitUntil: 'commit' });
    await until(tab, 'window.marks?.title !== undefined');
    const [x, y] = await tab.evaluate<[number, number]>(
      "(({ left, top, width, height }) => [left + width / 2, top + height / 2])(document.querySelector('[data-begin]').getBoundingClientRect())",
    );
    await tab.touchscreen.tap(x, y);
    await until(tab, 'window.marks.line !== undefined');
    await tab.waitForSelector('.backdrop canvas', { state: 'attached', timeout: PATIENCE_MS });
    await tab.waitForLoadState('networkidle');
    const { words, title, line, picture } = await tab.evaluate<Marks>(READ_MARKS);
    if (picture === null) throw new Error('the picture was never asked for');
    const pictureAfterMs = Math.round(picture - title);
    return {
      wordsMs: Math.round(words),
      titleMs: Math.round(title),
      playMs: Math.round(line),
      bytes,
      files,
      pictureAfterMs,
    };
  } finally {
    await context.close();
  }
}

/** Asked again and again from outside: the page's own rules let no text become code in it. */
async function until(tab: Page, what: string): Promise<void> {
  const from = Date.now();
  while (!(await tab.evaluate<boolean>(what))) {
    if (Date.now() - from > PATIENCE_MS) throw new Error(`it never came to ${what}`);
    await tab.waitForTimeout(20);
  }
}

const COUNT_FRAMES = `
window.frames = 0;
requestAnimationFrame(function next() { window.frames++; requestAnimationFrame(next); });
`;

/**
 * All but the picture, which has a bench of its own: ticks, words, lists and sound, in the third network of the Coves, as it
 * is played. Without a graphics card the picture would take so long that each frame had many ticks to make up for. In time of
 * the page's own thread, which others on the machine do not lengthen; the mean, which leaves out nothing that comes seldom.
 */
async function frame(browser: Browser, url: string): Promise<number> {
  const tab = await browser.newPage({ viewport: { width: 640, height: 360 } });
  try {
    await tab.addInitScript('HTMLCanvasElement.prototype.getContext = () => null;');
    await tab.goto(`${url}/?level=coves/03&seed=7`);
    await tab.waitForSelector('.panel.start');
    await tab.keyboard.press('Enter');
    await tab.evaluate(COUNT_FRAMES);
    await tab.waitForTimeout(FRAMES_MS);
    const cdp = await tab.context().newCDPSession(tab);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const now = async (): Promise<{ script: number; frames: number }> => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      const script = metrics.find((one) => one.name === 'ScriptDuration')?.value ?? NaN;
      return { script: script * 1000, frames: await tab.evaluate<number>('window.frames') };
    };
    const before = await now();
    await tab.waitForTimeout(2 * FRAMES_MS);
    const after = await now();
    return (after.script - before.script) / (after.frames - before.frames);
  } finally {
    await tab.close();
  }
}

/** In the page: plays on, whatever stands there, until so many ticks of the page's own clock have passed. It plays badly. */
const PLAY_ON = `
let dice = 1;
const random = (below) => (dice = (Math.imul(dice, 1664525) + 1013904223) >>> 0) % below;
const pick = (selector) => {
  const all = [...document.querySelectorAll(selector)].filter((one) => one.getAttribute('aria-disabled') !== 'true');
  all[random(all.length)]?.click();
  return all.length > 0;
};
const seen = (window.screensSeen = {});
window.playOn = (ticks) => {
  const { syntony } = window;
  for (let left = ticks; left > 0; ) {
    const { screen, phases } = syntony.state();
    seen[screen] = (seen[screen] ?? 0) + 1;
    const pass = screen === 'playing' ? 120 : 72;
    if (screen === 'playing') {
      // one hand as another's is, which wins what is easy
      const [a, b] = [random(phases.length), random(phases.length)];
      syntony.act({ act: 'tool', tool: 'tune', a, b: phases[b] >>> 24, c: 0 });
      syntony.skip(60);
      syntony.step(60);
    } else {
      syntony.step(72);
      if (screen === 'title') pick('[data-begin]');
      else if (screen === 'scene') pick('[data-option]') || pick('[data-next]');
      else if (screen === 'round') pick('[data-visit]');
      else if (screen === 'hub') pick('button[data-city]') || away();
      else if (screen === 'start') pick('.panel.start button.first');
      else if (screen === 'result') pick('[data-skip]') || pick('[data-onward]') || pick('.panel button');
      else away();
      syntony.step(2);
    }
    left -= pass;
  }
};
function away() {
  window.syntony.open('paused');
  window.syntony.step(2);
  pick('[data-leave]');
}
`;

async function soak(browser: Browser, url: string, minutes: number): Promise<number[]> {
  const tab = await browser.newPage({ viewport: { width: 320, height: 240 } });
  try {
    await tab.goto(`${url}/?plan=coves&seed=1&e2e`);
    await tab.waitForSelector('.backdrop canvas', { state: 'attached', timeout: PATIENCE_MS });
    await tab.evaluate(PLAY_ON);
    const cdp = await tab.context().newCDPSession(tab);
    const seen = (): Promise<Readonly<Record<string, number>>> => tab.evaluate('window.screensSeen');
    let reading = 0;
    for (; (await seen())['told'] === undefined; reading += PIECE) {
      if (reading >= LONGEST_READING) throw new Error('an hour of play never came to an ending');
      await play(tab, PIECE);
    }
    await play(tab, reading);
    const each = (minutes * 60 * TICKS_A_SECOND) / LOOKS;
    const heap = [await heapOf(cdp)];
    for (let k = 1; k <= LOOKS; k++) {
      await play(tab, each);
      heap.push(await heapOf(cdp));
      progress(k, LOOKS, 'the soak');
    }
    const all = await seen();
    for (const screen of ['title', 'scene', 'round', 'playing', 'result'])
      if (all[screen] === undefined) throw new Error(`${minutes} minutes of play never came to a ${screen}`);
    return heap;
  } finally {
    await tab.close();
  }
}

const PIECE = 5 * TICKS_A_SECOND;

/** In pieces: what waits for its turn, as the saves do, must come to it. */
async function play(tab: Page, ticks: number): Promise<void> {
  for (let left = ticks; left > 0; left -= PIECE) await tab.evaluate(`window.playOn(${Math.min(PIECE, left)})`);
}

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

/** In per cent: what the last third is above the first. */
function growth(heap: readonly number[]): number {
  const third = Math.ceil(heap.length / 3);
  return rounded((middle(heap.slice(-third)) / middle(heap.slice(0, third)) - 1) * 100);
}

function targetsOf({ loads, frameMs, heap }: Omit<PageReport, 'targets'>): Target[] {
  const least = (of: (one: PageLoad) => number): number => Math.min(...loads.map(of));
  const most = (of: (one: PageLoad) => number): number => Math.max(...loads.map(of));
  return [
    atMost(
      'milliseconds to the first words',
      MOST_WORDS_MS,
      least((one) => one.wordsMs),
    ),
    atMost(
      'milliseconds to the first line of the story',
      MOST_PLAY_MS,
      least((one) => one.playMs),
    ),
    atMost('kB over the line before the first play', MOST_KB, Math.ceil(most((one) => one.bytes) / 1000)),
    atLeast(
      'milliseconds that the picture waits for the title',
      0,
      least((one) => one.pictureAfterMs),
    ),
    atMost('milliseconds of script a frame in coves/03, beside the picture', MOST_FRAME_MS, rounded(frameMs)),
    atMost('per cent that the heap grows in play', MOST_GROWTH, growth(heap)),
  ];
}

function middle(some: readonly number[]): number {
  return [...some].sort((a, b) => a - b)[some.length >> 1];
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

export function pageInWords({ load, loads, heap, targets }: PageReport): string {
  const table = [
    ['words, ms', 'title, ms', 'first line, ms', 'kB', 'files', 'picture asked after, ms'],
    ...loads.map((one) =>
      [one.wordsMs, one.titleMs, one.playMs, Math.ceil(one.bytes / 1000), one.files, one.pictureAfterMs].map(String),
    ),
  ];
  return [
    `The built page, ${SLOWER} times slower and by 4G (others kept ${load} cores of this machine busy):`,
    '',
    ...tableOf(table),
    '',
    `Heap in play, MB: ${heap.map((one) => one.toFixed(1)).join('  ')}`,
    '',
    ...verdicts(targets),
  ].join('\n');
}
