// A language nobody speaks, made on the fly from the source: longer by two fifths, with accents on every letter, between
// brackets that show where a text is cut; and the same from right to left. What shows through unaccented is not translated.

import { lex, type Token } from '../../core/yarn/markup/lex.ts';
import type { LineId } from '../../core/yarn/program.ts';
import { parseMarkup } from '../../core/yarn/markup.ts';
import { speakerOf } from './walk.ts';

export const PSEUDO_LOCALES = ['qps', 'qps-mirror'] as const;
export type PseudoLocale = (typeof PSEUDO_LOCALES)[number];

export function isPseudo(locale: string): locale is PseudoLocale {
  return (PSEUDO_LOCALES as readonly string[]).includes(locale);
}

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'àƀçđéƒĝĥîĵķļḿñöþɋŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻḾÑÖÞɊŔŠŢÛṼŴẊÝŽ';
const LONGER = 0.4;
/** Right-to-left override, and its end. */
const [MIRROR, UNMIRROR] = ['\u202E', '\u202C'];
/** In a text: a value's place, or an escaped character. */
const KEPT = /\{\d+\}|\\./gsu;
const CHOOSING: ReadonlySet<string> = new Set(['select', 'plural', 'ordinal']);

export function pseudoTable(table: Readonly<Record<LineId, string>>, locale: PseudoLocale): Record<LineId, string> {
  return Object.fromEntries(Object.entries(table).map(([id, text]) => [id, pseudo(text, locale)]));
}

/** Name, values and markers stay as they are. So does a line whose markup is broken: what it would say is not known. */
export function pseudo(text: string, locale: PseudoLocale): string {
  const line = text.normalize();
  if (line.trim() === '' || parseMarkup(line).errors.length > 0) return text;
  const begin = speakerOf(line)?.speech ?? 0;
  const speech = line.slice(begin);
  const pieces = piecesOf(speech);
  const said = lengthened(pieces);
  const [open, close] = locale === 'qps-mirror' ? [`${MIRROR}⟦`, `⟧${UNMIRROR}`] : ['⟦', '⟧'];
  return `${line.slice(0, begin)}${open}${said}${close}`;
}

interface Piece {
  readonly text: string;
  readonly isSpoken: boolean;
}

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  const kept = (to: number): void => {
    if (to > done) pieces.push({ text: line.slice(done, to), isSpoken: false });
    done = Math.max(done, to);
  };
  const spoken = (from: number, to: number): void => {
    kept(from);
    for (const { 0: token, index } of line.slice(from, to).matchAll(KEPT)) {
      if (from + index > done) pieces.push({ text: line.slice(done, from + index), isSpoken: true });
      done = from + index;
      kept(from + index + token.length);
    }
    if (to > done) pieces.push({ text: line.slice(done, to), isSpoken: true });
    done = to;
  };

  const tokens = lex(line);
  const slice = ({ start, end }: Token): string => line.slice(start, end);
  let marker = '';
  tokens.forEach((token, index) => {
    if (token.kind === 't') spoken(token.start, token.end);
    else if (token.kind === '[') marker = slice(tokens[index + 1]);
    else if (token.kind === '"' && CHOOSING.has(marker) && slice(token).startsWith('"')) {
      // A text that is put there is read, too; the value it is chosen by is not.
      if (slice(tokens[index - 2]).toLowerCase() !== 'value') spoken(token.start + 1, token.end - 1);
    }
  });
  kept(line.length);
  return pieces;
}

/** Vowels are doubled first, then other letters, until it is long enough. */
function lengthened(pieces: readonly Piece[]): string {
  const spoken = pieces.filter(({ isSpoken }) => isSpoken);
  let wanted = Math.ceil(LONGER * spoken.reduce((sum, { text }) => sum + text.length, 0));
  const letters = spoken.map(({ text }) => Array.from(text));
  const counts = letters.map((one) => one.map(() => 1));
  for (const which of [/[aeiou]/i, /\p{L}/u]) {
    letters.forEach((one, piece) => {
      one.forEach((letter, index) => {
        if (wanted <= 0 || counts[piece][index] > 1 || !which.test(letter)) return;
        counts[piece][index]++;
        wanted--;
      });
    });
  }
  let next = 0;
  return pieces
    .map(({ text, isSpoken }) => {
      if (!isSpoken) return text;
      const piece = next++;
      return letters[piece].map((letter, index) => accented(letter).repeat(counts[piece][index])).join('');
    })
    .join('');
}

function accented(letter: string): string {
  const index = PLAIN.indexOf(letter);
  return index < 0 ? letter : ACCENTED[index];
}
