// Numbers as .NET's 32-bit floats are written and read: what a writer sees in the official editor is what a player sees.

/** A positive number's digits without zeros at either end, and where the point stands: 0.`digits` × 10^`scale`. */
interface Digits {
  readonly digits: string;
  readonly scale: number;
}

/** To so many digits that count. */
export function digitsOf(size: number, precision: number): Digits {
  const [mantissa, exponent] = size.toExponential(precision - 1).split('e');
  return { digits: mantissa.replace('.', '').replace(/0+$/, ''), scale: Number(exponent) + 1 };
}

/** The fewest digits that are read back as the same float: nine always are. */
function shortest(size: number): Digits {
  let precision = 1;
  while (precision < 9 && !isNearest(size, Number(size.toExponential(precision - 1)))) precision++;
  return digitsOf(size, precision);
}

/** Half way between two floats is not good enough, though it would be read as the even one. */
function isNearest(float: number, read: number): boolean {
  const twice = read + (read - float);
  return read === float || (Math.fround(read) === float && Math.fround(twice) !== twice);
}

export function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}

export function numberText(value: number): string {
  // the usual ones, without the search
  if ((value | 0) === value && value > -1e6 && value < 1e6 && !Object.is(value, -0)) return String(value);
  return generalText(value, 0, 'E');
}

/** The G format; precision 0 is as many digits as it takes. */
export function generalText(value: number, precision: number, letter: string): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  const { digits, scale } = precision === 0 ? shortest(size) : digitsOf(size, precision);
  const most = precision === 0 ? 9 : precision;
  const sign = isNegative(value) ? '-' : '';
  if (digits === '') return `${sign}0`;
  if (scale <= most && scale >= -3) return sign + plainText(digits, scale);
  const rest = digits.length > 1 ? `.${digits.slice(1)}` : '';
  return `${sign}${digits[0]}${rest}${exponentText(scale - 1, letter, 2)}`;
}

export function exponentText(exponent: number, letter: string, least: number): string {
  return `${letter}${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(least, '0')}`;
}

function plainText(digits: string, scale: number): string {
  if (scale <= 0) return `0.${'0'.repeat(-scale)}${digits}`;
  if (scale >= digits.length) return digits.padEnd(scale, '0');
  return `${digits.slice(0, scale)}.${digits.slice(scale)}`;
}

const NUMBER = /^\s*[-+]?(?:\d[\d,]*\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i;
const WORDS: Readonly<Record<string, number>> = {
  nan: NaN,
  infinity: Infinity,
  '+infinity': Infinity,
  '-infinity': -Infinity,
};

/** Null: it is no number. */
export function readNumber(text: string): number | null {
  if (NUMBER.test(text)) return Math.fround(Number(text.replaceAll(',', '')));
  const word = text.trim().toLowerCase();
  return Object.hasOwn(WORDS, word) ? WORDS[word] : null;
}

const LEAST_INT = -0x8000_0000;
const GREATEST_INT = 0x7fff_ffff;

/** As C#'s `(int)`: towards zero, and no further than 32 bits go. */
export function truncated(value: number): number {
  return Math.max(LEAST_INT, Math.min(GREATEST_INT, Math.trunc(value))) || 0;
}

/** Halves go to the even one. */
export function rounded(value: number): number {
  const below = Math.floor(value);
  const over = value - below;
  const near = over < 0.5 || (over === 0.5 && below % 2 === 0) ? below : below + 1;
  return near === 0 && isNegative(value) ? -0 : near;
}
