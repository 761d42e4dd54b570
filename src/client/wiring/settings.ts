// Settings, brought to whoever follows them: the page's own look, the run's assists, how scenes are read.

import { ASSISTS, run } from '../../core/run/actions.ts';
import type { EventKind } from '../../core/network/vocabulary.ts';
import type { City } from '../../core/run/cast.ts';
import { applyCity } from '../look/sheet.ts';
import type { Play } from '../play.ts';
import type { Reading } from '../reader.ts';
import type { Heard } from '../session.ts';
import { assistsOf, pageOf, type Settings } from '../settings.ts';

/** The page's root: letters, motion, contrast, and the colours of the city in sight. */
export function dress(settings: Settings, city: City): void {
  const root = document.documentElement;
  const { properties, attributes } = pageOf(settings);
  for (const [name, value] of Object.entries(properties)) root.style.setProperty(name, value);
  for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
  applyCity(city, { contrast: settings.highContrast ? 'high' : 'as made' });
}

/** Assists are acts of the run, so that its log says them. */
export function assist(play: Play, settings: Settings): void {
  const wanted = assistsOf(settings);
  const { session } = play;
  if (session.mode === 'over') return;
  ASSISTS.forEach((one, i) => {
    if (session.assists[one] !== wanted[one]) session.turnNow(run('assist', i, wanted[one]));
  });
}

/** Milliseconds for a line, and for each letter of it. */
const REST = { slow: [1800, 75], middle: [1200, 52], fast: [700, 32] } as const;
/** Letters a second that a line is written out in; null: at once. */
const LETTERS = { instant: null, slow: 30, middle: 55, fast: 100 } as const;

export function readingOf(settings: Settings, hasSeen: (line: string) => boolean): Reading {
  const { skipSeen, autoAdvance, textSpeed, confirmChoices } = settings;
  const rest = autoAdvance === 'off' ? null : REST[autoAdvance];
  return {
    isSkipped: (line) => skipSeen && hasSeen(line),
    restMs: rest === null ? null : (text) => rest[0] + rest[1] * text.length,
    letters: LETTERS[textSpeed],
    confirms: confirmChoices,
  };
}

/** Milliseconds that a telephone shivers for what the hands should feel. */
const SHIVERS: Partial<Readonly<Record<EventKind, number | number[]>>> = {
  toolUsed: 12,
  bondMended: 18,
  hazardStruck: 30,
  won: [30, 60, 30, 60, 60],
  lost: [120],
};

export function shiver(heard: Heard): void {
  const what = heard.kind === 'event' ? SHIVERS[heard.event] : heard.kind === 'refused' ? 40 : undefined;
  if (what !== undefined && typeof navigator.vibrate === 'function') navigator.vibrate(what);
}
