// Pitches as numbers: 69 is the A of 440 Hz, a semitone is 1, and parts of one are cents.

const LETTERS: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/** `F3`, `F♯4`, `E♭4`. */
export function pitchOf(name: string): number {
  const found = /^([A-G])([♯♭]?)(-?\d)$/.exec(name);
  if (found === null) throw new Error(`no pitch is called ${name}`);
  const [, letter, sign, octave] = found;
  const bent = sign === '♯' ? 1 : sign === '♭' ? -1 : 0;
  return LETTERS[letter] + bent + (Number(octave) + 1) * 12;
}

export function pitchesOf(names: string): number[] {
  return names.split(' ').map(pitchOf);
}

export function hertzOf(pitch: number): number {
  return 440 * 2 ** ((pitch - 69) / 12);
}

/** 0 to 11: how far above the root, octaves apart from each other being the same. */
export function degreeOver(root: number, pitch: number): number {
  return (((Math.round(pitch) - root) % 12) + 12) % 12;
}
