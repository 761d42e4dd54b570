import { expect } from '@playwright/test';
import { readContent } from '../../src/tools/content.ts';
import { fromCode } from '../../src/core/replay/code.ts';
import { simulate } from '../../src/core/replay/simulate.ts';
import { begin, spot, state, test } from './support/page.ts';
import { pass } from './support/player.ts';

test.setTimeout(90_000);

const content = readContent();
const titleOf = (level: string): string => content.levels[level].level.title;

// software GL paints slowly: no larger than it must be for the wide layout
test.use({ viewport: { width: 1120, height: 640 } });

test('the first network is won by keyboard alone, and the next one opens', async ({ page }) => {
  await begin(page, 'training/01', 3);
  for (let turns = 0; turns < 40 && (await state(page)).screen === 'playing'; turns++) {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await pass(page, 108);
  }
  expect((await state(page)).screen).toBe('result');
  expect((await state(page)).outcome).toBe('won');
  await expect(page.getByRole('dialog', { name: 'In tune' })).toContainText(/Your time is 0:\d\d\.\d\d\d/);

  // the server will not take the browser's word for it either
  const replay = fromCode(await page.evaluate(() => window.syntony.replay()));
  expect(simulate(content, replay)).toMatchObject({ verdict: 'verified', outcome: 'won' });

  // it begins with its heading, and once that was there for a moment Enter goes on
  await pass(page, 84);
  await page.evaluate(() => window.syntony.step(0, 60));
  await expect(page.getByRole('heading', { name: 'In tune' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: titleOf('training/02') })).toBeVisible();
  expect(await state(page)).toMatchObject({ level: 'training/02', screen: 'start', tick: 0 });
  await expect(page).toHaveURL(/level=training\/02/);
});

test('one room is worked on by keyboard: a mend, a tune by hand, refusals in words', async ({ page }) => {
  await begin(page, 'training/03');
  const { brokenBonds } = await state(page);

  await page.keyboard.press('2');
  await page.keyboard.press('ArrowRight');
  const { cursor } = await state(page);
  expect(cursor?.kind).toBe('bond');
  expect(brokenBonds).toContain(cursor?.id);
  await expect(page.locator(`[data-target=bond-${cursor?.id}]`)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await state(page)).brokenBonds).not.toContain(cursor?.id);

  await page.keyboard.press('1');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  const offered = (await state(page)).ghost;
  expect(offered).not.toBeNull();
  await page.keyboard.press('ArrowRight');
  expect((await state(page)).ghost).toBe((offered! + 0x1000_0000) | 0);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await state(page)).ghost).toBeNull();

  await page.keyboard.press('2');
  await page.locator('[data-target=node-0]').press('Enter');
  await expect(page.locator('.say .news')).toHaveText('Mend works on bonds. Try Tune (1).');
});

test('one room is worked on by pointer: a drag turns a hand, a click mends', async ({ page }) => {
  await begin(page, 'training/03');
  const before = (await state(page)).phases[0];
  const middle = await spot(page, 'node', 0);
  const right = await spot(page, 'node', 0, 1.8);
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(right.x, right.y, { steps: 3 });
  // to a sixteenth of a degree: the screen has whole pixels
  expect(Math.abs((await state(page)).ghost! - 0x4000_0000)).toBeLessThan(0xb_0000);
  await page.mouse.up();
  // a quarter turn, to the right, less what it has turned since
  await expect
    .poll(async () => Math.abs(((await state(page)).phases[0] - 0x4000_0000) | 0), { intervals: [20] })
    .toBeLessThan(0x1800_0000);
  expect((await state(page)).phases[0]).not.toBe(before);

  await page.keyboard.press('2');
  // where bonds cross, the nearest is meant: so one of the broken ones is mended, and it need not be this one
  const { brokenBonds } = await state(page);
  const at = await spot(page, 'bond', brokenBonds[0]);
  await page.mouse.click(at.x, at.y);
  await expect
    .poll(async () => {
      const now = (await state(page)).brokenBonds;
      return brokenBonds.some((e) => !now.includes(e));
    })
    .toBe(true);
});

test('a pause freezes everything, and the same people come back at once', async ({ page }) => {
  await begin(page, 'training/03');
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog', { name: 'Paused' })).toBeVisible();
  const { hash, tick } = await state(page);
  await page.waitForTimeout(700);
  expect(await state(page)).toMatchObject({ hash, tick, screen: 'paused' });

  await page.keyboard.press('Escape');
  await page.waitForFunction((then) => window.syntony.state().tick > then + 60, tick);
  // at once: there is nothing to wait for between the press and the first tick
  await pass(page, 1);
  await page.keyboard.press('r');
  // the press that begins it again has a tick of its own
  expect((await state(page)).tick).toBe(1);
  await pass(page, 3);
  expect((await state(page)).tick).toBe(4);
  expect(await state(page)).toMatchObject({ seed: 7, screen: 'playing' });
});

test('every network can be picked and opened', async ({ page }) => {
  await page.goto('/?e2e');
  await page.keyboard.press('l');
  const list = page.getByRole('dialog', { name: 'Networks' });
  const alone = Object.keys(content.levels).filter((id) => !id.startsWith('prologue/'));
  await expect(list.getByRole('listitem')).toHaveCount(alone.length);
  for (const [number, title] of [
    ['08', 'Three parts'],
    ['13', 'Weather'],
    ['17', 'Three speakers'],
  ]) {
    await list.getByRole('button', { name: `${number} ${title}` }).click();
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.syntony.state().tick > 0);
    await page.keyboard.press('l');
  }
});

test('Back undoes new people', async ({ page }) => {
  await begin(page, 'training/03');
  await page.keyboard.press('n');
  await expect.poll(async () => (await state(page)).seed).not.toBe(7);
  await page.goBack();
  await expect.poll(async () => (await state(page)).seed).toBe(7);
  expect((await state(page)).level).toBe('training/03');
});

test('an address that leads nowhere says so and leads on', async ({ page }) => {
  await page.goto('/?level=training/99&seed=x&e2e');
  await expect(page.getByRole('alert')).toContainText('There is no network called “training/99”.');
  await expect(page.getByRole('alert')).toContainText('“x” is no seed');
  await page.getByRole('link').click();
  await expect(page.locator('[data-dialogue]')).toBeVisible();
  await expect(page).toHaveURL(/plan=syntony/);
});

test('without WebGL the lists play the game', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto('/?level=training/01&seed=3&e2e');
  await page.keyboard.press('Enter');
  await expect(page.getByText('no WebGL')).toBeVisible();
  const entry = page.locator('[data-target=node-1]');
  await entry.click();
  await expect(entry).toHaveAttribute('aria-pressed', 'true');
  await entry.click();
  await expect(entry).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(async () => (await state(page)).coherence, { timeout: 10_000 }).toBeGreaterThan(0.9);
});
