// A tab that is killed in the midst of play, over and over: what stands there afterwards is what was played, but for the
// last line, or the last two seconds of a network; and what was saved by hand is whole to the end.
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { below, seedRandom } from '../../src/core/math/random.ts';
import { state } from './support/page.ts';

/** `SYNTONY_KILLS=50` kills as often as one has the patience for; each takes some seconds where nothing helps the picture. */
const KILLS = Number(process.env['SYNTONY_KILLS'] ?? '16');
/** The first so many of them while a story is told. */
const IN_SCENES = Math.floor(KILLS / 2);
const MOST_TICKS_LOST = 240;

/** Where the page stands, as it says itself. */
interface Stand {
  /** The sitting's own clock. */
  readonly tick: number;
  readonly screen: string;
  readonly line: string | null;
  readonly level: string;
  /** How each of them is turned, in a network. */
  readonly phases: string;
}

test.use({ viewport: { width: 480, height: 360 } });

test('a tab that is killed loses the last line, or two seconds, and nothing else', async ({ context }) => {
  test.setTimeout(600_000);
  // the picture is most of the work where there is no graphics card, and saves do not hang on it
  await context.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await context.addInitScript(HOOKS);
  const told: Stand[] = [];
  await context.exposeFunction('told', (stand: Stand) => told.push(stand));
  const words = new Int32Array(4);
  seedRandom(words, 0, 11);
  let page = await opened(context, '/?plan=syntony&seed=11&e2e');
  await play(page, 2, 'at once');
  const first = await saveInFirst(page);
  const lost = { acts: 0, ticks: 0 };
  const kills = { scene: 0, network: 0 };

  for (let kill = 0; kill < KILLS; kill++) {
    if (kill >= IN_SCENES) await play(page, 2000, 'to a network');
    told.length = 0;
    told.push(await page.evaluate(() => (window as unknown as Hooks).stand()));
    // it plays by itself now, and is killed wherever it happens to be
    const playing = play(page, 10_000, 'as people do').catch(() => null);
    await page.waitForTimeout(100 + below(words, 0, kill < IN_SCENES ? 900 : 1800));
    await crash(page);
    await playing;

    page = await opened(context, '/?e2e');
    await page.locator('[data-continue]').click();
    await expect.poll(async () => (await state(page)).screen).not.toBe('title');
    const now = await page.evaluate(() => (window as unknown as Hooks).stand());
    const last = told.at(-1)!;
    const what = `kill ${kill}: ${told.map(({ tick, screen }) => `${tick} ${screen}`).join(', ')} came back as ${now.tick} ${now.screen}`;

    const undone = told.slice(1).filter((one) => one.screen !== 'playing' && one.tick > now.tick).length;
    expect(undone, what).toBeLessThanOrEqual(1);
    lost.acts = Math.max(lost.acts, undone);
    if (last.screen === 'playing') {
      kills.network++;
      expect(last.tick - now.tick, what).toBeLessThanOrEqual(MOST_TICKS_LOST);
      lost.ticks = Math.max(lost.ticks, last.tick - now.tick);
    } else kills.scene++;
    // and it is the same sitting: what was told at that very tick is what stands there
    const same = told.find((one) => one.tick === now.tick);
    if (same !== undefined) expect(now, what).toEqual(same);
    expect(await inFirst(page), what).toBe(first);
  }
  console.info(
    `lost at most ${lost.acts} of ${kills.scene} times a line, and ${lost.ticks} ticks of a network (${kills.network} kills)`,
  );
  // where a kill meets it is chance: a story that is read on for long ends in a network that nobody wins
  expect(Math.min(kills.scene, kills.network)).toBeGreaterThan(KILLS / 5);
});

/** What the test puts into the page. */
interface Hooks {
  /** The first of these that is there. */
  press(...selectors: string[]): void;
  stand(): Stand;
  told(stand: Stand): Promise<void>;
}

/** A network that is taken up again stands paused, whether it had begun or not, and is the same. */
const HOOKS = `window.stand = () => {
  const { runTick, screen, line, level, phases } = window.syntony.state();
  return { tick: runTick, screen: ['start', 'paused'].includes(screen) ? 'playing' : screen, line, level, phases: phases.join(' ') };
};
window.press = (...selectors) => selectors.map((one) => document.querySelector(one)).find((one) => one !== null)?.click();`;

/** The page's clock stands still until somebody plays. */
async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => typeof window.syntony?.state === 'function');
  await page.evaluate(() => window.syntony.step(0));
  return page;
}

/** Not closed: nothing in the page hears of it. */
async function crash(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  void cdp.send('Page.crash').catch(() => null);
  await gone;
  await page.close();
}

/**
 * Whatever stands there is played on: a press, and the ticks after it; a fifth of a second of a network. Whoever plays as
 * people do lets a moment pass between, but the network's clock runs four times as fast.
 */
async function play(page: Page, acts: number, how: 'at once' | 'to a network' | 'as people do'): Promise<void> {
  await page.evaluate(
    async ([most, manner]) => {
      const { syntony } = window;
      const hooks = window as unknown as Hooks;
      const OPEN = ':not([aria-disabled="true"])';
      for (let k = 0; k < most; k++) {
        const { screen, phases } = syntony.state();
        if (screen === 'playing') {
          if (manner === 'to a network') return;
          const a = k % phases.length;
          if (k % 10 === 0) syntony.act({ act: 'tool', tool: 'tune', a, b: (k * 79) % 256, c: 0 });
          syntony.skip(24);
        } else {
          syntony.skip(72);
          if (screen === 'scene') hooks.press(`.options [data-option]${OPEN}`, '[data-next]');
          else hooks.press('[data-visit]', `button[data-city]${OPEN}`, '.panel button.first');
          syntony.skip(2);
        }
        if (manner === 'as people do') void hooks.told(hooks.stand());
        const pause = screen === 'playing' ? 50 : 220;
        await new Promise((go) => setTimeout(go, manner === 'as people do' ? pause : 5));
      }
    },
    [acts, how] as const,
  );
}

async function saveInFirst(page: Page): Promise<string> {
  await page.keyboard.press('s');
  await page.locator('.save-card[data-slot="1"] [data-save]').click();
  await expect(page.locator('.save-card[data-slot="1"]')).toHaveClass(/whole/);
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog.saves')).toHaveCount(0);
  return inFirst(page);
}

/** Every byte of the first slot. */
function inFirst(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('syntony');
        opening.addEventListener('success', () => {
          const db = opening.result;
          const asked = db.transaction('kept').objectStore('kept').get('1');
          asked.addEventListener('success', () => {
            db.close();
            resolve((asked.result as { text: string }).text);
          });
        });
      }),
  );
}
