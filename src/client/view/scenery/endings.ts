// Three ends of the Coves. One voice: everything alike, and its image in water that does not move. Many: every window of
// its own colour, and the Nine late. In pieces: a shell with a crack in it, and one tram that goes on.

import type { Ending } from '../../../core/run/cues.ts';
import { css, dice, mix, type Brush, type Composition, type Tones } from './brush.ts';
import { kilnChimney, quay } from './coves-out.ts';
import { figure, lamp, shell, sky, skyline, tower, tram, viaduct, water } from './forms.ts';
import { tonesOf } from './tones.ts';

export function ending(tones: Tones, which: Ending): Composition {
  return which === 'unison' ? unison() : which === 'concord' ? concord(tones) : fracture();
}

/** Houses of one size at one distance. */
function rows(b: Brush): void {
  for (let k = -7; k <= 7; k++) {
    shell(b, k * 196, 520, 118, k < 0 ? 1 : -1, 0.25);
    if (k !== 0) tower(b, k * 196 - Math.sign(k) * 98, 520, 250, 60, 0.4);
  }
  tower(b, 0, 520, 400, 96, 0.2);
}

function unison(): Composition {
  const one = 0xbfdedb;
  const tones: Tones = {
    ...tonesOf('coves', 1),
    sky: [0xd5e9e7, 0xe3f0ed, 0xeef5f2],
    fog: 0xe3f0ed,
    far: 0xcde4e1,
    mid: one,
    near: 0x9cc9c5,
    dark: 0x4d807f,
    key: 0xffffff,
    rim: 0xffffff,
    lamp: 0xeaf6f3,
    sun: [0, 214, 0.8],
    cloth: [one, one, one],
  };
  return {
    tones,
    air: 'none',
    flats: [
      {
        near: 0,
        paint(b) {
          b.wash(-40, 560, [0, tones.sky[0]], [1, tones.sky[2]]);
          for (let k = 6; k > 0; k--) b.ring(0, 214, 66 + k * k * 16, 2, css(0xffffff, 0.9 - k * 0.11));
          b.disc(0, 214, 66, css(0xffffff));
          rows(b);
          // the same again, upside down, and not a ripple
          b.c.save();
          b.c.translate(0, 1040);
          b.c.scale(1, -1);
          rows(b);
          b.c.restore();
          b.band(520, b.b, b.lin(0, 520, 0, 940, [0, tones.fog, 0.35], [1, mix(tones.near, tones.dark, 0.2), 0.8]));
          b.band(518.5, 521.5, css(0xffffff, 0.95));
          b.disc(0, 826, 66, css(0xffffff, 0.4));
          b.grain();
        },
      },
      {
        near: 0.1,
        paint(b) {
          for (let k = -12; k <= 12; k++) figure(b, k * 74, 724, 116, mix(tones.near, tones.dark, 0.35), 3);
        },
      },
    ],
  };
}

function concord(base: Tones): Composition {
  const tones: Tones = {
    ...base,
    sky: [0x5b7fc2, 0xc9a6cf, 0xffc79a],
    fog: 0xe3c4c4,
    far: 0x9db4c9,
    mid: 0x5f9bb0,
    near: 0x2b6f86,
    dark: 0x123447,
    key: 0xfff3e6,
    rim: 0xfff4ea,
    sun: [-260, 470, 1],
    lamp: 0xffc069,
    cloth: [0xf0705a, 0x7d63c9, 0xffd06a],
  };
  const hues = [0xff8a66, 0xffc45c, 0x9fe0c0, 0x8fc4ff, 0xd09be8, 0xff9fb6];
  return {
    tones,
    air: 'seeds',
    flats: [
      { near: 0, paint: (b) => (sky(b, 560), b.grain()) },
      { near: 0.12, paint: (b) => (skyline(b, 540, 0.8, 110), skyline(b, 560, 0.5, 140)) },
      {
        near: 0.35,
        paint(b) {
          viaduct(b, 420, 604, 150, mix(tones.mid, tones.fog, 0.25));
          tram(b, -150, 417, 58, tones.cloth[0]);
          tower(b, -420, 606, 420, 100, 0.1);
          shell(b, -260, 606, 210, -1, 0.1);
          shell(b, 60, 606, 140, 1, 0.1);
          kilnChimney(b, 230, 606, 210);
          shell(b, 420, 606, 180, 1, 0.15);
          shell(b, 640, 606, 120, -1, 0.1);
          tower(b, 560, 606, 330, 80, 0.15);
          const roll = dice(31);
          // no two windows the same
          for (let k = 0; k < 90; k++) {
            const [x, y] = [-640 + roll() * 1340, 470 + roll() * 130];
            const hue = hues[Math.floor(roll() * hues.length)];
            b.glow(x, y, 20, hue, 0.55);
            b.rect(x - 3.4, y - 5, 6.8, 10, css(mix(hue, 0xffffff, 0.25)), 3);
          }
        },
      },
      {
        near: 0.55,
        paint(b) {
          water(b, 604, 0.4);
          hues.forEach((hue, k) => b.glints(-480 + k * 190, 612, 800, 90, hue, 0.75, 46));
          for (let k = 0; k < 5; k++) {
            const x = -430 + k * 210 + (k % 2) * 40;
            b.poly(
              [
                [x - 44, 690 + k * 9],
                [x + 44, 690 + k * 9],
                [x + 28, 712 + k * 9],
                [x - 28, 712 + k * 9],
              ],
              css(mix(tones.dark, hues[k], 0.3)),
            );
            b.line(
              [
                [x, 690 + k * 9],
                [x, 640 + k * 9],
              ],
              3,
              css(tones.dark),
            );
            lamp(b, x, 636 + k * 9, 8);
          }
        },
      },
      {
        near: 1,
        paint(b) {
          quay(b, 812);
          const roll = dice(77);
          let x = -620;
          for (let k = 0; k < 15; k++) {
            x += 40 + roll() * 92;
            figure(b, x, 836 + roll() * 34, 140 + roll() * 50, mix(hues[k % 6], tones.dark, 0.25), k % 4);
          }
          for (const at of [-520, 20, 560]) lamp(b, at, 640, 15, 180);
          b.hang([-520, 640], [20, 640], 46, 2, css(tones.dark));
          b.hang([20, 640], [560, 640], 46, 2, css(tones.dark));
          for (let k = 1; k < 12; k++) {
            const t = (k % 6) / 6;
            if (t === 0) continue;
            const from = k < 6 ? -520 : 20;
            const y = 640 + 4 * 46 * t * (1 - t);
            b.poly(
              [
                [from + 540 * t - 12, y],
                [from + 540 * t + 12, y],
                [from + 540 * t, y + 30],
              ],
              css(hues[k % 6]),
            );
          }
        },
      },
    ],
  };
}

function fracture(): Composition {
  const tones: Tones = {
    ...tonesOf('coves', 3),
    sky: [0x26343f, 0x566973, 0xb79a86],
    fog: 0x76868c,
    far: 0x6d8087,
    mid: 0x44606a,
    near: 0x284550,
    dark: 0x0d1f28,
    key: 0xe8d6bf,
    rim: 0xd9dedb,
    sun: [300, 500, 0.5],
    lamp: 0xffb566,
  };
  return {
    tones,
    air: 'rain',
    flats: [
      { near: 0, paint: (b) => (sky(b, 580), b.grain()) },
      { near: 0.12, paint: (b) => skyline(b, 560, 0.7, 130) },
      {
        near: 0.35,
        paint(b) {
          const { c } = b;
          viaduct(b, 400, 610, 170, mix(tones.mid, tones.fog, 0.2));
          // a span is gone
          c.save();
          c.globalCompositeOperation = 'destination-out';
          b.poly(
            [
              [86, 380],
              [250, 380],
              [236, 470],
              [262, 640],
              [96, 640],
              [110, 500],
            ],
            '#000',
          );
          c.restore();
          for (const [x, y, a] of [
            [130, 596, 0.3],
            [196, 604, -0.4],
            [240, 590, 0.8],
          ] as const) {
            c.save();
            c.translate(x, y);
            c.rotate(a);
            b.rect(-30, -14, 60, 24, css(mix(tones.mid, tones.near, 0.4)), 2);
            c.restore();
          }
          // the tram that goes on, with a light in every window
          tram(b, -170, 397, 64, mix(tones.cloth[0], tones.lamp, 0.2));
          b.glow(-170, 370, 220, tones.lamp, 0.55);
          shell(b, -380, 612, 250, 1, 0.1);
          shell(b, 460, 612, 190, -1, 0.15);
          const roll = dice(3);
          for (let k = 0; k < 8; k++) {
            const a = (k / 8) * 2 * Math.PI;
            const points: [number, number][] = [[-350, 470]];
            for (let step = 1; step < 6; step++)
              points.push([
                -350 + Math.cos(a + (roll() - 0.5) * 0.8) * 40 * step,
                470 + Math.sin(a + (roll() - 0.5) * 0.8) * 34 * step,
              ]);
            b.line(points, 5, css(tones.dark, 0.75));
            b.line(points, 1.6, css(tones.rim, 0.9));
          }
          // and in the cracks, lamps
          for (const [x, y] of [
            [-318, 500],
            [-402, 440],
            [-296, 548],
            [-440, 520],
            [432, 540],
            [492, 500],
          ] as const) {
            b.glow(x, y, 60, tones.lamp, 0.8);
            b.disc(x, y, 5, css(mix(tones.lamp, 0xffffff, 0.5)));
          }
        },
      },
      {
        near: 0.55,
        paint(b) {
          water(b, 608, 0.7);
          b.glints(-170, 620, 820, 80, tones.lamp, 0.85, 90);
          for (let k = 0; k < 12; k++)
            b.poly(
              [
                [-600 + k * 110, 640 + (k % 3) * 40],
                [-570 + k * 110, 630 + (k % 3) * 40],
                [-552 + k * 110, 648 + (k % 3) * 40],
              ],
              css(tones.rim, 0.3),
            );
        },
      },
      {
        near: 1,
        paint(b) {
          quay(b, 830);
          for (const [x, k] of [
            [-420, 0],
            [-370, 3],
            [-318, 2],
          ] as const)
            figure(b, x, 862, 150, mix(tones.cloth[k % 3], tones.dark, 0.35), k);
          lamp(b, -470, 700, 13, 160);
          figure(b, 330, 864, 156, mix(tones.near, tones.dark, 0.2), 1);
          figure(b, 560, 868, 150, mix(tones.cloth[1], tones.dark, 0.4), 0);
        },
      },
    ],
  };
}
