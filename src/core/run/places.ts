// Where scenes play: what `<<stage>>` may name. The picture has a look for each, and the words their name.

import type { City } from './cast.ts';

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly city: City;
}

export const PLACES = [
  { id: 'sphere_gate', name: 'The gate of the Sphere', city: 'sphere' },
  { id: 'sphere_hall', name: 'The hall of the Sphere', city: 'sphere' },
  { id: 'record_room', name: 'The Record room', city: 'sphere' },
  { id: 'plaza_2143', name: 'The plaza, before six', city: 'neoterra' },

  { id: 'cove_ninth', name: 'The Cove on Ninth', city: 'coves' },
  { id: 'tide_steps', name: 'The Tide Steps', city: 'coves' },
  { id: 'tram_nine', name: 'On the Nine', city: 'coves' },
  { id: 'kiln', name: 'Odile’s kiln', city: 'coves' },
  { id: 'laundry', name: 'Roos Steam Laundry', city: 'coves' },
  { id: 'spiral_hall', name: 'The Spiral Hall', city: 'coves' },
  { id: 'depot', name: 'The tram depot', city: 'coves' },
  { id: 'mirror_court', name: 'The Mirror Court', city: 'coves' },
  { id: 'score_hall', name: 'The Hall of Numbers', city: 'coves' },
  { id: 'lumen_office', name: 'Lumen Mutual, third floor', city: 'coves' },
  { id: 'allotment', name: 'The allotments', city: 'coves' },
  { id: 'assembly', name: 'The drained baths', city: 'coves' },
] as const satisfies readonly Place[];

export const PLACE_IDS: readonly string[] = PLACES.map((one) => one.id);
