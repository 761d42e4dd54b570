// The theme of the Coves: eight bars over five pitches, a question that stays open and an answer that comes home. What
// becomes of it is the story: a note is missing, it is in pieces, it is one note, it is whole.

import { pitchOf } from '../pitch.ts';

export interface Tone {
  readonly at: number;
  readonly pitch: number;
}

function bar(text: string): readonly Tone[] {
  return text.split(' ').map((word) => {
    const [name, at] = word.split('@');
    return { pitch: pitchOf(name), at: Number(at) };
  });
}

export const THEME: readonly (readonly Tone[])[] = [
  bar('C5@0 D5@1.5 A4@2'),
  bar('G4@0 A4@1.5 F4@2'),
  bar('A4@0 C5@1 F5@2'),
  bar('D5@0 C5@1.5 G4@2'),
  bar('C5@0 D5@1.5 A4@2'),
  bar('F5@0 D5@1.5 C5@2'),
  bar('A4@0 G4@1 D4@2'),
  bar('G4@0 A4@1 F4@2'),
];

/** What lies under each bar: low to high. */
export const UNDER: readonly (readonly number[])[] = [
  'F3 C4 A4',
  'D3 A3 F4',
  'A3 C4 F4',
  'C3 G3 D4',
  'F3 C4 A4',
  'D3 A3 F4',
  'G3 D4 A4',
  'F3 C4 G4',
].map((line) => line.split(' ').map(pitchOf));
