// A scene as the page tells it: what is said now, what was said, what may be answered, and in which language.
import { describe, expect, it } from 'vitest';
import { makeContent } from '../../src/content.ts';
import { TEXT_TICKS } from '../../src/core/run/refuse.ts';
import { TICK } from '../../src/core/network/layout.ts';
import { compile } from '../../src/core/yarn/compile.ts';
import { GAME_LIBRARY } from '../../src/core/run/library.ts';
import { Session } from '../../src/client/session.ts';
import { Tale, type Words } from '../../src/client/tale.ts';
import { resumedWords } from '../../src/client/tongue.ts';
import { EASY } from '../support/runs.ts';

const SCRIPT = `title: Start
plan: told
about: Told
---
<<enter jin left>>
Jin: One. #line:one
Jin: There [plural value={1 + 1} one="is one chair" other="are % chairs" /]. #line:two
-> Sit. #line:sit
    Jin: Four. #line:four
-> Stand. <<if flag("sphere", "tall")>> #line:stand
-> Break it. #line:break
    <<jump Round>>
-> Play. #line:play
    <<network easy>>
    Jin: Played. #line:played
Jin: Last. #line:last
===
title: Round
---
<<set $n = 1>>
<<if $n == 1>>
    <<jump Round>>
<<endif>>
===
`;

function compiled(text = SCRIPT) {
  const { program, strings, diagnostics } = compile([{ file: 'a.yarn', text }], { library: GAME_LIBRARY });
  if (program === null) throw new Error(diagnostics.map((one) => one.message).join('\n'));
  const table = Object.fromEntries([...strings].map(([id, line]) => [id, line.text ?? '']));
  return { content: makeContent({ 'easy.json': EASY }, program), table };
}

const plural = (locale: string, n: number): string => new Intl.PluralRules(locale).select(n);
function wordsOf(table: Record<string, string>, strings = table, locale = 'en'): Words {
  return { strings, language: { locale, plural, base: { table, locale: 'en' } } };
}

function open() {
  const { content, table } = compiled();
  const session = new Session(content, 'told', 1);
  const tale = new Tale(session, wordsOf(table));
  const pass = (ticks = TEXT_TICKS + 1): void => {
    session.advance(ticks);
    tale.look();
  };
  const next = (): void => {
    pass();
    expect(tale.next()).toBe(null);
    pass(1);
  };
  const choose = (option: number): void => {
    pass();
    expect(tale.choose(option)).toBe(null);
    pass(1);
  };
  return { session, tale, table, pass, next, choose };
}

describe('a scene', () => {
  it('says a line at a time, the name apart', () => {
    const { tale, next } = open();
    expect(tale.current).toMatchObject({ character: 'Jin', text: 'One.', line: 'line:one' });
    next();
    expect(tale.current?.text).toBe('There are 2 chairs.');
    expect(tale.past.map((one) => one.text)).toEqual(['One.']);
  });

  it('offers answers under the line that they answer, shut ones too, and keeps what was answered', () => {
    const { tale, next, pass, choose } = open();
    next();
    next();
    expect(tale.current?.line).toBe('line:two');
    expect(tale.options.map((one) => [one.text, one.open])).toEqual([
      ['Sit.', true],
      ['Stand.', false],
      ['Break it.', true],
      ['Play.', true],
    ]);
    pass();
    expect(tale.choose(1)).toBe('optionClosed');
    expect(tale.choose(7)).toBe('noSuchOption');
    expect(tale.next()).toBe('noLine');
    choose(0);
    expect(tale.current?.text).toBe('Four.');
    expect(tale.past.map((one) => [one.text, one.isAnswer])).toEqual([
      ['One.', false],
      ['There are 2 chairs.', false],
      ['Sit.', true],
    ]);
  });

  it('keeps an answer once, however often it was pressed', () => {
    const { tale, next, pass } = open();
    next();
    next();
    pass();
    tale.choose(0);
    tale.choose(0);
    pass(1);
    expect(tale.past.map((one) => one.text)).toEqual(['One.', 'There are 2 chairs.', 'Sit.']);
  });

  it('that is told anew begins with nothing said', () => {
    const { tale, session, next } = open();
    next();
    session.open('told', 2);
    tale.look();
    expect(tale.past).toEqual([]);
    expect(tale.current?.text).toBe('One.');
  });

  it('does not run ahead of who mashes', () => {
    const { tale } = open();
    expect(tale.next()).toBe('tooSoon');
  });

  it('changes its language on the shown line, and what was said with it', () => {
    const { tale, table, next } = open();
    next();
    const german = { 'line:two': 'Jin: Da [plural value={0} one="ist ein Stuhl" other="sind % Stühle" /].' };
    tale.speak(wordsOf(table, german, 'de'));
    expect(tale.current?.text).toBe('Da sind 2 Stühle.');
    // what is not translated is said as it was written
    expect(tale.past[0].text).toBe('One.');
    tale.speak(wordsOf(table));
    expect(tale.current?.text).toBe('There are 2 chairs.');
  });

  it('that runs in circles is stopped where it stood, says where, and may be left another way', () => {
    const { tale, session, next, choose } = open();
    next();
    next();
    const before = session.snapshot();
    choose(2);
    expect(tale.notice).toMatch(/The script fails here: .*circles.*near Round.*you stand where you stood/);
    expect(session.snapshot().story).toEqual(before.story);
    expect(tale.options).toHaveLength(4);
    // an answer that was not taken was not given
    expect(tale.current?.line).toBe('line:two');
    expect(tale.past).toHaveLength(1);
    choose(0);
    expect(tale.notice).toBe('');
    expect(tale.current?.text).toBe('Four.');
  });

  it('opens a network that waits to be begun, and goes on behind it', () => {
    const { tale, session, next, pass } = open();
    next();
    next();
    pass();
    expect(tale.choose(3)).toBe(null);
    // the tick that opens it is its first; those left over after it are not its own
    pass(20);
    expect(session.mode).toBe('network');
    expect(session.network.s[TICK]).toBe(1);
    expect(session.begun).toBe(false);
    session.advance(1000);
    expect(session.isOver).toBe(false);
    session.start();
    session.advance(1000);
    expect(session.mode).toBe('result');
    session.proceed();
    pass(1);
    expect(tale.current?.text).toBe('Played.');
    expect(tale.past.at(-1)).toMatchObject({ text: 'Play.', isAnswer: true });
  });
});

describe('a script that is edited while it is read', () => {
  const edits: readonly (readonly [string, (text: string) => string, string, RegExp])[] = [
    ['goes on at the same line, by its new words', (text) => text.replace('Jin: One.', 'Jin: Eins.'), 'Eins.', /^$/],
    [
      'begins the node again where the line is gone',
      (text) => text.replace(/^Jin: One.*\n/m, ''),
      'There are 2 chairs.',
      /line you stood at is gone/,
    ],
    [
      'plays on as it was where no node begins the story any more',
      () => 'title: Other\n---\nJin: Here. #line:here\n===\n',
      'One.',
      /The old script plays on/,
    ],
    [
      'begins again where only the way into it is left',
      (text) => text.replace(/---[^]*?===/, '---\nJin: Here. #line:here\n==='),
      'Here.',
      /line you stood at is gone/,
    ],
    [
      'stays at its line where only the node is called otherwise',
      (text) => text.replace('title: Start', 'title: Begin'),
      'One.',
      /^$/,
    ],
  ];
  it.each(edits)('%s', (_, edit, text, notice) => {
    const { tale, session } = open();
    const { content, table } = compiled(edit(SCRIPT));
    const restored = session.retell(content);
    if (restored !== 'planGone') tale.speak(wordsOf(table));
    const said = resumedWords(restored);
    tale.look();
    expect(tale.current?.text ?? '').toBe(text);
    expect(said).toMatch(notice);
  });
});
