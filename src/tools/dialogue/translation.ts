// What must hold for a translated line, so that no player meets a hole in it: the values are there, the markup reads, each
// form that its language counts in has a text, and the same person speaks.

import { parseMarkup, propertyNamed, printed, type Attribute } from '../../core/yarn/markup.ts';
import { speakerOf } from './walk.ts';

/** Every reason why `text` will not do for `source` in a language; none if it will. */
export function faultsOf(text: string, source: string, locale: string): string[] {
  return [...wrongValues(text, source), ...wrongSpeaker(text, source), ...wrongMarkup(text, source, locale)];
}

function wrongValues(text: string, source: string): string[] {
  const [here, there] = [valuesIn(text), valuesIn(source)];
  return [
    ...[...there].filter((one) => !here.has(one)).map((one) => `${one} is missing: a value stands there`),
    ...[...here]
      .filter((one) => !there.has(one))
      .map((one) => `${one} is not in the source, and would be shown like that`),
  ];
}

function valuesIn(text: string): Set<string> {
  return new Set(text.match(/\{\d+\}/g));
}

function wrongSpeaker(text: string, source: string): string[] {
  const here = speakerOf(text)?.name;
  const there = speakerOf(source)?.name;
  if (here === there) return [];
  if (there === undefined) return [`reads as said by “${here}”: write \\: for a colon that names nobody`];
  return [`begins with “${there}: ” in the source${here === undefined ? '' : `, and with “${here}: ” here`}`];
}

function wrongMarkup(text: string, source: string, locale: string): string[] {
  const marked = parseMarkup(text);
  if (marked.errors.length > 0) {
    return marked.errors.map(({ message, column }) => `markup, character ${column + 1}: ${message}`);
  }
  const originals = parseMarkup(source).attributes.filter(({ name }) => name === 'select');
  return marked.attributes.flatMap((marker) => {
    if (marker.name === 'select') return lackingCases(marker, originals);
    return marker.name === 'plural' || marker.name === 'ordinal' ? lackingForms(marker, marker.name, locale) : [];
  });
}

/** In the order in which they are spoken of; platforms have each their own. */
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

function lackingForms(marker: Attribute, name: 'plural' | 'ordinal', locale: string): string[] {
  const type = name === 'plural' ? 'cardinal' : 'ordinal';
  const known: readonly string[] = new Intl.PluralRules(locale, { type }).resolvedOptions().pluralCategories;
  const forms = FORMS.filter((form) => known.includes(form));
  const lacking = forms.filter((form) => propertyNamed(marker, form) === undefined);
  const needs = `${locale} counts ${inWords(forms)}`;
  return [
    ...(propertyNamed(marker, 'value') === undefined ? [`[${name}] has no value`] : []),
    ...(lacking.length === 0 ? [] : [`[${name}] lacks ${inWords(lacking)}: ${needs}`]),
  ];
}

/** By the select in the source that goes by the same value. */
function lackingCases(marker: Attribute, originals: readonly Attribute[]): string[] {
  const value = propertyNamed(marker, 'value');
  if (value === undefined) return ['[select] has no value'];
  const original = originals.find((one) => {
    const other = propertyNamed(one, 'value');
    return other !== undefined && printed(other) === printed(value);
  });
  const lacking = (original?.properties ?? []).filter(({ name }) => propertyNamed(marker, name) === undefined);
  return lacking.length === 0
    ? []
    : [`[select] lacks ${inWords(lacking.map(({ name }) => name))}, which the source has`];
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
