// Where nothing is to move, nothing moves: a pause holds every dot of the picture, and who asks for less motion gets next to
// none while they wait.
import { expect } from '@playwright/test';
import { state, test } from './support/page.ts';
import { stir } from './support/film.ts';
import { goTo, open, settle, stand, worldAt } from './support/stands.ts';

// software draws it: half the dots are enough to see one move
test.use({ viewport: { width: 1024, height: 640 }, deviceScaleFactor: 0.5 });

/** Of the page's own frames, 60 to the second: two seconds of them, looked at often. */
const LOOKS = 21;
const BETWEEN = 6;

test('a pause is two seconds of the very same picture', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, { quality: 'high' });
  const found: Record<string, number> = {};
  for (const place of ['coves 3 network', 'coves 1 Coves_1_Opens 1', 'coves 1 round 1']) {
    await stand(page, worldAt(place));
    await settle(page);
    // in the midst of it: sparks and rings are under way
    await page.evaluate(() => window.syntony.step(40));
    await page.keyboard.press('p');
    expect((await state(page)).screen).toBe('paused');
    const before = await state(page);
    found[place] = await stir(page, LOOKS, BETWEEN);
    expect(await state(page)).toEqual(before);
    await page.keyboard.press('p');
    // the measure is not blind: on it goes, and dots change
    expect(await stir(page, 3, BETWEEN, 12), place).toBeGreaterThan(0);
  }
  expect(Object.entries(found).filter(([, share]) => share > 0)).toEqual([]);
});

test('with less motion an idle picture all but stands still', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, { quality: 'high', reducedMotion: true });
  const found: Record<string, number> = {};
  for (const screen of ['title', 'hub', 'line', 'round', 'start', 'playing'] as const) {
    await goTo(page, screen);
    found[screen] = await stir(page, LOOKS, BETWEEN);
  }
  const moves = Object.entries(found).filter(([, share]) => share >= 0.001);
  expect(moves).toEqual([]);
});

test('who asks the browser for less motion gets it here', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'reduced');
  const still = await page.evaluate(() => {
    const one = document.querySelector('button');
    return one === null ? '' : getComputedStyle(one).transitionProperty + getComputedStyle(one).transitionDuration;
  });
  expect(still).toMatch(/^none|0s$/);
});
