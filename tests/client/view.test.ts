import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Picture } from '../../src/client/picture.ts';
import { hubPlaces, REGIONS } from '../../src/client/view/globe.ts';
import { Effects } from '../../src/client/view/effects.ts';
import { isBeforeCity, REGION_STATES, sceneryKey, type Look } from '../../src/client/view/look.ts';
import { Mesh } from '../../src/client/view/mesh.ts';
import { Pen } from '../../src/client/view/pen.ts';
import { Pacing } from '../../src/client/view/quality.ts';
import { Brush, type Composition } from '../../src/client/view/scenery/brush.ts';
import { compose } from '../../src/client/view/scenery/index.ts';
import { tonesOf } from '../../src/client/view/scenery/tones.ts';
import { buildNetwork } from '../../src/core/network/build.ts';
import { compileLevel } from '../../src/core/network/compile.ts';
import { OUTCOME } from '../../src/core/network/layout.ts';
import { OUTCOMES } from '../../src/core/network/vocabulary.ts';
import { CITIES } from '../../src/core/run/cast.ts';
import { ENDINGS } from '../../src/core/run/cues.ts';
import { PLACES } from '../../src/core/run/places.ts';

const LOOK: Look = { screen: 'scene', city: 'coves', place: '', act: 1, coherence: 1 };

function ringOf(people: number) {
  return buildNetwork(
    compileLevel({
      id: 'test/ring',
      title: 'A ring',
      hint: '',
      limit: 60,
      groups: [{ name: 'ring', people, bonds: people }],
      goal: { kind: 'unison' },
      tools: ['tune'],
    }),
    1,
  );
}

// ------------------------------------------------------------------------------------------------ scenery

/** What a browser would throw at, or draw nowhere: numbers that are none, circles of less than nothing, stops outside a ramp. */
function strictCanvas(faults: string[]): { context: CanvasRenderingContext2D; drawn: () => number } {
  let drawn = 0;
  const gradient = {
    addColorStop(at: number, colour: string) {
      if (!(at >= 0 && at <= 1)) faults.push(`a stop at ${at}`);
      if (colour.includes('NaN') || /,-|,[0-9.]*e/.test(colour)) faults.push(`the colour ${colour}`);
    },
  };
  const radii: Readonly<Record<string, readonly number[]>> = {
    arc: [2],
    ellipse: [2, 3],
    createRadialGradient: [2, 5],
  };
  const held: Record<string | symbol, unknown> = { canvas: { width: 100, height: 100 } };
  const context = new Proxy(held, {
    get(target, name) {
      if (name in target) return target[name];
      return (...given: unknown[]) => {
        if (['fill', 'stroke', 'fillRect'].includes(String(name))) drawn++;
        for (const one of given)
          if (typeof one === 'number' && !Number.isFinite(one)) faults.push(`${String(name)}(${given.join(', ')})`);
        for (const at of radii[String(name)] ?? [])
          if ((given[at] as number) < 0) faults.push(`${String(name)} with a radius of ${String(given[at])}`);
        if (String(name) === 'createImageData') return { data: new Uint8ClampedArray(160 * 160 * 4) };
        return String(name).startsWith('create') ? gradient : undefined;
      };
    },
    set(target, name, value) {
      if (typeof value === 'number' && !Number.isFinite(value)) faults.push(`${String(name)} = ${value}`);
      target[name] = value;
      return true;
    },
  });
  return { context: context as unknown as CanvasRenderingContext2D, drawn: () => drawn };
}

const LOOKS: readonly (readonly [name: string, look: Look])[] = [
  ...PLACES.flatMap(({ id, city }) =>
    [0, 3, 4, 5].map((act) => [`${id} in act ${act}`, { ...LOOK, place: id, city, act }] as const),
  ),
  ...CITIES.map((city) => [`${city} from afar`, { ...LOOK, city }] as const),
  ...ENDINGS.map((ending) => [`the end, ${ending}`, { ...LOOK, screen: 'ending', ending, act: 5 }] as const),
  ...REGION_STATES.map(
    (state) =>
      [
        `the hub, ${state}`,
        { ...LOOK, screen: 'hub', city: 'sphere', regions: REGIONS.map((city) => ({ city, state })) },
      ] as const,
  ),
  ['the title', { ...LOOK, screen: 'title', city: 'sphere' }],
];

describe('the scenery', () => {
  const before = (globalThis as { document?: unknown }).document;
  beforeAll(() => {
    (globalThis as { document?: unknown }).document = {
      createElement: () => ({ getContext: () => strictCanvas([]).context }),
    };
  });
  afterAll(() => {
    (globalThis as { document?: unknown }).document = before;
  });

  it.each(LOOKS)('%s is painted in wide and high windows, without a number that is none', (_, look) => {
    const { flats, tones } = compose(look);
    for (const box of [
      { l: -830, r: 830, t: -30, b: 930 },
      { l: -410, r: 410, t: -200, b: 1560 },
      { l: -450, r: 1220, t: -30, b: 930 },
    ])
      for (const flat of flats) {
        const faults: string[] = [];
        const { context, drawn } = strictCanvas(faults);
        flat.paint(new Brush(context, box, tones, 3));
        expect(faults).toEqual([]);
        expect(drawn()).toBeGreaterThan(0);
      }
  });

  it('has a composition of its own for every place that a script may name', () => {
    const shown = PLACES.map(({ id, city }) => prints(compose({ ...LOOK, place: id, city })));
    shown.push(prints(compose(LOOK)));
    expect(new Set(shown).size).toBe(PLACES.length + 1);
  });

  it('knows which looks are the same picture', () => {
    const key = sceneryKey({ ...LOOK, place: 'kiln' });
    expect(sceneryKey({ ...LOOK, place: 'kiln', coherence: 0.2 })).toBe(key);
    expect(sceneryKey({ ...LOOK, place: 'kiln', act: 2 })).not.toBe(key);
    expect(sceneryKey({ ...LOOK, place: 'kiln', screen: 'network' })).not.toBe(key);
    const map = sceneryKey({ ...LOOK, place: 'tide_steps', screen: 'round' });
    expect(sceneryKey({ ...LOOK, place: 'tide_steps', screen: 'network' })).toBe(map);
    // a scene has words beside it
    expect(sceneryKey({ ...LOOK, place: 'tide_steps' })).not.toBe(map);
  });

  it('plays no network of the light city in a dark room', () => {
    const look: Look = { ...LOOK, place: 'kiln', screen: 'network' };
    expect(isBeforeCity(look)).toBe(true);
    expect(prints(compose(look))).toBe(prints(compose({ ...LOOK, screen: 'network' })));
  });

  it('goes through an hour of its own in every act, and between two acts lies between them', () => {
    const acts = [1, 2, 3, 4, 5].map((act) => tonesOf('coves', act));
    expect(new Set(acts.map((one) => one.sky.join())).size).toBe(5);
    const [low, high] = [acts[0].sun[1], acts[1].sun[1]];
    expect(tonesOf('coves', 1.5).sun[1]).toBeCloseTo((low + high) / 2);
  });
});

function prints({ flats }: Composition): string {
  return flats.map((one) => one.paint.toString()).join('\n');
}

describe('hubPlaces', () => {
  it.each([
    [1280, 720],
    [1920, 1080],
    [390, 844],
    [320, 568],
  ])('lie inside a window of %i × %i, west to east, clear of one another', (width, height) => {
    const places = hubPlaces(width, height);
    const all = REGIONS.map((city) => places[city]);
    all.forEach((at, k) => {
      expect(at.x - at.width / 2).toBeGreaterThanOrEqual(0);
      expect(at.x + at.width / 2).toBeLessThanOrEqual(width);
      expect(at.y - at.height / 2).toBeGreaterThanOrEqual(0);
      expect(at.y + at.height / 2).toBeLessThanOrEqual(height);
      if (k > 0) expect(at.x - at.width / 2).toBeGreaterThanOrEqual(all[k - 1].x + all[k - 1].width / 2 - 0.01);
    });
  });
});

// ------------------------------------------------------------------------------------------------ what moves

describe('effects', () => {
  it('turn a ring into what it is not over no less than 400 ms', () => {
    const effects = new Effects();
    effects.advance(1000);
    expect(effects.moodOf(0, 'free')).toMatchObject({ to: 'free', t: 1 });
    const seen = [0, 100, 200, 300, 399].map((ms) => {
      effects.advance(1000 + ms);
      return effects.moodOf(0, 'fractured').t;
    });
    expect(seen[0]).toBe(0);
    for (let k = 1; k < seen.length; k++) expect(seen[k]).toBeGreaterThan(seen[k - 1]);
    expect(seen[4]).toBeLessThan(1);
    effects.advance(1500);
    expect(effects.moodOf(0, 'fractured')).toMatchObject({ from: 'free', to: 'fractured', t: 1 });
  });

  it('squash by .92 and 1.06 within 180 ms, and not at all where nothing need move', () => {
    const net = ringOf(4);
    const effects = new Effects();
    effects.advance(500);
    effects.heard(net, 'toolUsed', 0, 2);
    const widths = Array.from({ length: 19 }, (_, k) => {
      effects.advance(500 + k * 10);
      return effects.squashOf(2);
    });
    expect(Math.min(...widths)).toBeCloseTo(0.92, 1);
    expect(Math.max(...widths)).toBeCloseTo(1.06, 1);
    expect(widths.at(-1)).toBe(1);
    expect(effects.squashOf(1)).toBe(1);
    const calm = new Effects();
    calm.isCalm = true;
    calm.heard(net, 'toolUsed', 0, 2);
    calm.advance(70);
    expect(calm.squashOf(2)).toBe(1);
  });

  it('hold a joined hand for no more than a moment', () => {
    const net = ringOf(4);
    const effects = new Effects();
    effects.advance(100);
    net.s[net.rules.layout.phase + 1] = 1000;
    effects.heard(net, 'toolUsed', 0, 1);
    effects.advance(140);
    expect(effects.phaseOf(1, 90_000)).toBe(1000);
    effects.advance(210);
    expect(effects.phaseOf(1, 90_000)).toBe(90_000);
  });

  it('let a win bloom once, over no less than 400 ms', () => {
    const net = ringOf(4);
    const effects = new Effects();
    effects.advance(1000);
    expect(effects.bloomOf(net)).toBe(0);
    net.s[OUTCOME] = OUTCOMES.indexOf('won');
    effects.heard(net, 'won', 0, 0);
    effects.advance(1400);
    expect(effects.bloomOf(net)).toBeLessThan(1);
    effects.advance(2000);
    expect(effects.bloomOf(net)).toBe(1);
  });

  it('shake by four pixels at most, and never where that is not wished', () => {
    const net = ringOf(4);
    const [wild, still] = [new Effects(), new Effects()];
    still.shakes = false;
    for (const one of [wild, still]) for (let k = 0; k < 5; k++) one.heard(net, 'bondSnapped', 0, 1);
    let far = 0;
    for (let ms = 0; ms < 1000; ms += 7) {
      for (const one of [wild, still]) one.advance(ms);
      far = Math.max(far, Math.abs(wild.shift.x), Math.abs(wild.shift.y));
      expect(Math.hypot(still.shift.x, still.shift.y)).toBe(0);
    }
    expect(far).toBeGreaterThan(1);
    expect(far).toBeLessThanOrEqual(4);
  });
});

describe('the lit face of a ring', () => {
  it.each([
    [8, 29],
    [12, 24],
  ])('of %i people is %i pixels at most, in any window', (people, most) => {
    const net = ringOf(people);
    for (const [width, height] of [
      [1240, 560],
      [1900, 900],
      [382, 520],
    ])
      expect(new Picture(net, width, height).radius).toBeLessThanOrEqual(most);
  });
});

describe('Pacing', () => {
  const run = (pacing: Pacing, ms: number): void => {
    for (let k = 0; k < 121; k++) pacing.frame((at += ms));
  };
  let at = 0;

  it('gives up bloom, then what floats, then what leans, and no more', () => {
    const pacing = new Pacing();
    const seen: unknown[] = [];
    for (let k = 0; k < 5; k++) {
      seen.push([pacing.blooms, pacing.floats, pacing.leans, pacing.name]);
      run(pacing, 40);
    }
    expect(seen).toEqual([
      [true, true, true, 'high'],
      [false, true, true, 'middle'],
      [false, false, true, 'middle'],
      [false, false, false, 'low'],
      [false, false, false, 'low'],
    ]);
  });

  it('gives up nothing while frames are in time, nor for a tab that was away', () => {
    const pacing = new Pacing();
    for (let k = 0; k < 5; k++) {
      run(pacing, 16);
      pacing.frame((at += 9000));
    }
    expect(pacing.name).toBe('high');
  });

  it('does as it is told', () => {
    const pacing = new Pacing();
    pacing.quality = 'low';
    expect([pacing.blooms, pacing.floats, pacing.leans]).toEqual([false, false, false]);
    pacing.quality = 'high';
    run(pacing, 60);
    expect(pacing.name).toBe('high');
  });
});

/** How many corners a drawing takes, and where they lie. */
function drawing(draw: (pen: Pen) => void): { corners: number; furthest: number } {
  const mesh = new Mesh();
  const corners: [number, number][] = [];
  const place = mesh.corner.bind(mesh);
  mesh.corner = (x, y, colour) => {
    corners.push([x, y]);
    place(x, y, colour);
  };
  draw(new Pen(mesh).area0(10, 20, 2));
  return { corners: corners.length, furthest: Math.max(...corners.map(([x, y]) => Math.hypot(x, y))) };
}

describe('Pen', () => {
  it('breaks a line where the dash says, and lets it travel', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 99, y: 0 },
    ];
    const solid = drawing((pen) => pen.style(2, 0).dashed(points, null)).corners;
    const dashed = drawing((pen) => pen.style(2, 0).dashed(points, [10, 10])).corners;
    expect(dashed).toBe(solid * 5);
    expect(drawing((pen) => pen.style(2, 0).dashed(points, [10, 10], 15)).corners).toBe(solid * 5);
    expect(drawing((pen) => pen.style(2, 0).dashed(points, [10, 10], 5)).corners).toBe(solid * 6);
  });

  it('draws in the area it was given, in dots of the screen', () => {
    const { furthest } = drawing((pen) => pen.disc({ x: 0, y: 0 }, 5, 0));
    expect(furthest).toBeGreaterThan(Math.hypot(20, 40));
    expect(furthest).toBeLessThan(Math.hypot(20, 40) + 5 * 2 + 2);
  });

  it('draws no share of a ring that is none', () => {
    expect(drawing((pen) => pen.style(2, 0).ring({ x: 0, y: 0 }, 9, null, 0)).corners).toBe(0);
  });
});
