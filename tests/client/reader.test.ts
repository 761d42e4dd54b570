// How a scene is read: by itself or not, letter by letter, an answer asked for twice.
import { describe, expect, it } from 'vitest';
import { Reader, type Reading } from '../../src/client/reader.ts';
import { Session } from '../../src/client/session.ts';
import { Tale } from '../../src/client/tale.ts';
import { makeContent } from '../../src/content.ts';
import { TEXT_TICKS } from '../../src/core/run/refuse.ts';
import { compile } from '../../src/core/yarn/compile.ts';
import { GAME_LIBRARY } from '../../src/core/run/library.ts';

const SCRIPT = `title: Start
plan: read
about: Read
---
Jin: First. #line:first
Jin: A second line. #line:second
-> Sit. #line:sit
    Jin: You sat. #line:sat
-> Stand. #line:stand
    Jin: You stood. #line:stood
===
`;

function open(wishes: Partial<Reading>) {
  const { program, strings } = compile([{ file: 'a.yarn', text: SCRIPT }], { library: GAME_LIBRARY });
  const table = Object.fromEntries([...strings].map(([id, line]) => [id, line.text ?? '']));
  const session = new Session(makeContent({}, program), 'read', 1);
  const language = { locale: 'en', plural: () => 'other', base: { table, locale: 'en' } };
  const tale = new Tale(session, { strings: table, language });
  const reader = new Reader(tale);
  reader.wishes = () => ({ isSkipped: () => false, restMs: null, letters: null, confirms: false, ...wishes });
  let now = 0;
  /** So many milliseconds, frame by frame. */
  const pass = (ms: number, isReading = true): void => {
    for (const until = now + ms; now < until;) {
      now += 50;
      session.advance(6);
      reader.frame(now, isReading);
    }
  };
  pass(100);
  return { session, tale, reader, pass, said: () => tale.current?.text };
}
/** Until a line may be passed, in milliseconds. */
const READABLE = Math.ceil((TEXT_TICKS * 1000) / 120) + 100;

describe('a reader', () => {
  it('waits on a line for as long as nobody asks for the next', () => {
    const { pass, said } = open({});
    pass(60_000);
    expect(said()).toBe('First.');
  });

  it('goes on by itself after as long as the line is worth, but not while something stands over the scene', () => {
    const lengths: number[] = [];
    const { pass, said } = open({
      restMs: (text) => {
        lengths.push(text.length);
        return 3000;
      },
    });
    pass(10_000, false);
    expect(said()).toBe('First.');
    pass(100);
    expect(said()).toBe('A second line.');
    expect(lengths).toContain('First.'.length);
    pass(2500);
    expect(said()).toBe('A second line.');
  });

  it('never answers by itself', () => {
    const { pass, tale } = open({ restMs: () => 0 });
    pass(20_000);
    expect(tale.isAsking).toBe(true);
    expect(tale.options.map((one) => one.text)).toEqual(['Sit.', 'Stand.']);
  });

  it('passes only what was read before, if that is asked for', () => {
    const { pass, said } = open({ isSkipped: (line) => line === 'line:first' });
    pass(5000);
    expect(said()).toBe('A second line.');
  });

  it('writes letter by letter; the first press shows all of it, the second goes on', () => {
    const { pass, reader, said } = open({ letters: 2 });
    pass(READABLE);
    expect(reader.lettersShown).toBeLessThan('First.'.length);
    reader.next();
    expect([reader.lettersShown, said()]).toEqual([Infinity, 'First.']);
    reader.next();
    pass(100);
    expect(said()).toBe('A second line.');
    expect(reader.lettersShown).toBe(0);
  });

  it('gives an answer at the second press only, if that is asked for; another answer is asked anew', () => {
    const { pass, reader, tale, said } = open({ isSkipped: () => true, confirms: true });
    pass(3000);
    reader.choose(0);
    expect([reader.asked, tale.isAsking]).toEqual([0, true]);
    reader.choose(1);
    expect([reader.asked, tale.isAsking]).toEqual([1, true]);
    reader.choose(1);
    pass(100);
    expect(said()).toBe('You stood.');
    expect(reader.asked).toBe(null);
  });
});
