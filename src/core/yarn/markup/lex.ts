// A marked-up line cut into tokens, with upstream's own idea of where a tag ends: after a character that no tag can hold,
// what follows is text again.

type TokenKind =
  | 'text'
  | 'open'
  | 'close'
  | 'slash'
  | 'equals'
  | 'name'
  | 'number'
  | 'bool'
  | 'string'
  | 'value'
  | 'wrong'
  | 'end';

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
const PUNCTUATION: Readonly<Record<string, TokenKind>> = { ']': 'close', '/': 'slash', '=': 'equals' };

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
      if (end > at) take('text', end);
      else {
        take('open', at + 1);
        mode = 'tag';
      }
    } else if (SPACE.test(c) || (c === '\\' && text[at + 1] === ':')) at++;
    else if (mode === 'tag') {
      const kind = PUNCTUATION[c] ?? (WORD.test(c) ? 'name' : 'wrong');
      if (kind === 'close' || kind === 'wrong') mode = 'text';
      else if (kind === 'equals') mode = 'value';
      take(kind, kind === 'name' ? run(NAME) : at + 1);
    } else {
      mode = 'tag';
      if (c === '"') {
        const quote = endOfString(text, at + 1);
        take(quote < 0 ? 'wrong' : 'string', quote < 0 ? at + 1 : quote + 1);
      } else if (c === '{') {
        const brace = text.indexOf('}', at);
        take(brace < 0 ? 'wrong' : 'value', brace < 0 ? text.length : brace + 1);
      } else if (c === '-' || DIGIT.test(c)) {
        const end = run(NUMERIC);
        take(NUMBER.test(text.slice(at, end)) ? 'number' : 'wrong', end);
      } else {
        const end = run(WORD);
        take(/^([Tt]rue|[Ff]alse)$/.test(text.slice(at, end)) ? 'bool' : 'string', end);
      }
    }
  }
  take('end', text.length);
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
