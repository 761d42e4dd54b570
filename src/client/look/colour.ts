// What of colour the tokens need: contrast as WCAG counts it, and a colour moved until there is enough of it.

export type Hex = `#${string}`;

function channels(hex: string): readonly [number, number, number] {
  const value = parseInt(hex.slice(1, 7), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export function mixed(from: Hex, to: Hex, part: number): Hex {
  const there = channels(to);
  const both = channels(from).map((one, at) => Math.round(one + (there[at] - one) * part));
  return `#${both.map((one) => one.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map((one) => {
    const part = one / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Moved towards `pole` in small steps until it stands off every ground by `enough`; the pole itself where nothing does. */
export function standingOff(colour: Hex, grounds: readonly Hex[], enough: number, pole: Hex): Hex {
  for (let part = 0; part < 1; part += 0.02) {
    const moved = mixed(colour, pole, part);
    if (grounds.every((ground) => contrast(moved, ground) >= enough)) return moved;
  }
  return pole;
}

export const numberOf = (hex: Hex): number => parseInt(hex.slice(1, 7), 16);
