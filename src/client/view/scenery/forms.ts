// What more than one place of the Coves is made of: glass spirals, towers of discs, water, lamps, trams, arches.

import { css, mix, type Brush, type Point } from './brush.ts';

const TURN = 2 * Math.PI;

/** A logarithmic spiral from its mouth inwards. */
export function spiral(x: number, y: number, r: number, turns: number, way: 1 | -1, start = 0, tight = 0.17): Point[] {
  const steps = Math.ceil(turns * 40);
  return Array.from({ length: steps + 1 }, (_, k) => {
    const angle = (k / 40) * TURN;
    const out = r * Math.exp(-tight * angle);
    return [x + Math.cos(start + way * angle) * out, y + Math.sin(start + way * angle) * out] as const;
  });
}

/** A house of glass: a shell that stands on its mouth. `far` from 0 (here) to 1 (in the fog). */
export function shell(b: Brush, x: number, foot: number, r: number, way: 1 | -1, far: number): void {
  const { c, tones } = b;
  const y = foot - r * 0.44;
  const colour = mix(mix(tones.near, tones.mid, 0.4), mix(tones.far, tones.fog, 0.45), far);
  const glass = mix(colour, tones.key, 0.42);
  const start = way === 1 ? Math.PI * 0.98 : Math.PI * 0.02;
  const outer = spiral(x, y, r, 1, way, start);
  const isLeftLit = tones.sun[0] < x;
  const side = isLeftLit ? -1 : 1;
  // under the lip of the shell: the way in
  const lip = x - way * r * 0.97;
  b.poly(
    [
      [lip, y - 2],
      [x - way * r * 0.2, y - 2],
      [x - way * r * 0.2, foot],
      [lip + way * r * 0.12, foot],
    ],
    b.lin(0, y, 0, foot, [0, mix(colour, tones.dark, 0.42 * (1 - far * 0.7))], [1, mix(colour, tones.dark, 0.12)]),
  );
  for (let k = 0; k < 4; k++)
    b.rect(
      x - way * r * (0.42 + k * 0.14) - r * 0.03,
      y + r * 0.06,
      r * 0.06,
      foot - y - r * 0.06,
      css(k % 2 === 0 ? tones.lamp : tones.key, 0.55),
      r * 0.03,
    );
  b.inside(
    () => {
      c.beginPath();
      c.rect(x - r * 1.4, y - r * 1.4, r * 2.8, foot - y + r * 1.4);
    },
    () => {
      // the whole of it
      b.poly(
        outer,
        b.lin(
          x + side * r,
          y - r,
          x - side * r * 0.8,
          y + r,
          [0, mix(glass, tones.key, 0.45)],
          [0.45, glass],
          [1, mix(colour, tones.dark, 0.16)],
        ),
      );
      // whorl over whorl, each as clear as the last: discs that overlap
      for (let turn = 0; turn < 3; turn++) {
        const inner = spiral(
          x,
          y,
          r * Math.exp(-0.17 * TURN * (turn * 0.5 + 0.5)),
          1,
          way,
          start + way * Math.PI * (turn + 1),
        );
        b.poly(inner, b.lin(x + side * r * 0.5, y - r * 0.5, x, y + r * 0.5, [0, tones.key, 0.34], [1, colour, 0.3]));
      }
      // chambers
      c.lineWidth = Math.max(0.7, r * 0.011);
      const line = spiral(x, y, r, 2.1, way, start);
      for (let k = 4; k < line.length - 44; k += 5) {
        const [ax, ay] = line[k];
        const [bx, by] = line[k + 40];
        c.strokeStyle = css(tones.rim, 0.3 * (1 - far * 0.5));
        c.beginPath();
        c.moveTo(ax, ay);
        c.quadraticCurveTo((ax + bx) / 2 + (by - ay) * 0.16 * way, (ay + by) / 2 - (bx - ax) * 0.16 * way, bx, by);
        c.stroke();
      }
      b.line(spiral(x, y, r, 2.6, way, start), Math.max(1, r * 0.022), css(tones.rim, 0.72 - far * 0.3));
      // windows, a few of them lit
      for (let k = 3; k < 38; k += 1) {
        if (b.roll() < 0.55) continue;
        const [ax, ay] = line[k];
        const t = b.between(0.08, 0.2);
        const lit = b.roll() < 0.34;
        b.disc(
          ax + (x - ax) * t,
          ay + (y - ay) * t,
          Math.max(0.8, r * 0.014),
          css(lit ? tones.lamp : tones.dark, lit ? 0.95 : 0.16),
        );
      }
      // the rim that the sun finds: one run of the outline
      const lit = outer.map(([px, py]) => (px - x) * side > -r * 0.15 && py < y + r * 0.3);
      const from = lit.indexOf(true);
      const to = lit.indexOf(false, from);
      b.line(
        outer.slice(Math.max(0, from), to < 0 ? undefined : to),
        Math.max(1.2, r * 0.03),
        css(tones.rim, 0.95 - far * 0.4),
      );
      // its own foot is in shade
      c.fillStyle = b.lin(0, foot - r * 0.5, 0, foot, [0, tones.dark, 0], [1, tones.dark, 0.22 * (1 - far * 0.6)]);
      b.path(outer);
      c.fill();
    },
  );
}

/** A tower of discs that overlap, turning as it goes up. */
export function tower(b: Brush, x: number, foot: number, high: number, wide: number, far: number): void {
  const { tones } = b;
  const colour = mix(mix(tones.near, tones.mid, 0.5), mix(tones.far, tones.fog, 0.5), far);
  const floors = Math.max(6, Math.round(high / (wide * 0.22)));
  const side = tones.sun[0] < x ? -1 : 1;
  b.rect(x - wide * 0.07, foot - high, wide * 0.14, high, css(mix(colour, tones.dark, 0.25), 0.8));
  for (let k = 0; k < floors; k++) {
    const t = k / (floors - 1);
    const half = (wide / 2) * (1 - t * t * 0.82) * (0.86 + 0.14 * Math.sin(k * 1.1));
    const at = x + Math.sin(k * 0.62) * wide * 0.13 * (1 - t * 0.6);
    const y = foot - high * t;
    const thick = Math.max(1.5, wide * 0.07 * (1 - t * 0.55));
    b.disc(at, y + thick * 0.5, half, css(mix(colour, tones.dark, 0.3), 0.75), thick * 1.25);
    b.disc(
      at,
      y,
      half,
      b.lin(
        at + side * half,
        y,
        at - side * half,
        y,
        [0, mix(colour, tones.key, 0.75)],
        [0.5, mix(colour, tones.key, 0.3)],
        [1, colour],
      ),
      thick,
    );
    if (k % 2 === 0 && b.roll() < 0.7)
      b.disc(
        at - side * half * b.between(-0.4, 0.5),
        y + thick * 0.9,
        Math.max(0.8, wide * 0.02),
        css(tones.lamp, 0.9),
      );
  }
  b.line(
    [
      [x, foot - high],
      [x, foot - high * 1.14],
    ],
    Math.max(1, wide * 0.03),
    css(mix(colour, tones.key, 0.3)),
  );
}

/** Sky, sun and thin cloud. */
export function sky(b: Brush, horizon = 600): void {
  const { tones } = b;
  const [top, middle, low] = tones.sky;
  b.wash(-40, horizon, [0, top], [0.55, middle], [1, low]);
  const [x, y, strength] = tones.sun;
  b.glow(x, y, 620, tones.key, 0.55 * strength);
  b.glow(x, y, 190, tones.key, 0.8 * strength);
  b.disc(x, y, 46, css(mix(tones.key, 0xffffff, 0.4), 0.9 * strength));
  clouds(b, horizon);
}

function clouds(b: Brush, horizon: number, count = 9): void {
  const { tones } = b;
  for (let k = 0; k < count; k++) {
    const y = b.between(0.08, 0.8) * horizon;
    const x = b.between(b.l, b.r);
    const wide = b.between(130, 420);
    const near = y / horizon;
    for (let j = 0; j < 5; j++)
      b.glow(
        x + b.between(-0.5, 0.5) * wide,
        y + b.between(-8, 8),
        wide * b.between(0.3, 0.6),
        mix(tones.rim, tones.sky[2], 0.3 + 0.5 * near),
        0.2,
        wide * 0.05,
      );
  }
}

/** The skyline of the Coves: shells behind shells, thinning into the fog. */
export function skyline(
  b: Brush,
  foot: number,
  far: number,
  size: number,
  leave: readonly [number, number] | null = null,
): void {
  const { tones } = b;
  let x = b.l - size;
  let way: 1 | -1 = 1;
  while (x < b.r + size) {
    const r = size * b.between(0.55, 1.15);
    x += r * 0.72;
    if (leave === null || x + r * 0.8 < leave[0] || x - r * 0.8 > leave[1]) {
      if (b.roll() < 0.36) tower(b, x + r * 0.2, foot, r * b.between(2.2, 3.4), r * 0.62, far);
      shell(b, x, foot, r, way, far);
    }
    way = b.roll() < 0.7 ? way : way === 1 ? -1 : 1;
    x += r * 0.55;
  }
  b.band(
    foot - size * 0.5,
    foot + 2,
    b.lin(0, foot - size * 0.5, 0, foot, [0, tones.fog, 0], [1, tones.fog, 0.55 * far + 0.1]),
  );
}

/** From the tide line to the foot of the picture. */
export function water(b: Brush, y: number, from = 0.35): void {
  const { tones } = b;
  b.band(
    y,
    b.b,
    b.lin(
      0,
      y,
      0,
      y + 330,
      [0, mix(tones.fog, tones.sky[2], 0.5)],
      [0.12, mix(tones.far, tones.fog, 0.3)],
      [0.5, tones.mid],
      [1, mix(tones.near, tones.dark, from)],
    ),
  );
  b.glints(tones.sun[0], y + 2, y + 280, 320, tones.key, 0.75, 150);
  for (let k = 0; k < 5; k++) {
    const at = y + 4 + 58 * k * (1 + k * 0.22);
    const points: Point[] = [];
    for (let x = b.l; x <= b.r + 20; x += 20)
      points.push([x, at + Math.sin(x / (60 + 40 * k) + k * 2) * (2 + k * 2.2)]);
    b.line(points, 1.2 + k * 0.7, css(tones.rim, 0.34 - k * 0.04));
  }
  b.caustics(y + 40, y + 420, tones.rim, 0.16);
}

/** A lamp on a post, or on a wire where `post` is 0. */
export function lamp(b: Brush, x: number, y: number, r: number, post = 0, lit = true): void {
  const { tones } = b;
  if (post > 0) b.rect(x - r * 0.16, y, r * 0.32, post, css(tones.dark), r * 0.1);
  if (lit) b.glow(x, y, r * 7, tones.lamp, 0.42);
  b.disc(
    x,
    y,
    r,
    b.rad(x - r * 0.3, y - r * 0.3, r * 1.4, [0, mix(tones.lamp, 0xffffff, 0.7)], [1, lit ? tones.lamp : tones.mid]),
  );
  b.ring(x, y, r, Math.max(1, r * 0.1), css(tones.rim, 0.8), r, Math.PI, 1.6 * Math.PI);
}

/** A tram seen from its side: as long as it is wide, on the rail at `y`. */
export function tram(b: Brush, x: number, y: number, size: number, colour: number): void {
  const { tones } = b;
  const wide = size * 2.7;
  const left = x - wide / 2;
  const high = size * 0.92;
  b.body(
    () => {
      b.c.beginPath();
      b.c.roundRect(left, y - high, wide, high * 0.9, size * 0.24);
    },
    [left, y - high, wide, high],
    colour,
    size * 0.03,
  );
  b.rect(left + size * 0.05, y - high * 0.46, wide - size * 0.1, high * 0.08, css(mix(colour, tones.key, 0.7)));
  for (let k = 0; k < 5; k++) {
    const at = left + wide * (0.06 + k * 0.182);
    b.rect(
      at,
      y - high * 0.86,
      wide * 0.15,
      high * 0.34,
      b.lin(at, y - high, at, y - high * 0.5, [0, mix(tones.lamp, 0xffffff, 0.5)], [1, tones.lamp]),
      size * 0.05,
    );
    if (k !== 2)
      b.disc(at + wide * b.between(0.04, 0.11), y - high * 0.58, size * 0.07, css(tones.dark, 0.75), size * 0.1);
  }
  for (const side of [0.22, 0.78]) {
    b.disc(left + wide * side, y - high * 0.04, size * 0.11, css(tones.dark));
    b.disc(left + wide * side, y - high * 0.04, size * 0.045, css(tones.mid));
  }
  b.line(
    [
      [x, y - high],
      [x - size * 0.2, y - high * 1.25],
      [x + size * 0.12, y - high * 1.45],
    ],
    size * 0.035,
    css(tones.dark),
  );
}

/** Arches on piers, and a rail over them. */
export function viaduct(b: Brush, y: number, foot: number, span: number, colour: number): void {
  const { c, tones } = b;
  const first = Math.floor(b.l / span) * span;
  const thick = span * 0.16;
  c.save();
  c.beginPath();
  c.rect(b.l, y, b.r - b.l, foot - y);
  for (let x = first; x < b.r + span; x += span) {
    c.moveTo(x + thick / 2, foot + 4);
    c.lineTo(x + thick / 2, y + span * 0.62);
    c.arc(x + span / 2, y + span * 0.62, (span - thick) / 2, Math.PI, 0);
    c.lineTo(x + span - thick / 2, foot + 4);
    c.closePath();
  }
  c.fillStyle = b.lin(
    0,
    y,
    0,
    foot,
    [0, mix(colour, tones.key, 0.25)],
    [0.35, colour],
    [1, mix(colour, tones.fog, 0.45)],
  );
  c.fill('evenodd');
  c.restore();
  for (let x = first; x < b.r + span; x += span) {
    b.ring(
      x + span / 2,
      y + span * 0.62,
      (span - thick) / 2,
      2.4,
      css(tones.rim, 0.55),
      (span - thick) / 2,
      Math.PI * 1.05,
      Math.PI * 1.5,
    );
    b.rect(x - thick / 2, y + span * 0.62, thick * 0.28, foot - y - span * 0.62, css(tones.rim, 0.22));
  }
  b.band(y - 5, y + 5, css(mix(colour, tones.dark, 0.3)));
  b.band(y - 6, y - 3.5, css(tones.rim, 0.75));
}

/** An arched opening: its path, for windows, doors, mirrors and kilns. */
export function arch(b: Brush, x: number, foot: number, wide: number, high: number): void {
  const { c } = b;
  c.beginPath();
  c.moveTo(x - wide / 2, foot);
  c.lineTo(x - wide / 2, foot - high + wide / 2);
  c.arc(x, foot - high + wide / 2, wide / 2, Math.PI, 0);
  c.lineTo(x + wide / 2, foot);
  c.closePath();
}

const SKINS = [0x6b4430, 0x9a6a4a, 0xc69270, 0x4e3226] as const;

/** Somebody, small, with their back to us: what gives a place its size. */
export function figure(
  b: Brush,
  x: number,
  foot: number,
  high: number,
  coat: number,
  who = Math.round(Math.abs(x)) % 4,
): void {
  const { c, tones } = b;
  const w = high * 0.15;
  b.glow(x, foot, w * 2.6, tones.dark, 0.4, w * 0.5);
  for (const side of [-1, 1])
    b.line(
      [
        [x + side * w * 0.36, foot - high * 0.34],
        [x + side * w * 0.42, foot - high * 0.01],
      ],
      w * 0.5,
      css(mix(tones.dark, coat, 0.15)),
    );
  b.rect(x - w * 0.2, foot - high * 0.86, w * 0.4, high * 0.1, css(SKINS[who]));
  const hem = 0.3 + (who % 2) * 0.1;
  const coatPath = (): void => {
    c.beginPath();
    c.moveTo(x - w * 1.02, foot - high * hem);
    c.bezierCurveTo(
      x - w * 0.78,
      foot - high * 0.52,
      x - w * 1.25,
      foot - high * 0.76,
      x - w * 0.62,
      foot - high * 0.8,
    );
    c.quadraticCurveTo(x, foot - high * 0.845, x + w * 0.62, foot - high * 0.8);
    c.bezierCurveTo(
      x + w * 1.25,
      foot - high * 0.76,
      x + w * 0.78,
      foot - high * 0.52,
      x + w * 1.02,
      foot - high * hem,
    );
    c.quadraticCurveTo(x, foot - high * (hem - 0.035), x - w * 1.02, foot - high * hem);
    c.closePath();
  };
  b.body(coatPath, [x - w * 1.1, foot - high * 0.84, 2.2 * w, high * (0.84 - hem)], coat, high * 0.012);
  b.disc(x, foot - high * 0.915, w * 0.44, css(SKINS[who]), w * 0.54);
  // hair, from behind
  const hair = mix(tones.dark, [0x2a1a14, 0x8a8f93, 0x5b3522, 0x14181c][who], 0.7);
  b.disc(x, foot - high * 0.93, w * 0.5, css(hair), w * 0.5);
  if (who === 2) b.disc(x, foot - high * 0.99, w * 0.24, css(hair));
  if (who === 0) b.rect(x - w * 0.5, foot - high * 0.93, w, w * 0.6, css(hair), w * 0.2);
}

/** A room: wall, and a floor that lies. `foot` is where they meet. */
export function room(b: Brush, foot: number, wall: number, floor: number): void {
  const { tones } = b;
  b.wash(-100, foot, [0, mix(wall, tones.dark, 0.3)], [0.6, wall], [1, mix(wall, tones.key, 0.18)]);
  b.band(
    foot,
    b.b,
    b.lin(0, foot, 0, foot + 300, [0, mix(floor, tones.key, 0.22)], [0.5, floor], [1, mix(floor, tones.dark, 0.45)]),
  );
  b.band(foot - 3, foot + 2, css(tones.dark, 0.22));
}

/** Boards or tiles that run away from us. */
export function boards(b: Brush, foot: number, gap: number, colour: number, alpha: number): void {
  for (let x = -3000; x <= 3000; x += gap)
    b.line(
      [
        [x * 0.32, foot],
        [x * 1.4, foot + 420],
      ],
      1.4,
      css(colour, alpha),
    );
  for (let k = 1; k < 7; k++)
    b.line(
      [
        [b.l, foot + 6 * k * k * 1.3],
        [b.r, foot + 6 * k * k * 1.3],
      ],
      1.2,
      css(colour, alpha * 0.8),
    );
}

const SEGMENTS = [0x77, 0x24, 0x5d, 0x6d, 0x2e, 0x6b, 0x7b, 0x25, 0x7f, 0x6f] as const;

/** A digit of seven strokes. */
export function seven(
  b: Brush,
  x: number,
  y: number,
  wide: number,
  high: number,
  digit: number,
  colour: number,
  width = wide * 0.16,
): void {
  const bits = SEGMENTS[digit];
  const h = high / 2;
  const strokes = [
    [0, 0, 1, 0],
    [0, 0, 0, 1],
    [1, 0, 1, 1],
    [0, 1, 1, 1],
    [0, 1, 0, 2],
    [1, 1, 1, 2],
    [0, 2, 1, 2],
  ] as const;
  strokes.forEach(([ax, ay, bx, by], k) => {
    if ((bits & (1 << k)) === 0) return;
    b.line(
      [
        [x + ax * wide, y + ay * h],
        [x + bx * wide, y + by * h],
      ],
      width,
      css(colour),
    );
  });
}
