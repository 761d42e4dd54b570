// What the screens of the game itself say. No markup here, and no rule.

import type { City } from '../../core/run/cast.ts';

export const CITY_WORDS: Readonly<
  Record<City, { readonly name: string; readonly year: string; readonly about: string }>
> = {
  sphere: { name: 'The Living Trust Sphere', year: '2146', about: 'Where the Record is kept.' },
  coves: { name: 'The Trust Coves', year: '2095', about: 'A city of glass that gives everybody a number.' },
  neoterra: { name: 'Neoterra', year: '2143', about: 'A plaza that remembers.' },
  hub: { name: 'The Neura-symphonic Hub', year: '2145', about: 'A hall that plays its audience.' },
  sanctuaries: { name: 'The Sanctuaries', year: '2145', about: 'Where the quick way works.' },
  haven: { name: 'New Haven', year: '2145', about: 'Streets under watch.' },
};

export const ENDING_WORDS = {
  unison: 'Unison',
  concord: 'Concord',
  fracture: 'Fracture',
} as const;

export const TITLE_WORDS = {
  tagline: 'Five cities that run on measured feeling. You read what happened. You may also help.',
  goOn: 'Go on',
  begin: 'Begin',
  beginAgain: 'Begin again from the gate',
  saves: 'Saves',
  chapters: 'Chapters',
  networks: 'Networks alone',
  settings: 'Settings',
  codex: 'Codex',
  endings: 'Endings',
  about: 'About',
} as const;

export const HUB_WORDS = {
  heading: 'The Living Trust Sphere',
  ask: 'Five regions. A lit one may be entered.',
  shut: 'not lit yet',
  open: 'lit',
} as const;

export const NETWORKS_WORDS = {
  heading: 'Networks',
  training: 'Training',
  again: 'again, harder',
  back: 'Back to the story',
  leaves: 'A network chosen here leaves the story where it is; it is saved, and Go on takes it up.',
} as const;

export const ROUND_WORDS = {
  heading: 'The round',
  left: (n: number, of: number): string =>
    n === 1 ? 'One more visit, and the network begins.' : `Visit ${n} of these ${of}. Each may change the network.`,
  visited: 'visited',
} as const;

export const MARK_WORDS = {
  likes: (name: string): string => `${name} will like that`,
  minds: (name: string): string => `${name} will mind`,
  net: 'changes the network to come',
  final: 'cannot be taken back',
} as const;
