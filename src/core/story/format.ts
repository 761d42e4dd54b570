// .NET's composite formatting, for one value: `{0}`, `{0,5}`, `{0:F1}`, `{0:#,##0.00}`, in the invariant culture.

import type { Value } from '../yarn/program.ts';
import { digitsOf, exponentText, generalText, isNegative, numberText, plainText } from './numbers.ts';

type Fail = (message: string) => never;

const HOLE = /\{\{|\}\}|\{(\d+)\s*(?:,\s*(-?\d+)\s*)?(?::([^{}]*))?\}|[{}]/g;

export function format(template: string, value: Value, text: (value: Value) => string, fail: Fail): string {
  return template.replace(HOLE, (whole: string, index?: string, width?: string, how?: string) => {
    if (whole === '{{' || whole === '}}') return whole[0];
    if (Number(index) !== 0) return fail(`“${template}” is no format: the value is {0}`);
    const said = typeof value === 'number' && how ? formatNumber(value, how, fail) : text(value);
    const room = Number(width ?? 0);
    return room < 0 ? said.padEnd(-room) : said.padStart(room);
  });
}

function formatNumber(value: number, how: string, fail: Fail): string {
  if (!Number.isFinite(value)) return numberText(value);
  const standard = /^([a-z])(\d{0,2})$/i.exec(how);
  if (standard === null) return custom(value, how);
  const letter = standard[1];
  const places = standard[2] === '' ? null : Number(standard[2]);
  const size = Math.abs(value);
  const sign = isNegative(value) ? '-' : '';
  switch (letter.toUpperCase()) {
    case 'F':
      return sign + fixed(size, places ?? 2);
    case 'N':
      return sign + grouped(fixed(size, places ?? 2));
    case 'C': {
      const amount = `¤${grouped(fixed(size, places ?? 2))}`;
      return sign === '' ? amount : `(${amount})`;
    }
    case 'P': {
      const decimals = places ?? 2;
      const [whole, fraction] = fixed(size, decimals + 2).split('.');
      const hundred = (whole + fraction.slice(0, 2)).replace(/^0+(?=\d)/, '');
      return `${sign}${grouped(hundred)}${decimals === 0 ? '' : `.${fraction.slice(2)}`} %`;
    }
    case 'E': {
      const [mantissa, exponent] = size.toExponential(places ?? 6).split('e');
      return sign + mantissa + exponentText(Number(exponent), letter, 3);
    }
    case 'G':
      return generalText(value, places ?? 0, letter === 'g' ? 'e' : 'E');
    case 'R':
      return numberText(value);
    case 'D':
      return sign + fixed(integer(size, how, fail), 0).padStart(places ?? 1, '0');
    case 'X': {
      const digits = (integer(value, how, fail) >>> 0).toString(16).padStart(places ?? 1, '0');
      return letter === 'X' ? digits.toUpperCase() : digits;
    }
    default:
      return fail(`“${how}” is no format of a number`);
  }
}

function integer(value: number, how: string, fail: Fail): number {
  return Number.isInteger(value) ? value : fail(`“${how}” is for whole numbers, not ${numberText(value)}`);
}

function fixed(size: number, places: number): string {
  if (size < 1e21) return size.toFixed(places);
  return BigInt(size).toString() + (places === 0 ? '' : `.${'0'.repeat(places)}`);
}

function grouped(text: string): string {
  return text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
}

/** Custom formats look at seven digits of a float and no more. */
const CUSTOM_DIGITS = 7;
const TOKEN = /\\.|'[^']*'|"[^"]*"|./gs;
const isPlace = (token: string): boolean => token === '0' || token === '#';

function custom(value: number, how: string): string {
  const sections: string[][] = [[]];
  for (const token of how.match(TOKEN) ?? []) {
    if (token === ';') sections.push([]);
    else sections[sections.length - 1].push(token);
  }
  let which = value < 0 && sections.length > 1 && sections[1].length > 0 ? 1 : 0;
  let number = arranged(Math.abs(value), sections[which]);
  if (number === '' && sections.length > 2) {
    which = 2;
    number = arranged(Math.abs(value), sections[2]);
  }
  const sign = value < 0 && which === 0 && number !== '' ? '-' : '';
  return sign + filled(number, sections[which]);
}

/** The digits as the section asks for them, `whole.fraction` without needless zeros; nothing for what rounds to zero. */
function arranged(size: number, section: readonly string[]): string {
  const { digits, scale } = digitsOf(size, CUSTOM_DIGITS);
  const { places, shift } = shapeOf(section);
  const keep = scale + shift + places;
  if (digits === '' || keep < 0) return '';
  let kept = digits.slice(0, keep).padEnd(keep, '0');
  if (digits[keep] >= '5') kept = (BigInt(`0${kept}`) + 1n).toString().padStart(kept.length, '0');
  const plain = plainText(kept.padStart(places + 1, '0'), Math.max(kept.length - places, 1));
  const short = plain.includes('.') ? plain.replace(/\.?0*$/, '') : plain;
  const bare = short.replace(/^0+/, '');
  return bare;
}

function shapeOf(section: readonly string[]): { point: number; places: number; shift: number; thousands: boolean } {
  const found = section.indexOf('.');
  const point = found < 0 ? section.length : found;
  const places = section.slice(point).filter(isPlace).length;
  const left = section.slice(0, point);
  let end = left.length;
  while (end > 0 && left[end - 1] === ',') end--;
  const shift = 2 * section.filter((token) => token === '%').length - 3 * (left.length - end);
  return { point, places, shift, thousands: left.slice(0, end).includes(',') };
}

function filled(number: string, section: readonly string[]): string {
  const { point, thousands } = shapeOf(section);
  const [wholePart, fraction = ''] = number.split('.');
  const left = section.slice(0, point).filter(isPlace);
  const right = section.slice(point).filter(isPlace);
  const least = left.includes('0') ? left.length - left.indexOf('0') : 0;
  const digits = wholePart.padStart(least, '0');
  const decimals = fraction.padEnd(right.lastIndexOf('0') + 1, '0');
  let at = 0;
  let ahead = left.length;
  let behind = 0;
  const take = (until: number): string => {
    let taken = '';
    for (; at < until; at++) {
      const rest = digits.length - at - 1;
      taken += digits[at] + (thousands && rest > 0 && rest % 3 === 0 ? ',' : '');
    }
    return taken;
  };
  return section
    .map((token, index) => {
      if (index === point) return take(digits.length) + (decimals === '' ? '' : '.');
      if (isPlace(token)) {
        if (index > point) return decimals[behind++] ?? '';
        ahead -= 1;
        return take(digits.length - ahead);
      }
      if (token === ',' || token === '.') return '';
      if (token.length > 1) return token[0] === '\\' ? token[1] : token.slice(1, -1);
      return token;
    })
    .join('');
}
