// Who can be on stage. `id` is what commands and saves say, `name` what stands before the colon in a script.

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly about: string;
}

export const CAST = [
  { id: 'you', name: 'You', about: 'the apprentice who reads the Record' },
  { id: 'jin', name: 'Jin', about: 'Jin Kwan, who keeps the Record' },
  { id: 'wick', name: 'Wick', about: 'sells places in queues; nine years old in the Record, twelve at the gate' },
  { id: 'prosper', name: 'Prosper', about: 'the desk at the gate of the Sphere' },
  { id: 'ruta', name: 'Ruta', about: 'apprentice number four, in the kitchen' },
  { id: 'tap', name: 'Tap', about: 'the public tap on the plaza, which reads its queue' },
  { id: 'bas', name: 'Bas', about: 'drives a tram that leaves at 05:58' },
  { id: 'ode', name: 'Ode', about: 'ran a lift for thirty-one years, and has a bucket' },
  { id: 'imre', name: 'Imre', about: 'a baker, behind the barrier' },
  { id: 'dov', name: 'Dov', about: 'half of a tub with two handles' },
  { id: 'dara', name: 'Dara', about: 'the other half' },
  { id: 'hale', name: 'Hale', about: 'of the swimming baths, with a whistle' },
] as const satisfies readonly Member[];

export const CAST_IDS: readonly string[] = CAST.map((one) => one.id);
export const FACES = ['calm', 'glad', 'wry', 'worried', 'angry', 'sad', 'startled'] as const;
export const PLACES_ON_STAGE = ['left', 'centre', 'right'] as const;
export const CITIES = ['sphere', 'coves', 'neoterra', 'hub', 'sanctuaries', 'haven'] as const;
