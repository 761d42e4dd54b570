// A person and a face made into SVG. Nothing in it has an id, so any number of them may stand on one page.
import type { Face } from '../../core/run/cast.ts';
import { brows, eyes, lids, LOOKS, mouth, type Features, type Look } from './faces.ts';
import { head, n, nose, type Part } from './parts.ts';
import { PEOPLE } from './people.ts';
import type { Person } from './person.ts';
import { initialsOf, stranger } from './stranger.ts';

/** a, b, c, d, e, f of SVG's matrix() */
type Matrix = readonly [number, number, number, number, number, number];
export interface Outline {
  readonly d: string;
  readonly matrix: Matrix;
}

interface Layers {
  readonly behind: readonly Part[];
  /** in the head's measure */
  readonly backHead: readonly Part[];
  readonly body: readonly Part[];
  readonly head: readonly Part[];
  readonly lids: readonly Part[];
  readonly hair: readonly Part[];
  readonly front: readonly Part[];
  readonly matrix: Matrix;
}

const STILL: Matrix = [1, 0, 0, 1, 0, 0];

/** How far the rim light's edge stands out, up and to the left of everything. */
const RIM = [-2.6, -1.6] as const;

export function portraitOf(id: string, face: Face): string {
  const layers = layersOf(id, face);
  const { matrix } = layers;
  const rim = rimOf(outlinesOf(layers));
  return (
    `<svg class="portrait" viewBox="0 0 200 200" aria-hidden="true" focusable="false">` +
    '<circle class="portrait-ring" cx="100" cy="100" r="90" fill="var(--portrait-ground,#6fb7b455)" stroke="var(--portrait-ring,#006b62)" stroke-width="3"/>' +
    '<g class="portrait-hand" fill="var(--portrait-ring,#006b62)"><path d="M98,10h4v16h-4z"/><circle cx="100" cy="10" r="6"/></g>' +
    `<g fill="var(--portrait-rim,#fff)" transform="translate(${RIM.join(' ')})">${rim}</g>` +
    `<g stroke-linecap="round" stroke-linejoin="round">` +
    marks(layers.behind) +
    wrap(matrix, marks(layers.backHead)) +
    marks(layers.body) +
    wrap(
      matrix,
      `${marks(layers.head)}${layers.lids.length === 0 ? '' : `<g class="portrait-lids" opacity="0">${marks(layers.lids)}</g>`}${marks(layers.hair)}`,
    ) +
    `${marks(layers.front)}</g>${isKnown(id) ? '' : lettersOf(id)}</svg>`
  );
}

/** What somebody is seen to be when nothing but their outline is. */
export function silhouetteOf(id: string, face: Face = 'calm'): readonly Outline[] {
  return outlinesOf(layersOf(id, face));
}

function isKnown(id: string): id is keyof typeof PEOPLE {
  return Object.hasOwn(PEOPLE, id);
}

function lettersOf(id: string): string {
  return `<text x="100" y="192" text-anchor="middle" font-size="34" font-weight="700" fill="#fff">${initialsOf(id)}</text>`;
}

function layersOf(id: string, face: Face): Layers {
  const who = isKnown(id) ? PEOPLE[id] : stranger(id);
  if (who.kind === 'thing') {
    const still = { behind: [], backHead: [], body: [], head: [], lids: [], hair: [], matrix: STILL };
    return { ...still, front: who.parts(face) };
  }
  const look: Look = { ...LOOKS[face], ...who.looks?.[face] };
  const features: Features = who;
  return {
    behind: who.behind ?? [],
    backHead: who.backHair ?? [],
    body: who.body,
    head: [
      ...(who.ears ?? []),
      ...head(who.shape, who.skin),
      ...(who.skinMarks ?? []),
      ...mouth(look.mouth, features),
      ...nose(who.nose, who.skin),
      ...eyes(look.eyes, features),
    ],
    lids: look.eyes === 'smiling' ? [] : lids(features),
    hair: [...brows(look.brows, features), ...who.hair],
    front: who.front ?? [],
    matrix: headMatrix(who, look),
  };
}

/** Turned about the neck, not about the middle of the face: a head that turns about its nose is a clock. */
function headMatrix({ at: [x, y], size = 1, lean = 0 }: Person, look: Look): Matrix {
  const angle = ((lean + look.tilt) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) * size, Math.sin(angle) * size];
  const pivot = 60;
  return [cos, sin, -sin, cos, x + pivot * sin, y + pivot * (size - cos) + look.sink];
}

function outlinesOf({ behind, backHead, body, head: face, hair, front, matrix }: Layers): Outline[] {
  return [
    ...edges(behind, STILL),
    ...edges(backHead, matrix),
    ...edges(body, STILL),
    ...edges([...face, ...hair], matrix),
    ...edges(front, STILL),
  ];
}

function edges(parts: readonly Part[], matrix: Matrix): Outline[] {
  return parts.filter((part) => part.kind === 'outer').map(({ d }) => ({ d, matrix }));
}

/** Drawn behind everything and a little to one side, so that only its edge is seen. */
function rimOf(outlines: readonly Outline[]): string {
  let svg = '';
  let at = 0;
  while (at < outlines.length) {
    const { matrix } = outlines[at];
    let inside = '';
    for (; at < outlines.length && outlines[at].matrix === matrix; at++) inside += `<path d="${outlines[at].d}"/>`;
    svg += wrap(matrix, inside);
  }
  return svg;
}

function wrap(matrix: Matrix, inside: string): string {
  if (matrix === STILL || inside === '') return inside;
  return `<g transform="matrix(${matrix.map((one) => Math.round(one * 1000) / 1000).join(' ')})">${inside}</g>`;
}

/** Neighbours of one paint become one element: half of a head's bytes would be tags. Outer parts overlap, so they stay. */
function marks(parts: readonly Part[]): string {
  let svg = '';
  let at = 0;
  while (at < parts.length) {
    const part = parts[at];
    let { d } = part;
    while (part.kind !== 'outer' && isSameInk(part, parts[at + 1])) d += parts[++at].d;
    const fill = part.kind === 'line' ? 'none' : part.paint;
    const stroke = part.kind === 'line' ? ` stroke="${part.paint}" stroke-width="${n(part.width)}"` : '';
    svg += `<path d="${d}" fill="${fill}"${stroke}/>`;
    at++;
  }
  return svg;
}

function isSameInk(one: Part, other: Part | undefined): boolean {
  if (other === undefined || one.kind !== other.kind || one.paint !== other.paint) return false;
  return one.kind !== 'line' || other.kind !== 'line' || one.width === other.width;
}

/** Everybody blinks at their own pace, every 3 to 7 s, and nobody together. In seconds. */
export function blinkOf(id: string): { readonly every: number; readonly after: number } {
  let hash = 7;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) % 9973;
  return { every: 3 + (hash % 40) / 10, after: (hash % 53) / 10 };
}
