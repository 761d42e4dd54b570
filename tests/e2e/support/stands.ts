// Every screen there is, to be gone to without playing: Worlds that a bot came to, and the panels over them.

import type { Page } from '@playwright/test';
import { TICK } from '../../../src/core/network/layout.ts';
import { step } from '../../../src/core/run/step.ts';
import { copyWorld, type World } from '../../../src/core/run/world.ts';
import { PANELS } from '../../../src/client/play.ts';
import { readContent } from '../../../src/tools/content.ts';
import { standsOf } from '../../../src/tools/shots/stands.ts';

export const content = readContent();
export { PANELS };

/** Each is the screen that its name says; the city says whether it is light or dark. */
export const SCREENS = [
  'title',
  'hub',
  'round',
  'line',
  'choice',
  'start',
  'playing',
  'won',
  'lost',
  'told',
  'line in the Sphere',
  'network in the Sphere',
] as const;
export type ScreenName = (typeof SCREENS)[number];

let found: ReadonlyMap<string, World> | null = null;

function worlds(): ReadonlyMap<string, World> {
  found ??= new Map(standsOf(content, [1]).map(({ name, world }) => [name, world]));
  return found;
}

export function worldAt(name: string): World {
  const world = worlds().get(name);
  if (world === undefined)
    throw new Error(`the bot never came to “${name}”, but to ${[...worlds().keys()].join(', ')}`);
  return world;
}

const IN_PLAY = 'coves 1 network';

function worldOn(screen: Exclude<ScreenName, 'title'>): World {
  switch (screen) {
    case 'hub':
      return worldAt('sphere');
    case 'round':
      return worldAt('coves 1 round 1');
    case 'line':
      return worldAt('coves 1 Coves_1_Opens 1');
    case 'choice':
      return worldAt('coves 3 Coves_3_Opens choice');
    case 'start': {
      const world = copyWorld(worldAt(IN_PLAY));
      if (world.network !== null) world.network[TICK] = 0;
      return world;
    }
    case 'playing':
      return worldAt('coves 3 network');
    case 'won':
      return worldAt('coves 1 network won');
    case 'lost':
      return lostFrom(worldAt(IN_PLAY));
    case 'told': {
      const world = worldAt('coves 5 Coves_5_After 1');
      return { ...world, mode: 'over', game: { ...world.game, endings: { coves: 'concord' } } };
    }
    case 'line in the Sphere':
      return worldAt('place record_room');
    case 'network in the Sphere':
      return worldAt('sphere 0 Prologue');
  }
}

/** Nobody lays a hand on it any more. */
function lostFrom(world: World): World {
  const copy = copyWorld(world);
  while (copy.mode === 'network') step(content, copy, []);
  return copy;
}

/** The page without a World yet; from the first step on it moves only by steps. */
export async function open(page: Page, settings: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await page.addInitScript(
    (text) => localStorage.setItem('syntony.settings', text),
    JSON.stringify({ version: 1, set: settings }),
  );
  await page.goto('/?e2e');
  await page.waitForSelector('.backdrop canvas', { state: 'attached' });
  await page.waitForFunction(() => typeof window.syntony?.state === 'function');
  await settle(page);
}

/** As if the run had begun just here: it brings no log, so what is kept of it must not ask for one. */
export async function stand(page: Page, world: World): Promise<void> {
  const plain = { ...world, tick: 0, shownAt: 0, network: world.network === null ? null : [...world.network] };
  // as text: its type is too deep to be followed through the page's own
  await page.evaluate((text) => window.syntony.stand(JSON.parse(text)), JSON.stringify(plain));
}

export async function goTo(page: Page, screen: ScreenName, frames?: number): Promise<void> {
  await page.evaluate(() => window.syntony.open('nothing'));
  if (screen !== 'title') await stand(page, worldOn(screen));
  else if ((await page.locator('.page.title').count()) === 0) {
    await page.evaluate(() => window.syntony.open('paused'));
    await page.locator('[data-leave]').click();
  }
  await settle(page, frames);
}

/** Flats have slid, letters are there, and what waits before it takes a press has waited. */
export async function settle(page: Page, frames = 12): Promise<void> {
  await page.evaluate(async (count) => {
    await document.fonts.ready;
    for (let k = 0; k < count; k++) window.syntony.step(0, 60);
    // sizes are told after a frame of the browser's own
    await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
    window.syntony.step(0, 1);
    // colours that fade from one to the next have come there
    const fading = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(fading.map((one) => one.finished));
  }, frames);
}
