// The Trust Coves from the first morning to an ending, four times through the real page: by pointer, by keyboard alone, by
// touch on a phone, and by the lists in words where there is no picture.
import { expect } from '@playwright/test';
import { SYSTEM_IDS } from '../../src/core/run/systems.ts';
import type { Ending } from '../../src/core/run/cues.ts';
import { fromCode } from '../../src/core/replay/code.ts';
import { simulate } from '../../src/core/replay/simulate.ts';
import { readContent } from '../../src/tools/content.ts';
import { keyboard, pointer, touch, twin, type Hands } from './support/hands.ts';
import { test } from './support/page.ts';
import { answerThatTunes, pass, playOut, type Wishes } from './support/player.ts';

const content = readContent();
const COVES = SYSTEM_IDS.filter((id) => id.startsWith('cove.'));
/** What the vote for one breath does to the network. */
const ONE_BREATH = ['goal', 'authenticity', '0.5'];

interface Reading {
  readonly by: (page: Parameters<typeof pointer>[0]) => Hands;
  readonly seed: number;
  readonly ending: Ending;
}

const READINGS: Readonly<Record<string, Reading>> = {
  'by pointer, to Concord': { by: pointer, seed: 21, ending: 'concord' },
  'by keyboard alone, to Unison': { by: keyboard, seed: 22, ending: 'unison' },
  'by touch, to Fracture': { by: touch, seed: 23, ending: 'fracture' },
  'by the lists with no picture, to Concord': { by: twin, seed: 24, ending: 'concord' },
};

function wishesFor(ending: Ending): Wishes {
  return {
    plays: 'sensible',
    answer(world, now) {
      const breath = answerThatTunes(world, now, ONE_BREATH);
      if (breath === null) return null;
      return ending === 'unison' ? breath : breath === 0 ? 1 : 0;
    },
    letsGo: (level) => ending === 'fracture' && level === 'coves/05',
  };
}

// thousands of presses: a film of them costs more than they do, and the journal says what went wrong
test.use({ trace: 'off' });

for (const [name, { by, seed, ending }] of Object.entries(READINGS)) {
  const isTouch = by === touch;
  test.describe(name, () => {
    // software GL paints a small window sooner
    test.use(
      isTouch
        ? { viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 0.5 }
        : { viewport: { width: 1000, height: 600 }, deviceScaleFactor: 0.5 },
    );

    test(`the Trust Coves are played ${name}`, async ({ page }) => {
      test.setTimeout(600_000);
      // what is judged here is the play: the picture is as cheap as it may be
      await page.addInitScript(() => {
        const set = { mute: true, quality: 'low', reducedMotion: true };
        localStorage.setItem('syntony.settings', JSON.stringify({ version: 1, set }));
      });
      if (by === twin)
        await page.addInitScript(() => {
          HTMLCanvasElement.prototype.getContext = () => null;
        });
      await page.goto(`/?plan=coves&seed=${seed}&e2e`);
      await page.waitForFunction(() => typeof window.syntony?.state === 'function');
      await pass(page, 1);
      const journal = await playOut(page, content, by(page), seed, wishesFor(ending), (world) => world.mode === 'over');
      // who asked for doors and held them by force has come to one breath after all: the script's own line, 87 percent
      const isForced = ending === 'concord' && (journal.results['coves/05']?.authenticity ?? 0) < 87;
      expect(journal.endings).toEqual({ coves: isForced ? 'unison' : ending });
      expect(Object.keys(journal.results).sort()).toEqual([1, 2, 3, 4, 5].map((act) => `coves/0${act}`));
      expect(journal.codex.filter((id) => id.startsWith('cove.')).sort()).toEqual([...COVES].sort());
      // what the hands did was what was meant, nearly always
      expect(journal.refused.length, journal.refused.join('\n')).toBeLessThan(journal.acts / 4);
      await expect(page.locator('[data-dialogue]')).toContainText('ends here');
      const replay = fromCode(await page.evaluate(() => window.syntony.replay()));
      expect(simulate(content, replay)).toMatchObject({ verdict: 'verified' });
    });
  });
}
