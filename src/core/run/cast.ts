// Who can be on stage. `id` is what commands and saves say, `name` what stands before the colon in a script.

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly city: City;
  readonly about: string;
}

export const CITIES = ['sphere', 'coves', 'neoterra', 'hub', 'sanctuaries', 'haven'] as const;
export type City = (typeof CITIES)[number];

export const CAST = [
  { id: 'you', name: 'You', city: 'sphere', about: 'the apprentice who reads the Record' },
  { id: 'jin', name: 'Jin', city: 'sphere', about: 'Jin Kwan, who keeps the Record' },
  {
    id: 'wick',
    name: 'Wick',
    city: 'sphere',
    about: 'sells places in queues; nine years old in the Record, twelve at the gate',
  },
  { id: 'prosper', name: 'Prosper', city: 'sphere', about: 'the desk at the gate of the Sphere' },
  { id: 'ruta', name: 'Ruta', city: 'sphere', about: 'apprentice number four, in the kitchen' },
  { id: 'tap', name: 'Tap', city: 'neoterra', about: 'the public tap on the plaza, which reads its queue' },
  { id: 'bas', name: 'Bas', city: 'neoterra', about: 'drives a tram that leaves at 05:58' },
  { id: 'ode', name: 'Ode', city: 'neoterra', about: 'ran a lift for thirty-one years, and has a bucket' },
  { id: 'imre', name: 'Imre', city: 'neoterra', about: 'a baker, behind the barrier' },
  { id: 'dov', name: 'Dov', city: 'neoterra', about: 'half of a tub with two handles' },
  { id: 'dara', name: 'Dara', city: 'neoterra', about: 'the other half' },
  { id: 'hale', name: 'Hale', city: 'neoterra', about: 'of the swimming baths, with a whistle' },

  { id: 'zara', name: 'Zara', city: 'coves', about: 'Zara Elwood, who designs the rooms' },
  { id: 'kaden', name: 'Kaden', city: 'coves', about: 'Kaden Voss, who makes people look at themselves' },
  { id: 'nia', name: 'Nia', city: 'coves', about: 'Nia Cortez, who runs the workshops and counts the doors' },
  { id: 'jesse', name: 'Jesse', city: 'coves', about: 'Jesse Lau, who built the Palette and brings the pastry' },
  {
    id: 'ferro',
    name: 'Ferro',
    city: 'coves',
    about: 'Ferro Quist, conductor on the Nine, who has to read the numbers',
  },
  { id: 'odile', name: 'Odile', city: 'coves', about: 'Odile Baptiste, who blew half the city’s glass and says so' },
  { id: 'ivo', name: 'Ivo', city: 'coves', about: 'Ivo Lindqvist, sixteen, ninety-seven points, and nothing to say' },
  { id: 'hanneke', name: 'Hanneke', city: 'coves', about: 'Hanneke Roos of the steam laundry, who reads shirts' },
  { id: 'benno', name: 'Benno', city: 'coves', about: 'Benno Achterberg, who mends trams he may not ride' },
  { id: 'sunniva', name: 'Sunniva', city: 'coves', about: 'Sunniva Mørk, who leads the Spiral Choir' },
  { id: 'pell', name: 'Pell', city: 'coves', about: 'Adrian Pell of Lumen Mutual, who is only happy to help' },
  { id: 'abel', name: 'Abel', city: 'coves', about: 'Abel Nkemelu, who comes to the mirror at four' },
] as const satisfies readonly Member[];

export const CAST_IDS: readonly string[] = CAST.map((one) => one.id);
export const FACES = ['calm', 'glad', 'wry', 'worried', 'angry', 'sad', 'startled'] as const;
export type Face = (typeof FACES)[number];
export const PLACES_ON_STAGE = ['left', 'centre', 'right'] as const;
