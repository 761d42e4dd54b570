// Nothing on the picture flashes as WCAG 2.3.1 forbids, with the settings as they are at first and everything drawn: frames
// stepped by the page's own clock, thirty to the second, put through the flash meter.
import { expect } from '@playwright/test';
import { reader } from '../../src/core/bots/reader.ts';
import type { EventKind } from '../../src/core/network/vocabulary.ts';
import type { Action } from '../../src/core/run/actions.ts';
import { step } from '../../src/core/run/step.ts';
import { copyWorld, type World } from '../../src/core/run/world.ts';
import { lightFlashes, MOST, redFlashes, type Film } from '../support/flash.ts';
import { RATE, record, spliced, TICKS_A_FRAME } from './support/film.ts';
import { test } from './support/page.ts';
import { content, goTo, open, settle, stand, worldAt } from './support/stands.ts';

// the window that the limits are said for; half the dots, for software draws them
test.use({ viewport: { width: 1024, height: 768 }, deviceScaleFactor: 0.5 });

const SEED = 5;
const NETWORKS = [1, 2, 3, 4, 5].map((act) => `coves ${act} network`);
const LONGEST = 330 * RATE;

interface Reel {
  readonly from: World;
  readonly acts: readonly (Action | null)[];
}
interface Played {
  /** Before each frame. */
  readonly worlds: readonly World[];
  readonly acts: readonly (Action | null)[];
  readonly events: readonly (readonly EventKind[])[];
}

/** As the page will play it: an act at most before each frame. */
function played(name: string, by: 'sensible' | 'idle'): Played {
  const world = copyWorld(worldAt(name));
  const bot = reader(SEED, by);
  const worlds: World[] = [];
  const acts: (Action | null)[] = [];
  const events: EventKind[][] = [];
  for (let frame = 0; frame < LONGEST && world.mode === 'network'; frame++) {
    worlds.push(copyWorld(world));
    const act = bot.act(content, world);
    acts.push(act);
    const heard: EventKind[] = [];
    for (let k = 0; k < TICKS_A_FRAME; k++)
      step(content, world, k === 0 && act !== null ? [act] : [], (event) => heard.push(event));
    events.push(heard);
  }
  return { worlds, acts, events };
}

function reel({ worlds, acts }: Played, from: number, frames: number): Reel {
  const at = Math.max(0, Math.min(from, worlds.length - 1));
  return { from: worlds[at], acts: Array.from({ length: frames }, (_, k) => acts[at + k] ?? null) };
}

/** The first of this kind, with a little of what came before. */
function reelOf(all: readonly Played[], kind: EventKind, frames: number): Reel {
  for (const one of all) {
    const at = one.events.findIndex((heard) => heard.includes(kind));
    if (at >= 0) return reel(one, at - 12, frames);
  }
  throw new Error(`in no network of the Coves is anything ${kind}`);
}

/** Where most happens in so many frames, of all the networks. */
function busiest(all: readonly Played[], frames: number): Reel {
  let best = { many: -1, one: all[0], at: 0 };
  for (const one of all)
    for (let at = 0; at + frames < one.events.length; at += 6) {
      const many = one.events.slice(at, at + frames).flat().length;
      if (many > best.many) best = { many, one, at };
    }
  return reel(best.one, best.at, frames);
}

function expectCalm(film: Film, what: string): void {
  const light = lightFlashes(film);
  const red = redFlashes(film);
  test.info().annotations.push({
    type: what,
    description: `most flashes in a second: light ${light.most}, red ${red.most}; share over three: ${light.share}, ${red.share}`,
  });
  // a picture that was never read would be calm as well
  expect(new Set(film.frames.map((one) => Buffer.from(one).toString('base64'))).size, what).toBeGreaterThan(3);
  expect(light.share, `${what}: light`).toBeLessThanOrEqual(MOST);
  expect(red.share, `${what}: saturated red`).toBeLessThanOrEqual(MOST);
}

const EVERYTHING = { quality: 'high' };

test('no network of the Coves flashes: at its worst, when it strikes, when people come, won or lost', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const all = NETWORKS.map((name) => played(name, 'sensible'));
  const left = NETWORKS.map((name) => played(name, 'idle'));
  const reels: Readonly<Record<string, Reel>> = {
    'the busiest three seconds': busiest([...all, ...left], 3 * RATE),
    'a hazard strikes': reelOf(left, 'hazardStruck', 2 * RATE),
    'people arrive': reelOf(left, 'joined', 2 * RATE),
    'a win': reelOf(all, 'won', 2.5 * RATE),
    'a loss': reelOf(left, 'lost', 2.5 * RATE),
  };
  await open(page, EVERYTHING);
  for (const [name, { from, acts }] of Object.entries(reels)) {
    await stand(page, from);
    await settle(page);
    expectCalm(await record(page, acts.length, { acts }), name);
  }
});

test('nor does the title, the Sphere, nor what stands between one place and the next', async ({ page }) => {
  test.setTimeout(240_000);
  await open(page, EVERYTHING);
  expectCalm(await record(page, RATE), 'the title');
  await goTo(page, 'hub');
  expectCalm(await record(page, RATE), 'the Sphere');
  const films: Film[] = [];
  for (const place of ['place record_room', 'coves 1 Coves_1_Opens 1', 'place tide_steps', 'coves 2 network']) {
    await stand(page, worldAt(place));
    films.push(await record(page, RATE));
  }
  expectCalm(spliced(...films), 'from place to place');
});
