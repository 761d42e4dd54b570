// One network, played to its end by a bot with every kind of hand there is, and with no sound.
import { expect } from '@playwright/test';
import { fromCode } from '../../src/core/replay/code.ts';
import { simulate } from '../../src/core/replay/simulate.ts';
import { keyboard, pointer, touch, twin, type Hands } from './support/hands.ts';
import { state, test } from './support/page.ts';
import { pass, playOut, type Wishes } from './support/player.ts';
import { content } from './support/stands.ts';

const LEVEL = 'training/03';
const SEED = 7;
const WISHES: Wishes = { plays: 'sensible', answer: () => null, letsGo: () => false };
const BY: Readonly<Record<string, (page: Parameters<typeof pointer>[0]) => Hands>> = {
  'click by click': pointer,
  'by keys': keyboard,
  'by touch': touch,
  'by the lists, with no picture': twin,
};

for (const [name, by] of Object.entries(BY)) {
  test.describe(name, () => {
    test.use(
      by === touch
        ? { viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 0.5 }
        : { viewport: { width: 1000, height: 640 }, deviceScaleFactor: 0.5 },
    );

    test(`a network is won ${name}, without a sound`, async ({ page }) => {
      test.setTimeout(120_000);
      await page.addInitScript(() => {
        localStorage.setItem('syntony.settings', JSON.stringify({ version: 1, set: { mute: true, quality: 'low' } }));
      });
      if (by === twin)
        await page.addInitScript(() => {
          HTMLCanvasElement.prototype.getContext = () => null;
        });
      await page.goto(`/?level=${LEVEL}&seed=${SEED}&e2e`);
      await page.waitForFunction(() => typeof window.syntony?.state === 'function');
      await pass(page, 1);
      const journal = await playOut(page, content, by(page), SEED, WISHES, (world) => world.mode !== 'network');
      expect((await state(page)).outcome).toBe('won');
      expect(journal.acts).toBeGreaterThan(0);
      expect(journal.refused.length, journal.refused.join('\n')).toBeLessThanOrEqual(journal.acts / 4);
      const replay = fromCode(await page.evaluate(() => window.syntony.replay()));
      expect(simulate(content, replay)).toMatchObject({ verdict: 'verified', outcome: 'won' });
    });
  });
}

test('a network is won by one switch', async ({ page }) => {
  test.setTimeout(180_000);
  await page.addInitScript(() => {
    localStorage.setItem(
      'syntony.settings',
      JSON.stringify({ version: 1, set: { mute: true, quality: 'low', scan: 'fast' } }),
    );
  });
  await page.goto(`/?level=${LEVEL}&seed=${SEED}&e2e`);
  await page.waitForFunction(() => typeof window.syntony?.state === 'function');
  /** A tenth of a second, for whoever watches what is lit. */
  const wait = (): Promise<void> => pass(page, 12);
  const lit = (): Promise<string> =>
    page.evaluate(() => {
      const on = document.querySelector('[data-lit]');
      return `${on?.className ?? ''} ${on?.textContent ?? ''}`;
    });
  const pressAt = async (what: RegExp): Promise<void> => {
    for (let k = 0; k < 120 && !what.test(await lit()); k++) await wait();
    expect(await lit()).toMatch(what);
    await page.keyboard.press(' ');
    // the rest after a press
    for (let k = 0; k < 6; k++) await wait();
  };
  // what is broken is mended while there is much of it; else whoever is furthest off is turned
  const playByLight = async (): Promise<void> => {
    for (let k = 0; k < 900; k++) {
      const { screen, tool, brokenBonds } = await state(page);
      if (screen !== 'playing') return;
      const wanted = brokenBonds.length > 2 ? 'mend' : 'tune';
      const now = await lit();
      const isDue = now.startsWith('entry')
        ? tool === wanted
        : now.startsWith('tool')
          ? now.toLowerCase().includes(wanted)
          : (await page.locator('.scan-says').count()) > 0 && tool !== wanted;
      if (isDue) await page.keyboard.press(' ');
      await wait();
    }
  };
  await wait();
  await pressAt(/Begin/);
  expect((await state(page)).screen).toBe('playing');
  // where the walk of the light stands when the people begin differs from load to load, and one press at a time is slow: who
  // runs out of time goes again, by the switch too
  for (let tries = 1; tries <= 3; tries++) {
    await playByLight();
    const { screen, outcome } = await state(page);
    if (screen !== 'result' || outcome === 'won' || tries === 3) break;
    for (let k = 0; k < 6; k++) await wait();
    await pressAt(/Again/);
    expect((await state(page)).screen).toBe('playing');
  }
  const won = await state(page);
  expect([won.screen, won.outcome]).toEqual(['result', 'won']);
  // and what comes after is reached too
  for (let k = 0; k < 6; k++) await wait();
  await pressAt(/New people/);
  expect(await state(page)).toMatchObject({ level: LEVEL, screen: 'playing' });
});
