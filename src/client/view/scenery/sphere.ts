// The Living Trust Sphere: a globe of glass with five cities in it. From outside, from its gate, from within.
// Long because a place is drawn stroke by stroke and its places share one globe: no function here asks another place's.

import type { City } from '../../../core/run/cast.ts';
import { GLOBE, MERIDIANS, regionAt, REGIONS } from '../globe.ts';
import type { Region, RegionState } from '../look.ts';
import { Brush, css, dice, mix, type Composition, type Tones } from './brush.ts';
import { cityAfar, nightSky, SKYLINES } from './cities.ts';
import { arch, boards, figure, lamp } from './forms.ts';
import { tonesOf } from './tones.ts';

/** A gore: between two meridians, from pole to pole. */
function gore(b: Brush, x: number, y: number, r: number, from: number, to: number): void {
  const { c } = b;
  c.beginPath();
  const steps = 40;
  for (let k = 0; k <= steps; k++) {
    const a = (k / steps - 0.5) * Math.PI;
    const [px, py] = [x + from * r * Math.cos(a), y + r * Math.sin(a)];
    if (k === 0) c.moveTo(px, py);
    else c.lineTo(px, py);
  }
  for (let k = steps; k >= 0; k--) {
    const a = (k / steps - 0.5) * Math.PI;
    c.lineTo(x + to * r * Math.cos(a), y + r * Math.sin(a));
  }
  c.closePath();
}

function globe(b: Brush, x: number, y: number, r: number, regions: readonly Region[]): void {
  const { c, tones } = b;
  b.glow(x, y, r * 1.75, tones.rim, 0.34);
  b.disc(x, y, r * 1.02, css(tones.dark));
  REGIONS.forEach((city, k) => {
    const state = regions.find((one) => one.city === city)?.state ?? 'shut';
    b.inside(
      () => gore(b, x, y, r * 0.985, MERIDIANS[k] + 0.012, MERIDIANS[k + 1] - 0.012),
      () => region(b, city, state, x, y, r, k),
    );
  });
  // glass: shade at the rim, and the light of a window on it
  b.disc(
    x,
    y,
    r,
    b.rad(
      x - r * 0.2,
      y - r * 0.24,
      r * 1.26,
      [0, tones.key, 0],
      [0.62, tones.dark, 0],
      [0.86, tones.dark, 0.5],
      [1, tones.dark, 0.82],
    ),
  );
  c.save();
  c.globalCompositeOperation = 'screen';
  b.glow(x - r * 0.42, y - r * 0.52, r * 0.5, 0xffffff, 0.3, r * 0.34);
  b.ring(x, y, r * 0.93, r * 0.02, css(0xffffff, 0.4), r * 0.93, Math.PI * 1.08, Math.PI * 1.46);
  b.ring(x, y, r * 0.95, r * 0.012, css(tones.rim, 0.5), r * 0.95, Math.PI * 0.1, Math.PI * 0.4);
  c.restore();
  // brass: meridians and two bands
  for (const cut of MERIDIANS) {
    c.beginPath();
    for (let k = 0; k <= 40; k++) {
      const a = (k / 40 - 0.5) * Math.PI;
      c.lineTo(x + cut * r * Math.cos(a), y + r * Math.sin(a));
    }
    c.lineWidth = r * 0.022;
    c.strokeStyle = css(mix(tones.cloth[0], tones.dark, 0.4));
    c.stroke();
    c.lineWidth = r * 0.007;
    c.strokeStyle = css(tones.cloth[2], 0.9);
    c.stroke();
  }
  b.ring(
    x,
    y,
    r * 1.012,
    r * 0.026,
    b.lin(
      x - r,
      y - r,
      x + r,
      y + r,
      [0, mix(tones.cloth[2], 0xffffff, 0.4)],
      [0.5, tones.cloth[0]],
      [1, mix(tones.cloth[0], tones.dark, 0.6)],
    ),
  );
  for (const pole of [-1, 1]) b.disc(x, y + pole * r * 1.03, r * 0.045, css(tones.cloth[2]));
}

/** A city under glass. What became of it shows: dim, lit, one flat colour, many, or cracked. */
function region(
  b: Brush,
  city: Exclude<City, 'sphere'>,
  state: RegionState,
  x: number,
  y: number,
  r: number,
  k: number,
): void {
  const own = tonesOf(city, state === 'fracture' && city === 'coves' ? 3 : 2);
  const { c } = b;
  const at = x + regionAt(k).x * r * 0.96;
  const half = regionAt(k).half * r;
  const isLit = state !== 'shut';
  const inner = new Brush(c, { l: at - half * 1.15, r: at + half * 1.15, t: y - r, b: y + r }, own, 40 + k);
  const horizon = y + r * 0.3;
  if (state === 'unison') {
    // everything of one colour, and level
    const flat = mix(own.mid, own.fog, 0.4);
    inner.band(y - r, y + r, css(mix(flat, own.sky[2], 0.3)));
    for (let j = 0; j < 5; j++)
      inner.rect(
        at - half * 0.9 + j * half * 0.37,
        horizon - r * 0.3,
        half * 0.3,
        r * 0.3,
        css(mix(flat, own.near, 0.4)),
        half * 0.15,
      );
    inner.band(horizon, y + r, css(mix(flat, own.near, 0.3)));
  } else {
    inner.band(y - r, y + r, inner.lin(0, y - r, 0, horizon, [0, own.sky[0]], [0.6, own.sky[1]], [1, own.sky[2]]));
    inner.glow(at, horizon - r * 0.1, r * 0.5, own.key, 0.5);
    SKYLINES[city](inner, horizon, r * 0.25, 0.5);
    SKYLINES[city](inner, horizon + r * 0.12, r * 0.3, 0.1);
    inner.band(
      horizon + r * 0.12,
      y + r,
      inner.lin(0, horizon, 0, y + r, [0, own.mid], [0.3, own.near], [1, own.dark]),
    );
    inner.glints(at, horizon + r * 0.13, y + r * 0.8, half, own.rim, 0.4, 22);
  }
  if (state === 'concord')
    for (let j = 0; j < 26; j++) {
      const hue = [own.cloth[0], own.cloth[1], own.cloth[2], own.lamp, own.rim][j % 5];
      const [px, py] = [at + inner.between(-1, 1) * half * 0.8, horizon - inner.between(-0.25, 0.45) * r];
      inner.glow(px, py, r * 0.06, hue, 0.8);
      inner.disc(px, py, r * 0.011, css(mix(hue, 0xffffff, 0.4)));
    }
  if (state === 'fracture') {
    const roll = dice(k + 5);
    c.fillStyle = css(own.dark, 0.3);
    c.fillRect(at - half * 1.2, y - r, half * 2.4, r * 2);
    for (let j = 0; j < 9; j++) {
      const a = (j / 9) * 2 * Math.PI + roll();
      const points = [[at, y - r * 0.05] as const];
      for (let step = 1; step < 6; step++)
        points.push([
          at + Math.cos(a + (roll() - 0.5) * 0.9) * r * 0.15 * step,
          y - r * 0.05 + Math.sin(a + (roll() - 0.5) * 0.9) * r * 0.15 * step,
        ]);
      inner.line(points, r * 0.009, css(0xffffff, 0.8));
    }
  }
  if (!isLit) {
    c.fillStyle = css(b.tones.dark, 0.74);
    c.fillRect(at - half * 1.3, y - r, half * 2.6, r * 2);
  }
}

/** The hub: the globe over a dark floor, and its image in it. */
export function hubScreen(tones: Tones, regions: readonly Region[]): Composition {
  return {
    tones: { ...tones, sun: [-260, 120, 0.5] },
    air: 'dust',
    flats: [
      {
        near: 0,
        paint(b) {
          nightSky(b, 760, 160);
          b.grain();
        },
      },
      {
        near: 0.15,
        paint(b) {
          // the ribs of the hall
          for (let k = -7; k <= 7; k++) {
            const x = k * 190;
            b.c.beginPath();
            b.c.moveTo(x * 1.25, 1000);
            b.c.bezierCurveTo(x * 1.3, 420, x * 0.9, 60, x * 0.18, -260);
            b.c.lineWidth = 16;
            b.c.strokeStyle = css(mix(tones.near, tones.mid, 0.5), 0.6);
            b.c.stroke();
            b.c.lineWidth = 2;
            b.c.strokeStyle = css(tones.rim, 0.25);
            b.c.stroke();
          }
          b.band(856, b.b, css(tones.dark));
          b.disc(0, 860, 900, b.lin(0, 740, 0, 980, [0, mix(tones.mid, tones.fog, 0.3)], [1, tones.dark]), 130);
          b.ring(0, 860, 900, 3, css(tones.rim, 0.5), 130, Math.PI, 2 * Math.PI);
          for (const r of [700, 520, 340]) b.ring(0, 850, r, 2, css(tones.cloth[2], 0.3), r * 0.14);
          b.glow(0, 830, 420, tones.key, 0.4, 70);
        },
      },
      {
        near: 0.3,
        paint(b) {
          // the stand
          b.poly(
            [
              [-70, 820],
              [70, 820],
              [34, 742],
              [-34, 742],
            ],
            b.lin(-70, 0, 70, 0, [0, tones.cloth[2]], [0.4, tones.cloth[0]], [1, mix(tones.cloth[0], tones.dark, 0.7)]),
          );
          b.disc(0, 822, 110, css(mix(tones.cloth[0], tones.dark, 0.4)), 24);
          b.ring(0, 818, 106, 3, css(tones.cloth[2], 0.9), 22);
          globe(b, GLOBE.x, GLOBE.y, GLOBE.r, regions);
        },
      },
    ],
  };
}

/** The title: the globe comes up out of the tide like a sun, and the word stands over it. */
export function titleScreen(tones: Tones, regions: readonly Region[]): Composition {
  const lit = regions.length > 0 ? regions : REGIONS.map((city) => ({ city, state: 'open' as const }));
  const dawn: Tones = { ...tones, sky: [0x0b1626, 0x24405c, 0xd8a27c], fog: 0x5a6f86, sun: [0, 640, 1] };
  return {
    tones: dawn,
    air: 'bubbles',
    flats: [
      { near: 0, paint: (b) => (nightSky(b, 640, 170), b.glow(0, 640, 900, 0xffd9b0, 0.5, 330), b.grain()) },
      {
        near: 0.2,
        paint(b) {
          for (const [r, alpha] of [
            [520, 0.1],
            [640, 0.07],
            [780, 0.05],
          ] as const)
            b.ring(0, 600, r, 2, css(dawn.key, alpha * 3), r, Math.PI, 2 * Math.PI);
          globe(b, 0, 590, 300, lit);
        },
      },
      {
        near: 0.45,
        paint(b) {
          const y = 640;
          b.band(y, b.b, b.lin(0, y, 0, 950, [0, 0x9a8078], [0.12, 0x3d546c], [0.5, 0x1a2e47], [1, 0x081120]));
          b.band(y - 1, y + 2, css(0xffe3c4, 0.85));
          // five lights on the water, one a city
          [0x9cf5c8, 0xffc857, 0xbfeee8, 0xf4e04d, 0xffb08a].forEach((hue, k) => {
            b.glints(regionAt(k).x * 320, y + 6, y + 260, 46 + 26 * Math.abs(k - 2), mix(hue, 0xffffff, 0.2), 0.85, 70);
          });
          b.caustics(y + 60, y + 380, 0x9fc7d8, 0.1);
        },
      },
      {
        near: 1,
        paint(b) {
          b.poly(
            [
              [b.l, 800],
              [-420, 836],
              [0, 852],
              [420, 836],
              [b.r, 800],
              [b.r, b.b],
              [b.l, b.b],
            ],
            css(0x070e19, 0.94),
          );
          figure(b, -250, 846, 120, 0x1d3049, 0);
          lamp(b, -310, 760, 10, 92);
        },
      },
    ],
  };
}

/** Outside: the globe is a house as high as a hill. */
export function sphereGate(tones: Tones): Composition {
  const day: Tones = {
    ...tones,
    sky: [0x22364f, 0x5b7a95, 0xe3c6a4],
    fog: 0x8b9cab,
    far: 0x7d93a8,
    mid: 0x53708c,
    near: 0x2f4a66,
    sun: [-380, 420, 0.9],
  };
  return {
    tones: day,
    air: 'dust',
    flats: [
      { near: 0, paint: (b) => (nightSky(b, 620, 20), b.grain()) },
      {
        near: 0.15,
        paint(b) {
          globe(
            b,
            60,
            330,
            330,
            REGIONS.map((city) => ({ city, state: 'open' as const })),
          );
          b.band(600, b.b, css(mix(day.fog, day.mid, 0.5)));
          b.band(470, 602, b.lin(0, 470, 0, 602, [0, day.fog, 0], [1, day.fog, 0.75]));
        },
      },
      {
        near: 0.45,
        paint(b) {
          const { c } = b;
          b.band(606, b.b, b.lin(0, 606, 0, 900, [0, mix(day.far, day.key, 0.4)], [1, day.near]));
          boards(b, 606, 150, day.near, 0.3);
          for (const side of [-1, 1]) {
            const x = 60 + side * 250;
            b.body(
              () => {
                c.beginPath();
                c.rect(x - 44, 236, 88, 400);
              },
              [x - 44, 236, 88, 400],
              mix(day.near, day.key, 0.12),
              4,
            );
            b.rect(x - 58, 216, 116, 28, css(mix(day.mid, day.key, 0.4)), 3);
            lamp(b, x, 196, 20);
          }
          b.hang([-190, 250], [310, 250], -70, 12, css(day.near));
          b.hang([-190, 246], [310, 246], -70, 3, css(day.cloth[2]));
          // the desk, and posts for a queue
          b.body(
            () => {
              c.beginPath();
              c.roundRect(90, 590, 150, 96, 8);
            },
            [90, 590, 150, 96],
            day.cloth[0],
            3,
          );
          b.rect(80, 580, 170, 16, css(mix(day.cloth[2], 0xffffff, 0.2)), 4);
          for (let k = 0; k < 6; k++) {
            const x = -430 + k * 92;
            b.rect(x - 4, 640 + k * 6, 8, 86, css(day.dark), 3);
            b.disc(x, 640 + k * 6, 8, css(day.cloth[2]));
            if (k > 0) b.hang([x - 92, 650 + (k - 1) * 6], [x, 650 + k * 6], 13, 5, css(0x9a3f3a));
          }
        },
      },
      {
        near: 1,
        paint: (b) =>
          b.poly(
            [
              [b.l, 850],
              [b.r, 866],
              [b.r, b.b],
              [b.l, b.b],
            ],
            css(day.dark),
          ),
      },
    ],
  };
}

/** Within: five windows as high as the wall, one a city. */
export function sphereHall(tones: Tones): Composition {
  return {
    tones,
    air: 'dust',
    flats: [
      {
        near: 0,
        paint(b) {
          const { c } = b;
          b.wash(-80, 640, [0, tones.sky[0]], [1, mix(tones.sky[1], tones.fog, 0.5)]);
          REGIONS.forEach((city, k) => {
            const x = (k - 2) * 214;
            const wide = 172 - Math.abs(k - 2) * 12;
            const high = 500 - Math.abs(k - 2) * 34;
            b.glow(x, 420, 300, tonesOf(city, 2).sky[2], 0.42);
            b.inside(
              () => arch(b, x, 606, wide, high),
              () => {
                const own = tonesOf(city, 2);
                const inner = new Brush(c, { l: x - wide * 0.6, r: x + wide * 0.6, t: 60, b: 620 }, own, 60 + k);
                inner.band(60, 620, inner.lin(0, 100, 0, 560, [0, own.sky[0]], [0.6, own.sky[1]], [1, own.sky[2]]));
                inner.glow(x, 470, 170, own.key, 0.5);
                SKYLINES[city](inner, 530, 92, 0.6);
                SKYLINES[city](inner, 610, 120, 0.1);
              },
            );
            arch(b, x, 606, wide, high);
            c.lineWidth = 13;
            c.strokeStyle = css(mix(tones.cloth[0], tones.dark, 0.35));
            c.stroke();
            c.lineWidth = 3;
            c.strokeStyle = css(tones.cloth[2], 0.95);
            c.stroke();
          });
          b.grain();
        },
      },
      {
        near: 0.5,
        paint(b) {
          b.band(796, b.b, css(tones.dark));
          b.disc(0, 800, 1100, b.lin(0, 600, 0, 900, [0, mix(tones.mid, tones.fog, 0.35)], [1, tones.dark]), 200);
          for (const r of [820, 600, 380]) b.ring(0, 790, r, 3, css(tones.cloth[2], 0.45), r * 0.17);
          REGIONS.forEach((city, k) => {
            const x = (k - 2) * 214;
            b.poly(
              [
                [x - 70, 608],
                [x + 70, 608],
                [x * 1.5 + 120, 860],
                [x * 1.5 - 120, 860],
              ],
              b.lin(0, 608, 0, 860, [0, tonesOf(city, 2).sky[2], 0.42], [1, tones.dark, 0]),
            );
          });
          figure(b, -40, 790, 150, tones.cloth[1], 3);
          figure(b, 60, 776, 128, tones.cloth[0], 2);
        },
      },
      {
        near: 1,
        paint: (b) => {
          for (const side of [-1, 1])
            b.poly(
              [
                [side * 620, b.t],
                [side * 2000, b.t],
                [side * 2000, b.b],
                [side * 700, b.b],
              ],
              css(tones.dark, 0.96),
            );
        },
      },
    ],
  };
}

/** Drawers to the ceiling, one lamp, one desk. */
export function recordRoom(tones: Tones): Composition {
  const wood = mix(tones.dark, 0x8a5f3f, 0.5);
  return {
    tones: { ...tones, key: 0xffe2b8, rim: 0xf3cf9c, sun: [0, 440, 0.8] },
    air: 'dust',
    flats: [
      {
        near: 0,
        paint(b) {
          b.wash(-60, 640, [0, mix(tones.dark, wood, 0.2)], [1, mix(wood, tones.dark, 0.25)]);
          const roll = dice(9);
          for (let column = -13; column <= 13; column++)
            for (let row = 0; row < 11; row++) {
              const turn = column * 0.1;
              const x = Math.sin(turn) * 1080;
              const size = 1 + (1 - Math.cos(turn)) * 0.9;
              const wide = 98 * size * Math.cos(turn * 0.7);
              const high = 52 * size;
              const y = 330 + (row - 5) * high * 1.08;
              const lit = Math.max(0, 1 - Math.hypot(x, y - 430) / 760);
              const hue = mix(wood, b.tones.key, lit * 0.4);
              b.rect(x - wide / 2, y - high / 2, wide, high, css(mix(hue, tones.dark, roll() * 0.22)), 4);
              b.line(
                [
                  [x - wide / 2 + 4, y - high / 2 + 1.5],
                  [x + wide / 2 - 4, y - high / 2 + 1.5],
                ],
                1.6,
                css(b.tones.rim, 0.2 + 0.35 * lit),
              );
              b.rect(
                x - wide * 0.2,
                y - high * 0.12,
                wide * 0.4,
                high * 0.26,
                css(mix(0xe8d9b8, tones.dark, 0.5 - lit * 0.4)),
                2,
              );
              if (roll() < 0.06) b.glow(x, y, wide * 0.9, tones.cloth[1], 0.5);
            }
          b.glow(0, 470, 640, b.tones.key, 0.36);
          b.grain();
        },
      },
      {
        near: 0.4,
        paint(b) {
          b.line(
            [
              [-320, -100],
              [-250, 640],
            ],
            13,
            css(mix(wood, tones.dark, 0.3)),
          );
          b.line(
            [
              [-250, -100],
              [-180, 640],
            ],
            13,
            css(mix(wood, tones.dark, 0.3)),
          );
          for (let k = 0; k < 14; k++)
            b.line(
              [
                [-320 + k * 5, -100 + k * 53],
                [-250 + k * 5, -100 + k * 53],
              ],
              8,
              css(mix(wood, tones.dark, 0.15)),
            );
          b.band(640, b.b, b.lin(0, 640, 0, 900, [0, mix(wood, tones.dark, 0.2)], [1, tones.dark]));
          b.disc(0, 760, 460, b.rad(0, 740, 460, [0, b.tones.key, 0.4], [1, b.tones.key, 0]), 110);
          b.body(
            () => {
              b.c.beginPath();
              b.c.roundRect(-260, 640, 520, 30, 6);
            },
            [-260, 640, 520, 30],
            mix(wood, 0xb98a5e, 0.5),
            3,
          );
          for (const x of [-220, 200]) b.rect(x, 668, 22, 150, css(mix(wood, tones.dark, 0.4)));
          // the Record, open
          b.poly(
            [
              [-96, 640],
              [0, 630],
              [0, 606],
              [-90, 616],
            ],
            css(0xf0e2c6),
          );
          b.poly(
            [
              [96, 640],
              [0, 630],
              [0, 606],
              [90, 616],
            ],
            css(0xd9c7a4),
          );
          for (let k = 0; k < 4; k++) {
            b.line(
              [
                [-78, 622 + k * 4],
                [-12, 613 + k * 5],
              ],
              1.6,
              css(0x6b5a44, 0.6),
            );
            b.line(
              [
                [12, 613 + k * 5],
                [78, 622 + k * 4],
              ],
              1.6,
              css(0x6b5a44, 0.5),
            );
          }
          b.line(
            [
              [176, 640],
              [176, 540],
              [120, 500],
            ],
            7,
            css(mix(tones.cloth[0], tones.dark, 0.3)),
          );
          b.poly(
            [
              [84, 486],
              [150, 470],
              [146, 516],
              [98, 524],
            ],
            css(tones.cloth[2]),
          );
          b.glow(118, 520, 240, b.tones.key, 0.7);
          b.poly(
            [
              [98, 524],
              [146, 516],
              [230, 640],
              [-60, 640],
            ],
            css(b.tones.key, 0.16),
          );
        },
      },
      {
        near: 1,
        paint(b) {
          b.poly(
            [
              [b.l, 840],
              [b.r, 850],
              [b.r, b.b],
              [b.l, b.b],
            ],
            css(tones.dark),
          );
          b.body(
            () => {
              b.c.beginPath();
              b.c.roundRect(-80, 716, 160, 220, 40);
            },
            [-80, 716, 160, 220],
            mix(wood, tones.dark, 0.35),
            4,
          );
        },
      },
    ],
  };
}

/** Neoterra at 05:52: a ring as wide as the plaza, a tap, a barrier. */
export function plaza(tones: Tones): Composition {
  const base = cityAfar(tones, 'neoterra');
  return {
    ...base,
    flats: [
      ...base.flats.slice(0, 3),
      {
        near: 0.6,
        paint(b) {
          const { c } = b;
          b.band(
            640,
            b.b,
            b.lin(0, 640, 0, 920, [0, mix(tones.mid, tones.fog, 0.5)], [0.5, tones.near], [1, tones.dark]),
          );
          for (let k = 0; k < 4; k++)
            b.ring(
              0,
              770,
              760 - k * 22,
              k === 0 ? 13 : 3,
              css(k === 0 ? mix(tones.fog, tones.key, 0.35) : tones.fog, k === 0 ? 0.9 : 0.5),
              128 - k * 4,
            );
          b.ring(0, 766, 760, 2.4, css(tones.key, 0.7), 128, Math.PI, 2 * Math.PI);
          // the tap, which reads its queue
          b.body(
            () => {
              c.beginPath();
              c.roundRect(-30, 560, 60, 190, 16);
            },
            [-30, 560, 60, 190],
            mix(tones.far, tones.cloth[1], 0.16),
            3,
          );
          b.line(
            [
              [30, 610],
              [74, 610],
              [74, 640],
            ],
            15,
            css(mix(tones.fog, tones.key, 0.3)),
          );
          b.rect(-19, 580, 38, 26, css(tones.cloth[1], 0.85), 4);
          b.glow(0, 594, 70, tones.cloth[1], 0.5);
          b.disc(70, 746, 34, css(tones.cloth[1], 0.35), 8);
          b.disc(0, 752, 90, css(tones.dark, 0.5), 16);
          for (let k = 0; k < 6; k++)
            figure(
              b,
              120 + k * 62,
              760 + k * 5,
              132,
              [tones.cloth[2], tones.far, 0x4d6a7a, tones.near, 0x7a6a4d, tones.mid][k],
              k % 4,
            );
          b.line(
            [
              [-420, 690],
              [-130, 690],
            ],
            12,
            css(mix(tones.cloth[0], tones.dark, 0.15)),
          );
          for (let k = 0; k < 6; k++)
            b.line(
              [
                [-410 + k * 50, 690],
                [-385 + k * 50, 690],
              ],
              12,
              css(tones.dark),
            );
          for (const x of [-420, -130]) b.rect(x - 9, 670, 18, 110, css(tones.dark), 3);
          b.rect(-700, 470, 12, 300, css(tones.dark));
          lamp(b, -694, 466, 16);
        },
      },
      {
        near: 1,
        paint: (b) =>
          b.poly(
            [
              [b.l, 864],
              [b.r, 850],
              [b.r, b.b],
              [b.l, b.b],
            ],
            css(tones.dark),
          ),
      },
    ],
  };
}
