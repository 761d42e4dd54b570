import { describe, expect, it } from 'vitest';
import { blinkOf, portraitOf, silhouetteOf } from '../../src/client/portraits/draw.ts';
import { PEOPLE } from '../../src/client/portraits/people.ts';
import { initialsOf } from '../../src/client/portraits/stranger.ts';
import { CAST_IDS, FACES } from '../../src/core/run/cast.ts';
import { filled, overlap, rings } from '../support/shapes.ts';

const LARGEST = 6000;
/** How much of two outlines may be the same at 96 px. One person in two moods shares more: the test below. */
const ALIKE_AT_MOST = 0.78;
const drawn = CAST_IDS.flatMap((id) => FACES.map((face) => ({ id, face, svg: portraitOf(id, face) })));

describe('a portrait', () => {
  it('is there for everybody in the cast, and for nobody else', () => {
    expect(Object.keys(PEOPLE).sort()).toEqual([...CAST_IDS].sort());
  });

  it('is no larger than 6 kB', () => {
    const tooLarge = drawn.filter(({ svg }) => new TextEncoder().encode(svg).length > LARGEST);
    expect(tooLarge.map(({ id, face, svg }) => `${id} ${face}: ${svg.length}`)).toEqual([]);
  });

  it('has nothing in it that another on the same page could collide with, and nothing that is read aloud', () => {
    for (const { svg } of drawn) {
      expect(svg).not.toMatch(/\sid=|url\(|href=|<title|<desc/);
      expect(svg).toContain('aria-hidden="true"');
    }
  });

  it('is well-formed, and every number in it is one', () => {
    for (const { id, face, svg } of drawn) {
      expect(svg, `${id} ${face}`).not.toMatch(/NaN|undefined|null|Infinity/);
      const open: string[] = [];
      for (const [, end, name, own] of svg.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
        if (own === '/') continue;
        if (end === '/') expect(open.pop(), `${id} ${face}`).toBe(name);
        else open.push(name);
      }
      expect(open, `${id} ${face}`).toEqual([]);
    }
  });

  it('has paths that a browser can read to their end', () => {
    for (const { svg } of drawn)
      for (const [, d] of svg.matchAll(/ d="([^"]*)"/g))
        expect(() => rings(d.replace(/[tT][^a-zA-Z]*/g, ''))).not.toThrow();
  });

  it('differs with every face', () => {
    for (const id of CAST_IDS) expect(new Set(FACES.map((face) => portraitOf(id, face))).size, id).toBe(FACES.length);
  });

  it('blinks while its eyes are open, at its own pace, between 3 and 7 s', () => {
    const paces = CAST_IDS.map((id) => blinkOf(id).every);
    for (const pace of paces) expect(pace >= 3 && pace <= 7, `${pace}`).toBe(true);
    expect(new Set(paces).size).toBeGreaterThan(12);
    expect(portraitOf('zara', 'calm')).toContain('portrait-lids');
    expect(portraitOf('zara', 'glad')).not.toContain('portrait-lids');
  });

  it('shows the pip on everybody in the Coves, and on nobody elsewhere', () => {
    const glass = '#58d3c1';
    const wears = (id: string): boolean => portraitOf(id, 'calm').includes(glass);
    expect(CAST_IDS.filter(wears)).toEqual([
      'zara',
      'kaden',
      'nia',
      'jesse',
      'ferro',
      'odile',
      'ivo',
      'hanneke',
      'benno',
      'sunniva',
      'pell',
      'abel',
    ]);
  });
});

describe('a silhouette', () => {
  const grids = new Map(CAST_IDS.map((id) => [id, filled(silhouetteOf(id), 96, 200)]));
  const pairs = CAST_IDS.flatMap((one, at) =>
    CAST_IDS.slice(at + 1).map((other) => ({
      pair: `${one} ${other}`,
      part: overlap(grids.get(one)!, grids.get(other)!),
    })),
  );

  it('covers a person’s part of the page', () => {
    for (const [id, grid] of grids) {
      const part = grid.reduce((sum, cell) => sum + cell, 0) / grid.length;
      expect(part > 0.2 && part < 0.75, `${id} ${part}`).toBe(true);
    }
  });

  it('is still theirs in another mood', () => {
    for (const id of CAST_IDS) {
      const worried = filled(silhouetteOf(id, 'worried'), 96, 200);
      expect(overlap(grids.get(id)!, worried), id).toBeGreaterThan(ALIKE_AT_MOST);
    }
  });

  it('tells everybody from everybody at 96 px', () => {
    const alike = pairs
      .filter(({ part }) => part > ALIKE_AT_MOST)
      .map(({ pair, part }) => `${pair} ${part.toFixed(3)}`);
    expect(alike).toEqual([]);
  });
});

describe('somebody the cast does not know', () => {
  it('is an outline with initials', () => {
    expect(initialsOf('old_tam')).toBe('OT');
    expect(initialsOf('élodie van den berg')).toBe('ÉV');
    expect(initialsOf('')).toBe('');
    const svg = portraitOf('old_tam', 'sad');
    expect(svg).toContain('>OT</text>');
    expect(portraitOf('<b>"&', 'calm')).not.toMatch(/<b>|"&/);
  });

  it('is not taken for a property of every object', () => {
    expect(portraitOf('constructor', 'calm')).toContain('>C</text>');
  });
});

const at = (d: string): Uint8Array => filled([{ d, matrix: [1, 0, 0, 1, 0, 0] }], 50, 100);
const sum = (grid: Uint8Array): number => grid.reduce((all, cell) => all + cell, 0);

describe('the measure of outlines', () => {
  it('counts what it should', () => {
    expect(sum(at('M0,0H100V50H0Z'))).toBe(1250);
    expect(sum(at('M10,50a40,40 0 1 1 80,0a40,40 0 1 1 -80,0Z')) / (Math.PI * 20 * 20)).toBeCloseTo(1, 1);
    expect(sum(at('M0,0L100,0L0,100Z'))).toBeCloseTo(1250, -2);
    expect(overlap(at('M0,0H100V50H0Z'), at('M0,25H100V75H0Z'))).toBeCloseTo(1 / 3, 1);
    expect(overlap(at('M0,0H100V50H0Z'), at('M0,0H100V50H0Z'))).toBe(1);
  });

  it('does not pass over what it cannot read', () => {
    expect(() => rings('M0,0S1,2 3,4')).toThrow('S');
    expect(() => rings('M0,0L1')).toThrow('not a number');
  });
});
