// Settings: one table, from which the values, their checks and their storage come.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BINDABLE, bind, conflictsOf, KEYS_AT_FIRST, NEEDED, PAD_AT_FIRST, actOf } from '../../../src/client/bound.ts';
import { colourOf, luminanceOf } from '../../../src/client/colours.ts';
import { KeptSettings, SETTINGS_KEY } from '../../../src/client/save/settings.ts';
import {
  assistsOf,
  GROUPS,
  isAssisted,
  isSame,
  NO_PREFERENCE,
  pageOf,
  pictureOf,
  rowOf,
  SETTINGS,
  settingsAtFirst,
  soundOf,
  valid,
  type SettingId,
} from '../../../src/client/settings.ts';
import { ASSIST_RANGE, ASSISTS } from '../../../src/core/run/actions.ts';
import { SETTINGS_WORDS } from '../../../src/client/words/settings.ts';
import { FakeStorage } from './support.ts';

const ALL = SETTINGS.map((row) => row.id);
const kept = (storage: Storage | null = new FakeStorage()): KeptSettings => new KeptSettings(storage, NO_PREFERENCE);

/** Anything that a setting may be. */
const values = fc.constantFrom(...ALL).chain((id) => {
  const row = rowOf(id);
  const value: fc.Arbitrary<unknown> =
    row.kind === 'range'
      ? fc.double({ min: row.least, max: row.most, noNaN: true })
      : row.kind === 'choice'
        ? fc.constantFrom(...row.options)
        : row.kind === 'toggle'
          ? fc.boolean()
          : row.kind === 'hue'
            ? fc.option(fc.integer({ min: 0, max: 359 }))
            : row.kind === 'language'
              ? fc.constantFrom('', 'en', 'de-AT')
              : fc.constant({ ...row.fallback, pause: ['x'] });
  return fc.tuple(fc.constant(id), value);
});

describe('the table', () => {
  it('has each id once, and its own fallback is something it may be', () => {
    expect(new Set(ALL).size).toBe(ALL.length);
    for (const row of SETTINGS) {
      expect(GROUPS).toContain(row.group);
      expect(valid(rowOf(row.id), row.fallback), row.id).toEqual(row.fallback);
      expect(SETTINGS_WORDS.rows[row.id].name, row.id).not.toBe('');
    }
  });

  it('has the assists of the core, in its ranges', () => {
    for (const assist of ASSISTS) {
      const row = rowOf(assist);
      const [least, most, unassisted] = ASSIST_RANGE[assist];
      if (row.kind === 'range') expect([row.least, row.most, row.fallback]).toEqual([least, most, unassisted]);
      else expect([row.kind, row.fallback, least, most, unassisted]).toEqual(['toggle', false, 0, 1, 0]);
    }
    const first = settingsAtFirst();
    expect(isAssisted(first)).toBe(false);
    expect(isAssisted({ ...first, unlimited: true })).toBe(true);
    expect(assistsOf({ ...first, speed: 70, actWhilePaused: true })).toEqual({
      speed: 70,
      hazards: 100,
      unlimited: 0,
      actWhilePaused: 1,
    });
  });

  it('begins with what the browser says of the player', () => {
    expect(settingsAtFirst({ reducedMotion: true, contrast: true })).toMatchObject({
      reducedMotion: true,
      shake: false,
      flash: false,
      highContrast: true,
    });
    expect(settingsAtFirst()).toMatchObject({
      reducedMotion: false,
      shake: true,
      highContrast: false,
      textSpeed: 'instant',
    });
  });
});

describe('kept settings', () => {
  it('are there again, whatever they were set to', () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 30 }), (changes) => {
        const storage = new FakeStorage();
        const settings = kept(storage);
        for (const [id, value] of changes) expect(settings.change(id, value as never)).toBe(true);
        expect(kept(storage).all).toEqual(settings.all);
        const other = kept();
        other.import(JSON.parse(JSON.stringify(settings.export())));
        expect(other.all).toEqual(settings.all);
      }),
    );
  });

  it('are undone one by one, to how they were at first', () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 20 }), (changes) => {
        const settings = kept();
        const states = [settings.all];
        for (const [id, value] of changes) {
          settings.change(id, value as never);
          if (!ALL.every((one) => isSame(settings.all[one], states.at(-1)![one]))) states.push(settings.all);
        }
        while (states.length > 1) {
          expect(settings.all).toEqual(states.pop());
          while (!ALL.every((one) => isSame(settings.all[one], states.at(-1)![one])))
            expect(settings.undo()).toBe(true);
        }
        expect(settings.all).toEqual(settingsAtFirst());
      }),
    );
  });

  it('drawn along a slider are undone in one, and the next pull by itself', () => {
    const settings = kept();
    for (const value of [95, 90, 85]) settings.change('music', value, value < 95);
    settings.change('music', 40);
    settings.undo();
    expect(settings.get('music')).toBe(85);
    settings.undo();
    expect(settings.get('music')).toBe(100);
    expect(settings.undo()).toBe(false);
  });

  it('refuse what they cannot be, and are put on a step', () => {
    const settings = kept();
    expect(settings.change('textSize', 900)).toBe(false);
    expect(settings.change('textSize', Number.NaN)).toBe(false);
    expect(settings.change('family', 'comic' as never)).toBe(false);
    expect(settings.change('hueFree', 360)).toBe(false);
    expect(settings.change('mute', 'yes' as never)).toBe(false);
    expect(settings.all).toEqual(settingsAtFirst());
    settings.change('textSize', 134);
    settings.change('lineSpacing', 1.5000001);
    expect([settings.get('textSize'), settings.get('lineSpacing')]).toEqual([130, 1.5]);
  });

  it('tell of what changed, and of nothing else', () => {
    const settings = kept();
    const heard: (readonly SettingId[])[] = [];
    const stop = settings.watch((_, changed) => heard.push(changed));
    settings.change('music', 40);
    settings.change('music', 40);
    settings.change('mono', true);
    settings.reset('sound');
    settings.undo();
    stop();
    settings.change('music', 10);
    expect(heard).toEqual([['music'], ['mono'], ['music', 'mono'], ['music', 'mono']]);
  });

  it('go back to how they were at first: one, a group, all', () => {
    const settings = kept();
    settings.change('music', 40);
    settings.change('effects', 30);
    settings.change('textSize', 150);
    settings.reset('music');
    expect([settings.isAtFirst('music'), settings.get('effects')]).toEqual([true, 30]);
    settings.reset('sound');
    expect([settings.get('effects'), settings.get('textSize')]).toEqual([100, 150]);
    settings.reset('all');
    expect(settings.all).toEqual(settingsAtFirst());
  });

  it('of a later build are kept though this one does not know them', () => {
    const storage = new FakeStorage();
    storage.setItem(SETTINGS_KEY, JSON.stringify({ version: 2, set: { smell: 'on', music: 50, textSize: 'huge' } }));
    const settings = kept(storage);
    expect([settings.get('music'), settings.get('textSize')]).toEqual([50, 100]);
    settings.change('mono', true);
    expect(storage.getItem(SETTINGS_KEY)).toContain('"smell":"on"');
  });

  it('whose choice is offered no more are as at first', () => {
    const storage = new FakeStorage();
    storage.setItem(SETTINGS_KEY, JSON.stringify({ version: 1, set: { palette: 'grey', mono: true } }));
    expect(kept(storage).all).toMatchObject({ palette: 'city', mono: true });
  });

  it('of an older version are read', () => {
    const storage = new FakeStorage();
    storage.setItem(SETTINGS_KEY, JSON.stringify({ version: 0, set: { music: 0.4, mono: true } }));
    expect(kept(storage).all).toMatchObject({ music: 40, mono: true });
  });

  it('that are harmed, refused or full are as at first, and hold for as long as the page does', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (any) => {
        const storage = new FakeStorage();
        storage.setItem(SETTINGS_KEY, any);
        const settings = kept(storage);
        for (const id of ALL) expect(valid(rowOf(id), settings.get(id))).toEqual(settings.get(id));
      }),
    );
    for (const storage of [null, Object.assign(new FakeStorage(), { isFull: true })]) {
      const settings = kept(storage);
      expect(settings.change('mute', true)).toBe(true);
      expect(settings.get('mute')).toBe(true);
    }
    expect(kept().import({ version: 'x' })).toBe(false);
  });

  it('changed in another tab are read again, and not written', () => {
    const storage = new FakeStorage();
    const [here, there] = [kept(storage), kept(storage)];
    there.change('mute', true);
    here.reread();
    expect(here.get('mute')).toBe(true);
  });
});

describe('for those who follow them', () => {
  const first = settingsAtFirst();
  it('are as the page, the mixer and the picture want them', () => {
    expect(soundOf({ ...first, mute: true, interface: 5 })).toMatchObject({ muted: true, interface: 5, master: 80 });
    const page = pageOf({ ...first, textSize: 150, family: 'dyslexic', reducedMotion: true });
    expect(page.properties).toMatchObject({ '--text-size': '1.5', '--letter-spacing': '0em' });
    expect(page.properties).toMatchObject({
      '--font-text': 'var(--font-dyslexic)',
      '--font-display': 'var(--font-text)',
    });
    expect(pageOf(first).properties['--font-display']).toBe('var(--font-grotesk)');
    expect(page.attributes).toMatchObject({ 'data-motion': 'reduced', 'data-contrast': 'usual' });
    expect(pictureOf(first, true).colours).toEqual({});
    expect(pictureOf({ ...first, palette: 'own', hueFree: 120 }, true).colours).toHaveProperty('free');
  });
});

describe('colours of states', () => {
  it('are as light as asked for, whatever their hue', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359 }), fc.double({ min: 0.02, max: 0.9, noNaN: true }), (hue, light) => {
        expect(Math.abs(luminanceOf(colourOf(hue, 0.85, light)) - light)).toBeLessThan(0.012);
      }),
    );
  });
});

describe('bindings', () => {
  const key = fc.oneof(
    fc.constantFrom('Enter', ' ', 'Escape', 'ArrowLeft', 'p', 'P', '1', 'Tab', 'F5'),
    fc.string({ minLength: 1, maxLength: 1 }),
  );

  it('have no conflict at first, and none ever comes of binding; what is needed always has a key', () => {
    expect([conflictsOf(KEYS_AT_FIRST), conflictsOf(PAD_AT_FIRST)]).toEqual([[], []]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...BINDABLE), key), { maxLength: 40 }), (acts) => {
        let now = KEYS_AT_FIRST;
        for (const [act, pressed] of acts) {
          const done = bind(now, act, pressed);
          if (done.kind !== 'bound') continue;
          now = done.bindings;
          expect(actOf(now, pressed)).toBe(act);
          if (done.takenFrom !== null) expect(now[done.takenFrom]).not.toContain(pressed);
        }
        expect(conflictsOf(now)).toEqual([]);
        for (const act of NEEDED) expect(now[act].length).toBeGreaterThan(0);
        expect(valid(rowOf('keys'), now)).toEqual(now);
      }),
    );
  });

  it('refuse the keys of the browser, and to leave an act without that is needed', () => {
    expect(bind(KEYS_AT_FIRST, 'pause', 'Tab')).toMatchObject({ kind: 'keyOfTheBrowser' });
    expect(bind(KEYS_AT_FIRST, 'pause', 'Escape')).toEqual({ kind: 'wouldLeaveNone', of: 'back' });
    expect(bind(KEYS_AT_FIRST, 'pause', 'P')).toMatchObject({ kind: 'alreadySo' });
    expect(bind(KEYS_AT_FIRST, 'again', 'Enter')).toMatchObject({ kind: 'bound', takenFrom: 'use' });
  });

  it('brought in with conflicts are told of', () => {
    expect(conflictsOf({ ...KEYS_AT_FIRST, again: ['p'] })).toEqual([{ key: 'p', acts: ['pause', 'again'] }]);
  });

  it('that miss an act, or have what is no list, have what they had at first', () => {
    const { pause: _, ...less } = KEYS_AT_FIRST;
    expect(valid(rowOf('keys'), { ...less, use: 'x', again: ['v'], fly: ['w'] })).toEqual({
      ...KEYS_AT_FIRST,
      again: ['v'],
    });
  });
});
