// Where Benno mends what he may not ride.

import { css, mix, type Brush, type Composition, type Tones } from '../brush.ts';
import { figure, room, seven, shell, tower } from '../forms.ts';

/** The depot: two trams over their pits, a roof like a saw. */
export function depot(tones: Tones): Composition {
  const iron = mix(tones.near, tones.dark, 0.35);
  return {
    tones,
    air: 'dust',
    flats: [
      {
        near: 0,
        paint(b) {
          room(b, 590, mix(tones.mid, tones.near, 0.5), mix(tones.near, tones.dark, 0.3));
          for (let k = -6; k <= 6; k++) {
            const x = k * 260;
            b.poly(
              [
                [x - 130, 170],
                [x - 130, 10],
                [x + 130, 130],
              ],
              css(mix(tones.near, tones.dark, 0.25)),
            );
            b.poly(
              [
                [x - 124, 150],
                [x - 124, 34],
                [x - 100, 46],
                [x - 100, 158],
              ],
              b.lin(0, 30, 0, 160, [0, tones.sky[0]], [1, mix(tones.sky[2], 0xffffff, 0.4)]),
            );
            b.shaft(x - 112, 90, x + 250, 700, 120, tones.key, 0.36);
          }
          b.band(166, 186, css(iron));
          b.band(164, 168, css(tones.rim, 0.7));
          // the way out, where the city is
          b.rect(
            -150,
            260,
            300,
            330,
            b.lin(0, 260, 0, 590, [0, tones.sky[0]], [0.6, tones.sky[1]], [1, tones.sky[2]]),
            4,
          );
          b.inside(
            () => {
              b.c.beginPath();
              b.c.rect(-150, 260, 300, 330);
            },
            () => {
              shell(b, -70, 560, 84, 1, 0.6);
              tower(b, 54, 570, 240, 60, 0.6);
              shell(b, 100, 576, 66, -1, 0.5);
            },
          );
          b.c.lineWidth = 12;
          b.c.strokeStyle = css(iron);
          b.c.strokeRect(-150, 260, 300, 334);
          b.grain();
        },
      },
      {
        near: 0.35,
        paint(b) {
          for (const x of [-60, 60])
            b.line(
              [
                [x * 0.6, 594],
                [x * 7, 1100],
              ],
              7,
              css(tones.rim, 0.7),
            );
          for (let k = 1; k < 9; k++)
            b.line(
              [
                [-20 - k * 34, 590 + k * k * 5],
                [20 + k * 34, 590 + k * k * 5],
              ],
              2 + k,
              css(tones.dark, 0.35),
            );
          for (const side of [-1, 1])
            front(
              b,
              side * 372,
              676,
              300,
              side < 0 ? tones.cloth[0] : mix(tones.near, tones.mid, 0.5),
              side < 0 ? 9 : 4,
            );
          figure(b, 106, 706, 172, mix(0x3f6c8a, tones.near, 0.4), 3);
        },
      },
      {
        near: 0.7,
        paint(b) {
          b.line(
            [
              [-96, b.t],
              [-96, 330],
            ],
            5,
            css(tones.dark),
          );
          b.ring(-96, 352, 22, 8, css(tones.dark), 24);
          for (let k = 0; k < 4; k++) {
            b.disc(-560 + (k % 2) * 96, 806 - Math.floor(k / 2) * 70, 62, css(mix(iron, tones.dark, 0.2)));
            b.disc(-560 + (k % 2) * 96, 806 - Math.floor(k / 2) * 70, 46, css(mix(iron, tones.mid, 0.5)));
            b.disc(-560 + (k % 2) * 96, 806 - Math.floor(k / 2) * 70, 14, css(tones.dark));
          }
          b.body(
            () => {
              b.c.beginPath();
              b.c.roundRect(420, 724, 220, 120, 8);
            },
            [420, 724, 220, 120],
            tones.cloth[0],
          );
          for (let k = 0; k < 3; k++)
            b.line(
              [
                [424, 760 + k * 28],
                [636, 760 + k * 28],
              ],
              3,
              css(tones.dark, 0.5),
            );
        },
      },
      {
        near: 1,
        paint: (b) =>
          b.poly(
            [
              [b.l, 862],
              [b.r, 876],
              [b.r, b.b],
              [b.l, b.b],
            ],
            css(tones.dark),
          ),
      },
    ],
  };
}

/** A tram from in front. */
function front(b: Brush, x: number, foot: number, wide: number, colour: number, number: number): void {
  const { tones, c } = b;
  const high = wide * 1.22;
  b.glow(x, foot + 10, wide * 0.7, tones.dark, 0.6, 26);
  const box = (): void => {
    c.beginPath();
    c.roundRect(x - wide / 2, foot - high, wide, high, [wide * 0.26, wide * 0.26, 16, 16]);
  };
  b.body(box, [x - wide / 2, foot - high, wide, high], colour, 5);
  b.rect(x - wide * 0.42, foot - high * 0.84, wide * 0.84, high * 0.4, css(tones.dark), 20);
  b.rect(
    x - wide * 0.4,
    foot - high * 0.82,
    wide * 0.8,
    high * 0.36,
    b.lin(
      x - wide * 0.4,
      foot - high,
      x + wide * 0.4,
      foot - high * 0.4,
      [0, mix(tones.sky[1], 0xffffff, 0.4)],
      [0.5, mix(tones.mid, tones.key, 0.3)],
      [1, tones.near],
    ),
    17,
  );
  b.line(
    [
      [x, foot - high * 0.83],
      [x, foot - high * 0.46],
    ],
    7,
    css(mix(colour, tones.dark, 0.5)),
  );
  b.rect(x - wide * 0.15, foot - high * 0.975, wide * 0.3, high * 0.1, css(tones.dark), 6);
  seven(b, x - wide * 0.03, foot - high * 0.96, wide * 0.06, high * 0.07, number, tones.lamp, 4);
  b.rect(x - wide * 0.5, foot - high * 0.36, wide, high * 0.045, css(mix(colour, tones.key, 0.75)));
  for (const side of [-1, 1]) {
    b.disc(x + side * wide * 0.32, foot - high * 0.2, wide * 0.07, css(tones.dark));
    b.disc(x + side * wide * 0.32, foot - high * 0.2, wide * 0.052, css(mix(tones.lamp, 0xffffff, 0.3)));
  }
  b.rect(x - wide * 0.46, foot - high * 0.07, wide * 0.92, high * 0.08, css(tones.dark), 6);
}
