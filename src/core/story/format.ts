// .NET's composite formatting, for one value: `{0}`, `{0,5}`, `{0:F1}`, `{0:#,##0.00}`, in the invariant culture.

import type { Value } from '../yarn/program.ts';
import { digitsOf, exponentText, generalText, isNegative, numberText } from './numbers.ts';

type Fail = (message: string) => never;

const HOLE = /\{\{|\}\}|\{(\d+)\s*(?:,\s*(-?\d+)\s*)?(?::([^{}]*))?\}|[{}]/g;

export function format(template: string, value: Value, text: (value: Value) => string, fail: Fail): string {
  return template.replace(HOLE, (hole: string, index?: string, width = '0', how = '') => {
    if (hole === '{{' || hole === '}}') return hole[0];
    if (Number(index) !== 0) return fail(`“${template}” is no format: the value is {0}`);
    const said = typeof value === 'number' && how !== '' ? formatNumber(value, how, fail) : text(value);
    const room = Number(width);
    return room < 0 ? said.padEnd(-room) : said.padStart(room);
  });
}

function formatNumber(value: number, how: string, fail: Fail): string {
  if (!Number.isFinite(value)) return numberText(value);
  const [, letter = '', digits = ''] = /^([a-z])(\d{0,2})$/i.exec(how) ?? [];
  if (letter === '') return custom(value, how);
  const size = Math.abs(value);
  const sign = isNegative(value) ? '-' : '';
  const places = digits === '' ? 2 : Number(digits);
  const least = Number(digits);
  switch (letter.toUpperCase()) {
    case 'F':
      return sign + decimal(size, places);
    case 'N':
      return sign + grouped(decimal(size, places));
    case 'C':
      return sign === '' ? `¤${grouped(decimal(size, places))}` : `(¤${grouped(decimal(size, places))})`;
    case 'P':
      return `${sign}${grouped(decimal(size, places, 2))} %`;
    case 'E': {
      const [mantissa, exponent] = size.toExponential(digits === '' ? 6 : least).split('e');
      return sign + mantissa + exponentText(Number(exponent), letter, 3);
    }
    case 'G':
    case 'R':
      return generalText(value, least, letter === 'g' ? 'e' : 'E');
    case 'D':
    case 'X': {
      if (!Number.isInteger(value)) return fail(`“${how}” is for whole numbers, not ${numberText(value)}`);
      if (letter === 'D' || letter === 'd') return sign + decimal(size, 0).padStart(least, '0');
      const hex = (value >>> 0).toString(16).padStart(least, '0');
      return letter === 'X' ? hex.toUpperCase() : hex;
    }
    default:
      return fail(`“${how}” is no format of a number`);
  }
}

/** So many places behind the point, halves away from zero; `shift` moves the point, `precision` is how many digits count. */
function decimal(size: number, places: number, shift = 0, precision = 101): string {
  const { digits, scale } = digitsOf(size, precision);
  const keep = scale + shift + places;
  const kept = BigInt(`0${digits.slice(0, Math.max(keep, 0)).padEnd(keep, '0')}`);
  const text = (digits[keep] >= '5' ? kept + 1n : kept).toString().padStart(places + 1, '0');
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
}

function grouped(text: string): string {
  return text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
}

/** Custom formats look at seven digits of a float and no more. */
const CUSTOM_DIGITS = 7;
const TOKEN = /\\.|'[^']*'|"[^"]*"|,+(?=\.|$)|./gs;
const isPlace = (token: string): boolean => token === '0' || token === '#';

/** Sections for what is positive, negative and zero. */
function custom(value: number, how: string): string {
  const sections: string[][] = [[]];
  for (const token of how.match(TOKEN) ?? []) {
    if (token === ';') sections.push([]);
    else sections[sections.length - 1].push(token);
  }
  const ownForNegative = value < 0 && sections.length > 1 && sections[1].length > 0;
  const section = ownForNegative ? sections[1] : sections[0];
  const text = arranged(Math.abs(value), section);
  const isZero = !/[1-9]/.test(text);
  if (isZero && sections.length > 2) return filled('0', sections[2]);
  return (value < 0 && !isZero && !ownForNegative ? '-' : '') + filled(text, section);
}

function arranged(size: number, section: readonly string[]): string {
  let shift = 0;
  for (const token of section) {
    if (token === '%') shift += 2;
    // commas before the point: thousands, millions
    else if (/^,+$/.test(token)) shift -= isScale(section, token) ? 3 * token.length : 0;
  }
  const places = section.slice(pointOf(section)).filter(isPlace).length;
  return decimal(size, places, shift, CUSTOM_DIGITS);
}

function pointOf(section: readonly string[]): number {
  const found = section.indexOf('.');
  return found < 0 ? section.length : found;
}

function isScale(section: readonly string[], token: string): boolean {
  return token.length > 1 || section[pointOf(section) - 1] === token;
}

/** Digits into places, from the point to either side; the outermost place on the left takes all that are left over. */
function filled(number: string, section: readonly string[]): string {
  const point = pointOf(section);
  const [whole, fraction = ''] = number.split('.');
  const digits = whole.replace(/^0+/, '').split('');
  const firstPlace = section.findIndex((token, index) => isPlace(token) && index < point);
  const firstZero = section.indexOf('0');
  const isGrouped = section.some((token, index) => token === ',' && index > firstPlace && index < point - 1);
  let left = '';
  let count = 0;
  const put = (digit: string): void => {
    left = digit + (isGrouped && count > 0 && count % 3 === 0 ? ',' : '') + left;
    count += 1;
  };
  const rest = (): void => {
    while (digits.length > 0) put(digits.pop() ?? '');
  };
  if (firstPlace < 0) rest();
  for (let index = point - 1; index >= 0; index--) {
    if (!isPlace(section[index])) left = literal(section[index]) + left;
    else if (digits.length > 0) put(digits.pop() ?? '');
    else if (firstZero >= 0 && firstZero <= index) put('0');
    if (index === firstPlace) rest();
  }
  const right = section.slice(point + 1);
  const least = right.filter(isPlace).lastIndexOf('0') + 1;
  const decimals = fraction.replace(/0+$/, '').padEnd(least, '0').split('');
  const isPointed = decimals.length > 0 ? '.' : '';
  return left + isPointed + right.map((token) => (isPlace(token) ? (decimals.shift() ?? '') : literal(token))).join('');
}

function literal(token: string): string {
  if (token.startsWith(',') || token === '.') return '';
  if (token.length === 1) return token;
  return token.startsWith('\\') ? token[1] : token.slice(1, -1);
}
