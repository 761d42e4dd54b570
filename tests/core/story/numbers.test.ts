// Numbers as .NET writes and reads 32-bit floats.
import { describe, expect, it } from 'vitest';
import { numberText, readNumber, rounded, truncated } from '../../../src/core/story/numbers.ts';
import { format } from '../../../src/core/story/format.ts';
import { text } from '../../../src/core/story/functions.ts';

const f = Math.fround;
const fail = (message: string): never => {
  throw new Error(message);
};

function say(how: string, value: number | string | boolean): string {
  return format(how, typeof value === 'number' ? f(value) : value, text, fail);
}

describe('a number as text', () => {
  it.each([
    [0, '0'],
    [-0, '-0'],
    [1, '1'],
    [-45, '-45'],
    [f(0.1), '0.1'],
    [f(45.1), '45.1'],
    [f(1 / 3), '0.33333334'],
    [f(2 / 3), '0.6666667'],
    [f(0.1 + 0.2), '0.3'],
    [f(16777216), '16777216'],
    [f(123456789), '123456790'],
    [f(999999999), '1E+09'],
    [f(1e9), '1E+09'],
    [f(1234567890), '1.2345679E+09'],
    [f(1e20), '1E+20'],
    [f(3.4028235e38), '3.4028235E+38'],
    [f(0.0001), '0.0001'],
    [f(0.00001), '1E-05'],
    [f(0.000123), '0.000123'],
    [f(1.5e-7), '1.5E-07'],
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [-Infinity, '-Infinity'],
  ])('%f is %s', (value, expected) => expect(numberText(value)).toBe(expected));

  it('is read back as the same float', () => {
    let x = 1;
    for (let i = 0; i < 5_000; i++) {
      x = (Math.imul(x, 1_103_515_245) + 12_345) | 0;
      const value = new Float32Array(new Int32Array([x]).buffer)[0];
      if (Number.isFinite(value)) expect(readNumber(numberText(value))).toBe(value);
    }
  });
});

describe('a text as number', () => {
  it.each([
    ['1', 1],
    [' -2.5 ', -2.5],
    ['1,234', 1234],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['+7', 7],
    ['infinity', Infinity],
    ['hello', null],
    ['', null],
    ['0x10', null],
    ['1 2', null],
  ])('%j is %s', (given, expected) => expect(readNumber(given)).toBe(expected));
});

describe('rounding', () => {
  it('takes halves to the even one', () => {
    expect([0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 2.4, 2.6].map(rounded)).toEqual([0, 2, 2, -0, -2, -2, 2, 3]);
  });
  it('cuts towards zero, within 32 bits', () => {
    expect([1.9, -1.9, 1e12, -1e12, NaN].map(truncated)).toEqual([1, -1, 2147483647, -2147483648, 0]);
  });
});

describe('format', () => {
  it.each([
    ['{0}', 3, '3'],
    ['{0} and {0}', 'x', 'x and x'],
    ['{{{0}}}', 1, '{1}'],
    ['{0,5}|', 12, '   12|'],
    ['{0,-5}|', 12, '12   |'],
    ['{0,6:F1}', 2.25, '   2.3'],
    ['{0:F}', 2, '2.00'],
    ['{0:F0}', 2.5, '3'],
    ['{0:F2}', -0.001, '-0.00'],
    ['{0:N2}', 1234567.5, '1,234,567.50'],
    ['{0:N0}', 999, '999'],
    ['{0:D3}', 7, '007'],
    ['{0:D3}', -7, '-007'],
    ['{0:P0}', 0.5, '50 %'],
    ['{0:P}', 0.125, '12.50 %'],
    ['{0:P1}', -1.5, '-150.0 %'],
    ['{0:X}', 255, 'FF'],
    ['{0:x4}', 255, '00ff'],
    ['{0:E2}', 12345, '1.23E+004'],
    ['{0:e0}', 0.00012, '1e-004'],
    ['{0:G3}', 12345, '1.23E+04'],
    ['{0:G}', 0.1, '0.1'],
    ['{0:C}', -3, '(¤3.00)'],
    ['{0:0.00}', 1.5, '1.50'],
    ['{0:0.00}', 2.675, '2.68'],
    ['{0:0.##}', 1.5, '1.5'],
    ['{0:0.##}', 2, '2'],
    ['{0:#,##0}', 1234567, '1,234,567'],
    ['{0:#,##0.00}', 1234.5, '1,234.50'],
    ['{0:#,##0}', 0, '0'],
    ['{0:#}', 0, ''],
    ['{0:000}', 7, '007'],
    ['{0:00.0}', -3.25, '-03.3'],
    ['{0:0%}', 0.256, '26%'],
    ['{0:.00}', 12.5, '12.50'],
    ['{0:0.00}', -0.001, '0.00'],
    ['{0:+0;-0;zero}', 5, '+5'],
    ['{0:+0;-0;zero}', -5, '-5'],
    ['{0:+0;-0;zero}', 0, 'zero'],
    ["{0:0 'coins'}", 3, '3 coins'],
    ['{0:(000) 000-0000}', 5551234, '(000) 555-1234'],
    ['{0:0,}', 1234567, '1235'],
    ['{0:0.0}', 99.96, '100.0'],
    ['{0:F1}', 'text', 'text'],
    ['{0}', true, 'True'],
  ] as const)('%s of %s is %s', (how, value, expected) => expect(say(how, value)).toBe(expected));

  it.each(['{', '}', '{1}', '{0', '{x}', '{0:Q}'])('refuses %s', (how) => expect(() => say(how, 1)).toThrow());
});
