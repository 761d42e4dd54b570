// The Coves under the sky: the Tide Steps, the Mirror Court, the allotments, and the city from afar.
// Long because a place is drawn stroke by stroke; one function a place, and all stand before the same far city.

import { css, mix, type Brush, type Composition, type Flat, type Tones } from './brush.ts';
import { arch, figure, lamp, seven, shell, sky, skyline, tower, tram, viaduct, water } from './forms.ts';

const HORIZON = 560;

/** Sky and the far city: what every open place of the Coves stands before. */
function distance(horizon = HORIZON, size = 92): Flat[] {
  return [
    { near: 0, paint: (b) => (sky(b, horizon + 60), b.grain()) },
    {
      near: 0.12,
      paint(b) {
        skyline(b, horizon, 0.85, size);
        skyline(b, horizon + 12, 0.6, size * 1.35);
      },
    },
  ];
}

/** The city whole, with the viaduct of the Nine: where no place is named, and behind the map of a round. */
export function city(tones: Tones): Composition {
  return {
    tones,
    air: 'caustics',
    flats: [
      ...distance(),
      {
        near: 0.35,
        paint(b) {
          viaduct(b, 452, 600, 150, mix(b.tones.mid, b.tones.fog, 0.3));
          tram(b, 178, 449, 44, b.tones.cloth[0]);
          spiralHall(b, -250, 600, 230);
          kilnChimney(b, 420, 604, 230);
          skyline(b, 606, 0.22, 96, [-520, 560]);
        },
      },
      {
        near: 0.6,
        paint(b) {
          water(b, 602);
          coveOnNinth(b, -40, 640, 104);
          reflections(b, 640);
        },
      },
      {
        near: 1,
        paint(b) {
          quay(b, 800);
          lamp(b, -560, 690, 15, 120);
          lamp(b, 470, 676, 16, 130);
        },
      },
    ],
  };
}

/** The great spiral of the choir: the highest of all. */
function spiralHall(b: Brush, x: number, foot: number, r: number): void {
  tower(b, x + r * 0.62, foot, r * 1.75, r * 0.42, 0.25);
  shell(b, x, foot, r, -1, 0.2);
  shell(b, x + r * 1.02, foot, r * 0.5, 1, 0.15);
}

/** A low dome with a round window: the twentieth of Zara's rooms. */
function coveOnNinth(b: Brush, x: number, foot: number, r: number): void {
  const { tones, c } = b;
  const dome = (): void => {
    c.beginPath();
    c.moveTo(x - r * 1.3, foot);
    c.bezierCurveTo(x - r * 1.35, foot - r * 1.1, x - r * 0.5, foot - r * 1.4, x, foot - r * 1.4);
    c.bezierCurveTo(x + r * 0.5, foot - r * 1.4, x + r * 1.35, foot - r * 1.1, x + r * 1.3, foot);
    c.closePath();
  };
  b.body(dome, [x - r * 1.3, foot - r * 1.4, r * 2.6, r * 1.4], mix(tones.near, tones.key, 0.22), r * 0.03);
  for (let k = 1; k < 5; k++)
    b.ring(x, foot, r * 1.3 * (k / 5), 1.4, css(tones.rim, 0.34), r * 1.4 * (1 - (k - 1) * 0.02), Math.PI, 2 * Math.PI);
  b.glow(x, foot - r * 0.72, r * 1.1, tones.lamp, 0.5);
  b.disc(
    x,
    foot - r * 0.72,
    r * 0.42,
    b.rad(x - r * 0.1, foot - r * 0.8, r * 0.5, [0, mix(tones.lamp, 0xffffff, 0.75)], [1, tones.lamp]),
  );
  b.ring(x, foot - r * 0.72, r * 0.42, r * 0.06, css(tones.dark, 0.9));
  b.line(
    [
      [x, foot - r * 1.14],
      [x, foot - r * 0.3],
    ],
    r * 0.03,
    css(tones.dark, 0.7),
  );
  for (const side of [-0.78, 0.78]) {
    arch(b, x + side * r, foot, r * 0.26, r * 0.52);
    c.fillStyle = css(side < 0 ? tones.lamp : tones.dark, 0.9);
    c.fill();
  }
}

export function kilnChimney(b: Brush, x: number, foot: number, high: number): void {
  const { tones, c } = b;
  const brick = mix(tones.near, tones.cloth[0], 0.42);
  const bottle = (): void => {
    c.beginPath();
    c.moveTo(x - high * 0.34, foot);
    c.bezierCurveTo(
      x - high * 0.36,
      foot - high * 0.5,
      x - high * 0.11,
      foot - high * 0.52,
      x - high * 0.085,
      foot - high,
    );
    c.lineTo(x + high * 0.085, foot - high);
    c.bezierCurveTo(x + high * 0.11, foot - high * 0.52, x + high * 0.36, foot - high * 0.5, x + high * 0.34, foot);
    c.closePath();
  };
  b.body(bottle, [x - high * 0.36, foot - high, high * 0.72, high], brick, 3);
  b.inside(bottle, () => {
    for (let k = 1; k < 15; k++)
      b.line(
        [
          [x - high * 0.4, foot - k * high * 0.066],
          [x + high * 0.4, foot - k * high * 0.066],
        ],
        1,
        css(tones.dark, 0.16),
      );
  });
  arch(b, x, foot, high * 0.2, high * 0.25);
  c.fillStyle = css(mix(tones.lamp, tones.cloth[0], 0.35));
  c.fill();
  b.glow(x, foot - high * 0.08, high * 0.36, tones.lamp, 0.6);
  for (let k = 0; k < 7; k++)
    b.glow(x + k * 13 + b.between(-5, 5), foot - high - 10 - k * 17, 22 + k * 9, tones.rim, 0.3 - k * 0.03);
}

function reflections(b: Brush, y: number): void {
  for (let k = 0; k < 44; k++) {
    const x = b.between(b.l, b.r);
    b.rect(
      x,
      y + b.between(0, 24),
      b.between(2, 9),
      b.between(40, 170),
      b.lin(0, y, 0, y + 170, [0, b.tones.rim, 0.16], [1, b.tones.rim, 0]),
    );
  }
}

/** The stones we stand on. */
export function quay(b: Brush, y: number): void {
  const { tones } = b;
  b.band(y, b.b, b.lin(0, y, 0, y + 150, [0, mix(tones.near, tones.dark, 0.25)], [1, tones.dark]));
  b.band(y - 3, y + 4, css(tones.rim, 0.7));
  for (let x = b.l; x < b.r; x += 96)
    b.line(
      [
        [x, y + 4],
        [x - 14, b.b],
      ],
      1.6,
      css(tones.dark, 0.5),
    );
  b.line(
    [
      [b.l, y + 46],
      [b.r, y + 46],
    ],
    1.6,
    css(tones.dark, 0.5),
  );
}

/** Stairs that go on under the water. */
export function tideSteps(tones: Tones): Composition {
  return {
    tones,
    air: 'caustics',
    flats: [
      ...distance(486, 84),
      {
        near: 0.3,
        paint(b) {
          viaduct(b, 372, 510, 140, mix(b.tones.mid, b.tones.fog, 0.35));
          tram(b, -236, 369, 38, b.tones.cloth[0]);
          skyline(b, 512, 0.3, 120, [-330, 420]);
          water(b, 508, 0.2);
          ferry(b, 150, 548, 92);
        },
      },
      {
        near: 0.6,
        paint(b) {
          // twelve steps, from the right hand down into the water
          const stone = mix(b.tones.near, b.tones.key, 0.34);
          for (let k = 0; k < 12; k++) {
            const y = 566 + k * 27;
            const from = 250 - k * 78;
            const wet = k > 6;
            const face = mix(stone, wet ? b.tones.near : b.tones.fog, wet ? 0.55 : 0.2);
            b.poly(
              [
                [from, y],
                [b.r, y],
                [b.r, y + 31],
                [from - 16, y + 31],
              ],
              b.lin(from, y, from + 800, y, [0, mix(face, b.tones.key, 0.25)], [1, mix(face, b.tones.dark, 0.25)]),
            );
            b.poly(
              [
                [from, y],
                [b.r, y],
                [b.r, y + 7],
                [from - 4, y + 7],
              ],
              css(mix(face, b.tones.rim, 0.75)),
            );
            b.poly(
              [
                [from - 16, y + 25],
                [b.r, y + 25],
                [b.r, y + 31],
                [from - 16, y + 31],
              ],
              css(b.tones.dark, 0.2),
            );
            if (wet) b.glints(from + 60, y + 2, y + 26, 160, b.tones.rim, 0.5, 14);
          }
          // the line that the tide leaves
          const line = Array.from(
            { length: 60 },
            (_, k) => [b.l + ((b.r - b.l) * k) / 59, 742 + Math.sin(k * 0.9) * 4] as const,
          );
          b.line(line, 5, css(b.tones.rim, 0.6));
          figure(b, 236, 622, 104, b.tones.cloth[1]);
        },
      },
      {
        near: 1,
        paint(b) {
          const iron = css(b.tones.dark, 0.92);
          for (let k = 0; k < 5; k++) b.rect(330 + k * 130, 560 + k * -4, 9, 300, iron, 3);
          b.line(
            [
              [330, 566],
              [b.r, 520],
            ],
            11,
            iron,
          );
          b.line(
            [
              [330, 563],
              [b.r, 517],
            ],
            2.4,
            css(b.tones.rim, 0.8),
          );
          lamp(b, 334, 500, 19, 360);
          b.poly(
            [
              [b.l, 842],
              [b.r, 800],
              [b.r, b.b],
              [b.l, b.b],
            ],
            b.lin(0, 800, 0, 980, [0, mix(b.tones.near, b.tones.dark, 0.45)], [1, b.tones.dark]),
          );
        },
      },
    ],
  };
}

/** Old Tam's. */
function ferry(b: Brush, x: number, y: number, size: number): void {
  const { tones, c } = b;
  b.glow(x, y + 8, size * 1.3, tones.dark, 0.3, 10);
  const hull = (): void => {
    c.beginPath();
    c.moveTo(x - size, y - size * 0.2);
    c.quadraticCurveTo(x, y + size * 0.02, x + size, y - size * 0.26);
    c.quadraticCurveTo(x + size * 0.7, y + size * 0.12, x, y + size * 0.12);
    c.quadraticCurveTo(x - size * 0.7, y + size * 0.12, x - size, y - size * 0.2);
  };
  b.body(hull, [x - size, y - size * 0.26, size * 2, size * 0.4], mix(tones.near, tones.dark, 0.35));
  b.rect(x - size * 0.24, y - size * 0.56, size * 0.6, size * 0.46, css(tones.cloth[0]), 4);
  b.rect(x - size * 0.16, y - size * 0.48, size * 0.44, size * 0.18, css(tones.lamp), 3);
  b.rect(x + size * 0.1, y - size * 0.84, size * 0.08, size * 0.3, css(tones.dark));
}

/** Nine mirrors in an arc, each with a sky of its own, a second late. */
export function mirrorCourt(tones: Tones, act: number): Composition {
  const isHung = act === 3;
  const isCovered = act >= 4 && act < 5;
  return {
    tones,
    air: isHung ? 'rain' : 'dust',
    flats: [
      { near: 0, paint: (b) => (sky(b, 560), b.grain()) },
      {
        near: 0.15,
        paint(b) {
          skyline(b, 470, 0.75, 130);
          // the wall of the court, an arcade
          const wall = mix(b.tones.mid, b.tones.fog, 0.42);
          b.band(392, 600, b.lin(0, 392, 0, 600, [0, mix(wall, b.tones.key, 0.3)], [1, wall]));
          b.band(386, 394, css(b.tones.rim, 0.8));
          for (let x = -1980; x < 2000; x += 110) {
            arch(b, x, 600, 66, 146);
            b.c.fillStyle = b.lin(
              0,
              454,
              0,
              600,
              [0, mix(wall, b.tones.dark, 0.42)],
              [1, mix(wall, b.tones.dark, 0.16)],
            );
            b.c.fill();
          }
        },
      },
      {
        near: 0.4,
        paint(b) {
          const floor = mix(b.tones.far, b.tones.key, 0.3);
          b.band(
            596,
            b.b,
            b.lin(
              0,
              596,
              0,
              900,
              [0, mix(floor, b.tones.key, 0.3)],
              [0.5, floor],
              [1, mix(b.tones.mid, b.tones.near, 0.5)],
            ),
          );
          for (let k = 1; k <= 6; k++) b.ring(0, 690, 150 * k, 2.2, css(b.tones.near, 0.2), 42 * k);
          for (let k = 0; k < 18; k++) {
            const angle = (k / 18) * 2 * Math.PI;
            b.line(
              [
                [Math.cos(angle) * 120, 690 + Math.sin(angle) * 34],
                [Math.cos(angle) * 1500, 690 + Math.sin(angle) * 420],
              ],
              1.6,
              css(b.tones.near, 0.16),
            );
          }
          for (const k of [4, -4, 3, -3, 2, -2, 1, -1, 0]) mirror(b, k, isHung, isCovered);
          b.disc(0, 700, 74, css(mix(b.tones.near, b.tones.key, 0.2)), 21);
          b.disc(0, 693, 74, css(mix(b.tones.far, b.tones.key, 0.55)), 20);
          figure(b, 26, 706, 118, b.tones.cloth[act >= 4 ? 1 : 0]);
        },
      },
      {
        near: 1,
        paint(b) {
          if (isHung)
            for (const side of [-1, 1])
              for (let k = 0; k < 4; k++)
                figure(
                  b,
                  side * (330 + k * 88 + b.between(-12, 12)),
                  850 + b.between(-10, 20),
                  190,
                  mix(b.tones.dark, b.tones.cloth[k % 3], 0.34),
                  k,
                );
          b.poly(
            [
              [b.l, 856],
              [-520, 872],
              [520, 872],
              [b.r, 856],
              [b.r, b.b],
              [b.l, b.b],
            ],
            css(b.tones.dark, 0.86),
          );
        },
      },
    ],
  };
}

function mirror(b: Brush, k: number, isHung: boolean, isCovered: boolean): void {
  const { tones, c } = b;
  const x = k * 128 - Math.sign(k) * k * k * 3.2;
  const foot = 668 - Math.abs(k) * 13;
  const size = 1 - Math.abs(k) * 0.055;
  const wide = (92 - Math.abs(k) * 5) * size;
  const high = 330 * size;
  b.glow(x, foot + 4, wide * 0.9, tones.dark, 0.34, 12);
  arch(b, x, foot + 6, wide + 16, high + 14);
  c.fillStyle = b.lin(
    x - wide,
    0,
    x + wide,
    0,
    [0, mix(tones.near, tones.key, 0.5)],
    [0.5, tones.near],
    [1, tones.dark],
  );
  c.fill();
  b.inside(
    () => arch(b, x, foot, wide, high),
    () => {
      // the sky it shows is a little past
      const shift = k * 26;
      b.band(
        foot - high,
        foot,
        b.lin(
          0,
          foot - high,
          0,
          foot,
          [0, mix(tones.sky[0], tones.key, 0.25)],
          [0.55, mix(tones.sky[1], tones.key, 0.4)],
          [0.8, tones.sky[2]],
          [1, mix(tones.mid, tones.key, 0.3)],
        ),
      );
      b.glow(x + tones.sun[0] * 0.1 + shift * 0.4, foot - high * 0.62, 70, tones.key, 0.85);
      shell(b, x + 18 - shift * 0.3, foot - high * 0.2, 46, 1, 0.5);
      shell(b, x - 40 - shift * 0.2, foot - high * 0.18, 34, -1, 0.6);
      b.band(
        foot - high * 0.2,
        foot,
        b.lin(0, foot - high * 0.2, 0, foot, [0, mix(tones.far, tones.key, 0.4)], [1, tones.mid]),
      );
      b.poly(
        [
          [x - wide, foot - high],
          [x - wide * 0.1, foot - high],
          [x - wide * 0.5, foot],
          [x - wide, foot],
        ],
        css(0xffffff, 0.16),
      );
      if (isHung) screens(b, x, foot - high * 0.74, wide * 0.72, k);
      if (isCovered) sheetOver(b, x, foot - high, wide, high, k);
    },
  );
  if (!isCovered)
    b.ring(x, foot - high + wide / 2, wide / 2 + 3, 2.4, css(tones.rim, 0.95), wide / 2 + 3, Math.PI, 1.62 * Math.PI);
}

/** A board of numbers, hung into the glass overnight. */
function screens(b: Brush, x: number, y: number, wide: number, seed: number, lit = true): void {
  const { tones } = b;
  const high = wide * 1.16;
  b.rect(x - wide / 2, y, wide, high, css(0x0e1d24, 0.95), 5);
  const digit = wide * 0.2;
  for (let row = 0; row < 4; row++)
    for (let column = 0; column < 2; column++)
      seven(
        b,
        x - wide * 0.28 + column * digit * 1.35,
        y + high * (0.1 + row * 0.225),
        digit * 0.8,
        high * 0.15,
        Math.floor(((Math.abs(seed) * 7 + row * 3 + column * 5 + 4) * 2.7) % 10),
        lit ? ((row + Math.abs(seed)) % 3 === 0 ? tones.lamp : mix(tones.cloth[0], tones.lamp, 0.4)) : 0x20343c,
      );
}

function sheetOver(b: Brush, x: number, top: number, wide: number, high: number, k: number): void {
  const { tones } = b;
  const drop = high * (0.86 + 0.1 * Math.sin(k * 3));
  const cloth = mix(tones.cloth[2], 0xffffff, 0.5);
  for (let fold = 0; fold < 6; fold++) {
    const from = x - wide / 2 + (wide / 6) * fold;
    b.poly(
      [
        [from, top - 4],
        [from + wide / 6 + 1, top - 4],
        [from + wide / 6 + 1, top + drop + Math.sin(fold * 2 + k) * 9],
        [from, top + drop + Math.sin(fold * 2 + 2 + k) * 9],
      ],
      b.lin(
        from,
        0,
        from + wide / 6,
        0,
        [0, mix(cloth, tones.mid, 0.34)],
        [0.5, cloth],
        [1, mix(cloth, tones.far, 0.4)],
      ),
    );
  }
}

/** Bean rows, a shed, a low sun. */
export function allotment(tones: Tones): Composition {
  const bare = tones.fog === 0xdfe7ee;
  return {
    tones,
    air: bare ? 'snow' : 'seeds',
    flats: [
      ...distance(470, 78),
      {
        near: 0.3,
        paint(b) {
          const hedge = mix(b.tones.mid, 0x4d8f5b, 0.42);
          for (let k = 0; k < 130; k++)
            b.disc(
              b.between(b.l, b.r),
              486 + b.between(-22, 24),
              b.between(14, 34),
              css(mix(hedge, b.tones.fog, b.between(0.1, 0.5))),
            );
          const earth = mix(b.tones.dark, 0x9a6544, 0.66);
          b.band(
            500,
            b.b,
            b.lin(
              0,
              500,
              0,
              900,
              [0, mix(earth, b.tones.fog, 0.55)],
              [0.4, mix(earth, b.tones.key, 0.12)],
              [1, mix(earth, b.tones.dark, 0.4)],
            ),
          );
          for (let k = -9; k <= 9; k++)
            b.poly(
              [
                [k * 64 - 10, 506],
                [k * 64 + 14, 506],
                [k * 230 + 60, 920],
                [k * 230 - 36, 920],
              ],
              css(mix(earth, b.tones.dark, 0.35), 0.42),
            );
          shed(b, -352, 590, 190);
        },
      },
      {
        near: 0.6,
        paint(b) {
          for (const side of [-1, 1])
            for (let row = 0; row < 4; row++) {
              const t = row / 3;
              const x = side * (150 + t * 250) + (side < 0 ? 60 : 0);
              beanRow(b, x, 566 + t * 170, 150 + t * 190, side, bare);
            }
          figure(b, 34, 700, 138, b.tones.cloth[1]);
          // a can
          b.body(
            () => {
              b.c.beginPath();
              b.c.roundRect(84, 664, 46, 40, 6);
            },
            [84, 664, 46, 40],
            mix(b.tones.mid, b.tones.cloth[2], 0.3),
          );
          b.line(
            [
              [130, 694],
              [162, 662],
            ],
            7,
            css(mix(b.tones.mid, b.tones.dark, 0.3)),
          );
          b.ring(107, 664, 21, 4, css(mix(b.tones.mid, b.tones.dark, 0.3)), 17, Math.PI, 2 * Math.PI);
        },
      },
      {
        near: 1,
        paint(b) {
          for (let k = 0; k < 90; k++) {
            const x = b.between(b.l, b.r);
            if (Math.abs(x) < 260 && b.roll() < 0.6) continue;
            const high = b.between(40, 130);
            const lean = b.between(-30, 30);
            b.c.beginPath();
            b.c.moveTo(x - 5, 930);
            b.c.quadraticCurveTo(x, 930 - high * 0.6, x + lean, 900 - high);
            b.c.quadraticCurveTo(x + 6, 930 - high * 0.5, x + 6, 930);
            b.c.fillStyle = css(mix(b.tones.dark, 0x2f6b43, bare ? 0.1 : 0.42), 0.95);
            b.c.fill();
          }
        },
      },
    ],
  };
}

function shed(b: Brush, x: number, foot: number, size: number): void {
  const { tones, c } = b;
  const wood = mix(tones.near, tones.cloth[0], 0.3);
  b.body(
    () => {
      c.beginPath();
      c.rect(x - size * 0.42, foot - size * 0.62, size * 0.84, size * 0.62);
    },
    [x - size * 0.42, foot - size * 0.62, size * 0.84, size * 0.62],
    wood,
  );
  for (let k = 1; k < 9; k++)
    b.line(
      [
        [x - size * 0.42 + k * size * 0.093, foot - size * 0.6],
        [x - size * 0.42 + k * size * 0.093, foot],
      ],
      1.4,
      css(tones.dark, 0.22),
    );
  b.poly(
    [
      [x - size * 0.54, foot - size * 0.58],
      [x - size * 0.06, foot - size * 0.94],
      [x + size * 0.54, foot - size * 0.58],
    ],
    b.lin(
      x - size * 0.5,
      0,
      x + size * 0.5,
      0,
      [0, mix(tones.cloth[0], tones.key, 0.3)],
      [1, mix(tones.cloth[0], tones.dark, 0.45)],
    ),
  );
  b.rect(x - size * 0.3, foot - size * 0.46, size * 0.24, size * 0.2, css(tones.lamp), 2);
  b.line(
    [
      [x - size * 0.18, foot - size * 0.46],
      [x - size * 0.18, foot - size * 0.26],
    ],
    3,
    css(tones.dark, 0.7),
  );
  b.rect(x + size * 0.06, foot - size * 0.48, size * 0.24, size * 0.48, css(mix(wood, tones.dark, 0.5)), 2);
}

/** Poles that lean on one another, and what climbs them. */
function beanRow(b: Brush, x: number, foot: number, high: number, side: number, bare: boolean): void {
  const { tones } = b;
  const leaf = mix(tones.near, 0x3f9a52, 0.55);
  b.glow(x, foot + 4, high * 0.4, tones.dark, 0.4, 12);
  for (const lean of [-1, 1]) {
    b.line(
      [
        [x + lean * high * 0.22, foot],
        [x - lean * high * 0.04, foot - high],
      ],
      4.5,
      css(mix(tones.dark, tones.cloth[2], 0.35)),
    );
    if (bare) continue;
    for (let k = 0; k < 26; k++) {
      const t = b.between(0.04, 0.92);
      const px = x + lean * high * (0.22 - 0.26 * t) + b.between(-1, 1) * high * 0.075;
      const py = foot - high * t;
      const size = high * b.between(0.03, 0.062);
      const lit = (px - x) * -side > 0 || tones.sun[0] < px;
      b.disc(
        px,
        py,
        size,
        css(mix(leaf, lit ? tones.key : tones.dark, lit ? b.between(0.1, 0.5) : b.between(0, 0.3))),
        size * 0.72,
      );
      if (k % 6 === 0)
        b.line(
          [
            [px, py],
            [px + b.between(-3, 3), py + high * 0.13],
          ],
          3.2,
          css(mix(leaf, tones.key, 0.5)),
        );
      if (k % 9 === 4) b.disc(px + 4, py, size * 0.42, css(tones.cloth[0]));
    }
  }
}
