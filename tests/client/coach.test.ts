import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coachStep, stepsOf, WAYS, type Pointed, type Seen } from '../../src/client/coach.ts';
import { anglesOfOthers, bondState, seenBonds } from '../../src/client/reading.ts';
import { whyApart } from '../../src/client/why.ts';
import { standing } from '../../src/client/reading.ts';
import { makeContent } from '../../src/content.ts';
import { toByte } from '../../src/core/math/turn.ts';
import { act } from '../../src/core/network/acts.ts';
import { buildNetwork } from '../../src/core/network/build.ts';
import { BOND } from '../../src/core/network/layout.ts';
import { outcome, refreshBond, type Network } from '../../src/core/network/network.ts';
import { stepNetwork } from '../../src/core/network/step.ts';
import type { ToolId } from '../../src/core/network/tools/table.ts';
import { unheard } from '../../src/core/network/vocabulary.ts';
import { readContent } from '../../src/tools/content.ts';

const content = readContent();
const LESSONS = ['prologue/00', 'prologue/00-fuse'] as const;
const TICKS = 120;

/** Somebody who does what the coach says, and nothing else. */
class Pupil {
  readonly net: Network;
  readonly heard: string[] = [];
  tool: ToolId | null;
  turning: number | null = null;
  used: Record<string, number> = {};
  private readonly level: string;

  constructor(level: string, seed: number) {
    this.level = level;
    this.net = buildNetwork(content.levels[level], seed);
    this.tool = this.net.rules.tools[0].id;
  }

  get seen(): Seen {
    return this;
  }

  step() {
    const step = coachStep(this.level, this.seen);
    if (step !== null && this.heard.at(-1) !== step.id) this.heard.push(step.id);
    return step;
  }

  /** One press, as it is asked for. */
  obey(at: Pointed | null): void {
    if (at?.kind === 'tool') {
      this.tool = at.id;
      this.turning = null;
    } else if (at?.kind === 'node' && this.tool === 'tune') {
      if (this.turning === null) this.turning = at.id;
      else {
        this.use('tune', at.id, toByte(anglesOfOthers(this.net, at.id)));
        this.turning = null;
      }
    } else if (at?.kind === 'bond' && this.tool === 'mend') this.use('mend', at.id);
    else if (at === null && this.tool === 'shield') this.use('shield', 2);
  }

  private use(tool: ToolId, a: number, b = 0): void {
    if (act(this.net, tool, { a, b, c: 0 }, unheard) === null) this.used[tool] = (this.used[tool] ?? 0) + 1;
  }

  wait(ticks: number): void {
    for (let k = 0; k < ticks; k++) stepNetwork(this.net, unheard);
  }
}

describe('the lessons of the prologue', () => {
  it.each(LESSONS.flatMap((level) => [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => [level, seed] as const)))(
    '%s with seed %i is won in less than a minute by who does what the coach says, a press every second and a half',
    (level, seed) => {
      const pupil = new Pupil(level, seed);
      let seconds = 0;
      while (outcome(pupil.net) === 'playing' && seconds < 60) {
        pupil.obey(pupil.step()?.at ?? null);
        pupil.wait(1.5 * TICKS);
        seconds += 1.5;
      }
      expect(outcome(pupil.net), pupil.heard.join(' → ')).toBe('won');
      // who come together by chance need no turning: what cannot last is waited for
      expect(level === 'prologue/00' ? ['takeHand'] : ['turnThird', 'cannotLast']).toContain(pupil.heard[0]);
    },
  );

  it('goes by what is done: a hand, a bond, and then it holds', () => {
    const pupil = new Pupil('prologue/00', 1);
    expect(pupil.step()).toMatchObject({ id: 'takeHand', at: { kind: 'node', id: 0 } });
    pupil.obey({ kind: 'node', id: 0 });
    expect(pupil.step()?.id).toBe('setHand');
    // who lets go of the hand is asked to take it again
    pupil.turning = null;
    expect(pupil.step()?.id).toBe('takeHand');
    pupil.obey({ kind: 'node', id: 0 });
    pupil.obey({ kind: 'node', id: 0 });
    expect(pupil.step()).toMatchObject({ id: 'takeMend', at: { kind: 'tool', id: 'mend' } });
    pupil.obey({ kind: 'tool', id: 'mend' });
    expect(pupil.step()).toMatchObject({ id: 'mendBond', at: { kind: 'bond' } });
    pupil.obey({ kind: 'bond', id: seenBonds(pupil.net)[0] });
    expect(bondState(pupil.net, seenBonds(pupil.net)[0])).toBe('whole');
    expect(['turnAgain', 'letHold']).toContain(pupil.step()?.id);
  });

  it('shows the fracture before it asks whom to leave', () => {
    const pupil = new Pupil('prologue/00-fuse', 3);
    pupil.obey({ kind: 'node', id: 2 });
    pupil.obey({ kind: 'node', id: 2 });
    for (let k = 0; k < 10; k++) {
      pupil.step();
      pupil.wait(TICKS / 2);
    }
    expect(pupil.heard).toContain('watch');
    expect(pupil.heard.at(-1)).toBe('takeMend');
    expect(pupil.heard).not.toContain('takeShield');
  });

  it('cannot be won by waiting, nor lost within nine minutes', () => {
    for (const level of LESSONS) {
      const pupil = new Pupil(level, 5);
      pupil.wait(540 * TICKS);
      expect(outcome(pupil.net)).toBe('playing');
    }
  });
});

describe('what the coach says', () => {
  const levels = Object.keys(content.levels);
  it('is at most eight words, each way', () => {
    let said = 0;
    for (const level of levels)
      for (const step of stepsOf(level, buildNetwork(content.levels[level], 1)))
        for (const way of WAYS) {
          const words = step.says[way] ?? step.says.mouse;
          said++;
          expect(words.split(' ').length, words).toBeLessThanOrEqual(8);
          expect(words).toMatch(/^[A-Z].*[.]$/);
        }
    expect(said).toBeGreaterThan(60);
  });

  it('points only at what is there', () => {
    for (const level of levels) {
      const net = buildNetwork(content.levels[level], 1);
      const seen: Seen = { net, tool: null, turning: null, used: {} };
      for (const step of stepsOf(level, net)) {
        if (!step.isDue(seen)) continue;
        const at = step.at(seen);
        if (at?.kind === 'tool') expect(net.rules.slots[at.id], `${level} ${step.id}`).toBeDefined();
      }
    }
  });

  it('names a new tool until it was used', () => {
    const net = buildNetwork(content.levels['coves/02'], 1);
    const seen: Seen = { net, tool: 'tune', turning: null, used: {} };
    expect(coachStep('coves/02', seen)).toBeNull();
    for (let k = 0; k < 4 * TICKS; k++) stepNetwork(net, unheard);
    const [taught] = net.rules.level.teaches ?? [];
    expect(coachStep('coves/02', seen)?.at).toEqual({ kind: 'tool', id: taught });
    expect(coachStep('coves/02', { ...seen, used: { [taught]: 1 } })).toBeNull();
  });

  it('says nothing where nothing is taught', () => {
    const net = buildNetwork(content.levels['training/03'], 1);
    expect(stepsOf('training/03', net)).toEqual([]);
  });
});

const net = () => buildNetwork(content.levels['prologue/00-fuse'], 2);
const apart = (made: Network, i: number) => {
  made.s[made.rules.layout.phase + i] = (made.s[made.rules.layout.phase + (i === 0 ? 1 : 0)] + 0x7000_0000) | 0;
  return whyApart(made, standing(made), i);
};
const set = (made: Network, bits: number, of: (e: number) => boolean) => {
  for (const e of seenBonds(made))
    if (of(e)) {
      made.s[made.rules.layout.state + e] = bits;
      refreshBond(made, e);
    }
};

describe('why somebody does not come', () => {
  it('is said of an inverted bond first', () => {
    const made = net();
    set(made, BOND.flipped, (e) => e === 1);
    expect(apart(made, 2)).toEqual({ kind: 'inverted' });
  });

  it('is that no bond carries', () => {
    const made = net();
    set(made, BOND.cut, () => true);
    expect(apart(made, 2)).toEqual({ kind: 'alone' });
  });

  it('is a rhythm that all its bonds could not hold', () => {
    const made = net();
    made.s[made.rules.layout.rhythm + 2] *= 8;
    expect(apart(made, 2)).toEqual({ kind: 'fast' });
  });

  it('is two neighbours who pull two ways', () => {
    const made = net();
    const { phase, trust } = made.rules.layout;
    made.s[phase] = 0;
    made.s[phase + 1] = -0x8000_0000;
    made.s[phase + 2] = 0x4000_0000;
    for (const e of seenBonds(made)) made.s[trust + e] = 0x4000_0000;
    expect(whyApart(made, standing(made), 2)).toEqual({ kind: 'torn' });
  });

  it('is a number so low that nobody hears', () => {
    const level = JSON.parse(readFileSync('levels/prologue/00-fuse.json', 'utf8')) as {
      id: string;
      groups: { people: { score?: number }[] }[];
    };
    level.groups[0].people[2].score = 31;
    const made = buildNetwork(makeContent({ 'prologue/00-fuse.json': level }).levels['prologue/00-fuse'], 2);
    expect(apart(made, 2)).toEqual({ kind: 'quiet', score: 31 });
  });

  it('is nothing for who stands with the others', () => {
    const made = net();
    const { phase } = made.rules.layout;
    for (const i of [0, 1, 2]) made.s[phase + i] = 0x1000_0000;
    for (const i of [0, 1, 2]) expect(whyApart(made, standing(made), i)).toBeNull();
  });
});
