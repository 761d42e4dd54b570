import { expect, type Page } from '@playwright/test';
import { readContent } from '../../src/tools/content.ts';
import { fromCode } from '../../src/core/replay/code.ts';
import { simulate } from '../../src/core/replay/simulate.ts';
import { TEXT_TICKS } from '../../src/core/run/refuse.ts';
import { state, test } from './support/page.ts';

test.use({ viewport: { width: 1120, height: 640 } });

const READING_MS = (TEXT_TICKS / 120) * 1000 + 60;
const content = readContent();

/** On by keyboard, the first answer always, until the screen is another one or the line is that one. */
async function read(page: Page, untilLine?: string): Promise<void> {
  for (let presses = 0; presses < 400; presses++) {
    const { screen, line } = await state(page);
    if (screen !== 'scene' || (untilLine !== undefined && line === untilLine)) return;
    const answers = await page.locator('[data-option]').count();
    await page.keyboard.press(answers > 0 ? '1' : 'Enter');
    await page.waitForTimeout(READING_MS);
  }
  throw new Error('the scene does not end');
}

test('who comes for the first time is told the prologue, by keyboard alone, to its end', async ({ page }) => {
  test.setTimeout(240_000);
  // software GL paints a small picture sooner, and there is more to do a second
  await page.setViewportSize({ width: 700, height: 480 });
  await page.goto('/?seed=11&e2e');
  await expect(page.locator('[data-dialogue]')).toBeVisible();
  await expect(page).toHaveURL(/plan=prologue/);
  await read(page);

  // the press that opened the network does not begin it
  expect((await state(page)).level).toBe('prologue/01');
  await expect(page.getByRole('dialog', { name: content.levels['prologue/01'].level.title })).toBeVisible();
  await page.waitForTimeout(700);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await state(page)).screen).toBe('playing');
  // who has fallen out first, and then whoever is furthest off; the focus goes where Tab would take it
  await page.keyboard.press('2');
  for (let mends = 0; mends < 3; mends++) {
    const torn = page.locator('[data-target^=bond]').first();
    if ((await torn.count()) === 0) break;
    await torn.focus();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
  }
  await page.keyboard.press('1');
  await expect(async () => {
    const { screen } = await state(page);
    if (screen === 'playing') {
      await page.locator('[data-target^=node]').evaluateAll((people) => {
        const off = people.map((one) => Number(/(\d+)° off/.exec(one.textContent ?? '')?.[1] ?? 0));
        const furthest = people[off.indexOf(Math.max(...off))];
        if (furthest instanceof HTMLElement) furthest.focus();
      });
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
    }
    expect(screen).toBe('result');
  }).toPass({ timeout: 100_000, intervals: [100] });
  const { outcome } = await state(page);
  await page.waitForTimeout(700);
  await page.locator('[data-onward]').focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await state(page)).screen).toBe('scene');

  await read(page);
  expect((await state(page)).screen).toBe('told');
  await expect(page.locator('[data-dialogue]')).toContainText('ends here');

  // and whoever plays the run again hears the same
  const replay = fromCode(await page.evaluate(() => window.syntony.replay()));
  expect(simulate(content, replay)).toMatchObject({ verdict: 'verified', outcome: outcome === 'won' ? 'won' : 'lost' });
});

test('a scene is gone through by pointer: the box, the answers, what was said', async ({ page }) => {
  await page.goto('/?plan=prologue&seed=3&e2e');
  const box = page.locator('.scene .box');
  const text = page.locator('[data-dialogue-text]');
  const first = await text.textContent();
  await page.waitForTimeout(READING_MS);
  for (let clicks = 0; clicks < 10 && (await page.locator('[data-option]').count()) === 0; clicks++) {
    await box.click({ position: { x: 20, y: 20 } });
    await page.waitForTimeout(READING_MS);
  }
  const answers = page.locator('[data-option]');
  expect(await answers.count()).toBeGreaterThan(1);
  await expect(answers.first()).toBeFocused();
  // a press meant for the line before is no answer
  await page.keyboard.press('Enter');
  expect(await answers.count()).toBeGreaterThan(1);
  await page.waitForTimeout(500);
  await page.keyboard.press('ArrowDown');
  await expect(answers.nth(1)).toBeFocused();
  const chosen = (await answers.nth(1).textContent())?.replace(/^\d+\s*/, '') ?? '';
  await answers.nth(1).click();
  await expect(answers).toHaveCount(0);
  await page.waitForTimeout(READING_MS);
  await box.click({ position: { x: 20, y: 20 } });
  const past = page.getByRole('list', { name: 'What was said' });
  await expect(past).toContainText(first ?? '');
  await expect(past).toContainText(chosen.trim());
});

test('a scene stands still while it is paused, and goes on where it stood', async ({ page }) => {
  await page.goto('/?plan=prologue&seed=3&e2e');
  await read(page, 'line:pr_ga17');
  const { line } = await state(page);
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog', { name: 'Paused' })).toBeVisible();
  const at = (await state(page)).runTick;
  await page.waitForTimeout(300);
  expect((await state(page)).runTick).toBe(at);
  await page.keyboard.press('p');
  await expect.poll(async () => (await state(page)).runTick).toBeGreaterThan(at);
  expect((await state(page)).line).toBe(line);
});

test('on a narrow screen nothing is cut off', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('/?plan=prologue&seed=3&e2e');
  await page.waitForTimeout(READING_MS);
  await page.locator('[data-next]').click();
  await expect(page.locator('[data-option]').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  for (const answer of await page.locator('[data-option]').all()) await expect(answer).toBeInViewport();
});

test('words that are marked to be copied are not a press on the box, and a held key gives no answer', async ({
  page,
}) => {
  await page.goto('/?plan=prologue&seed=3&e2e');
  const box = await page.locator('[data-dialogue-text]').boundingBox();
  await page.waitForTimeout(READING_MS);
  await page.mouse.move(box!.x + 4, box!.y + 10);
  await page.mouse.down();
  await page.mouse.move(box!.x + 150, box!.y + 10, { steps: 4 });
  await page.mouse.up();
  await page.waitForTimeout(READING_MS);
  await expect(page.locator('[data-option]')).toHaveCount(0);

  for (let presses = 0; presses < 25; presses++) {
    await page.keyboard.down('Enter');
    await page.waitForTimeout(40);
  }
  await page.keyboard.up('Enter');
  await expect(page.locator('[data-option]').first()).toBeFocused();
  const { line } = await state(page);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await state(page)).line).not.toBe(line);
  // the answers went, and the focus did not go with them
  await expect(page.locator('[data-next]')).toBeFocused();
});

test('a panel gives the focus back, and the list of networks goes back to the story it came from', async ({ page }) => {
  await page.goto('/?plan=prologue&seed=3&e2e');
  await page.waitForTimeout(READING_MS);
  const next = page.locator('[data-next]');
  await next.focus();
  for (const key of ['p', '?', 'l']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(next).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-option]').first()).toBeFocused();
  await page.keyboard.press('l');
  await page.getByRole('button', { name: /go on$/ }).click();
  await expect(page.locator('[data-option]').first()).toBeFocused();
  expect((await state(page)).seed).toBe(3);
});
