// Odile's.

import { css, mix, type Composition, type Tones } from '../brush.ts';
import { arch, figure, room, shell } from '../forms.ts';

/** Odile's: dark, with the sun indoors. */
export function kiln(tones: Tones): Composition {
  const hot = mix(tones.lamp, 0xff7a3c, 0.45);
  const night = {
    ...tones,
    key: mix(tones.lamp, 0xffffff, 0.25),
    rim: mix(tones.lamp, 0xffe9d0, 0.55),
    sun: [0, 420, 1] as const,
  };
  const brick = mix(tones.dark, 0x9a5a3f, 0.36);
  return {
    tones: night,
    air: 'sparks',
    flats: [
      {
        near: 0,
        paint(b) {
          room(b, 610, mix(tones.dark, 0x5b4033, 0.45), mix(tones.dark, 0x6e4a37, 0.4));
          for (let row = 0; row < 22; row++)
            for (let k = -30; k < 30; k++) {
              const x = k * 62 + (row % 2) * 31;
              b.rect(
                x,
                row * 29 - 60,
                58,
                25,
                css(mix(brick, b.roll() < 0.5 ? tones.dark : 0xb86f4c, b.between(0, 0.22)), 0.55),
                3,
              );
            }
          b.glow(0, 420, 760, hot, 0.55);
          b.grain();
        },
      },
      {
        near: 0.3,
        paint(b) {
          const { c } = b;
          // a high window, where it is still day
          b.rect(350, 92, 190, 150, b.lin(350, 92, 540, 242, [0, tones.sky[0]], [1, tones.sky[2]]), 6);
          shell(b, 450, 242, 64, 1, 0.5);
          b.line(
            [
              [445, 92],
              [445, 242],
            ],
            7,
            css(tones.dark),
          );
          b.line(
            [
              [350, 166],
              [540, 166],
            ],
            7,
            css(tones.dark),
          );
          b.shaft(445, 160, 250, 640, 90, tones.sky[1], 0.28);
          // the kiln
          const dome = (): void => {
            c.beginPath();
            c.moveTo(-330, 650);
            c.bezierCurveTo(-350, 300, -220, 170, -70, 120);
            c.lineTo(-60, -200);
            c.lineTo(60, -200);
            c.lineTo(70, 120);
            c.bezierCurveTo(220, 170, 350, 300, 330, 650);
            c.closePath();
          };
          b.body(dome, [-340, -200, 680, 850], mix(brick, 0x8a4b36, 0.4), 5);
          b.inside(dome, () => {
            for (let k = 0; k < 26; k++)
              b.ring(0, 700, 90 + k * 26, 2, css(tones.dark, 0.3), 90 + k * 26, Math.PI, 2 * Math.PI);
            b.glow(0, 470, 330, hot, 0.7);
          });
          arch(b, 0, 640, 250, 330);
          c.fillStyle = css(mix(tones.dark, 0x2a120a, 0.6));
          c.fill();
          arch(b, 0, 634, 210, 300);
          c.fillStyle = b.rad(
            0,
            560,
            290,
            [0, 0xfffaf0],
            [0.25, mix(tones.lamp, 0xffffff, 0.35)],
            [0.6, hot],
            [1, 0xb5452a],
          );
          c.fill();
          b.inside(
            () => arch(b, 0, 634, 210, 300),
            () => {
              for (const [x, r] of [
                [-52, 34],
                [24, 46],
                [78, 26],
              ] as const) {
                b.disc(
                  x,
                  618 - r,
                  r,
                  b.rad(x - r * 0.3, 600 - r, r * 1.2, [0, 0xffffff, 0.95], [0.6, tones.lamp, 0.8], [1, hot, 0.9]),
                );
                b.rect(x - r * 0.2, 618 - r * 2.3, r * 0.4, r * 0.6, css(tones.lamp, 0.8), 4);
              }
            },
          );
        },
      },
      {
        near: 0.6,
        paint(b) {
          // shelves of what she blew
          for (const side of [-1, 1])
            for (let row = 0; row < 3; row++) {
              const y = 300 + row * 112;
              const x0 = side < 0 ? -760 : 380;
              b.rect(x0, y, 400, 11, css(mix(tones.dark, 0x7a5238, 0.6)), 2);
              for (let k = 0; k < 7; k++) {
                const x = x0 + 34 + k * 56;
                const r = b.between(13, 25);
                const hue = [tones.mid, tones.cloth[1], tones.far, tones.cloth[2]][Math.floor(b.roll() * 4)];
                b.disc(
                  x,
                  y - r,
                  r,
                  b.rad(
                    x - side * -r * 0.4,
                    y - r * 1.4,
                    r * 1.5,
                    [0, 0xffffff, 0.95],
                    [0.4, hue, 0.85],
                    [1, mix(hue, tones.dark, 0.5), 0.85],
                  ),
                );
                b.rect(x - r * 0.22, y - r * 2.5, r * 0.44, r * 0.8, css(mix(hue, 0xffffff, 0.4), 0.85), 2);
              }
            }
          b.disc(0, 700, 420, b.rad(0, 690, 420, [0, hot, 0.55], [1, hot, 0]), 110);
          figure(b, -196, 742, 210, mix(tones.cloth[1], tones.dark, 0.35), 1);
          b.line(
            [
              [-172, 610],
              [14, 556],
            ],
            7,
            css(tones.dark),
          );
          b.disc(26, 552, 26, b.rad(20, 546, 30, [0, 0xffffff], [0.5, tones.lamp], [1, hot]));
          b.glow(26, 552, 120, tones.lamp, 0.6);
        },
      },
      {
        near: 1,
        paint(b) {
          b.poly(
            [
              [b.l, 806],
              [b.r, 830],
              [b.r, b.b],
              [b.l, b.b],
            ],
            css(mix(tones.dark, 0x1a0e08, 0.5)),
          );
          for (let k = 0; k < 6; k++)
            b.line(
              [
                [330 + k * 40, 560 + k * 10],
                [360 + k * 44, b.b],
              ],
              8,
              css(mix(tones.dark, 0x2a1a12, 0.4)),
            );
          b.line(
            [
              [b.l, 20],
              [b.r, 40],
            ],
            44,
            css(mix(tones.dark, 0x1a0e08, 0.4)),
          );
          b.line(
            [
              [b.l, 41],
              [b.r, 61],
            ],
            3,
            css(hot, 0.6),
          );
        },
      },
    ],
  };
}
