// The writer's room without its page: a sitting at a script, and the map of it.
import { describe, expect, it } from 'vitest';
import { GAME_LIBRARY } from '../../src/core/run/library.ts';
import type { Result } from '../../src/core/run/game.ts';
import type { Dialogue } from '../../src/core/story/dialogue.ts';
import { compile } from '../../src/core/yarn/compile.ts';
import { graphOf, labelOf, layoutOf } from '../../src/room/graph.ts';
import { Sitting } from '../../src/room/sitting.ts';

const SCRIPT = `title: Start
---
<<declare $trust = 2>>
<<enter jin left>>
One. #line:a1
-> Ask #line:o1
    Asked. #line:a2
    <<set $trust += 1>>
-> Insist <<if $trust > 5>> #line:o2
    Insisted. #line:a3
Trust is {$trust}. #line:a4
<<network prologue/01>>
<<if won("prologue/01")>>
    Won. #line:a5
<<else>>
    Lost. #line:a6
<<endif>>
<<detour Aside>>
<<jump Weather>>
===
title: Aside
---
Aside. #line:b1
===
title: Weather
when: $trust > 2
---
Sun. #line:w1
===
title: Weather
subtitle: rain
when: always
---
Rain. #line:w2
<<jump {"St" + "art"}>>
===
`;

const WON: Result = {
  outcome: 'won',
  coherence: 80,
  authenticity: 90,
  ticks: 1200,
  attempts: 1,
  kept: 5,
  lost: 0,
  cut: [],
  used: {},
};

function dialogueOf(text: string): Dialogue {
  const { program, strings, diagnostics } = compile([{ file: 'a.yarn', text }], { library: GAME_LIBRARY });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const table = Object.fromEntries([...strings].map(([id, line]) => [id, line.text ?? '']));
  return { program: program!, language: 'en', strings: table, tags: {}, loaders: {}, about: null };
}

function sitting(text = SCRIPT): Sitting {
  const made = new Sitting(dialogueOf(text));
  made.begin({ node: 'Start', seed: 1 });
  return made;
}

/** What is shown, in short. */
function shown({ now }: Sitting): string {
  if (now === null) return 'nothing';
  const { view } = now;
  if (view.kind === 'line') return [view.line.replace('line:', ''), ...view.values].join(' ');
  return view.kind === 'options' ? view.options.map(({ open }) => (open ? 'open' : 'closed')).join(' ') : view.kind;
}

describe('a sitting', () => {
  it('plays lines and options, obeys commands, and waits at a network for its result', () => {
    const one = sitting();
    expect(shown(one)).toBe('a1');
    expect(one.now?.directions).toEqual(['enter jin left']);
    expect(one.now?.game.cast).toEqual({ jin: { at: 'left', face: 'calm' } });
    one.goOn();
    expect(shown(one)).toBe('open closed');
    one.goOn();
    one.goOn(1);
    expect(shown(one)).toBe('open closed');
    one.goOn(0);
    one.goOn();
    expect(shown(one)).toBe('a4 3');
    one.goOn();
    expect(one.network).toBe('prologue/01');
    one.goOn();
    expect(one.network).toBe('prologue/01');
    one.answer(WON);
    expect(shown(one)).toBe('a5');
    one.goOn();
    expect(shown(one)).toBe('b1');
    expect(one.now?.snapshot.stack).toHaveLength(1);
    one.goOn();
    expect(shown(one)).toBe('w1');
    one.goOn();
    expect(shown(one)).toBe('end');
    expect([...one.passed]).toEqual(expect.arrayContaining(['Start', 'Aside']));
  });

  it('goes back to anything that was shown, and undoes what came after it', () => {
    const one = sitting();
    one.goOn();
    one.goOn(0);
    one.goOn();
    one.rewind(1);
    expect(shown(one)).toBe('open closed');
    expect(one.entries).toHaveLength(2);
    expect(one.now?.snapshot.variables).toEqual({});
    one.back();
    expect(shown(one)).toBe('a1');
    one.back();
    expect(shown(one)).toBe('a1');
  });

  it('sets a variable now, and again when it is begun anew', () => {
    const one = sitting();
    one.goOn();
    one.setVariable('$trust', 9);
    expect(shown(one)).toBe('open open');
    expect(one.entries).toHaveLength(2);
    one.again();
    one.goOn();
    expect(shown(one)).toBe('open open');
  });

  it('keeps its place in an edited script, or says what is gone', () => {
    const one = sitting();
    one.goOn();
    one.goOn(0);
    one.mend(dialogueOf(SCRIPT.replace('One. #line:a1', 'Before. #line:a0\nOne, mended. #line:a1')));
    expect(shown(one)).toBe('a2');
    expect(one.notice).toContain('same line');
    one.mend(dialogueOf(SCRIPT.replace('    Asked. #line:a2\n', '')));
    expect(shown(one)).toBe('a1');
    expect(one.notice).toContain('start of Start');
    expect(one.notice).toContain('line:a2');
  });

  it('is kept over a reload of the page as plain data', () => {
    const one = sitting();
    one.goOn();
    one.goOn(0);
    const two = new Sitting(dialogueOf(SCRIPT));
    two.restore(JSON.parse(JSON.stringify(one.keep())) as ReturnType<Sitting['keep']>);
    expect(shown(two)).toBe('a2');
    expect(two.seen).toEqual(one.seen);
    two.goOn();
    expect(shown(two)).toBe('a4 3');
  });

  it('tells of a fault that stops the script, and stays where it was', () => {
    const one = sitting();
    one.dialogue = dialogueOf(`title: Start\n---\nOne. #line:a1\n<<detour {"No" + "where"}>>\n===\n`);
    one.begin({ node: 'Start', seed: 1 });
    one.goOn();
    expect(one.trouble).toContain('Nowhere');
    expect(shown(one)).toBe('a1');
  });
});

describe('the map', () => {
  const { program } = dialogueOf(SCRIPT);
  const graph = graphOf(program);

  it('knows nodes, groups, what leads where and how, and what cannot be known', () => {
    const [, , group, sun, rain] = graph.names;
    expect(graph.names.slice(0, 3)).toEqual(['Start', 'Aside', 'Weather']);
    expect([...graph.groups]).toEqual(['Weather']);
    expect(graph.links).toEqual(
      expect.arrayContaining([
        { from: group, to: sun, kind: 'group' },
        { from: group, to: rain, kind: 'group' },
        { from: 'Start', to: 'Aside', kind: 'detour' },
        { from: 'Start', to: 'Weather', kind: 'jump' },
      ]),
    );
    expect(graph.links).toHaveLength(4);
    expect([...graph.open]).toEqual([rain]);
    expect(graph.lines.get('Start')).toHaveLength(8);
  });

  it('calls a node of a group by its subtitle, or by when it comes', () => {
    expect(graph.names.slice(3).map((name) => labelOf(program, name))).toEqual(['when $trust > 2', 'Weather.rain']);
  });

  it('stands nodes in rows that do not overlap', () => {
    const { spots, width, height } = layoutOf(graph);
    expect(spots.get('Start')!.y).toBeLessThan(spots.get('Weather')!.y);
    const all = [...spots.values()];
    for (const a of all) {
      expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0);
      expect(a.x + a.width / 2).toBeLessThanOrEqual(width);
      expect(a.y).toBeLessThan(height);
      for (const b of all) {
        const apart = a === b || a.y !== b.y || Math.abs(a.x - b.x) >= (a.width + b.width) / 2;
        expect(apart, `${a.name} and ${b.name}`).toBe(true);
      }
    }
  });

  it('stands a circle and a hundred nodes in a row without going round for ever', () => {
    const nodes = Array.from({ length: 100 }, (_, k) => `title: N${k}\n---\nLine.\n<<jump N${(k + 1) % 100}>>\n===\n`);
    const circle = graphOf(dialogueOf(nodes.join('')).program);
    expect(layoutOf(circle).spots.size).toBe(100);
  });
});
