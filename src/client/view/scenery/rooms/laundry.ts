// Roos Steam Laundry.

import { css, mix, type Brush, type Composition, type Tones } from '../brush.ts';
import { boards, room } from '../forms.ts';

/** Roos Steam Laundry: sheets, drums, and breath. */
export function laundry(tones: Tones): Composition {
  const tile = mix(tones.fog, tones.key, 0.4);
  return {
    tones,
    air: 'steam',
    flats: [
      {
        near: 0,
        paint(b) {
          room(b, 600, tile, mix(tones.mid, tones.far, 0.4));
          for (let x = -1800; x < 1800; x += 52)
            b.line(
              [
                [x, 160],
                [x, 600],
              ],
              1.2,
              css(tones.mid, 0.3),
            );
          for (let y = 160; y < 600; y += 52)
            b.line(
              [
                [b.l, y],
                [b.r, y],
              ],
              1.2,
              css(tones.mid, 0.3),
            );
          b.band(420, 472, b.lin(0, 420, 0, 472, [0, mix(tones.near, tones.mid, 0.5)], [1, tones.near]));
          // skylights
          for (let k = -3; k <= 3; k++) {
            const x = k * 330;
            b.poly(
              [
                [x - 110, 20],
                [x + 110, 20],
                [x + 84, 118],
                [x - 84, 118],
              ],
              b.lin(0, 20, 0, 118, [0, tones.sky[0]], [1, mix(tones.sky[2], 0xffffff, 0.3)]),
            );
            b.line(
              [
                [x, 20],
                [x, 118],
              ],
              5,
              css(tones.near),
            );
            b.shaft(x, 118, x + 120, 720, 130, tones.key, 0.3);
          }
          boards(b, 600, 130, tones.near, 0.28);
          b.grain();
        },
      },
      {
        near: 0.3,
        paint(b) {
          // three pipes, and drums that turn
          for (let k = 0; k < 3; k++) {
            b.line(
              [
                [b.l, 176 + k * 24],
                [b.r, 176 + k * 24],
              ],
              13,
              css(mix(tones.cloth[k], tones.mid, 0.45)),
            );
            b.line(
              [
                [b.l, 172 + k * 24],
                [b.r, 172 + k * 24],
              ],
              3,
              css(tones.rim, 0.85),
            );
          }
          for (let k = -4; k <= 4; k++) {
            const x = k * 236;
            b.body(
              () => {
                b.c.beginPath();
                b.c.roundRect(x - 104, 330, 208, 286, 22);
              },
              [x - 104, 330, 208, 286],
              mix(tones.mid, tones.fog, 0.25),
            );
            b.disc(x, 470, 82, css(mix(tones.near, tones.dark, 0.2)));
            b.disc(
              x,
              470,
              68,
              b.lin(x - 68, 402, x + 68, 538, [0, mix(tones.far, 0xffffff, 0.5)], [0.5, tones.mid], [1, tones.near]),
            );
            const hue = tones.cloth[(k + 9) % 3];
            b.inside(
              () => {
                b.c.beginPath();
                b.c.arc(x, 470, 66, 0, 2 * Math.PI);
              },
              () => {
                b.disc(x + 10, 512, 60, css(mix(hue, tones.fog, 0.2), 0.85), 34);
                b.disc(x - 26, 490, 34, css(mix(tones.fog, 0xffffff, 0.5), 0.9), 22);
                b.poly(
                  [
                    [x - 60, 420],
                    [x - 20, 404],
                    [x - 50, 530],
                    [x - 68, 500],
                  ],
                  css(0xffffff, 0.22),
                );
              },
            );
            b.ring(x, 470, 70, 5, css(tones.rim, 0.85), 70, Math.PI, 1.7 * Math.PI);
            b.rect(x - 84, 346, 70, 22, css(tones.dark, 0.6), 5);
            b.disc(x + 74, 357, 8, css(tones.lamp));
          }
        },
      },
      {
        near: 0.62,
        paint(b) {
          // two lines of sheets, with the light behind them
          b.line(
            [
              [b.l, 218],
              [b.r, 206],
            ],
            3.5,
            css(tones.dark, 0.8),
          );
          let x = b.l;
          let k = 0;
          while (x < b.r) {
            const wide = b.between(120, 210);
            if (Math.abs(x + wide / 2) > 190) sheet(b, x, 212, wide, b.between(230, 330), k);
            x += wide + b.between(10, 46);
            k++;
          }
          for (let j = 0; j < 30; j++)
            b.glow(b.between(b.l, b.r), b.between(560, 700), b.between(90, 200), 0xffffff, 0.1, 60);
          // pegs by colour
          for (let j = 0; j < 26; j++)
            b.rect(
              -620 + j * 49,
              202,
              8,
              24,
              css([tones.cloth[0], tones.cloth[1], tones.cloth[2], tones.near][j % 4]),
              2,
            );
        },
      },
      {
        near: 1,
        paint(b) {
          for (const [x, wide] of [
            [-520, 300],
            [520, 260],
          ] as const) {
            const basket = (): void => {
              b.c.beginPath();
              b.c.moveTo(x - wide / 2, 716);
              b.c.lineTo(x + wide / 2, 716);
              b.c.lineTo(x + wide * 0.4, 900);
              b.c.lineTo(x - wide * 0.4, 900);
              b.c.closePath();
            };
            for (let k = 0; k < 7; k++)
              b.disc(
                x - wide * 0.36 + k * wide * 0.12,
                712 - b.between(0, 24),
                wide * 0.13,
                css(mix([tones.cloth[0], 0xffffff, tones.cloth[1], tones.fog][k % 4], tones.fog, 0.25)),
              );
            b.body(basket, [x - wide / 2, 716, wide, 184], mix(tones.cloth[2], tones.near, 0.45));
            for (let k = 1; k < 6; k++)
              b.line(
                [
                  [x - wide / 2, 716 + k * 30],
                  [x + wide / 2, 716 + k * 30],
                ],
                2.4,
                css(tones.dark, 0.25),
              );
          }
          b.poly(
            [
              [b.l, 870],
              [b.r, 860],
              [b.r, b.b],
              [b.l, b.b],
            ],
            css(mix(tones.near, tones.dark, 0.7)),
          );
        },
      },
    ],
  };
}

function sheet(b: Brush, x: number, y: number, wide: number, high: number, k: number): void {
  const { tones } = b;
  const cloth = k % 5 === 2 ? mix(tones.cloth[k % 3], tones.key, 0.35) : mix(tones.key, 0xffffff, 0.4);
  const folds = 5;
  for (let f = 0; f < folds; f++) {
    const a = x + (wide / folds) * f;
    const e = a + wide / folds + 0.8;
    b.poly(
      [
        [a, y],
        [e, y],
        [e, y + high + Math.sin(f * 1.7 + k) * 8],
        [a, y + high + Math.sin((f - 1) * 1.7 + k) * 8],
      ],
      b.lin(
        a,
        0,
        e,
        0,
        [0, mix(cloth, tones.mid, 0.26), 0.93],
        [0.45, cloth, 0.93],
        [1, mix(cloth, tones.far, 0.3), 0.93],
      ),
    );
  }
  b.poly(
    [
      [x, y],
      [x + wide, y],
      [x + wide, y + 7],
      [x, y + 7],
    ],
    css(tones.mid, 0.3),
  );
}
