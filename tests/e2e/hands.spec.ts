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
      expect(journal.refused).toBeLessThanOrEqual(journal.acts / 4);
      const replay = fromCode(await page.evaluate(() => window.syntony.replay()));
      expect(simulate(content, replay)).toMatchObject({ verdict: 'verified', outcome: 'won' });
    });
  });
}
