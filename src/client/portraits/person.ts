// What the table of people holds of each. Twelve slots, from the back to the front.
import type { Face } from '../../core/run/cast.ts';
import type { Look } from './faces.ts';
import type { Nose, Part, Shape } from './parts.ts';
import type { Tones } from './tones.ts';

export interface Person {
  readonly kind: 'person';
  readonly skin: Tones;
  readonly iris: string;
  readonly brow: string;
  readonly browWidth: number;
  readonly lip: string;
  /** how far the corners of a mouth at rest go up, and how wide open the eyes are by nature */
  readonly corners?: number;
  readonly open?: number;
  /** lashes that are seen from across a room */
  readonly lashes?: boolean;
  /** a tooth that is not there, seen when they laugh */
  readonly gap?: boolean;
  /** where the middle of the eyes is; lean in degrees, which is how somebody carries their head */
  readonly at: readonly [x: number, y: number];
  readonly size?: number;
  readonly lean?: number;
  readonly shape: Shape;
  readonly nose: Nose;
  /** behind the body: what is carried on the back */
  readonly behind?: readonly Part[];
  /** in the head's measure, behind the head */
  readonly backHair?: readonly Part[];
  /** neck, bust and garment */
  readonly body: readonly Part[];
  readonly ears?: readonly Part[];
  /** beards, folds, freckles: on the face and below the mouth */
  readonly skinMarks?: readonly Part[];
  /** hair, hats, spectacles: above the brows */
  readonly hair: readonly Part[];
  /** hands, tools and collars that stand before the head; in the measure of the page */
  readonly front?: readonly Part[];
  /** where this one's face is not like everybody's */
  readonly looks?: Partial<Readonly<Record<Face, Partial<Look>>>>;
}

/** A thing that speaks, or somebody whose face is not seen: it draws itself for each face. */
export interface Thing {
  readonly kind: 'thing';
  readonly parts: (face: Face) => readonly Part[];
}
