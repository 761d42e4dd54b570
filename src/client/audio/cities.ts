// How each city sounds, one row a city: its mode, the eight pitches that its people ring, its voices and its tempo.

import type { KindId } from '../../core/network/kinds/table.ts';
import type { City } from '../../core/run/cast.ts';
import { pitchesOf, pitchOf } from './pitch.ts';
import type { PadId, VoiceId } from './synth/voices.ts';

export interface CityRow {
  readonly mode: string;
  readonly root: number;
  /** Low to high. Hubs take the low ones. */
  readonly pitches: readonly number[];
  /** Beats a minute. A hand's cycle is two beats, which is what a level's bar is unless it says otherwise. */
  readonly tempo: number;
  /** Most people. */
  readonly voice: VoiceId;
  /** Those who are something else than a person among others. */
  readonly kinds: Partial<Record<KindId, VoiceId>>;
  readonly pad: PadId;
  /** What brings its score to the loudness of the others: found by measuring. */
  readonly trim: number;
  /** What lies under everything while danger is near: a note that does not belong. */
  readonly pedal: number;
}

export const CITY_ROWS: Readonly<Record<City, CityRow>> = {
  // the frame around the five: fifths, and room for any of them
  sphere: {
    mode: 'G major, no seventh leads',
    root: pitchOf('G3'),
    pitches: pitchesOf('G3 D4 G4 A4 B4 D5 E5 F♯5'),
    tempo: 66,
    voice: 'bell',
    kinds: { elder: 'low', channel: 'breath', foreign: 'hollow', watcher: 'hollow', buyer: 'hollow' },
    pad: 'air',
    trim: 1.2,
    pedal: pitchOf('A♭2'),
  },
  coves: {
    mode: 'F major pentatonic',
    root: pitchOf('F3'),
    pitches: pitchesOf('F3 C4 G4 A4 C5 D5 F5 A5'),
    tempo: 60,
    voice: 'glass',
    kinds: {
      elder: 'low',
      stage: 'bright',
      mirror: 'returned',
      channel: 'breath',
      foreign: 'hollow',
      watcher: 'hollow',
      buyer: 'hollow',
    },
    pad: 'air',
    trim: 1.4,
    pedal: pitchOf('G♭2'),
  },
  neoterra: {
    mode: 'E Aeolian',
    root: pitchOf('E3'),
    pitches: pitchesOf('E3 B3 D4 E4 F♯4 G4 B4 E5'),
    tempo: 84,
    voice: 'pulse',
    kinds: {
      elder: 'choir',
      stage: 'choir',
      mirror: 'returned',
      foreign: 'hollow',
      watcher: 'hollow',
      buyer: 'hollow',
    },
    pad: 'vowels',
    trim: 2.05,
    pedal: pitchOf('F2'),
  },
  hub: {
    mode: 'D Lydian',
    root: pitchOf('D3'),
    pitches: pitchesOf('D3 A3 E4 F♯4 A4 B4 C♯5 G♯5'),
    tempo: 96,
    voice: 'bell',
    kinds: { elder: 'low', stage: 'bright', channel: 'string', far: 'string', foreign: 'hollow', watcher: 'hollow' },
    pad: 'saws',
    trim: 1.35,
    pedal: pitchOf('E♭2'),
  },
  sanctuaries: {
    mode: 'A Dorian',
    root: pitchOf('A2'),
    pitches: pitchesOf('A2 E3 A3 C4 D4 F♯4 G4 B4'),
    tempo: 72,
    voice: 'wood',
    kinds: { elder: 'low', channel: 'breath', far: 'breath', foreign: 'hollow', watcher: 'hollow', buyer: 'hollow' },
    pad: 'deep',
    trim: 1.9,
    // what the phages add to the mode
    pedal: pitchOf('E♭2'),
  },
  haven: {
    mode: 'D Phrygian dominant',
    root: pitchOf('D3'),
    pitches: pitchesOf('D3 A3 D4 E♭4 F♯4 G4 A4 C5'),
    tempo: 108,
    voice: 'lute',
    kinds: { elder: 'brass', stage: 'brass', channel: 'drum', foreign: 'hollow', watcher: 'hollow', buyer: 'hollow' },
    pad: 'low brass',
    trim: 1.8,
    pedal: pitchOf('A♭2'),
  },
};

/** In Neoterra an echo brings light: the third is raised. */
const ECHOING = pitchesOf('E3 B3 D4 E4 F♯4 G♯4 B4 E5');

export function pitchesIn(city: City, isEchoing: boolean): readonly number[] {
  return city === 'neoterra' && isEchoing ? ECHOING : CITY_ROWS[city].pitches;
}
