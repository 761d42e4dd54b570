import { describe, expect, it } from 'vitest';
import { Pool, VOICES_MOST, type Sounding } from '../../../src/client/audio/pool.ts';

function voice(name: string, at: number, loud: number, gone: string[], seconds = 3): Sounding {
  return { at, until: at + seconds, loud, cut: () => gone.push(name) };
}

describe('sixteen voices', () => {
  it('the quietest goes, and of the quiet ones the oldest', () => {
    const gone: string[] = [];
    const pool = new Pool();
    for (let k = 0; k < VOICES_MOST; k++) pool.add(voice(`v${k}`, k * 0.01, k === 7 ? 0.1 : 0.5, gone));
    expect(gone).toEqual([]);
    pool.add(voice('late', 1, 0.5, gone));
    expect(gone).toEqual(['v7']);
    pool.add(voice('later', 1, 0.5, gone));
    expect(gone).toEqual(['v7', 'v0']);
    expect(pool.stolen).toBe(2);
  });

  it('never more at once, in whatever order they are told', () => {
    const gone = new Set<Sounding>();
    const pool = new Pool();
    const all: Sounding[] = [];
    for (let k = 0; k < 200; k++) {
      const at = ((k * 37) % 100) / 20;
      const one: Sounding = {
        at,
        until: at + 1 + ((k * 13) % 7) / 3,
        loud: 0.2 + (k % 5) / 10,
        cut: () => gone.add(one),
      };
      all.push(one);
      pool.add(one);
    }
    // as if nobody had faded before their time: those who lost their place are gone
    const left = all.filter((one) => !gone.has(one));
    for (let time = 0; time < 8; time += 0.05) {
      expect(left.filter((one) => one.at <= time && one.until > time).length).toBeLessThanOrEqual(VOICES_MOST);
      expect(pool.at(time)).toEqual(left.filter((one) => one.at <= time && one.until > time));
    }
    expect(gone.size).toBe(pool.stolen);
    expect(gone.size).toBeGreaterThan(50);
  });

  it('forgets who is over', () => {
    const gone: string[] = [];
    const pool = new Pool();
    for (let k = 0; k < 40; k++) {
      pool.add(voice(`v${k}`, k, 0.5, gone, 0.5));
      pool.sweep(k + 0.9);
    }
    expect(gone).toEqual([]);
    expect(pool.at(39.2)).toEqual([]);
  });
});
