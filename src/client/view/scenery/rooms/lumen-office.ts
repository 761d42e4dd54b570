// Lumen Mutual, third floor.

import { css, mix, type Brush, type Composition, type Point, type Tones } from '../brush.ts';
import { room } from '../forms.ts';
import { outside, wall } from './indoors.ts';

/** Third floor: blinds, fruit, a telephone. */
export function lumenOffice(tones: Tones): Composition {
  const calm = mix(tones.fog, 0xffffff, 0.45);
  return {
    tones,
    air: 'none',
    flats: [
      outside(450, 96),
      {
        near: 0.3,
        paint(b) {
          wall(
            b,
            () => {
              b.c.beginPath();
              b.c.rect(-400, 96, 800, 400);
            },
            () => {
              room(b, 610, calm, mix(tones.far, tones.fog, 0.4));
              b.band(600, 612, css(mix(tones.mid, calm, 0.3)));
            },
          );
          // blinds, half down
          for (let k = 0; k < 9; k++) {
            b.rect(
              -400,
              98 + k * 21,
              800,
              12,
              b.lin(0, 98 + k * 21, 0, 110 + k * 21, [0, 0xffffff], [1, mix(calm, tones.mid, 0.35)]),
            );
          }
          for (const x of [-134, 134]) b.rect(x - 5, 96, 10, 400, css(mix(calm, tones.mid, 0.3)));
          b.c.lineWidth = 15;
          b.c.strokeStyle = css(mix(calm, tones.mid, 0.22));
          b.c.strokeRect(-400, 96, 800, 400);
          b.rect(-420, 496, 840, 18, css(0xffffff), 3);
          for (let k = 0; k < 5; k++)
            b.poly(
              [
                [-380 + k * 160, 640],
                [-250 + k * 160, 640],
                [-180 + k * 190, 900],
                [-380 + k * 190, 900],
              ],
              css(tones.key, 0.34),
            );
          // a curve in a frame: it only goes up
          for (const x of [-590, 560]) {
            b.rect(x - 90, 210, 180, 130, css(mix(tones.mid, calm, 0.2)), 4);
            b.rect(x - 80, 220, 160, 110, css(0xffffff), 2);
            b.line(
              Array.from({ length: 12 }, (_, k) => [x - 68 + k * 12, 312 - k * k * 0.62 - Math.sin(k) * 4] as Point),
              5,
              css(tones.near),
            );
          }
          plant(b, 486, 612, 250);
        },
      },
      {
        near: 0.65,
        paint(b) {
          b.glow(0, 800, 480, tones.dark, 0.4, 40);
          const desk = (): void => {
            b.c.beginPath();
            b.c.roundRect(-420, 650, 840, 34, 8);
          };
          for (const x of [-330, 330]) b.rect(x - 16, 680, 32, 150, css(mix(tones.mid, calm, 0.25)), 3);
          b.body(desk, [-420, 650, 840, 34], mix(calm, 0xffffff, 0.4), 3);
          bowl(b, -30, 652, 92);
          phone(b, 232, 652, 62);
          // a sheaf, squared
          b.poly(
            [
              [-300, 652],
              [-170, 652],
              [-186, 632],
              [-286, 632],
            ],
            css(0xffffff),
          );
          b.poly(
            [
              [-300, 652],
              [-170, 652],
              [-170, 657],
              [-300, 657],
            ],
            css(tones.mid, 0.6),
          );
        },
      },
      {
        near: 1,
        paint(b) {
          for (const side of [-1, 1]) {
            const x = side * 250;
            const back = (): void => {
              b.c.beginPath();
              b.c.roundRect(x - 96, 742, 192, 200, 60);
            };
            b.body(back, [x - 96, 742, 192, 200], mix(tones.near, tones.cloth[1], 0.2), 4);
          }
        },
      },
    ],
  };
}

function plant(b: Brush, x: number, foot: number, high: number): void {
  const { tones, c } = b;
  for (let k = 0; k < 9; k++) {
    const lean = (k - 4) * high * 0.13;
    c.beginPath();
    c.moveTo(x - 6, foot - high * 0.3);
    c.quadraticCurveTo(x + lean * 0.4 - 26, foot - high * 0.8, x + lean, foot - high * (1 - Math.abs(k - 4) * 0.09));
    c.quadraticCurveTo(x + lean * 0.4 + 26, foot - high * 0.66, x + 6, foot - high * 0.3);
    c.fillStyle = css(mix(mix(tones.near, 0x3f9a62, 0.5), tones.key, k < 4 ? 0.3 : 0));
    c.fill();
  }
  b.body(
    () => {
      c.beginPath();
      c.moveTo(x - 46, foot - high * 0.32);
      c.lineTo(x + 46, foot - high * 0.32);
      c.lineTo(x + 34, foot);
      c.lineTo(x - 34, foot);
      c.closePath();
    },
    [x - 46, foot - high * 0.32, 92, high * 0.32],
    mix(tones.fog, 0xffffff, 0.3),
  );
}

/** Pears, mostly. Nobody has ever eaten from it. */
function bowl(b: Brush, x: number, y: number, r: number): void {
  const { tones, c } = b;
  const fruit = [
    [-0.5, 0xc9c06a],
    [0.42, 0xd58a5a],
    [0, 0xd8cf7e],
    [-0.18, 0xbfb45e],
    [0.24, 0xcfc474],
  ] as const;
  for (const [at, colour] of fruit) {
    const px = x + at * r;
    const py = y - r * (0.62 - Math.abs(at) * 0.3);
    b.disc(
      px,
      py,
      r * 0.26,
      b.rad(px - r * 0.1, py - r * 0.1, r * 0.34, [0, mix(colour, 0xffffff, 0.5)], [1, colour]),
      r * 0.28,
    );
    b.disc(px + r * 0.03, py - r * 0.28, r * 0.14, css(mix(colour, 0xffffff, 0.2)), r * 0.2);
    b.line(
      [
        [px + r * 0.04, py - r * 0.44],
        [px + r * 0.1, py - r * 0.58],
      ],
      3,
      css(tones.dark),
    );
  }
  c.beginPath();
  c.moveTo(x - r, y - r * 0.5);
  c.quadraticCurveTo(x - r * 0.8, y, x, y);
  c.quadraticCurveTo(x + r * 0.8, y, x + r, y - r * 0.5);
  c.closePath();
  c.fillStyle = b.lin(x - r, 0, x + r, 0, [0, 0xffffff, 0.85], [0.5, tones.far, 0.75], [1, tones.mid, 0.85]);
  c.fill();
  b.line(
    [
      [x - r, y - r * 0.5],
      [x + r, y - r * 0.5],
    ],
    3.4,
    css(0xffffff, 0.95),
  );
}

function phone(b: Brush, x: number, y: number, r: number): void {
  const { tones, c } = b;
  b.body(
    () => {
      c.beginPath();
      c.moveTo(x - r, y);
      c.quadraticCurveTo(x - r * 0.5, y - r * 0.8, x, y - r * 0.8);
      c.quadraticCurveTo(x + r * 0.5, y - r * 0.8, x + r, y);
      c.closePath();
    },
    [x - r, y - r * 0.8, r * 2, r * 0.8],
    mix(tones.near, tones.dark, 0.4),
  );
  b.disc(x, y - r * 0.36, r * 0.3, css(mix(tones.fog, 0xffffff, 0.3)), r * 0.26);
  b.ring(x, y - r * 0.7, r * 0.95, r * 0.22, css(tones.dark), r * 0.36, Math.PI * 1.08, Math.PI * 1.92);
}
