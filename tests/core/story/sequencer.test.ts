// What the sequencer does that yarn-bound alone would not, and what it refuses.
import { describe, expect, it } from 'vitest';
import { createHost, type Functions } from '../../../src/core/story/host.ts';
import { BUDGET_SAID, createSequencer } from '../../../src/core/story/sequencer.ts';
import { StoryError, type Sequencer } from '../../../src/core/story/story.ts';
import { programOf } from '../../support/yarn.ts';

function begun(body: string, functions: Functions = {}): Sequencer {
  const sequencer = createSequencer(createHost(programOf(body), functions));
  sequencer.start('Start');
  return sequencer;
}

function refusedBy(body: string): string {
  try {
    begun(body);
  } catch (error) {
    return error instanceof StoryError ? `${error.block}: ${error.message}` : String(error);
  }
  return 'nothing was refused';
}

describe('refusals', () => {
  it('never change a thing', () => {
    const sequencer = begun('-> Open #line:open\n-> Shut <<if false>> #line:shut');
    const before = sequencer.snapshot();
    const view = sequencer.view();
    for (const option of [1, 2, -1, 0.5, undefined]) {
      expect(() => sequencer.advance(option)).toThrow(StoryError);
      expect(sequencer.view()).toBe(view);
      expect(sequencer.snapshot()).toEqual(before);
    }
    sequencer.advance(0);
    expect(sequencer.view()).toEqual({ kind: 'end' });
    expect(() => sequencer.advance()).toThrow('over');
  });

  it('of an option where there is none to choose, and of none where none is open but one is named', () => {
    expect(() => begun('Hi').advance(0)).toThrow('nothing to choose');
    const closed = begun('-> Shut <<if false>>\nOn #line:on');
    expect(() => closed.advance(0)).toThrow('cannot be chosen');
    closed.advance();
    expect(closed.view()).toMatchObject({ line: 'line:on' });
  });

  it('name the block', () => {
    expect(refusedBy('Hi {number("many")} #line:hi')).toBe('line:hi: “many” is no number');
    expect(refusedBy('<<jump {"No" + "where"}>>')).toBe('Start+1: there is no node “Nowhere”');
    expect(refusedBy('<<if unknown_one()>>\nHi\n<<endif>>')).toBe('Start+1: there is no function “unknown_one”');
  });
});

describe('nothing runs early', () => {
  it('calls a function once, when it is come to', () => {
    const called: string[] = [];
    const note = (name: string) => () => {
      called.push(name);
      return 'x';
    };
    const functions = { one: note('one'), two: note('two'), three: note('three') };
    const sequencer = begun(
      'First {"" + one()}\n<<set $x = "" + two()>>\n-> A {"" + three()}\n-> B {"" + three()}\n<<set $x = "" + one()>>',
      functions,
    );
    expect(called).toEqual(['one']);
    sequencer.view();
    sequencer.snapshot();
    expect(called).toEqual(['one']);
    sequencer.advance();
    expect(called).toEqual(['one', 'two', 'three', 'three']);
    sequencer.advance(1);
    expect(called).toEqual(['one', 'two', 'three', 'three', 'one']);
  });

  it('shows an option’s text as it is now, each time', () => {
    const sequencer = begun('title: Start\n---\n<<set $n += 1>>\n-> Take {$n} #line:take\n    <<jump Start>>\n===\n');
    for (const n of ['1', '2', '3']) {
      expect(sequencer.view()).toMatchObject({ options: [{ values: [n] }] });
      sequencer.advance(0);
    }
  });
});

describe('long ways', () => {
  it('go over ten thousand silent blocks without a deep stack', () => {
    const many = Array.from({ length: 10_000 }, (_, k) => `<<if $n == ${k}>>\n<<set $n += 1>>\n<<endif>>`).join('\n');
    expect(begun(`<<declare $n = 0>>\n${many}\n{$n}`).view()).toMatchObject({ values: ['10000'] });
  });

  it('go round a jump loop thousands of times', () => {
    const loop = 'title: Start\n---\n<<set $n += 1>>\n<<if $n < 20000>>\n<<jump Start>>\n<<endif>>\n{$n}\n===\n';
    expect(begun(loop).view()).toMatchObject({ values: ['20000'] });
  });

  it('end in an error that names a block when they never show anything', () => {
    const circle = 'title: Start\n---\n<<if $x>>\nHi\n<<endif>>\n<<jump {"Start"}>>\n===\n';
    expect(() => begun(circle)).toThrow(BUDGET_SAID);
  });

  it('take a step after step in time that does not grow', () => {
    const sequencer = begun('title: Start\n---\nHi #line:hi\n<<jump Start>>\n===\n');
    for (let i = 0; i < 50_000; i++) sequencer.advance();
    expect(sequencer.view()).toMatchObject({ line: 'line:hi' });
  });
});

describe('numbers in a save', () => {
  it('may be what JSON has no word for', () => {
    const sequencer = begun(
      '<<set $a = 1 / 0>>\n<<set $b = 0 - $a>>\n<<set $c = $a + $b>>\n<<set $d = -$zero>>\nHi\n{$a} {$b} {$c} {$d}',
    );
    const other = createSequencer(
      createHost(
        programOf(
          '<<set $a = 1 / 0>>\n<<set $b = 0 - $a>>\n<<set $c = $a + $b>>\n<<set $d = -$zero>>\nHi\n{$a} {$b} {$c} {$d}',
        ),
      ),
    );
    other.restore(JSON.parse(JSON.stringify(sequencer.snapshot())));
    for (const one of [sequencer, other]) {
      one.advance();
      expect(one.view()).toMatchObject({ values: ['Infinity', '-Infinity', 'NaN', '-0'] });
    }
  });
});

describe('what is written once', () => {
  it('is kept only where it differs from the beginning', () => {
    const sequencer = begun('<<declare $a = 1>>\n<<set $a = 2>>\nHi\n<<set $a = 1>>\nHo');
    expect(sequencer.snapshot().variables).toEqual({ $a: 2 });
    sequencer.advance();
    expect(sequencer.snapshot().variables).toEqual({});
  });

  it('leaves earlier snapshots as they were', () => {
    const sequencer = begun('<<set $a = 2>>\nHi\n<<set $b = 1>>\nHo\n<<go>>');
    const first = sequencer.snapshot();
    const text = JSON.stringify(first);
    sequencer.advance();
    const second = sequencer.snapshot();
    expect(JSON.stringify(first)).toBe(text);
    sequencer.advance();
    // nothing was written: the same tables
    expect(sequencer.snapshot().variables).toBe(second.variables);
  });
});
