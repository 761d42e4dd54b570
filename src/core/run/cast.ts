// Who can be on stage. `id` is what commands and saves say, `name` what stands before the colon in a script.

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly about: string;
}

export const CAST = [
  { id: 'you', name: 'You', about: 'the apprentice who reads the Record' },
  { id: 'jin', name: 'Jin', about: 'Jin Kwan, who keeps the Record' },
] as const satisfies readonly Member[];

export const CAST_IDS: readonly string[] = CAST.map((one) => one.id);
export const FACES = ['calm', 'glad', 'wry', 'worried', 'angry', 'sad', 'startled'] as const;
export const PLACES_ON_STAGE = ['left', 'centre', 'right'] as const;
export const CITIES = ['sphere', 'coves', 'neoterra', 'hub', 'sanctuaries', 'haven'] as const;
