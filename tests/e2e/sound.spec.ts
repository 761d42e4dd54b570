// What is heard, measured: the game's own sound rendered in a browser, because only a browser has the instruments. The page is
// an empty one that tests/support/sound-harness.ts is put into; nothing of it ships.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test as base, type Page } from '@playwright/test';
import { build } from 'vite';
import { CITY_ROWS } from '../../src/client/audio/cities.ts';
import { PIECES } from '../../src/client/audio/music/pieces.ts';
import { attackOf, VOICE_IDS } from '../../src/client/audio/synth/voices.ts';
import type { Level } from '../../src/core/network/level.ts';
import { CITIES } from '../../src/core/run/cast.ts';
import type { Harness } from '../support/sound-harness.ts';

const ROOT = join(dirname(), '..', '..');
const NAMES = ['C', 'D♭', 'D', 'E♭', 'E', 'F', 'G♭', 'G', 'A♭', 'A', 'B♭', 'B'];

function dirname(): string {
  return fileURLToPath(new URL('.', import.meta.url));
}

const test = base.extend<{ stage: Page }, { code: string }>({
  code: [
    // oxlint-disable-next-line no-empty-pattern -- what Playwright asks of a fixture that needs none
    async ({}, use) => {
      const out = await build({
        configFile: false,
        logLevel: 'error',
        build: {
          write: false,
          minify: false,
          lib: { entry: join(ROOT, 'tests/support/sound-harness.ts'), formats: ['iife'], name: 'sound' },
        },
      });
      const [first] = Array.isArray(out) ? out : [out];
      if (!('output' in first)) throw new Error('the build watches');
      await use(first.output[0].code);
    },
    { scope: 'worker' },
  ],
  stage: async ({ page, code }, use) => {
    await page.goto('about:blank');
    await page.addScriptTag({ content: code });
    await use(page);
  },
});

// two cores, shared: rendering is faster than time, but not by much
test.setTimeout(120_000);

function level(id: string): Level {
  return JSON.parse(readFileSync(join(ROOT, 'levels', `${id}.json`), 'utf8')) as Level;
}

/** The pitch classes that are heard: at least a tenth as strong as the strongest. */
function heard(classes: readonly number[], least = 0.1): string[] {
  const most = Math.max(...classes);
  return NAMES.filter((_, k) => classes[k] >= most * least);
}

function power(of: readonly number[]): number {
  return of.reduce((sum, x) => sum + x * x, 0);
}

/** How much of what is heard, as power, is of these. */
function shareOf(classes: readonly number[], names: readonly string[]): number {
  return power(classes.filter((_, k) => names.includes(NAMES[k]))) / power(classes);
}

const FIVE = ['C', 'D', 'F', 'G', 'A'];
/** What each piece may sound of: what is not in it is at least 20 dB down. */
const OF: Readonly<Record<keyof typeof PIECES, readonly string[]>> = {
  sphere_morning: ['C', 'D', 'E', 'G♭', 'G', 'A', 'B'],
  sphere_hub: ['C', 'D', 'E', 'G♭', 'G', 'A', 'B'],
  record: ['C', 'D', 'E', 'G♭', 'G', 'A', 'B'],
  plaza_dark: ['C', 'D', 'E', 'G♭', 'G', 'A♭', 'B'],
  coves_morning: FIVE,
  coves_whispers: ['D', 'F', 'G', 'A'],
  coves_court: FIVE,
  coves_quiet: FIVE,
  coves_assembly: FIVE,
  coves_unison: ['F'],
  coves_concord: FIVE,
  coves_fracture: [...FIVE, 'B♭'],
};

for (const id of Object.keys(PIECES) as (keyof typeof PIECES)[]) {
  test(`the music ${id} is as loud as the others, never too loud, and in its own key`, async ({ stage }) => {
    const found = await stage.evaluate((piece) => window.harness.piece(piece, 34), id);
    expect(found.broken).toBe(0);
    expect(found.lufs).toBeGreaterThan(-20);
    expect(found.lufs).toBeLessThan(-16);
    // nothing in it startles
    expect(found.momentary).toBeLessThan(found.lufs + 8);
    expect(found.peak).toBeLessThan(-1);
    expect(found.most).toBeLessThanOrEqual(16);
    expect(found.stolen).toBe(0);
    expect(heard(found.classes).filter((one) => !OF[id].includes(one))).toEqual([]);
    expect(found.width).toBeGreaterThan(0.05);
  });
}

test('the whole theme has the note that the whispers lack, and fracture one of its own', async ({ stage }) => {
  const classes = async (id: string): Promise<string[]> =>
    heard((await stage.evaluate((piece) => window.harness.piece(piece, 24), id)).classes, 0.12);
  expect(await classes('coves_assembly')).toEqual(FIVE);
  expect(await classes('coves_whispers')).not.toContain('C');
  expect(await classes('coves_fracture')).toContain('B♭');
});

test('a piece is the same twice', async ({ stage }) => {
  const { apart, most } = await stage.evaluate(() => window.harness.twice('coves_concord', 8));
  expect(most).toBeGreaterThan(0.1);
  // sums of floats in another order, and no more: below what 16 bits can tell
  expect(apart).toBeLessThan(2 ** -16);
});

test('one piece fades into another without a hole or a bump', async ({ stage }) => {
  const found = await stage.evaluate(() => window.harness.crossfade('coves_assembly', 'coves_unison', 8, 16));
  expect(found.broken).toBe(0);
  expect(found.peak).toBeLessThan(-1);
  const [least, most] = [Math.min(...found.seconds.slice(2, 15)), Math.max(...found.seconds.slice(2, 15))];
  expect(most - least).toBeLessThan(12);
});

test('every cue is heard, none is louder than a shout, and all of them end', async ({ stage }) => {
  const ids = await stage.evaluate(() => window.harness.EFFECT_IDS);
  expect(ids.length).toBeGreaterThan(50);
  for (const id of ids) {
    const found = await stage.evaluate((effect) => window.harness.effect(effect, 'coves'), id);
    expect([id, found.broken]).toEqual([id, 0]);
    expect(found.peak, id).toBeLessThan(-1);
    expect(found.momentary, id).toBeLessThan(-12);
    expect(found.momentary, id).toBeGreaterThan(-38);
  }
});

test('music gives way by 6 dB while something must be heard, and comes back', async ({ stage }) => {
  const [plain, ducked] = await stage.evaluate(async () => [
    await window.harness.piece('coves_unison', 14),
    await window.harness.piece('coves_unison', 14, { duck: [6, 3] }),
  ]);
  const less = ducked.seconds.map((x, k) => x - plain.seconds[k]);
  expect(less[4]).toBeCloseTo(0, 1);
  // the room goes on for a moment
  expect(less[8]).toBeLessThan(-5.5);
  expect(less[8]).toBeGreaterThan(-6.5);
  expect(less[12]).toBeGreaterThan(-0.3);
});

test('volumes, mute and mono do what they say', async ({ stage }) => {
  const play = (settings: object): ReturnType<Harness['piece']> =>
    stage.evaluate((with_) => window.harness.piece('coves_morning', 8, { settings: with_ }), settings);
  const all = await play({});
  const half = await play({ music: 50 });
  const master = await play({ master: 50 });
  expect(half.lufs - all.lufs).toBeCloseTo(-12, 0);
  expect(master.lufs - all.lufs).toBeCloseTo(-12, 0);
  expect((await play({ effects: 0, interface: 0, score: 0 })).lufs).toBeCloseTo(all.lufs, 1);
  expect(Math.max(...(await play({ muted: true })).seconds.slice(2))).toBeLessThan(-90);
  const mono = await play({ mono: true });
  expect(all.width).toBeGreaterThan(0.1);
  expect(mono.width).toBeLessThan(1e-6);
  expect(Math.abs(mono.lufs - all.lufs)).toBeLessThan(4);
});

test('every voice is heard when it was told to be', async ({ stage }) => {
  for (const voice of VOICE_IDS) {
    const notes = [57, 64, 69, 76].map((pitch, k) => ({ voice, pitch, loud: 0.6, pan: 0, at: 0.5 + k * 4.2 }));
    const found = await stage.evaluate((all) => window.harness.onsets(all, 18), notes);
    notes.forEach(({ at }, k) => {
      // the limiter looks ahead by 6 ms, and a slow voice comes slowly
      expect(found[k] - at, voice).toBeGreaterThan(0);
      expect(found[k] - at, voice).toBeLessThan(0.015 + attackOf(voice));
    });
  }
});

for (const city of CITIES) {
  test(`a network in ${city}: apart it is a bare fifth, together the whole row, and danger is not louder`, async ({
    stage,
  }) => {
    const stand = (together: boolean, danger: number) =>
      stage.evaluate((options) => window.harness.standing(options.level, options), {
        level: level('training/03'),
        together,
        danger,
        city,
        seconds: 12,
      });
    const { root, pitches } = CITY_ROWS[city];
    const names = (degrees: readonly number[]): string[] =>
      NAMES.filter((_, k) => degrees.includes((k - (root % 12) + 12) % 12));
    const apart = await stand(false, 0);
    const whole = await stand(true, 0);
    const near = await stand(true, 1);
    for (const one of [apart, whole, near]) {
      expect(one.broken).toBe(0);
      expect(one.peak).toBeLessThan(-1);
      expect(one.most).toBeLessThanOrEqual(16);
    }
    expect(shareOf(apart.classes, names([0, 7]))).toBeGreaterThan(0.85);
    expect(heard(apart.classes, 0.08)).toEqual(expect.arrayContaining(names([0, 7])));
    const row = [...new Set(pitches.map((pitch) => (pitch - root + 24) % 12))];
    expect(shareOf(whole.classes, names(row))).toBeGreaterThan(0.95);
    const third = names(row.filter((one) => one === 3 || one === 4));
    expect(third).toHaveLength(1);
    expect(heard(whole.classes, 0.08)).toEqual(expect.arrayContaining([...names([0, 7]), ...third]));
    expect(shareOf(whole.classes, third)).toBeGreaterThan(2 * shareOf(apart.classes, third));
    expect(whole.lufs).toBeGreaterThan(apart.lufs + 2);
    expect(near.lufs).toBeLessThan(whole.lufs);
  });

  test(`a network in ${city}, played to its end, keeps its loudness`, async ({ stage }) => {
    const found = await stage.evaluate((options) => window.harness.network(options.level, options), {
      level: level('training/03'),
      seed: 3,
      seconds: 14,
      after: 4,
      city,
    });
    expect(found.broken).toBe(0);
    expect(found.peak).toBeLessThan(-1);
    expect(found.most).toBeLessThanOrEqual(16);
    expect(found.lufs).toBeGreaterThan(-20);
    expect(found.lufs).toBeLessThan(-16);
    // it was out of tune, and came into tune, and that is heard
    expect(found.coherence[2]).toBeLessThan(0.5);
    expect(found.outcome).toBe(1);
    const late = found.coherence.findIndex((one) => one > 0.88);
    expect(late).toBeGreaterThan(4);
    expect(Math.max(...found.seconds.slice(late, late + 4))).toBeGreaterThan(Math.max(...found.seconds.slice(1, 4)));
  });
}

test('in a page it is running, sounds when told to, and is silent when muted or hidden', async ({ stage }) => {
  const loud = await stage.evaluate(async () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- what runs in the page has only what it brings
    const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
    const said: string[] = [];
    const sound = await window.harness.openSound((text) => said.push(text));
    sound.unlock();
    await wait(300);
    const state = sound.state;
    const ear = window.harness.listen();
    const silent = ear();
    sound.cue('tram_bell');
    sound.scene('coves_morning');
    await wait(2500);
    const music = ear();
    const all = { master: 100, music: 100, score: 100, effects: 100, interface: 100, mono: false, captions: true };
    sound.settings({ ...all, muted: true });
    await wait(1500);
    const off = sound.state;
    sound.settings({ ...all, muted: false });
    await wait(1800);
    const back = [sound.state, ear()] as const;
    sound.hidden(true);
    await wait(1500);
    const hidden = sound.state;
    sound.hidden(false);
    await wait(1800);
    const shown = [sound.state, ear()] as const;
    sound.close();
    await wait(600);
    return { state, silent, music, said, off, back, hidden, shown, closed: sound.state };
  });
  expect(loud.state).toBe('running');
  expect(loud.silent).toBe(0);
  expect(loud.music).toBeGreaterThan(0.02);
  expect(loud.said).toEqual(['a tram bell', '♪ slow and open']);
  expect([loud.off, loud.hidden, loud.closed]).toEqual(['off', 'locked', 'off']);
  expect(loud.back).toEqual(['running', expect.any(Number)]);
  expect(loud.back[1]).toBeGreaterThan(0.01);
  expect(loud.shown).toEqual(['running', expect.any(Number)]);
  expect(loud.shown[1]).toBeGreaterThan(0.01);
});
