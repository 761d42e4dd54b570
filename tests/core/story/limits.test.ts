// What goes round, or is far too much, ends in a refusal that names its place, and not in an overflow or a standstill.
import { describe, expect, it } from 'vitest';
import { createHost } from '../../../src/core/story/host.ts';
import { createSequencer } from '../../../src/core/story/sequencer.ts';
import { StoryError, type Sequencer } from '../../../src/core/story/story.ts';
import { programOf } from '../../support/yarn.ts';

function begun(body: string): Sequencer {
  const sequencer = createSequencer(createHost(programOf(body)));
  sequencer.start('Start');
  return sequencer;
}

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof StoryError ? `${error.block}: ${error.message}` : `no StoryError but ${String(error)}`;
  }
  return 'nothing was refused';
}

const many = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => one(index)).join('\n');

describe('limits', () => {
  it('ten thousand options are offered, and the last can be chosen', () => {
    const sequencer = begun(`${many(10_000, (index) => `-> ${index}`)}\nChosen. #line:chosen`);
    const view = sequencer.view();
    expect(view.kind === 'options' && view.options.length).toBe(10_000);
    sequencer.advance(9_999);
    expect(sequencer.view()).toMatchObject({ kind: 'line', line: 'line:chosen' });
  });

  it('a smart variable that asks for itself by way of a group is named', () => {
    const group = '===\ntitle: G\nwhen: $may\n---\nNever.';
    const found = refusalOf(() => begun(`<<declare $may = has_any_content("G")>>\n{$may} #line:asks\n${group}`));
    expect(found).toBe('line:asks: $may asks for itself, or for more than 500 others in a row');
  });

  it('a group that asks whether it has anything is named', () => {
    const found = refusalOf(() => begun('<<jump G>>\n===\ntitle: G\nwhen: has_any_content("G")\n---\nNever.'));
    expect(found).toContain('Start+1: has_any_content asks for itself');
  });

  it('smart variables that double the work of one another are stopped', () => {
    const doubling = many(40, (index) => `<<declare $v${index + 1} = $v${index} + $v${index}>>`);
    const found = refusalOf(() => begun(`<<declare $v0 = 1>>\n${doubling}\n{$v40} #line:asks`));
    expect(found).toBe('line:asks: $v40 takes more than 1000000 evaluations');
  });

  it('smart variables go on as before when one was refused', () => {
    const host = createHost(
      programOf(
        '<<declare $a = has_any_content("G")>>\n<<declare $b = 1>>\n<<declare $c = $b + 1>>\n{$a}{$c}\n===\ntitle: G\nwhen: $a\n---\nNever.',
      ),
    );
    expect(refusalOf(() => host.evaluate(['$', '$a']))).toContain('$a asks for itself');
    expect(host.evaluate(['$', '$c'])).toBe(2);
  });

  it.each([
    ['7 % 0', 'there is no remainder of a division by 0'],
    ['7 % 0.5', 'there is no remainder of a division by 0'],
    ['(1 / 0) % 2', 'Infinity is too great for a remainder'],
    ['(0 / 0) % 2', 'NaN is too great for a remainder'],
    ['100000 * 100000 % 7', '1E+10 is too great for a remainder'],
  ])('{%s} is refused', (sum, why) => expect(refusalOf(() => begun(`{${sum}} #line:sum`))).toBe(`line:sum: ${why}`));

  it('detours that never return are stopped before they fill the memory', () => {
    const sequencer = begun('Round. #line:round\n<<detour Start>>');
    const found = refusalOf(() => {
      for (let step = 0; step < 20_000; step++) sequencer.advance();
    });
    expect(found).toBe('line:round+1: more than 10000 detours lead here, and none has returned');
  });
});
