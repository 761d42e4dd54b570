// Scenes as one reads them: from the title on, by pointer and by keys, with pauses, on a narrow screen.
import { expect, type Page } from '@playwright/test';
import { readContent } from '../../src/tools/content.ts';
import { fromCode } from '../../src/core/replay/code.ts';
import { simulate } from '../../src/core/replay/simulate.ts';
import { TEXT_TICKS } from '../../src/core/run/refuse.ts';
import { keyboard } from './support/hands.ts';
import { state, test } from './support/page.ts';
import { pass, playOut } from './support/player.ts';

test.use({ viewport: { width: 1120, height: 640 } });
test.setTimeout(90_000);

const READING_MS = (TEXT_TICKS / 120) * 1000 + 60;
const content = readContent();

/** On by keyboard, the first answer always, until that line is shown. */
async function readTo(page: Page, line: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    if ((await state(page)).line === line) return;
    await pass(page, 72);
    const answers = await page.locator('[data-option]').count();
    await page.keyboard.press(answers > 0 ? '1' : 'Enter');
    await pass(page, 2);
  }
  throw new Error(`${line} never comes`);
}

test('who comes for the first time goes from the title through the prologue to the Sphere, by keyboard alone', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await page.goto('/?seed=11&e2e');
  await expect(page.getByRole('heading', { name: 'Syntony' })).toBeVisible();
  const keys = keyboard(page);
  await keys.press('[data-begin]');
  await expect(page.locator('[data-dialogue]')).toBeVisible();
  await expect(page).toHaveURL(/plan=syntony/);
  const wishes = { plays: 'sensible', answer: () => null, letsGo: () => false } as const;
  const journal = await playOut(page, content, keys, 11, wishes, (world) => world.mode === 'hub');
  expect(journal.lines).toBeGreaterThan(60);
  expect(Object.keys(journal.results)).toContain('prologue/01');
  expect(journal.codex).toContain('sphere.hub');
  await expect(page.getByRole('heading', { name: 'The Living Trust Sphere' })).toBeVisible();

  // and whoever plays the run again hears the same
  const replay = fromCode(await page.evaluate(() => window.syntony.replay()));
  expect(simulate(content, replay)).toMatchObject({ verdict: 'verified' });

  // the lit region is entered, and the others say that they are not lit
  await expect(page.locator('[data-city="neoterra"]')).toHaveAttribute('aria-disabled', 'true');
  await pass(page, 72);
  await keys.press('[data-city="coves"]');
  await pass(page, 4);
  expect((await state(page)).screen).toBe('scene');
});

test('a scene is gone through by pointer: the box, the answers, what was said', async ({ page }) => {
  await page.goto('/?plan=prologue&seed=3&e2e');
  const box = page.locator('.scene .box');
  const text = page.locator('[data-dialogue-text]');
  const first = await text.textContent();
  for (let clicks = 0; clicks < 10 && (await page.locator('[data-option]').count()) === 0; clicks++) {
    await pass(page, 30);
    await box.click({ position: { x: 20, y: 20 } });
    await pass(page, 2);
  }
  const answers = page.locator('[data-option]');
  expect(await answers.count()).toBeGreaterThan(1);
  await expect(answers.first()).toBeFocused();
  // a press meant for the line before is no answer
  await page.keyboard.press('Enter');
  await pass(page, 2);
  expect(await answers.count()).toBeGreaterThan(1);
  await pass(page, 72);
  await page.keyboard.press('ArrowDown');
  await expect(answers.nth(1)).toBeFocused();
  const chosen = (await answers.nth(1).locator('.text').textContent()) ?? '';
  await answers.nth(1).click();
  await pass(page, 2);
  await expect(answers).toHaveCount(0);
  await pass(page, 30);
  await box.click({ position: { x: 20, y: 20 } });
  await pass(page, 2);
  const past = page.getByRole('list', { name: 'What was said' });
  await expect(past).toContainText(first ?? '');
  await expect(past).toContainText(chosen.trim());
});

test('a scene stands still while it is paused, and goes on where it stood', async ({ page }) => {
  await page.goto('/?plan=prologue&seed=3&e2e');
  await readTo(page, 'line:pr_ga17');
  const { line } = await state(page);
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog', { name: 'Paused' })).toBeVisible();
  const at = (await state(page)).runTick;
  await pass(page, 120);
  expect((await state(page)).runTick).toBe(at);
  await page.keyboard.press('p');
  await pass(page, 12);
  // the press that ends the pause has a tick of its own
  expect((await state(page)).runTick).toBe(at + 13);
  expect((await state(page)).line).toBe(line);
});

test('one goes back to a choice, and what came after it was never done', async ({ page }) => {
  await page.goto('/?plan=prologue&seed=3&e2e');
  await readTo(page, 'line:pr_ga17');
  await page.keyboard.press('t');
  const log = page.getByRole('dialog', { name: 'What was said' });
  await log.locator('[data-return]').first().click();
  await log.getByRole('button', { name: /^Choose anew here/ }).click();
  await pass(page, 2);
  await expect(page.locator('[data-option]').first()).toBeVisible();
  expect((await state(page)).line).toBe('line:pr_ga01');
  await pass(page, 72);
  await page.keyboard.press('2');
  await pass(page, 2);
  const replay = fromCode(await page.evaluate(() => window.syntony.replay()));
  expect(replay.log.filter(({ action }) => action.act === 'choose')).toHaveLength(1);
  expect(simulate(content, replay).verdict).toBe('verified');
});

test('a page that is opened anew goes on where it stood, and does not begin again over it', async ({ page }) => {
  await page.goto('/?plan=prologue&seed=3&e2e');
  await readTo(page, 'line:pr_ga17');
  await page.reload();
  await expect.poll(async () => (await state(page)).line, { timeout: 20_000 }).toBe('line:pr_ga17');
  await page.goto('/?e2e');
  await expect(page.locator('[data-continue]')).toBeVisible();
  await page.locator('[data-continue]').click();
  await expect.poll(async () => (await state(page)).line, { timeout: 20_000 }).toBe('line:pr_ga17');
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
  await pass(page, 30);
  await page.mouse.move(box!.x + 4, box!.y + 10);
  await page.mouse.down();
  await page.mouse.move(box!.x + 150, box!.y + 10, { steps: 4 });
  await page.mouse.up();
  await pass(page, 30);
  await expect(page.locator('[data-option]')).toHaveCount(0);

  for (let presses = 0; presses < 25; presses++) {
    await page.keyboard.down('Enter');
    await pass(page, 6);
  }
  await page.keyboard.up('Enter');
  await expect(page.locator('[data-option]').first()).toBeFocused();
  const { line } = await state(page);
  await pass(page, 72);
  await page.keyboard.press('Enter');
  await pass(page, 2);
  expect((await state(page)).line).not.toBe(line);
  // the answers went, and the focus did not go with them
  await expect(page.locator('[data-next]')).toBeFocused();
});

test('a panel gives the focus back, and the list of networks goes back to the story it came from', async ({ page }) => {
  await page.goto('/?plan=prologue&seed=3&e2e');
  await pass(page, 30);
  const next = page.locator('[data-next]');
  await next.focus();
  for (const key of ['p', '?', 'l', 't', 'c', 'o', 's']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(next).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await pass(page, 2);
  await expect(page.locator('[data-option]').first()).toBeFocused();
  await page.keyboard.press('l');
  await page.getByRole('button', { name: 'Back to the story' }).click();
  await expect(page.locator('[data-option]').first()).toBeFocused();
  expect((await state(page)).seed).toBe(3);
});
