// The table of cities as a style sheet, and the one call that puts a page into a city.

import { CITIES, type City } from '../../core/run/cast.ts';
import { LIT, tokensFor, type LookOptions } from './cities.ts';
import './type.css';

/** Every custom property of one city, by name. */
export function propertiesOf(city: City, options: LookOptions = {}): Readonly<Record<`--${string}`, string>> {
  const tokens = tokensFor(city, options);
  const { panel, states, portrait, heading } = tokens;
  return {
    '--bg0': tokens.bg0,
    '--bg1': tokens.bg1,
    '--mid': tokens.mid,
    '--ink': tokens.ink,
    '--accent': tokens.accent,
    '--on-accent': tokens.onAccent,
    '--second': tokens.second,
    '--fracture': tokens.fracture,
    '--in-tune': tokens.inTune,
    '--glass': tokens.glass,
    '--halo': tokens.halo,
    '--state-free': states.free,
    '--state-partial': states.partial,
    '--state-fractured': states.fractured,
    '--state-in-tune': states.inTune,
    '--panel-radius': panel.radius,
    '--panel-border': panel.border,
    '--panel-shadow': panel.shadow,
    '--panel-edge': panel.edge,
    '--panel-edge-height': panel.edgeHeight,
    // buttons are cut like their panel, and never rounder than a button is high
    '--radius': panel.radius.replace(/\d+px/g, (one) => `${Math.round(parseInt(one, 10) * 0.6)}px`),
    '--heading-case': heading.case,
    '--heading-track': heading.track,
    '--heading-weight': `${heading.weight}`,
    '--portrait-ground': portrait.ground,
    '--portrait-ring': portrait.ring,
    '--portrait-rim': portrait.rim,
  };
}

/** For the root, and for anything on the page that is of another city than the page. */
export function styleSheet(options: LookOptions = {}): string {
  const lit = Object.entries(LIT).map(([city, tint]) => `--lit-${city}:${tint}`);
  const rules = CITIES.map((city) => {
    const properties = Object.entries(propertiesOf(city, options)).map(([name, value]) => `${name}:${value}`);
    const scheme = `color-scheme:${tokensFor(city).isLight ? 'light' : 'dark'}`;
    return `:root[data-city=${city}],:root [data-city=${city}]{${[scheme, ...properties].join(';')}}`;
  });
  return [`:root{${lit.join(';')}}`, ...rules].join('\n');
}

/** Made by script and not written into the page: a page may forbid styles that are written into it. */
let sheet: CSSStyleSheet | null = null;
let written = '';

/** Puts the page into a city. Cheap to call again: the sheet is written anew only when what is asked of it differs. */
export function applyCity(city: City, options: LookOptions = {}, page: Document = document): void {
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  }
  const text = styleSheet(options);
  if (written !== text) sheet.replaceSync((written = text));
  page.documentElement.dataset['city'] = city;
}
