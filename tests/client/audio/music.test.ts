import { describe, expect, it } from 'vitest';
import { CITY_ROWS } from '../../../src/client/audio/cities.ts';
import { PIECES, pieceOf } from '../../../src/client/audio/music/pieces.ts';
import { THEME } from '../../../src/client/audio/music/theme.ts';
import { barOf, isHold, type Piece, type Written } from '../../../src/client/audio/music/write.ts';
import { degreeOver, pitchOf } from '../../../src/client/audio/pitch.ts';
import { VOICES_MOST } from '../../../src/client/audio/pool.ts';
import { MUSIC_IDS } from '../../../src/core/run/cues.ts';

const IDS = Object.keys(PIECES) as (keyof typeof PIECES)[];
const BARS = 96;

function bars(id: keyof typeof PIECES, many = BARS): readonly (readonly Written[])[] {
  return Array.from({ length: many }, (_, n) => barOf(id, PIECES[id], n));
}

function classes(all: readonly (readonly Written[])[]): number[] {
  return [...new Set(all.flat().map((one) => ((Math.round(one.pitch) % 12) + 12) % 12))].sort((a, b) => a - b);
}

/** What one voice sings, bar by bar. */
function sung(all: readonly (readonly Written[])[], voice: string): number[][] {
  return all.map((bar) => bar.flatMap((one) => (!isHold(one) && one.voice === voice ? [one.pitch] : [])));
}

/** A crowd, and a whole city, are allowed more. */
const FULLER: Partial<Record<string, number>> = { coves_court: 2, coves_concord: 1.6 };

describe('every piece', () => {
  it('that a script may name is there, and silence is none', () => {
    expect(MUSIC_IDS.filter((id) => pieceOf(id) === null)).toEqual(['none']);
    expect([pieceOf(''), pieceOf('constructor')]).toEqual([null, null]);
  });

  it.each(IDS)('%s is the same whenever it is asked for, and not the same bar for ever', (id) => {
    const all = bars(id);
    expect(barOf(id, PIECES[id], 41)).toEqual(all[41]);
    const kinds = new Set(all.map((bar) => JSON.stringify(bar)));
    expect(kinds.size).toBeGreaterThan(id === 'coves_unison' ? 20 : 10);
  });

  it.each(IDS)('%s keeps inside its bars and inside what can sound', (id) => {
    const piece: Piece = PIECES[id];
    for (const bar of bars(id)) {
      for (const one of bar) {
        expect(one.at).toBeGreaterThanOrEqual(0);
        expect(one.at).toBeLessThan(piece.beats);
        expect(one.loud).toBeGreaterThan(0);
        expect(one.loud).toBeLessThan(0.8);
        expect(Math.abs(one.pan)).toBeLessThanOrEqual(1);
        expect(one.pitch).toBeGreaterThan(35);
        expect(one.pitch).toBeLessThan(100);
      }
      expect([...bar].sort((a, b) => a.at - b.at).map((one) => one.at)).toEqual(bar.map((one) => one.at));
    }
  });

  it.each(IDS)('%s leaves room to read: on the mean at most a note a beat and three voices held', (id) => {
    const all = bars(id);
    const struck = all.flat().filter((one) => !isHold(one) && one.voice !== 'drum').length;
    expect(struck / (BARS * PIECES[id].beats)).toBeLessThan(FULLER[id] ?? 1.3);
    for (const bar of all) expect(bar.filter(isHold).length).toBeLessThanOrEqual(3);
  });

  it.each(IDS)('%s fits into sixteen voices', (id) => {
    const { beats, tempo } = PIECES[id];
    const all = bars(id, 24).flatMap((bar, n) =>
      bar.map((one) => {
        const at = ((n * beats + one.at) * 60) / tempo;
        // struck notes are inaudible long before they are over
        return { at, until: at + (isHold(one) ? (one.beats * 60) / tempo : 2.4) };
      }),
    );
    for (const { at } of all)
      expect(all.filter((one) => one.at <= at && one.until > at).length).toBeLessThanOrEqual(VOICES_MOST);
  });
});

describe('the theme of the Coves', () => {
  const row = new Set(CITY_ROWS.coves.pitches.map((pitch) => pitch % 12));
  const C = pitchOf('C4') % 12;
  const whole = THEME.map((bar) => bar.map((tone) => tone.pitch));

  it('is in the five pitches of the city, and ends at home', () => {
    expect(THEME.flat().every((tone) => row.has(tone.pitch % 12))).toBe(true);
    expect(THEME.at(-1)!.at(-1)!.pitch).toBe(pitchOf('F4'));
    expect(THEME[3].at(-1)!.pitch).not.toBe(pitchOf('F4'));
  });

  it.each(['coves_assembly', 'coves_concord', 'coves_morning'] as const)('is whole in %s', (id) => {
    const heard = sung(bars(id), 'glass');
    const found = heard.findIndex((_, n) =>
      whole.every((bar, k) => bar.every((pitch) => heard[n + k]?.includes(pitch))),
    );
    expect(found).toBeGreaterThanOrEqual(0);
  });

  it('has no C in the whispers, where it would have had many', () => {
    const heard = classes(bars('coves_whispers'));
    expect(heard).not.toContain(C);
    expect(classes(bars('coves_morning'))).toContain(C);
    expect(whole.flat().filter((pitch) => pitch % 12 === C).length).toBeGreaterThan(3);
  });

  it('is one note in unison', () => {
    expect([
      ...new Set(
        bars('coves_unison')
          .flat()
          .map((one) => one.pitch),
      ),
    ]).toEqual([pitchOf('F4')]);
  });

  it('is in pieces in fracture: never a whole bar of it, and a new one that comes back', () => {
    const all = bars('coves_fracture');
    const heard = sung(all, 'glass').map((bar) => bar.map((pitch) => Math.round(pitch)));
    expect(heard.filter((bar) => whole.some((one) => one.every((pitch) => bar.includes(pitch))))).toEqual([]);
    expect(heard.flat().length).toBeGreaterThan(40);
    const fresh = sung(all, 'string').filter((bar) => bar.length > 0);
    expect(fresh.length).toBe(BARS / 4);
    expect(new Set(fresh.map(String))).toEqual(new Set(['65,70,69']));
    expect(row.has(70 % 12)).toBe(false);
  });

  it('is answered by its mirror in the court, in the same five pitches', () => {
    const all = bars('coves_court', 8);
    const back = sung(all, 'hollow');
    expect(back.map((bar) => bar.length)).toEqual(whole.map((bar) => bar.length));
    // A stays, what is a step above it is a step below
    expect(back[0][2]).toBe(pitchOf('A4'));
    expect(back[0][0]).toBe(pitchOf('G4'));
    expect(classes(all).every((k) => row.has(k))).toBe(true);
  });

  it('is thinner where it is quiet than anywhere else', () => {
    const quiet = bars('coves_quiet').flat().length;
    for (const id of IDS.filter((one) => one.startsWith('coves_') && one !== 'coves_quiet'))
      expect(bars(id).flat().length).toBeGreaterThan(quiet);
  });
});

/** Which steps over a root there are in a piece. */
function degrees(id: keyof typeof PIECES, root: string): number[] {
  const all = bars(id).flat();
  return [...new Set(all.map((one) => degreeOver(pitchOf(root), one.pitch)))].sort((a, b) => a - b);
}

describe('the Sphere', () => {
  it('sounds of its own row, the Record and the plaza of theirs', () => {
    expect(degrees('sphere_morning', 'G3')).toEqual([0, 2, 4, 5, 7, 9, 11]);
    expect(degrees('plaza_dark', 'E3')).toEqual([0, 3, 7, 8, 10]);
    expect(degrees('record', 'E3')).toContain(3);
  });
});
