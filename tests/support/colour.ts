// Colours as eyes see them: how far two are apart (CIEDE2000), and what is left of them for who lacks one kind of cone.
// The matrices are those of Machado, Oliveira and Fernandes (2009) at full severity, for linear light.

export type Rgb = readonly [number, number, number];

export const SIGHTS = ['usual', 'protan', 'deutan', 'tritan'] as const;
export type Sight = (typeof SIGHTS)[number];

const MATRICES: Readonly<Record<Exclude<Sight, 'usual'>, readonly [Rgb, Rgb, Rgb]>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const part = (byte: number): number => {
  const one = byte / 255;
  return one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
};

function linear(hex: string): Rgb {
  const value = parseInt(hex.slice(1, 7), 16);
  return [part((value >> 16) & 255), part((value >> 8) & 255), part(value & 255)];
}

function seenBy(sight: Sight, light: Rgb): Rgb {
  if (sight === 'usual') return light;
  const [r, g, b] = MATRICES[sight].map((row) => {
    const sum = row[0] * light[0] + row[1] * light[1] + row[2] * light[2];
    return Math.min(1, Math.max(0, sum));
  }) as [number, number, number];
  return [r, g, b];
}

const f = (t: number): number => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);

/** CIE L*a*b* under D65, from linear light. */
function lab([r, g, b]: Rgb): Rgb {
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** In degrees, 0 to 360. */
const hue = (b: number, a: number): number =>
  a === 0 && b === 0 ? 0 : (Math.atan2(b, a) * 180) / Math.PI + (b < 0 ? 360 : 0);

const cos = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);

/** CIEDE2000, after Sharma, Wu and Dalal (2005), whose pairs the test of this file has. */
export function deltaE([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb): number {
  const mean7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const g = 0.5 * (1 - Math.sqrt(mean7 / (mean7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const [h1, h2] = [hue(b1, p1), hue(b2, p2)];
  const isGrey = c1 * c2 === 0;
  let turn = isGrey ? 0 : h2 - h1;
  if (turn > 180) turn -= 360;
  else if (turn < -180) turn += 360;
  const dL = l2 - l1;
  const dC = c2 - c1;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((turn * Math.PI) / 360);
  const meanL = (l1 + l2) / 2;
  const meanC = (c1 + c2) / 2;
  let meanH = h1 + h2;
  if (!isGrey) {
    if (Math.abs(h1 - h2) > 180) meanH += meanH < 360 ? 360 : -360;
    meanH /= 2;
  }
  const t = 1 - 0.17 * cos(meanH - 30) + 0.24 * cos(2 * meanH) + 0.32 * cos(3 * meanH + 6) - 0.2 * cos(4 * meanH - 63);
  const sL = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2);
  const sC = 1 + 0.045 * meanC;
  const sH = 1 + 0.015 * meanC * t;
  const meanC7 = meanC ** 7;
  const twist =
    -2 *
    Math.sqrt(meanC7 / (meanC7 + 25 ** 7)) *
    Math.sin((60 * Math.exp(-(((meanH - 275) / 25) ** 2)) * Math.PI) / 180);
  return Math.sqrt((dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + twist * (dC / sC) * (dH / sH));
}

/** How far apart two colours are to somebody's eyes. */
export function apart(one: string, other: string, sight: Sight): number {
  return deltaE(lab(seenBy(sight, linear(one))), lab(seenBy(sight, linear(other))));
}
