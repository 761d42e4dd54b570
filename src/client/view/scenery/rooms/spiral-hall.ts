// Where the choir sings.

import { css, mix, type Composition, type Tones } from '../brush.ts';
import { figure, spiral } from '../forms.ts';

/** Inside the great spiral: galleries that wind up to one eye of light. */
export function spiralHall(tones: Tones): Composition {
  const stone = mix(tones.far, tones.key, 0.42);
  return {
    tones,
    air: 'dust',
    flats: [
      {
        near: 0,
        paint(b) {
          b.wash(-60, 640, [0, mix(stone, tones.key, 0.4)], [1, mix(tones.mid, stone, 0.5)]);
          // seen from below: each gallery a ring, each further round and further up
          for (let k = 0; k < 11; k++) {
            const r = 860 * Math.exp(-k * 0.27);
            const x = Math.sin(k * 0.55) * r * 0.1;
            const y = 210 - Math.cos(k * 0.55) * r * 0.05;
            b.disc(x, y + r * 0.06, r * 1.04, css(mix(tones.near, tones.mid, 0.4 + k * 0.05), 0.85), r * 0.72);
            b.disc(
              x,
              y,
              r,
              b.lin(
                x - r,
                y - r * 0.6,
                x + r,
                y + r * 0.6,
                [0, mix(stone, tones.key, 0.65)],
                [0.5, stone],
                [1, mix(stone, tones.near, 0.5)],
              ),
              r * 0.68,
            );
            b.ring(x, y, r, Math.max(1.4, r * 0.012), css(tones.rim, 0.85), r * 0.68);
            const posts = 44;
            for (let j = 0; j < posts; j++) {
              const a = (j / posts) * 2 * Math.PI;
              const [px, py] = [x + Math.cos(a) * r * 1.02, y + Math.sin(a) * r * 0.7];
              b.line(
                [
                  [px, py],
                  [px + Math.cos(a) * r * 0.06, py + Math.sin(a) * r * 0.05],
                ],
                Math.max(0.8, r * 0.008),
                css(tones.near, 0.4),
              );
              if ((j * 7 + k * 3) % 19 === 0) b.glow(px, py, Math.max(3, r * 0.03), tones.lamp, 0.9);
            }
          }
          b.glow(20, 200, 150, 0xffffff, 1);
          b.glow(20, 200, 420, tones.key, 0.7);
          b.grain();
        },
      },
      {
        near: 0.4,
        paint(b) {
          b.shaft(16, 210, -30, 800, 260, tones.key, 0.5);
          b.band(786, b.b, css(mix(tones.mid, tones.near, 0.5)));
          b.disc(
            0,
            790,
            900,
            b.lin(0, 560, 0, 900, [0, mix(stone, tones.key, 0.4)], [1, mix(tones.mid, tones.near, 0.5)]),
            230,
          );
          b.disc(0, 800, 900, css(tones.near, 0.05), 236);
          b.ring(0, 790, 900, 4, css(tones.rim, 0.9), 230, Math.PI, 2 * Math.PI);
          b.line(
            spiral(0, 770, 620, 3.2, -1, 0, 0.17).map(([x, y]) => [x, 770 + (y - 770) * 0.28] as const),
            5,
            css(tones.near, 0.3),
          );
          // the risers, and the choir
          for (let row = 0; row < 3; row++) {
            const y = 634 + row * 42;
            for (let k = -5 - row; k <= 5 + row; k++) {
              const x = k * (64 + row * 9);
              if (Math.abs(k) < 1 + (row === 2 ? 1 : 0)) continue;
              figure(
                b,
                x,
                y + 56 + Math.abs(k) * (2 + row),
                104 + row * 16,
                mix(k % 2 === 0 ? tones.cloth[1] : tones.near, tones.fog, 0.25 - row * 0.08),
                Math.abs(k + row) % 4,
              );
            }
          }
        },
      },
      {
        near: 0.75,
        paint(b) {
          figure(b, 0, 842, 196, mix(tones.cloth[1], tones.dark, 0.25), 1);
          b.line(
            [
              [70, 842],
              [70, 700],
            ],
            6,
            css(tones.dark),
          );
          b.poly(
            [
              [36, 700],
              [116, 690],
              [122, 650],
              [40, 664],
            ],
            css(mix(tones.dark, tones.cloth[2], 0.3)),
          );
          b.poly(
            [
              [44, 690],
              [110, 682],
              [114, 658],
              [46, 668],
            ],
            css(mix(tones.key, 0xffffff, 0.4)),
          );
        },
      },
      {
        near: 1,
        paint(b) {
          for (const side of [-1, 1]) {
            const x = side * 640;
            b.poly(
              [
                [x - side * 20, b.t],
                [x + side * 900, b.t],
                [x + side * 900, b.b],
                [x + side * 70, b.b],
              ],
              b.lin(x, 0, x + side * 240, 0, [0, mix(tones.near, tones.dark, 0.3)], [1, tones.dark]),
            );
            b.line(
              [
                [x - side * 20, b.t],
                [x + side * 70, b.b],
              ],
              4,
              css(tones.rim, 0.7),
            );
          }
        },
      },
    ],
  };
}
