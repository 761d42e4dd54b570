// The Coves under a roof. Every room has one window to the city and one light of its own.

import { css, mix, type Brush, type Composition, type Flat, type Point, type Tones } from './brush.ts';
import { arch, boards, figure, lamp, room, seven, shell, sky, skyline, spiral, tower, water } from './forms.ts';

/** What a window shows. */
function outside(horizon: number, size: number): Flat {
  return {
    near: 0,
    paint(b) {
      sky(b, horizon + 40);
      skyline(b, horizon, 0.75, size);
      skyline(b, horizon + 10, 0.5, size * 1.3);
      water(b, horizon + 10, 0.1);
      b.grain();
    },
  };
}

/** A wall with holes in it: `holes` traces them, one path. */
function wall(b: Brush, holes: () => void, paint: () => void): void {
  const { c } = b;
  c.save();
  paint();
  c.globalCompositeOperation = 'destination-out';
  holes();
  c.fillStyle = '#000';
  c.fill();
  c.restore();
}

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
