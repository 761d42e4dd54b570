import { describe, expect, it } from 'vitest';
import { REST_MS, Scan, SCAN_MS, worthwhile } from '../../src/client/input/scan.ts';
import { Play } from '../../src/client/play.ts';
import { bondState, isBroken, offBy, standing } from '../../src/client/reading.ts';
import { Session } from '../../src/client/session.ts';
import { content } from './support.ts';

const EACH = SCAN_MS.middle;
const scan = (): Scan<string> => new Scan((a, b) => a === b);

/** What is lit, frame by frame, for so long. */
function lit(one: Scan<string>, from: number, until: number, stops: readonly string[]): string {
  let seen = '';
  for (let now = from; now < until; now += 50) {
    one.walk(now, stops, EACH);
    if (seen.at(-1) !== one.lit) seen += one.lit;
  }
  return seen;
}

describe('what is lit', () => {
  it('goes on by itself, and round', () => {
    expect(lit(scan(), 0, 7 * EACH, ['a', 'b', 'c'])).toBe('abcabca');
  });

  it('stays where it is while others come and go, and begins anew where it went itself', () => {
    const one = scan();
    lit(one, 0, EACH + 100, ['a', 'b', 'c']);
    expect(one.lit).toBe('b');
    one.walk(EACH + 150, ['x', 'a', 'b'], EACH);
    expect(one.lit).toBe('b');
    one.walk(EACH + 200, ['x', 'y'], EACH);
    expect(one.lit).toBe('x');
    // and has its whole time there
    expect(lit(one, EACH + 250, 2 * EACH + 200, ['x', 'y'])).toBe('x');
    expect(lit(one, 2 * EACH + 200, 2 * EACH + 300, ['x', 'y'])).toBe('y');
  });

  it('is nothing where there is nothing to press', () => {
    const one = scan();
    one.walk(0, [], EACH);
    expect([one.lit, one.press(10, EACH)]).toEqual([null, null]);
    one.walk(20, ['a'], EACH);
    expect(lit(one, 30, 3 * EACH, ['a'])).toBe('a');
  });
});

describe('a press', () => {
  it('takes what is lit, and then all rests', () => {
    const one = scan();
    lit(one, 0, EACH + 100, ['a', 'b']);
    const at = EACH + 100;
    expect(one.press(at, EACH)).toBe('b');
    expect(one.press(at + REST_MS - 1, EACH), 'a hand that trembles').toBeNull();
    expect(lit(one, at, at + REST_MS + EACH, ['a', 'b'])).toBe('b');
    expect(lit(one, at + REST_MS + EACH, at + REST_MS + EACH + 50, ['a', 'b'])).toBe('a');
    expect(one.press(at + REST_MS + EACH + 50, EACH)).toBe('a');
  });

  it('that opens something begins there, after the rest', () => {
    const one = scan();
    one.walk(0, ['a'], EACH);
    one.press(100, EACH);
    one.walk(100, ['x', 'y'], EACH);
    one.begin(100, EACH);
    expect(lit(one, 150, 100 + REST_MS + EACH, ['x', 'y'])).toBe('x');
    expect(lit(one, 100 + REST_MS + EACH, 150 + REST_MS + EACH, ['x', 'y'])).toBe('y');
  });
});

describe('what is worth a press', () => {
  const session = new Session(content, 'training/03', 7);
  const play = new Play(session, ['training/03'], () => 1);
  play.start();
  play.frame(16, 1);
  const net = session.network;

  it('is whoever is furthest off, first', () => {
    const off = worthwhile(net, play.aim).map(({ kind, id }) => {
      expect(kind).toBe('node');
      return Math.abs(offBy(net, standing(net), id));
    });
    expect(off).toHaveLength(6);
    expect(off).toEqual([...off].sort((a, b) => b - a));
    const all = play.aim.fitting().map(({ id }) => Math.abs(offBy(net, standing(net), id)));
    expect(off[0]).toBe(Math.max(...all));
  });

  it('is what is broken, and nothing else while there is that', () => {
    play.command({ do: 'tool', slot: 1 });
    expect(play.aim.tool).toBe('mend');
    const bonds = worthwhile(net, play.aim);
    expect(bonds.length).toBeGreaterThan(0);
    for (const { kind, id } of bonds) {
      expect(kind).toBe('bond');
      expect(isBroken(bondState(net, id))).toBe(true);
    }
  });
});
