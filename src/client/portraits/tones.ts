// Three tones a form: where the key light falls, the form itself, and what is turned away from it.

export interface Tones {
  readonly light: string;
  readonly base: string;
  readonly shade: string;
  /** for lines alone: a fold, a nostril, the seam of a coat */
  readonly deep: string;
}

/** `#rrggbb`, part of the way from one colour to another. */
export function mixed(from: string, to: string, part: number): string {
  const channel = (at: number): string => {
    const one = parseInt(from.slice(at, at + 2), 16);
    const other = parseInt(to.slice(at, at + 2), 16);
    return Math.round(one + (other - one) * part)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** The key light is warm and what is turned away is cool, so a shade is never only a darker base. */
function tones(base: string, warm: string, cool: string, depth: number, lit = 0.34): Tones {
  return {
    light: mixed(base, warm, lit),
    base,
    shade: mixed(base, cool, depth),
    deep: mixed(base, cool, depth + 0.32),
  };
}

export const cloth = (base: string): Tones => tones(base, '#fff2d6', '#171433', 0.34);

const skin = (base: string): Tones => tones(base, '#ffe3bd', '#5a1832', 0.32, 0.26);
const hair = (base: string): Tones => tones(base, '#ffd9a8', '#120f2b', 0.4, 0.3);

/** Their own, and no city's: a face keeps its colour wherever its owner goes. */
export const SKIN = {
  milk: skin('#f3cfb6'),
  rose: skin('#e9b294'),
  honey: skin('#dfa974'),
  olive: skin('#c58f5f'),
  bronze: skin('#a86c42'),
  umber: skin('#84502f'),
  cocoa: skin('#6c422d'),
  night: skin('#5a382a'),
} as const;

export const HAIR = {
  ink: hair('#1f1b2b'),
  soot: hair('#2f2529'),
  walnut: hair('#53341f'),
  chestnut: hair('#7d4422'),
  copper: hair('#b3552a'),
  straw: hair('#d8ab58'),
  ash: hair('#8b8a92'),
  silver: hair('#c3c7cd'),
  snow: hair('#ebebe6'),
} as const;
