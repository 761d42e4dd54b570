// The drained baths.

import { css, mix, type Composition, type Tones } from '../brush.ts';
import { arch, figure, sky, skyline } from '../forms.ts';

/** The drained baths: tiers of people where the water was. */
export function assembly(tones: Tones): Composition {
  const tile = mix(tones.far, 0xffffff, 0.42);
  return {
    tones,
    air: 'seeds',
    flats: [
      {
        near: 0,
        paint(b) {
          sky(b, 420);
          skyline(b, 420, 0.7, 110);
          b.grain();
        },
      },
      {
        near: 0.2,
        paint(b) {
          // ribs of a roof that was glass
          for (let k = 0; k < 8; k++) {
            const r = 1500 - k * 150;
            b.ring(
              0,
              520 - k * 6,
              r * 0.62,
              13 - k,
              css(mix(tones.near, tones.fog, k * 0.1), 0.95),
              r * 0.42,
              Math.PI,
              2 * Math.PI,
            );
            b.ring(0, 518 - k * 6, r * 0.62, 2, css(tones.rim, 0.8), r * 0.42, Math.PI, 1.55 * Math.PI);
          }
          for (let k = -8; k <= 8; k++) {
            const a = Math.PI * 1.5 + k * 0.17;
            b.line(
              [
                [Math.cos(a) * 290, 500 + Math.sin(a) * 190],
                [Math.cos(a) * 940, 520 + Math.sin(a) * 630],
              ],
              5,
              css(mix(tones.near, tones.fog, 0.25), 0.8),
            );
          }
          b.band(424, 520, b.lin(0, 424, 0, 520, [0, mix(tile, tones.key, 0.4)], [1, mix(tile, tones.mid, 0.25)]));
          for (let x = -1800; x < 1800; x += 92) {
            arch(b, x, 520, 56, 78);
            b.c.fillStyle = css(mix(tones.mid, tones.near, 0.4), 0.7);
            b.c.fill();
          }
          b.band(420, 426, css(tones.rim, 0.9));
        },
      },
      {
        near: 0.5,
        paint(b) {
          // the tank, tier under tier, and the lines that said how deep
          for (let k = 0; k < 6; k++) {
            const y = 520 + k * 47;
            const half = 900 - k * 118;
            const face = mix(tile, tones.mid, 0.12 + k * 0.1);
            b.poly(
              [
                [-half - 700, y],
                [half + 700, y],
                [half + 700, y + 14],
                [-half - 700, y + 14],
              ],
              css(mix(face, 0xffffff, 0.5)),
            );
            b.poly(
              [
                [-half, y + 14],
                [half, y + 14],
                [half - 60, y + 47],
                [-half + 60, y + 47],
              ],
              b.lin(-half, 0, half, 0, [0, mix(face, tones.key, 0.4)], [0.6, face], [1, mix(face, tones.near, 0.4)]),
            );
            for (let x = -half; x < half; x += 40)
              b.line(
                [
                  [x, y + 14],
                  [x * 0.93, y + 47],
                ],
                1,
                css(tones.near, 0.2),
              );
            b.poly(
              [
                [-half - 700, y + 14],
                [-half, y + 14],
                [-half + 60, y + 47],
                [-half - 700, y + 47],
              ],
              css(mix(face, tones.near, 0.26)),
            );
            b.poly(
              [
                [half + 700, y + 14],
                [half, y + 14],
                [half - 60, y + 47],
                [half + 700, y + 47],
              ],
              css(mix(face, tones.near, 0.4)),
            );
            for (let j = 0; j < 16 - k; j++) {
              const x = -half + 60 + b.between(0, 2 * half - 120);
              if (Math.abs(x) > 130 - k * 6)
                figure(
                  b,
                  x,
                  y + 16,
                  62 + k * 9,
                  mix(
                    [tones.cloth[0], tones.cloth[1], tones.cloth[2], tones.near, tones.mid][j % 5],
                    tones.fog,
                    0.3 - k * 0.05,
                  ),
                  j % 4,
                );
            }
          }
          b.poly(
            [
              [-250, 802],
              [250, 802],
              [420, 1300],
              [-420, 1300],
            ],
            b.lin(0, 802, 0, 1000, [0, mix(tile, tones.key, 0.3)], [1, tones.mid]),
          );
          b.poly(
            [
              [-1600, 802],
              [-250, 802],
              [-420, 1300],
              [-1600, 1300],
            ],
            css(mix(tones.mid, tile, 0.4)),
          );
          b.poly(
            [
              [1600, 802],
              [250, 802],
              [420, 1300],
              [1600, 1300],
            ],
            css(mix(tones.mid, tones.near, 0.3)),
          );
          b.disc(0, 846, 44, css(tones.near), 12);
          for (let k = -2; k <= 2; k++)
            b.line(
              [
                [k * 15, 837],
                [k * 16, 855],
              ],
              3.4,
              css(tones.dark),
            );
          b.shaft(tones.sun[0], 60, 0, 860, 240, tones.key, 0.34);
        },
      },
      {
        near: 1,
        paint(b) {
          // the board nobody dives from now
          b.rect(478, 300, 26, 640, css(mix(tones.near, tones.dark, 0.2)), 4);
          b.rect(548, 300, 20, 640, css(mix(tones.near, tones.dark, 0.4)), 4);
          for (let k = 0; k < 9; k++)
            b.line(
              [
                [504, 360 + k * 60],
                [548, 360 + k * 60],
              ],
              7,
              css(mix(tones.near, tones.dark, 0.3)),
            );
          b.body(
            () => {
              b.c.beginPath();
              b.c.roundRect(330, 286, 270, 20, 6);
            },
            [330, 286, 270, 20],
            tones.cloth[0],
          );
          b.line(
            [
              [490, 286],
              [490, 214],
              [590, 214],
              [590, 286],
            ],
            7,
            css(tones.near),
          );
        },
      },
    ],
  };
}
