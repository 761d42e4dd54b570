// The twentieth of Zara's rooms.

import { css, mix, type Brush, type Composition, type Tones } from '../brush.ts';
import { arch, lamp, room, shell } from '../forms.ts';
import { outside, wall } from './indoors.ts';

/** The twentieth of Zara's rooms: round, eight seats, two doors, an eye to the sea. */
export function coveOnNinth(tones: Tones): Composition {
  const plaster = mix(tones.far, tones.key, 0.5);
  return {
    tones,
    air: 'dust',
    flats: [
      outside(372, 74),
      {
        near: 0.3,
        paint(b) {
          const eye = [0, 286, 178] as const;
          wall(
            b,
            () => {
              b.c.beginPath();
              b.c.arc(eye[0], eye[1], eye[2], 0, 2 * Math.PI);
            },
            () => {
              room(b, 590, plaster, mix(tones.far, tones.cloth[2], 0.3));
              // ribs of the shell run together over the window
              for (let k = -9; k <= 9; k++) {
                const x = k * 130;
                b.c.beginPath();
                b.c.moveTo(x * 1.5, 590);
                b.c.bezierCurveTo(x * 1.45, 330, x * 0.9, -60, 0, -210);
                b.c.lineWidth = 12 + Math.abs(k) * 1.4;
                b.c.strokeStyle = css(mix(plaster, tones.mid, 0.42), 0.55);
                b.c.stroke();
                b.c.lineWidth = 2.4;
                b.c.strokeStyle = css(tones.rim, 0.75);
                b.c.stroke();
              }
              b.band(
                548,
                590,
                b.lin(0, 548, 0, 590, [0, mix(tones.mid, plaster, 0.3)], [1, mix(tones.near, plaster, 0.3)]),
              );
              b.band(545, 549, css(tones.rim, 0.9));
            },
          );
          b.ring(
            eye[0],
            eye[1],
            eye[2] + 9,
            20,
            b.lin(-190, 100, 190, 470, [0, mix(plaster, tones.key, 0.6)], [0.5, tones.mid], [1, tones.near]),
          );
          b.ring(eye[0], eye[1], eye[2], 3, css(tones.dark, 0.6));
          b.line(
            [
              [0, 108],
              [0, 464],
            ],
            7,
            css(tones.near),
          );
          b.line(
            [
              [-178, 286],
              [178, 286],
            ],
            7,
            css(tones.near),
          );
          b.line(
            [
              [-1.5, 108],
              [-1.5, 464],
            ],
            2,
            css(tones.rim, 0.8),
          );
          // A stands open, B does not
          door(b, -432, 590, true);
          door(b, 432, 590, false);
        },
      },
      {
        near: 0.6,
        paint(b) {
          for (let k = 1; k <= 6; k++) b.ring(0, 690, 118 * k, 2.6, css(tones.near, 0.2), 34 * k);
          b.disc(0, 690, 300, b.rad(0, 690, 300, [0, tones.key, 0.8], [1, tones.key, 0]), 84);
          b.shaft(60, 130, -10, 760, 210, tones.key, 0.42);
          // eight seats, and no two the same
          const seats = [0, 1, 2, 3, 4, 5, 6, 7].map((k) => {
            const angle = (k / 8) * 2 * Math.PI + 0.38;
            return [Math.cos(angle) * 372, 688 + Math.sin(angle) * 96, k] as const;
          });
          for (const [x, y, k] of [...seats].sort((p, q) => p[1] - q[1])) seat(b, x, y, 46 + (y - 600) * 0.14, k);
          palette(b, 0, 690);
        },
      },
      {
        near: 1,
        paint(b) {
          for (const [x, y] of [
            [-236, 96],
            [236, 70],
            [-560, 150],
            [580, 130],
          ] as const) {
            b.line(
              [
                [x, b.t],
                [x, y],
              ],
              2.4,
              css(tones.dark, 0.75),
            );
            lamp(b, x, y, 20);
          }
        },
      },
    ],
  };
}

function door(b: Brush, x: number, foot: number, isOpen: boolean): void {
  const { tones, c } = b;
  arch(b, x, foot, 132, 268);
  c.fillStyle = css(mix(tones.near, tones.dark, 0.2));
  c.fill();
  arch(b, x, foot, 112, 254);
  c.fillStyle = isOpen
    ? b.lin(x, foot - 250, x, foot, [0, mix(tones.sky[1], tones.key, 0.3)], [0.7, tones.sky[2]], [1, tones.far])
    : b.lin(
        x - 56,
        0,
        x + 56,
        0,
        [0, mix(tones.cloth[0], tones.key, 0.16)],
        [1, mix(tones.cloth[0], tones.dark, 0.38)],
      );
  c.fill();
  if (isOpen) {
    shell(b, x + 10, foot - 30, 40, 1, 0.6);
    b.poly(
      [
        [x - 56, foot - 190],
        [x - 96, foot - 200],
        [x - 96, foot + 26],
        [x - 56, foot],
      ],
      b.lin(x - 96, 0, x - 56, 0, [0, mix(tones.cloth[0], tones.key, 0.2)], [1, mix(tones.cloth[0], tones.dark, 0.3)]),
    );
    b.poly(
      [
        [x - 56, foot],
        [x + 56, foot],
        [x + 130, foot + 120],
        [x - 10, foot + 120],
      ],
      css(tones.key, 0.35),
    );
  } else {
    b.disc(x + 36, foot - 112, 6, css(tones.lamp));
    for (const k of [-28, 0, 28])
      b.line(
        [
          [x + k, foot - 236],
          [x + k, foot - 4],
        ],
        1.6,
        css(tones.dark, 0.25),
      );
  }
}

function seat(b: Brush, x: number, y: number, size: number, k: number): void {
  const { tones, c } = b;
  const colour = [tones.cloth[0], tones.mid, tones.cloth[1], tones.cloth[2]][k % 4];
  b.glow(x, y + size * 0.5, size, tones.dark, 0.35, size * 0.2);
  const wood = css(mix(tones.dark, tones.cloth[2], 0.18));
  for (const leg of [-0.36, 0.36])
    b.line(
      [
        [x + leg * size, y],
        [x + leg * size * 1.25, y + size * 0.55],
      ],
      size * 0.08,
      wood,
    );
  if (k % 3 !== 2) {
    const back = (): void => {
      c.beginPath();
      c.roundRect(x - size * 0.44, y - size * 0.86, size * 0.88, size * 0.78, k % 2 === 0 ? size * 0.4 : size * 0.1);
    };
    b.body(back, [x - size * 0.44, y - size * 0.86, size * 0.88, size * 0.78], mix(colour, tones.mid, 0.2), 2);
  }
  b.disc(x, y + size * 0.08, size * 0.52, css(mix(colour, tones.dark, 0.4)), size * 0.17);
  b.disc(
    x,
    y,
    size * 0.52,
    b.lin(x - size / 2, y, x + size / 2, y, [0, mix(colour, tones.key, 0.42)], [1, colour]),
    size * 0.17,
  );
}

/** Jesse's: a disc of colours on a foot. */
function palette(b: Brush, x: number, y: number): void {
  const { tones } = b;
  b.glow(x, y + 16, 90, tones.dark, 0.4, 18);
  b.rect(x - 7, y - 60, 14, 74, css(tones.near), 4);
  b.disc(x, y + 14, 46, css(mix(tones.near, tones.dark, 0.3)), 13);
  const hues = [0xd98f86, 0xe3b07c, 0xc9cf9a, 0x8fc7ae, 0x86b6d2, 0xa79bd0, 0xcf98bf];
  hues.forEach((hue, k) => {
    b.c.beginPath();
    b.c.moveTo(x, y - 70);
    b.c.ellipse(x, y - 70, 74, 24, 0, (k / 7) * 2 * Math.PI, ((k + 1) / 7) * 2 * Math.PI);
    b.c.fillStyle = css(mix(hue, tones.fog, 0.12));
    b.c.fill();
  });
  b.ring(x, y - 70, 74, 3, css(tones.rim, 0.9), 24);
  b.disc(x, y - 72, 16, css(mix(tones.key, tones.lamp, 0.3)), 6);
}
