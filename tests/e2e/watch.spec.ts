// A run of a board, watched in the game from its page: the same to the tick, and nobody's hands in it.
import { expect, test as plain } from '@playwright/test';
import { Player } from '../../src/tools/service/player.ts';
import { variedRuns } from '../../src/tools/service/runs.ts';
import { state, test } from './support/page.ts';
import { content } from './support/stands.ts';

const BOARD = 'training/03:set:skip:plain';

test('a run is sent, verified, found on its board, and watched from there', async ({ page, baseURL }) => {
  // the boards may have one from another day
  const nth = Date.now() % 1_000_000;
  const name = `Wanda ${nth}`;
  const player = await Player.registered((path, init) => fetch(`${baseURL}${path}`, init), name);
  const [replay] = variedRuns(content, BOARD, nth);
  const sent = await player.send(player.bound(replay, BOARD));
  expect(sent.status).toBe(202);
  const { id } = (await sent.json()) as { id: string };
  await expect
    .poll(async () => ((await (await fetch(`${baseURL}/api/runs/${id}`)).json()) as { verdict: string }).verdict)
    .toBe('verified');

  await page.goto(`/boards/${BOARD}`);
  await page.getByRole('link', { name }).first().click();
  await expect(page.locator('h1')).toContainText(name);
  await page.goto(`/runs/${id}`);
  await page.getByRole('link', { name: 'Watch it' }).click();
  await expect(page).toHaveURL(new RegExp(`watch=${id}`));

  await page.goto(`/?watch=${id}&e2e`);
  await expect(page.locator('.told-of')).toContainText(`You are watching ${name}`);
  await page.evaluate(() => window.syntony.skip(240));
  const before = await state(page);
  // a press is no part of it
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await page.evaluate((ticks) => window.syntony.skip(ticks), replay.ticks);
  const after = await state(page);
  expect([before.screen, after.screen, after.outcome]).toEqual(['playing', 'result', 'won']);
  expect(await page.evaluate(() => window.syntony.world().tick)).toBe(replay.ticks);
  // and then it is the onlooker's turn, with the same people
  await page.evaluate(() => window.syntony.skip(240));
  await page.getByRole('button', { name: 'Again, the same people' }).click();
  await expect(page.locator('.told-of')).not.toContainText('You are watching');
  expect(await state(page)).toMatchObject({ screen: 'playing', seed: replay.seed });
});

// the browser itself complains of every 404
plain('a run that is not there is said so, and the game is', async ({ page }) => {
  await page.goto('/?watch=AAAAAAAAAAAAAAAAAAAAAA&e2e');
  await expect(page.locator('.told-of')).toContainText('There is no such run');
  await expect(page.getByRole('button', { name: /Begin/ }).first()).toBeVisible();
});
