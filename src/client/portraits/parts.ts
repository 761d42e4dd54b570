// What people are put together from. A part is plain data, so that a test can measure the same shapes that are drawn.
import type { Tones } from './tones.ts';

/** `outer` parts make the silhouette and carry the rim light; `inner` ones and lines lie on top of them. */
export type Part =
  | { readonly kind: 'outer' | 'inner'; readonly d: string; readonly paint: string }
  | { readonly kind: 'line'; readonly d: string; readonly paint: string; readonly width: number };

export const outer = (d: string, paint: string): Part => ({ kind: 'outer', d, paint });
export const inner = (d: string, paint: string): Part => ({ kind: 'inner', d, paint });
export const line = (d: string, paint: string, width = 3): Part => ({ kind: 'line', d, paint, width });

/** A number as short as it can be written: half the bytes of a head are digits. */
export const n = (value: number): string => `${Math.round(value * 10) / 10}`;

export function disc(x: number, y: number, rx: number, ry = rx): string {
  return `M${n(x - rx)},${n(y)}a${n(rx)},${n(ry)} 0 1 1 ${n(rx * 2)},0a${n(rx)},${n(ry)} 0 1 1 ${n(-rx * 2)},0Z`;
}

const corner = (x: number, y: number): string => `${n(x)},${n(y)}`;

/** A bar from one point to another: pencils, pegs, pipes. */
export function rod(x1: number, y1: number, x2: number, y2: number, width: number): string {
  const length = Math.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2);
  const dx = (((y1 - y2) / length) * width) / 2;
  const dy = (((x2 - x1) / length) * width) / 2;
  return `M${corner(x1 + dx, y1 + dy)}L${corner(x2 + dx, y2 + dy)}L${corner(x2 - dx, y2 - dy)}L${corner(x1 - dx, y1 - dy)}Z`;
}

export interface Bust {
  /** the middle, the height of the shoulders, and half of the width */
  readonly x: number;
  readonly y: number;
  readonly w: number;
  /** how far the shoulders fall; below nought they are padded and rise */
  readonly fall?: number;
  /** half of the width of the neck's opening */
  readonly neck?: number;
}

/** Shoulders down to the lower edge, in three tones. The key light comes from where the person looks: the right. */
export function bust({ x, y, w, fall = 12, neck: opening = 18 }: Bust, of: Tones): Part[] {
  const left = `C${x - w - 2},${y + fall + 26} ${x - w + 10},${y + fall} ${x - opening},${y}`;
  const right = `C${x + w - 10},${y + fall} ${x + w + 2},${y + fall + 26} ${x + w},202`;
  return [
    outer(`M${x - w},202${left}L${x + opening},${y}${right}Z`, of.base),
    inner(
      `M${x - w},202${left}C${n(x - w * 0.5)},${y + fall + 4} ${n(x - w * 0.6)},${y + 34} ${n(x - w * 0.6)},202Z`,
      of.shade,
    ),
    inner(
      `M${x + opening},${y}${right}h-6C${x + w - 5},${y + fall + 34} ${x + w - 14},${y + fall + 8} ${x + opening},${y}Z`,
      of.light,
    ),
  ];
}

/** A neck in the shadow of its chin, from `top` to the shoulders. */
export function neck(x: number, top: number, bottom: number, w: number, of: Tones): Part[] {
  return [
    outer(
      `M${x - w},${top}L${x + w},${top}L${x + w + 2},${bottom}Q${x},${bottom + 16} ${x - w - 3},${bottom}Z`,
      of.shade,
    ),
    inner(`M${x + w - 7},${top + 14}L${x + w},${top + 10}L${x + w + 2},${bottom}L${x + w - 9},${bottom + 6}Z`, of.base),
  ];
}

export interface Shape {
  /** half of the width at the cheekbone */
  readonly w: number;
  /** how far below the eyes the chin ends */
  readonly chin: number;
  /** half of the width of the chin */
  readonly point: number;
  /** how square the near jaw is: 0.5 narrow, 1 as wide as the cheeks */
  readonly jaw: number;
}

/** Every head looks a little to the right: the near eye at -7, the far eye at 25, both at 0. */
export function head({ w, chin, point, jaw }: Shape, of: Tones): Part[] {
  const near = `C${n(-w * jaw)},${n(chin - 7)} ${-w},38 ${-w},10`;
  const outline =
    `M${w - 2},-18Q${w - 6},-4 ${w},11C${w - 1},32 ${n(10 + point + (w - point) * 0.4)},${chin} ${10 + point},${chin}` +
    `Q10,${chin + 2} ${10 - point},${chin - 1}${near}C${-w - 7},-64 ${w + 3},-68 ${w - 2},-18Z`;
  return [
    outer(outline, of.base),
    inner(
      `M${10 - point},${chin - 1}${near}L${-w},-20Q${16 - w},-4 ${15 - w},14C${15 - w},34 ${n(-w * jaw + 16)},${chin - 12} ${10 - point},${chin - 1}Z`,
      of.shade,
    ),
    inner(`M${w - 1},11Q${w - 12},13 ${w - 10},19Q${w - 7},23 ${w - 1},19Z`, of.light),
  ];
}

export function ear(x: number, y: number, of: Tones): Part[] {
  return [outer(disc(x, y, 8, 12), of.shade), line(`M${x - 3},${y - 5}q6,-1 4,6t-1,6`, of.deep, 2)];
}

export interface Nose {
  /** how far it reaches to the right and down, and how wide its near wing is */
  readonly tip: number;
  readonly y: number;
  readonly wing: number;
  /** a bump on the bridge */
  readonly hook?: number;
}

export function nose({ tip, y, wing, hook = 0 }: Nose, of: Tones): Part[] {
  return [
    inner(
      `M14,-5Q${n((14 + tip) / 2 + hook)},${n(y * 0.4)} ${tip},${y}Q${tip + 1},${y + 6} ${tip - 6},${y + 7}L${17 - wing},${y + 6}Q${13 - wing},${y} ${18 - wing},${y - 3}Q15,${n(y * 0.4)} 14,-5Z`,
      of.shade,
    ),
    line(`M${18 - wing},${y + 6}q4,-4 7,0`, of.deep, 2.2),
    line(`M${n((14 + tip) / 2 + hook + 2)},${n(y * 0.4)}L${tip - 1},${y - 2}`, of.light, 2.4),
  ];
}

/** What the years leave. */
export function years(of: Tones, much: 1 | 2, w: number): Part[] {
  const folds = line(`M-1,21Q-7,28 -6,35M${w - 9},22q2,5 -1,10`, of.shade, 2.4);
  const corners = line(`M${17 - w},5l-6,-2M${17 - w},8l-6,3`, of.deep, 1.8);
  return much === 1 ? [folds] : [folds, corners, line('M-4,-29Q10,-32 24,-29M0,-36Q11,-38 21,-36', of.shade, 2)];
}

/** The Coves' pip: a bead of lit glass at the collar. */
export function pip(x: number, y: number): Part[] {
  return [
    inner(disc(x, y, 7.5), '#0c4f52'),
    inner(disc(x, y, 5.6), '#58d3c1'),
    inner(disc(x + 1.6, y - 1.8, 2.2), '#f1fffb'),
  ];
}
