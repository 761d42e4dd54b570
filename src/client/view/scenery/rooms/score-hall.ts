// The Hall of Numbers.

import { css, mix, type Composition, type Tones } from '../brush.ts';
import { figure, room, seven } from '../forms.ts';

/** The Hall of Numbers: a wall of everybody. In the winter it is dark. */
export function scoreHall(tones: Tones, act: number): Composition {
  const isLit = act < 4;
  const panel = mix(tones.dark, 0x07151b, 0.55);
  return {
    tones: { ...tones, sun: [0, 300, 0.6] },
    air: 'dust',
    flats: [
      {
        near: 0,
        paint(b) {
          room(b, 600, mix(tones.near, tones.dark, 0.3), mix(tones.near, tones.mid, 0.3));
          b.disc(
            0,
            320,
            1200,
            b.rad(0, 320, 760, [0, isLit ? tones.lamp : tones.fog, isLit ? 0.34 : 0.2], [1, tones.dark, 0]),
          );
          b.grain();
        },
      },
      {
        near: 0.2,
        paint(b) {
          // curved rows: the ones at the sides are turned towards us
          for (let column = -9; column <= 9; column++) {
            const turn = column * 0.105;
            const x = Math.sin(turn) * 980;
            const size = 1 + (1 - Math.cos(turn)) * 1.05;
            const wide = 92 * size * Math.cos(turn * 0.8);
            for (let row = 0; row < 4; row++) {
              const high = 112 * size;
              const y = 330 + (row - 2) * high * 1.04 + 20;
              b.rect(x - wide / 2, y, wide, high * 0.95, css(panel), 5);
              if (isLit || (column * 5 + row * 3) % 23 === 0) {
                const value = Math.abs(column * 37 + row * 53 + 11) % 100;
                const hue = value > 84 ? mix(tones.far, 0xffffff, 0.5) : value < 40 ? tones.cloth[0] : tones.lamp;
                b.glow(x, y + high * 0.48, wide * 0.7, hue, 0.18);
                seven(
                  b,
                  x - wide * 0.3,
                  y + high * 0.2,
                  wide * 0.23,
                  high * 0.54,
                  Math.floor(value / 10),
                  hue,
                  wide * 0.05,
                );
                seven(b, x + wide * 0.07, y + high * 0.2, wide * 0.23, high * 0.54, value % 10, hue, wide * 0.05);
              } else {
                seven(
                  b,
                  x - wide * 0.3,
                  y + high * 0.2,
                  wide * 0.23,
                  high * 0.54,
                  8,
                  mix(panel, tones.mid, 0.14),
                  wide * 0.05,
                );
                seven(
                  b,
                  x + wide * 0.07,
                  y + high * 0.2,
                  wide * 0.23,
                  high * 0.54,
                  8,
                  mix(panel, tones.mid, 0.14),
                  wide * 0.05,
                );
              }
              b.line(
                [
                  [x - wide / 2 + 3, y + 1],
                  [x + wide / 2 - 3, y + 1],
                ],
                1.6,
                css(tones.rim, 0.34),
              );
            }
          }
        },
      },
      {
        near: 0.6,
        paint(b) {
          b.band(596, b.b, b.lin(0, 596, 0, 900, [0, mix(tones.near, tones.mid, 0.4)], [1, tones.dark]));
          for (let k = -9; k <= 9; k++)
            b.rect(
              k * 96 - 20,
              598,
              40,
              190,
              b.lin(0, 598, 0, 788, [0, isLit ? tones.lamp : tones.rim, isLit ? 0.3 : 0.14], [1, tones.dark, 0]),
              4,
            );
          for (let k = 0; k < 9; k++) {
            const x = -420 + k * 105 + b.between(-20, 20);
            if (Math.abs(x) > 90)
              figure(
                b,
                x,
                740 + b.between(-22, 40),
                150 + b.between(-10, 16),
                mix(tones.cloth[k % 3], tones.dark, 0.45),
                k % 4,
              );
          }
        },
      },
      {
        near: 1,
        paint(b) {
          b.line(
            [
              [b.l, 800],
              [b.r, 800],
            ],
            9,
            css(tones.dark),
          );
          b.line(
            [
              [b.l, 796],
              [b.r, 796],
            ],
            2.4,
            css(tones.rim, 0.75),
          );
          for (let k = -7; k <= 7; k++) b.rect(k * 190 - 5, 800, 10, 300, css(tones.dark));
        },
      },
    ],
  };
}
