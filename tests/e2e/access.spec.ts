// Every screen and every panel, by machine: what axe finds, words on a picture by their pixels, a walk with Tab, and letters
// twice as large, a window of 320 pixels, a reader's own spacing.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { state, test } from './support/page.ts';
import { faint, misfits, stopNow, stopsThere, TEXT_SPACING } from './support/reach.ts';
import { goTo, open, PANELS, SCREENS, settle, type ScreenName } from './support/stands.ts';

type Panel = (typeof PANELS)[number];

/** A screen, or a panel over one: over the Coves it is light, over the title dark. */
const VIEWS: readonly (readonly [ScreenName, Panel | null])[] = [
  ...SCREENS.map((screen) => [screen, null] as const),
  ...PANELS.map((panel) => ['choice', panel] as const),
  ...PANELS.filter((panel) => panel !== 'paused' && panel !== 'transcript').map((panel) => ['title', panel] as const),
];

interface View {
  readonly name: string;
  readonly isPanel: boolean;
}

/** `frames`: how long the picture is waited for; whoever looks at words alone waits for none. */
async function* views(page: Page, frames = 2): AsyncGenerator<View> {
  let stands: ScreenName | null = null;
  for (const [screen, panel] of VIEWS) {
    // one panel after the other, over the same screen
    if (panel === null || screen !== stands) await goTo(page, screen, frames);
    stands = screen;
    if (panel !== null) {
      await page.evaluate((which) => {
        window.syntony.open('nothing');
        window.syntony.open(which);
      }, panel);
      await settle(page, 1);
      expect((await state(page)).screen).toBe(panel);
    }
    yield { name: panel === null ? screen : `${panel} over ${screen}`, isPanel: panel !== null };
  }
}

/** All that is wrong anywhere, so that one run says everything. */
function clean(found: readonly string[]): void {
  expect(found).toEqual([]);
}

test.describe('what is drawn', () => {
  // software draws it: half the dots
  test.use({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 0.5 });

  test('axe finds nothing, and words stand off from what is painted behind them', async ({ page }) => {
    test.setTimeout(400_000);
    await open(page);
    const found: string[] = [];
    for await (const { name, isPanel } of views(page, 12)) {
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, nodes } of violations)
        found.push(
          ...nodes.slice(0, 6).map((one) => `${name}: axe ${id} ${one.target.join(' ')} ${one.html.slice(0, 90)}`),
        );
      // a panel has a ground of its own, which axe sees
      if (!isPanel) found.push(...(await faint(page, 4.5)).map((one) => `${name}: ${one}`));
    }
    clean(found);
  });
});

test.describe('a walk with Tab', () => {
  test.use({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 0.5 });

  test('comes to every stop, in sight, with a ring, beneath nothing, and is held nowhere', async ({ page }) => {
    test.setTimeout(400_000);
    await open(page, { quality: 'low' });
    const found: string[] = [];
    for await (const { name } of views(page)) found.push(...(await walked(page)).map((one) => `${name}: ${one}`));
    clean(found);
  });

  test('Escape goes back from every panel to where the focus was', async ({ page }) => {
    test.setTimeout(120_000);
    await open(page, { quality: 'low' });
    await goTo(page, 'line');
    const menu = page.locator('[data-menu]');
    const found: string[] = [];
    for (const panel of PANELS) {
      await menu.focus();
      await page.evaluate((which) => window.syntony.open(which), panel);
      await settle(page, 1);
      const isIn = await page.evaluate(() => document.activeElement?.closest('dialog') !== null);
      if (!isIn) found.push(`${panel}: the focus stays outside`);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      await settle(page, 1);
      if ((await state(page)).screen !== 'scene')
        found.push(`${panel}: Escape leaves the ${(await state(page)).screen} screen`);
      else if (!(await menu.evaluate((one) => one === document.activeElement)))
        found.push(`${panel}: the focus is lost`);
      await page.evaluate(() => window.syntony.open('nothing'));
    }
    // one over another: back to the button that opened it
    await menu.press('Enter');
    await settle(page, 1);
    const settings = page.getByRole('button', { name: 'Settings' });
    await settings.press('Enter');
    await settle(page, 1);
    await page.keyboard.press('Escape');
    await settle(page, 1);
    await expect(settings).toBeFocused();
    await page.keyboard.press('Escape');
    await settle(page, 1);
    await expect(menu).toBeFocused();
    clean(found);
  });
});

/** From the top of what is open, until Tab comes round. */
async function walked(page: Page): Promise<string[]> {
  const wanted = await stopsThere(page);
  await page.evaluate(() => {
    const top = [...document.querySelectorAll('dialog[open]')].at(-1);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    // the walk begins before the first thing on the page
    getSelection()?.collapse(top ?? document.body, 0);
  });
  const found: string[] = [];
  const met = new Set<number>();
  for (let presses = 0; presses < wanted.length + 4; presses++) {
    await page.keyboard.press('Tab');
    const stop = await stopNow(page);
    if (stop === null) continue;
    if (!met.has(stop.id)) found.push(...stop.problems.map((one) => `${stop.what} ${one}`));
    met.add(stop.id);
  }
  const missed = wanted.filter(({ id }) => !met.has(id));
  found.push(...missed.map(({ what }) => `Tab never comes to “${what}”`));
  return found;
}

const CRAMPED = {
  'letters twice as large': { size: { width: 1280, height: 720 }, settings: { textSize: 200 }, spaced: false },
  'a window of 320 pixels': { size: { width: 320, height: 568 }, settings: {}, spaced: false },
  'spacing of a reader’s own': { size: { width: 1280, height: 720 }, settings: {}, spaced: true },
  'spacing of a reader’s own at 320 pixels': { size: { width: 320, height: 568 }, settings: {}, spaced: true },
} as const;

for (const [how, { size, settings, spaced }] of Object.entries(CRAMPED)) {
  test.describe(how, () => {
    test.use({ viewport: size, deviceScaleFactor: 0.25 });

    test(`nothing is cut off, and no words lie on others, with ${how}`, async ({ page }) => {
      test.setTimeout(300_000);
      await open(page, { quality: 'low', ...settings });
      if (spaced)
        await page.evaluate((text) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }, TEXT_SPACING);
      const found: string[] = [];
      for await (const { name } of views(page)) found.push(...(await misfits(page)).map((one) => `${name}: ${one}`));
      clean(found);
    });
  });
}
