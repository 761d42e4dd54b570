import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../../src/core/yarn/nearest.ts';

describe('the nearest word', () => {
  it('counts letters changed, left out, added and swapped', () => {
    expect(editDistance('lamp', 'lamp', 3)).toBe(0);
    expect(editDistance('lamp', 'limp', 3)).toBe(1);
    expect(editDistance('lamp', 'lam', 3)).toBe(1);
    expect(editDistance('lamp', 'clamp', 3)).toBe(1);
    expect(editDistance('lamp', 'lapm', 3)).toBe(1);
    expect(editDistance('lamp', 'harbour', 2)).toBe(3);
  });

  it('is not far away, and the first of equally near ones', () => {
    expect(nearest('harbuor', ['archive', 'harbour'])).toBe('harbour');
    expect(nearest('Harbour', ['harbour'])).toBe('harbour');
    expect(nearest('ab', ['xy'])).toBeUndefined();
    expect(nearest('bat', ['cat', 'hat'])).toBe('cat');
    expect(nearest('well', ['lantern', 'archive'])).toBeUndefined();
  });
});
