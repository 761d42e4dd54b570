// `npm run shots`: every screen and scene at every size, as pictures and as one contact sheet to be looked at.

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { BadInput, clearProgress, EXIT, main, print, progress, type Given } from './cli.ts';
import { readContent } from './content.ts';
import { ROOT } from './files.ts';
import { launchBrowser, servePage } from './page.ts';
import { sheetOf, type Shot } from './shots/sheet.ts';
import { standsOf, type Stand } from './shots/stands.ts';

const OUT = join(ROOT, 'build', 'shots');
const SIZES = {
  wide: { width: 1280, height: 720, textSize: 100, isTouched: false },
  phone: { width: 390, height: 844, textSize: 100, isTouched: true },
  small: { width: 320, height: 568, textSize: 100, isTouched: true },
  large: { width: 1280, height: 720, textSize: 200, isTouched: false },
} as const;
type Size = keyof typeof SIZES;
const SEEDS = [1, 2, 3, 4, 5, 6];
/** Screens that stand over the game. */
const PANELS = [
  'paused',
  'settings',
  'saves',
  'codex',
  'branches',
  'transcript',
  'chapters',
  'endings',
  'help',
  'networks',
  'about',
];

// What runs in the page stands here as text: the tools know no browser.
const SETTLE = `document.fonts.ready.then(() => {
  for (let k = 0; k < 12; k++) window.syntony.step(0, 60);
  // colours that fade from one city to the next have come there
  const fading = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
  return Promise.allSettled(fading.map((one) => one.finished)).then(() => undefined);
})`;

/** Words that are cut off, and buttons that hang over the edge. */
const CLIPPED = `(() => {
  const found = [];
  for (const one of document.querySelectorAll('button, p, h1, h2, h3, li, label')) {
    const box = one.getBoundingClientRect();
    if (box.width === 0 || one.closest('.unseen, .labels, [aria-hidden="true"]') !== null) continue;
    const words = (one.textContent ?? '').trim().slice(0, 40);
    if (box.left < -1 || box.right > innerWidth + 1) found.push('“' + words + '” lies beside the screen');
    const style = getComputedStyle(one);
    const isCut = one.scrollWidth > one.clientWidth + 1 && !['visible', 'auto'].includes(style.overflowX);
    if (isCut) found.push('“' + words + '” is cut off');
  }
  return [...new Set(found)].slice(0, 4);
})()`;

await main(
  'shots',
  'Takes a picture of every screen and scene, into build/shots/, with index.html as the contact sheet.',
  {
    '': {
      usage: 'shots',
      doc: 'Takes a picture of every screen and scene, into build/shots/, with index.html as the contact sheet.',
      words: [0, 0],
      options: { only: { type: 'string' }, size: { type: 'string' } },
      help: {
        only: 'only those whose name has this in it',
        size: `only this size: ${Object.keys(SIZES).join(', ')}; large is wide with 200 % text`,
      },
      run: run,
    },
  },
);

async function run(given: Given): Promise<number> {
  if (!existsSync(join(ROOT, 'dist', 'index.html')))
    throw new BadInput('there is no dist/ yet: npm run build makes it');
  const only = typeof given.flags['only'] === 'string' ? given.flags['only'] : '';
  const sizes = sizesOf(given.flags['size']);
  const all = standsOf(readContent(), SEEDS);
  const stands = all.filter(({ name }) => name.includes(only));
  const panels = PANELS.filter((name) => `panel ${name}`.includes(only));
  const isTitle = 'title'.includes(only);
  if (stands.length + panels.length === 0 && !isTitle) throw new BadInput(`no picture has “${only}” in its name`);
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const server = await servePage(join(tmpdir(), 'syntony-shots'));
  const shots: Shot[] = [];
  try {
    const browser = await launchBrowser();
    for (const size of sizes) {
      const { width, height, textSize, isTouched } = SIZES[size];
      const page = await browser.newPage({ viewport: { width, height }, hasTouch: isTouched, isMobile: isTouched });
      const settings = JSON.stringify(JSON.stringify({ version: 1, set: { textSize } }));
      await page.addInitScript(`localStorage.setItem('syntony.settings', ${settings})`);
      await page.goto(`${server.url}/?e2e`);
      await page.waitForSelector('.backdrop canvas', { state: 'attached', timeout: 30_000 });
      const take = async (name: string): Promise<void> => {
        const file = `${size} ${name.replaceAll('/', '-')}.png`;
        progress(shots.length, (stands.length + panels.length + 1) * sizes.length, 'pictures');
        await page.screenshot({ path: join(OUT, file) });
        shots.push({ name, size, file, clipped: await page.evaluate<string[]>(CLIPPED) });
      };
      if (isTitle) {
        await settle(page);
        await take('title');
      }
      for (const stand of stands) {
        await standAt(page, stand);
        await take(stand.name);
      }
      const from = all.find(({ name }) => name.includes('coves 1') && name.endsWith(' 1'));
      for (const panel of panels) {
        if (from !== undefined) await standAt(page, from);
        await readSome(page);
        await page.evaluate(`window.syntony.open(${JSON.stringify(panel)})`);
        await settle(page);
        await take(`panel ${panel}`);
        await page.evaluate("window.syntony.open('nothing')");
      }
      await page.close();
    }
    await browser.close();
  } finally {
    server.stop();
  }
  writeFileSync(join(OUT, 'index.html'), sheetOf(shots));
  clearProgress();
  const bad = shots.filter((one) => one.clipped.length > 0);
  for (const { file, clipped: what } of bad) print(`${file}: clipped or beside the screen: ${what.join('; ')}`);
  print(`${shots.length} pictures, ${bad.length} with something clipped: ${join('build', 'shots', 'index.html')}`);
  return bad.length === 0 ? EXIT.ok : EXIT.no;
}

function sizesOf(asked: unknown): Size[] {
  const all = Object.keys(SIZES) as Size[];
  if (typeof asked !== 'string') return all;
  const found = all.filter((one) => one === asked);
  if (found.length === 0) throw new BadInput(`there is no size “${asked}”; there are ${all.join(', ')}`);
  return found;
}

async function standAt(page: Page, { world }: Stand): Promise<void> {
  const plain = { ...world, network: world.network === null ? null : [...world.network] };
  await page.evaluate(`window.syntony.stand(${JSON.stringify(plain)})`);
  await settle(page);
}

/** So that what was said has something to show. */
async function readSome(page: Page): Promise<void> {
  for (let k = 0; k < 8; k++) {
    await page.evaluate('window.syntony.skip(80)');
    await page.keyboard.press((await page.locator('[data-option]').count()) > 0 ? '1' : 'Enter');
    await page.evaluate('window.syntony.skip(2)');
  }
}

/** Flats have slid and letters are there. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(SETTLE);
  await page.waitForTimeout(60);
}
