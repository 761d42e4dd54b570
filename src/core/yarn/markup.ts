// Markup in a line: `[wave]so[/wave]`, `[pause=500/]`, `[plural value=3 one="a city" other="% cities"/]`, and the name
// before a colon. Answers as upstream's LineParser does, but never throws: a name given twice in one marker stays twice.

import { lex, SPACE, type Token } from './markup/lex.ts';
import type { PluralRule, Replacers } from './markup/replace.ts';
import type { Attribute, MarkupError, MarkupResult, Property } from './markup/result.ts';

export { BUILT_IN, type PluralRule, type Replacer, type Replacers } from './markup/replace.ts';
export * from './markup/result.ts';

export interface MarkupOptions {
  /** Is a leading `Name:` a `character` attribute? Unless said otherwise, yes. */
  readonly implicitCharacter?: boolean;
  /** By marker. Without one even `select` is a plain attribute; BUILT_IN has the language's own. */
  readonly replacers?: Replacers;
  readonly locale?: string;
  readonly plural?: PluralRule;
}

/** No line needs so many at once; and without a limit, tangled markers would cost the square of the line's length. */
const DEEPEST = 64;
const TRIM = 'trimwhitespace';

/** A marker that is open. One that is cut in two by another's end goes on with the same attribute. */
interface Open {
  readonly name: string;
  readonly source: number;
  readonly properties: Property[];
  attribute: Attribute | null;
  /** How far the result had come when it opened: chunks, characters, attributes, invisible characters. */
  chunk: number;
  position: number;
  inside: number;
  unseen: number;
}

export function parseMarkup(text: string, options: MarkupOptions = {}): MarkupResult {
  const { replacers = {}, locale = 'en', plural = () => 'other', implicitCharacter = true } = options;
  const input = text.normalize();
  const speaker = implicitCharacter ? nameIn(input) : null;
  // Most lines have no marker in them, and need no more than this.
  if (!/[[\\]/.test(input) && !speaker?.text.includes('"') && !Object.hasOwn(replacers, 'character')) {
    return { text: input, attributes: speaker === null ? [] : [characterOver(speaker)], errors: [] };
  }
  const { line, back } = speaker === null ? { line: input, back: (at: number) => at } : withCharacter(input, speaker);
  const tokens = lex(line);
  const kinds = tokens.map(({ kind }) => kind).join('');
  const at = (index: number): Token => tokens[Math.min(index, tokens.length - 1)];
  const slice = (token: Token): string => line.slice(token.start, token.end);

  const errors: MarkupError[] = [];
  const wrong = (message: string, column: number): void => {
    errors.push({ message, column: back(column) });
  };

  const chunks: string[] = [];
  let length = 0;
  let attributes: Attribute[] = [];
  let unseen = 0;
  let trims = false;

  const open: Open[] = [];
  /** Names that were asked to close while another was the innermost. */
  let closing: Token[] = [];

  const put = (chunk: string): void => {
    chunks.push(chunk);
    length += chunk.length;
  };

  const write = (raw: string): void => {
    put((trims && SPACE.test(raw.charAt(0)) ? raw.slice(1) : raw).replace(/\\([[\]:])/g, '$1'));
    trims = false;
  };

  const begin = (one: Open): void => {
    one.chunk = chunks.length;
    one.position = length;
    one.inside = attributes.length;
    one.unseen = unseen;
    open.push(one);
  };

  const enter = (name: string, source: number): void => {
    if (open.length >= DEEPEST) wrong(`More than ${DEEPEST} markers are open at once`, source);
    else begin({ name, source, properties: [], attribute: null, chunk: 0, position: 0, inside: 0, unseen: 0 });
  };

  /** Ends the innermost marker, or the part of it that lies inside another. */
  const leave = (): Open => {
    const one = open.pop()!;
    const { name, properties, source, position } = one;
    const width = length - position;
    if (Object.hasOwn(replacers, name)) {
      const marker = { name, position, length: width, sourcePosition: source, properties };
      const inside = attributes.slice(one.inside);
      const done = replacers[name](marker, chunks.slice(one.chunk).join(''), inside, { locale, plural });
      if (done.error !== undefined) wrong(done.error, source);
      unseen += done.invisible ?? 0;
      chunks.length = one.chunk;
      length = position;
      put(done.text);
      attributes.length = one.inside;
      for (const each of inside) attributes.push(each);
      return one;
    }
    if (one.attribute === null) {
      one.attribute = { name, position: position - one.unseen, length: width, sourcePosition: source, properties };
      attributes.push(one.attribute);
    } else one.attribute.length += width;
    trims = properties.find((each) => each.name === TRIM)?.value === true;
    return one;
  };

  /** Ends what was asked to end out of turn; what is cut by that goes on behind it. */
  const settle = (): void => {
    const cut: Open[] = [];
    while (closing.length > 0 && open.length > 0) {
      const one = leave();
      const asked = closing.findIndex((token) => slice(token) === one.name);
      if (asked < 0) cut.push(one);
      else closing.splice(asked, 1);
    }
    if (closing.length > 0) refuse();
    else while (cut.length > 0) begin(cut.pop()!);
  };

  const refuse = (): void => {
    for (const token of closing) {
      const name = slice(token);
      wrong(`Asked to close "${name}", which is not open. Is [/${name}] a typo?`, token.start);
    }
    closing = [];
  };

  let i = 0;
  const is = (pattern: string): boolean => kinds.startsWith(pattern, Math.min(i, tokens.length - 1));

  const marker = (): void => {
    const source = at(i).start;
    const name = at(i + 1);
    if (is('[/]')) {
      while (open.length > 0) {
        const ended = leave();
        closing = closing.filter(firstOther(ended.name, slice));
      }
      refuse();
      i += 2;
    } else if (is('[/n]')) {
      const ends = at(i + 2);
      if (open.length === 0) wrong(`Asked to close "${slice(ends)}", but no marker is open`, ends.start);
      else if (open.at(-1)!.name === slice(ends)) leave();
      else closing.push(ends);
      i += 3;
    } else if (name.kind === '/') wrong('A closing marker is [/name] or [/]', source);
    else if (name.kind !== 'n') wrong(`A marker begins with its name, not with "${slice(name)}"`, name.start);
    else {
      settle();
      if (is('[n]')) {
        if (slice(name) === 'nomarkup') return unmarked(source);
        enter(slice(name), source);
        i += 2;
      } else if (at(i + 2).kind === '!') {
        wrong(`Error parsing markup, invalid name: "${slice(name)}"`, name.start);
        i += 2;
      } else {
        enter(slice(name), source);
        // The name is the first property's name as well.
        if (at(i + 2).kind !== '=') i += 1;
      }
    }
  };

  const unmarked = (source: number): void => {
    const from = at(i + 3).start;
    while (!is('$')) {
      if (is('[/n]') && slice(at(i + 2)) === 'nomarkup') {
        enter('nomarkup', source);
        write(line.slice(from, at(i).start));
        if (open.length > 0) leave();
        i += 3;
        return;
      }
      i++;
    }
    wrong('[nomarkup] has no [/nomarkup]', source);
  };

  const property = (): void => {
    const [name, value] = [at(i), at(i + 2)];
    const read = at(i + 1).kind === '=' ? valueOf(value.kind, slice(value)) : null;
    if (read !== null) open.at(-1)?.properties.push({ name: slice(name), ...read });
    else {
      const found = line.slice(name.start, value.end);
      wrong(`Expected to find a property and it's value, but instead found "${found}"`, at(i + 1).start);
    }
    i += 2;
  };

  const selfClose = (): void => {
    const one = open.at(-1);
    if (!is('/]') || one === undefined) return wrong('This slash closes nothing', at(i).start);
    if (!one.properties.some(({ name }) => name === TRIM)) {
      one.properties.push({ name: TRIM, type: 'Bool', value: true });
    }
    leave();
    i += 1;
  };

  for (; !is('$'); i++) {
    const { kind } = at(i);
    if (kind === 't') {
      settle();
      write(slice(at(i)));
    } else if (kind === '[') marker();
    else if (kind === 'n') property();
    else if (kind === '/') selfClose();
  }
  // Upstream forgives a tangle at the very end of a line only when more than one marker is in it.
  if (closing.length > 1) settle();
  if (open.length > 0) {
    wrong(`Not closed: ${open.map(({ name }) => `[${name}]`).join(', ')}`, open[0].source);
  }

  if (errors.length > 0) return { text: input, attributes: [], errors };
  attributes.sort((a, b) => a.sourcePosition - b.sourcePosition);
  attributes = attributes.map((one) => ({ ...one, sourcePosition: back(one.sourcePosition) }));
  return { text: chunks.join(''), attributes, errors };
}

/** For `filter`: leaves out the first token of that name only. */
function firstOther(name: string, slice: (token: Token) => string): (token: Token) => boolean {
  let found = false;
  return (token) => found || !(found = slice(token) === name);
}

function valueOf(kind: Token['kind'], text: string): Omit<Property, 'name'> | null {
  if (kind === 'b') return { type: 'Bool', value: /^t/i.test(text) };
  if (kind === '{') return { type: 'String', value: text.replace(/^\{+|\}+$/g, '') };
  if (kind === '"') {
    const quoted = text.startsWith('"') && text.endsWith('"');
    return { type: 'String', value: quoted ? unquoted(text) : text };
  }
  if (kind !== '1') return null;
  const value = Number(text);
  const whole = value | 0;
  return /^-?\d+$/.test(text) && value === whole ? { type: 'Integer', value: whole } : { type: 'Float', value };
}

/** Upstream drops every backslash, and then every quote at either end. */
function unquoted(text: string): string {
  const bare = text.replaceAll('\\', '');
  let [from, to] = [0, bare.length];
  while (bare[from] === '"') from++;
  while (to > from && bare[to - 1] === '"') to--;
  return bare.slice(from, to);
}

interface Name {
  readonly text: string;
  /** Behind the colon and the spaces after it. */
  readonly end: number;
}

/** Null too where a character marker has been written by hand. */
function nameIn(input: string): Name | null {
  const colon = firstColon(input);
  if (colon < 0) return null;
  let first = 0;
  while (SPACE.test(input.charAt(first))) first++;
  if (input.startsWith('[character', first)) return null;
  let end = colon + 1;
  while (SPACE.test(input.charAt(end))) end++;
  return { text: input.slice(0, colon), end };
}

function characterOver({ text, end }: Name): Attribute {
  const properties: readonly Property[] = [{ name: 'name', type: 'String', value: text }];
  return { name: 'character', position: 0, length: end, sourcePosition: 0, properties };
}

/** The name put into a character marker, as upstream does it, and the way back to the places of the input. */
function withCharacter(input: string, { text, end }: Name): { line: string; back: (at: number) => number } {
  const head = `[character name="${text}"]`;
  const tail = '[/character]';
  return {
    line: head + input.slice(0, end) + tail + input.slice(end),
    back: (at) => Math.max(0, at - head.length - Math.max(0, Math.min(tail.length, at - head.length - end))),
  };
}

/** -1 if there is none but escaped ones. */
function firstColon(input: string): number {
  for (let at = 0; at < input.length; at++) {
    if (input[at] === ':') return at;
    if (input[at] === '\\' && input[++at] === '\n') return -1;
  }
  return -1;
}
