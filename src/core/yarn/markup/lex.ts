// A marked-up line cut into tokens, with upstream's own idea of where a tag ends: after a character that no tag can hold,
// what follows is text again.

/**
 * One character each, so that a row of them is a string to be compared: text, a name, a number, true or false, a string, a
 * value in braces, what cannot be, and the end; punctuation stands for itself.
 */
type TokenKind = 't' | 'n' | '1' | 'b' | '"' | '{' | '!' | '$' | '[' | ']' | '/' | '=';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** What .NET takes for white space: unlike `\s`, with U+0085 and without U+FEFF. */
export const SPACE = /[^\S\ufeff]|\x85/;
/** One UTF-16 unit at a time, so nothing beyond the basic plane. */
const WORD = /[\p{L}\p{Nd}]/u;
const NAME = /[\p{L}\p{Nd}_|]/u;
const DIGIT = /\p{Nd}/u;
const NUMERIC = /[\p{Nd}.]/u;
const NUMBER = /^-?(\d+(\.\d*)?|\.\d+)$/;

export function lex(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (kind: TokenKind, end: number): void => {
    tokens.push({ kind, start: at, end });
    at = end;
  };
  const run = (of: RegExp): number => {
    let end = at + 1;
    while (end < text.length && of.test(text[end])) end++;
    return end;
  };

  let mode: 'text' | 'tag' | 'value' = 'text';
  while (at < text.length) {
    const c = text[at];
    if (mode === 'text') {
      const end = endOfText(text, at);
      if (end > at) take('t', end);
      else {
        take('[', at + 1);
        mode = 'tag';
      }
    } else if (SPACE.test(c) || (c === '\\' && text[at + 1] === ':')) at++;
    else if (mode === 'tag') {
      const kind = c === ']' || c === '/' || c === '=' ? c : WORD.test(c) ? 'n' : '!';
      if (kind === ']' || kind === '!') mode = 'text';
      else if (kind === '=') mode = 'value';
      take(kind, kind === 'n' ? run(NAME) : at + 1);
    } else {
      mode = 'tag';
      if (c === '"') {
        const quote = endOfString(text, at + 1);
        take(quote < 0 ? '!' : '"', quote < 0 ? at + 1 : quote + 1);
      } else if (c === '{') {
        const brace = text.indexOf('}', at);
        take(brace < 0 ? '!' : '{', brace < 0 ? text.length : brace + 1);
      } else if (c === '-' || DIGIT.test(c)) {
        const end = run(NUMERIC);
        take(NUMBER.test(text.slice(at, end)) ? '1' : '!', end);
      } else {
        const end = run(WORD);
        take(/^([Tt]rue|[Ff]alse)$/.test(text.slice(at, end)) ? 'b' : '"', end);
      }
    }
  }
  take('$', text.length);
  return tokens;
}

/** Up to the next [ that has no backslash before it in this same text. */
function endOfText(text: string, from: number): number {
  let bracket = text.indexOf('[', from);
  while (bracket > from && text[bracket - 1] === '\\') bracket = text.indexOf('[', bracket + 1);
  return bracket < 0 ? text.length : bracket;
}

/** At the next quote that has no backslash before it; if every one has, at the first: upstream does so too. */
function endOfString(text: string, from: number): number {
  let quote = text.indexOf('"', from);
  while (quote > 0 && text[quote - 1] === '\\') quote = text.indexOf('"', quote + 1);
  return quote < 0 ? text.indexOf('"', from) : quote;
}
