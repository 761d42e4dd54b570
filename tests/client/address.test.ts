import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../src/client/address.ts';

const LEVELS = ['training/01', 'training/05'];

describe('readAddress', () => {
  it('reads what writeAddress wrote', () => {
    expect(readAddress(writeAddress('training/05', 7, false), LEVELS)).toEqual({
      level: 'training/05',
      seed: 7,
      isTest: false,
      problems: [],
    });
    expect(readAddress(writeAddress('training/01', 0, true), LEVELS).isTest).toBe(true);
  });

  it('asks for nothing when nothing is asked', () => {
    expect(readAddress('', LEVELS)).toEqual({ level: null, seed: null, isTest: false, problems: [] });
  });

  it.each(['training/99', '', '../x', 'constructor'])('says that there is no network %j', (level) => {
    const { problems } = readAddress(`?level=${level}`, LEVELS);
    expect(problems).toEqual([`There is no network called “${level}”.`]);
  });

  it.each(['x', '-1', '1.5', '2147483648', '99999999999', '', '0x10'])('says that %j is no seed', (seed) => {
    const asked = readAddress(`?level=training/05&seed=${seed}`, LEVELS);
    expect(asked.problems).toHaveLength(1);
    expect(asked.problems[0]).toContain('whole number');
    expect(asked.level).toBe('training/05');
  });
});
