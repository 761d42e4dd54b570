// Inside the Nine.

import { css, mix, type Brush, type Composition, type Tones } from '../brush.ts';
import { seven, sky, skyline } from '../forms.ts';
import { wall } from './indoors.ts';

/** Inside the Nine. The city goes by. */
export function tramNine(tones: Tones): Composition {
  const enamel = mix(tones.near, tones.mid, 0.3);
  return {
    tones,
    air: 'none',
    flats: [
      { near: 0, paint: (b) => (sky(b, 540), b.grain()) },
      { near: 0, passes: 26, paint: (b) => skyline(b, 470, 0.8, 90) },
      {
        near: 0,
        passes: 74,
        paint(b) {
          skyline(b, 520, 0.35, 150, [-200, 60]);
          b.band(516, b.b, css(mix(tones.far, tones.mid, 0.5)));
          for (let k = 0; k < 9; k++) b.rect(b.between(b.l, b.r), 420, 7, 110, css(tones.near, 0.8));
        },
      },
      {
        near: 0.35,
        paint(b) {
          wall(
            b,
            () => {
              b.c.beginPath();
              for (let k = -4; k <= 4; k++) b.c.roundRect(k * 330 - 150, 150, 300, 330, 34);
            },
            () => {
              b.wash(
                0,
                620,
                [0, mix(tones.far, tones.key, 0.55)],
                [0.2, mix(tones.far, tones.key, 0.3)],
                [0.62, enamel],
                [0.95, mix(enamel, tones.dark, 0.4)],
              );
              b.band(0, 92, b.lin(0, 0, 0, 92, [0, mix(tones.cloth[0], tones.dark, 0.25)], [1, tones.cloth[0]]));
              b.band(90, 95, css(tones.rim, 0.8));
              b.band(520, 526, css(tones.rim, 0.55));
              b.band(640, b.b, b.lin(0, 640, 0, 900, [0, mix(tones.dark, tones.mid, 0.34)], [1, tones.dark]));
              for (let k = 0; k < 9; k++) b.band(656 + k * 30, 658 + k * 30, css(tones.rim, 0.1));
            },
          );
          for (let k = -4; k <= 4; k++) {
            const x = k * 330;
            b.c.beginPath();
            b.c.roundRect(x - 150, 150, 300, 330, 34);
            b.c.lineWidth = 15;
            b.c.strokeStyle = css(mix(enamel, tones.key, 0.34));
            b.c.stroke();
            b.c.lineWidth = 2.4;
            b.c.strokeStyle = css(tones.rim, 0.9);
            b.c.stroke();
            b.poly(
              [
                [x - 120, 160],
                [x - 40, 160],
                [x - 130, 470],
                [x - 142, 470],
                [x - 142, 200],
              ],
              css(0xffffff, 0.14),
            );
          }
          // the line's own number, over the middle
          b.rect(-84, 8, 168, 76, css(tones.dark), 12);
          seven(b, -14, 22, 28, 48, 9, tones.lamp, 7);
          b.glow(0, 46, 120, tones.lamp, 0.35);
        },
      },
      {
        near: 0.6,
        paint(b) {
          for (let k = -3; k <= 3; k++) bench(b, k * 330, 566, 250);
          // the gate that reads a pip
          b.body(
            () => {
              b.c.beginPath();
              b.c.roundRect(-262, 430, 62, 250, 14);
            },
            [-262, 430, 62, 250],
            mix(tones.near, tones.dark, 0.2),
          );
          b.rect(-252, 446, 42, 54, css(tones.dark), 6);
          seven(b, -246, 454, 12, 36, 4, tones.lamp, 3.4);
          seven(b, -228, 454, 12, 36, 0, tones.lamp, 3.4);
        },
      },
      {
        near: 1,
        paint(b) {
          b.line(
            [
              [b.l, 128],
              [b.r, 128],
            ],
            11,
            css(mix(tones.near, tones.key, 0.42)),
          );
          b.line(
            [
              [b.l, 125],
              [b.r, 125],
            ],
            2.6,
            css(tones.rim, 0.9),
          );
          for (let k = -6; k <= 6; k++) {
            const x = k * 132 + 30;
            b.line(
              [
                [x, 128],
                [x + 3, 196],
              ],
              5,
              css(tones.dark, 0.85),
            );
            b.c.beginPath();
            b.c.roundRect(x - 20, 194, 46, 40, 12);
            b.c.lineWidth = 7;
            b.c.strokeStyle = css(tones.dark, 0.9);
            b.c.stroke();
          }
          for (const x of [-500, 172, 660]) {
            b.line(
              [
                [x, 60],
                [x, b.b],
              ],
              15,
              css(mix(tones.cloth[2], tones.dark, 0.25)),
            );
            b.line(
              [
                [x - 4, 60],
                [x - 4, b.b],
              ],
              3,
              css(tones.rim, 0.9),
            );
          }
        },
      },
    ],
  };
}

function bench(b: Brush, x: number, y: number, wide: number): void {
  const { tones, c } = b;
  const colour = tones.cloth[0];
  for (const side of [-1, 1]) {
    const at = x + side * wide * 0.26;
    const back = (): void => {
      c.beginPath();
      c.roundRect(at - wide * 0.22, y - 92, wide * 0.44, 110, 22);
    };
    b.body(back, [at - wide * 0.22, y - 92, wide * 0.44, 110], mix(colour, tones.near, 0.2));
    b.rect(
      at - wide * 0.235,
      y + 4,
      wide * 0.47,
      34,
      b.lin(0, y, 0, y + 38, [0, mix(colour, tones.key, 0.3)], [1, mix(colour, tones.dark, 0.3)]),
      14,
    );
    b.rect(at - 8, y + 36, 16, 60, css(tones.dark));
  }
}
