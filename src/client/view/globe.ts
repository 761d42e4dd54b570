// Where the Sphere and its five regions are in a window. Without Phaser, so that the buttons over them can ask first.

import type { City } from '../../core/run/cast.ts';

/** Where the units of the scenery lie in a window: pixels to a unit, and where unit (0, 0) is. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** Beside a column of words the middle of the picture is the middle of what is left of the window, and it stands a little
 * further off and higher: whoever speaks stands before its foot. */
const ASIDE = { x: 0.265, scale: 0.86, rise: 0.2 } as const;

/** A wide window shows a composition whole; a high one its middle, with the horizon above the sheet of words. */
export function viewOf(width: number, height: number, isAside = false): View {
  if (width < height * 1.2) {
    const scale = Math.max(width / 820, (height * 0.52) / 900);
    return { scale, x: width / 2, y: height * 0.42 - 560 * scale };
  }
  const whole = Math.max(width / 1600, height / 900);
  if (!isAside) return { scale: whole, x: width / 2, y: (height - 900 * whole) / 2 };
  const scale = whole * ASIDE.scale;
  return { scale, x: width * ASIDE.x, y: (height - 900 * scale) * ASIDE.rise };
}

/** Where the globe is on the hub, in units. */
export const GLOBE = { x: 0, y: 410, r: 318 } as const;

/** From west to east. */
export const REGIONS = ['sanctuaries', 'hub', 'coves', 'neoterra', 'haven'] as const satisfies readonly City[];

/** Where the meridians between them cross the middle, as a share of the radius. */
export const MERIDIANS = [-0.97, -0.62, -0.215, 0.215, 0.62, 0.97] as const;

/** The middle of a region and half of how wide it is, as shares of the radius. */
export function regionAt(k: number): { readonly x: number; readonly half: number } {
  return { x: (MERIDIANS[k] + MERIDIANS[k + 1]) / 2, half: (MERIDIANS[k + 1] - MERIDIANS[k]) / 2 };
}

export interface HubPlace {
  /** The middle of the region, and as much around it as a finger may have, in CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The five regions of the Sphere as they lie on the hub in a window of this size. */
export function hubPlaces(width: number, height: number): Record<(typeof REGIONS)[number], HubPlace> {
  const { scale, x, y } = viewOf(width, height);
  const r = GLOBE.r * scale;
  const place = (k: number): HubPlace => {
    const { x: at, half } = regionAt(k);
    return { x: x + GLOBE.x * scale + at * r, y: y + GLOBE.y * scale, width: half * 2 * r, height: r * 1.3 };
  };
  const [sanctuaries, hub, coves, neoterra, haven] = REGIONS.map((_, k) => place(k));
  return { sanctuaries, hub, coves, neoterra, haven };
}
