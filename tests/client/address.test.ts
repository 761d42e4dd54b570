import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../src/client/address.ts';

const PLANS = ['training/01', 'training/05', 'prologue'];

describe('readAddress', () => {
  it('reads what writeAddress wrote', () => {
    expect(readAddress(writeAddress('training/05', false, 7, false), PLANS)).toEqual({
      plan: 'training/05',
      seed: 7,
      watch: null,
      isTest: false,
      problems: [],
    });
    expect(readAddress(writeAddress('training/01', false, 0, true), PLANS).isTest).toBe(true);
  });

  it('knows a story by another word', () => {
    expect(writeAddress('prologue', true, 7, false)).toBe('?plan=prologue&seed=7');
    expect(readAddress('?plan=prologue&seed=7', PLANS).plan).toBe('prologue');
    expect(readAddress('?plan=epilogue', PLANS).problems).toEqual(['There is no story called “epilogue”.']);
  });

  it('asks for nothing when nothing is asked', () => {
    expect(readAddress('', PLANS)).toEqual({
      plan: null,
      seed: null,
      watch: null,
      isTest: false,
      problems: [],
    });
  });

  it('asks for a run to be watched, and says what is none', () => {
    const id = 'Ab3_d-9Zabcdefghijklmn';
    expect(readAddress(`?watch=${id}`, PLANS)).toMatchObject({ watch: id, problems: [] });
    expect(readAddress('?watch=../etc', PLANS)).toMatchObject({
      watch: null,
      problems: ['“../etc” is no run: a run’s name has 22 signs.'],
    });
  });

  it.each(['training/99', '', '../x', 'constructor'])('says that there is no network %j', (level) => {
    const { problems } = readAddress(`?level=${level}`, PLANS);
    expect(problems).toEqual([`There is no network called “${level}”.`]);
  });

  it.each(['x', '-1', '1.5', '2147483648', '99999999999', '', '0x10'])('says that %j is no seed', (seed) => {
    const asked = readAddress(`?level=training/05&seed=${seed}`, PLANS);
    expect(asked.problems).toHaveLength(1);
    expect(asked.problems[0]).toContain('whole number');
    expect(asked.plan).toBe('training/05');
  });
});
