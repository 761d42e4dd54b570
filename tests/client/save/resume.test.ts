// On from a save after the game was changed: the script, the plan, the rules of the open network, or all that it knew.
import { describe, expect, it } from 'vitest';
import { makeSaved, readSaved, writeSaved, type Saved } from '../../../src/client/save/saved.ts';
import { resume, resumeTail, returned, type Resumed } from '../../../src/client/save/resume.ts';
import { Recorder } from '../../../src/core/replay/record.ts';
import { run } from '../../../src/core/run/actions.ts';
import type { Content } from '../../../src/core/run/content.ts';
import { TEXT_TICKS } from '../../../src/core/run/refuse.ts';
import { networkOf, type World } from '../../../src/core/run/world.ts';
import { LEVELS, SCRIPT, STEPS, storyContent } from '../../support/sittings.ts';
import { Table, WHERE } from './support.ts';

const content = storyContent();

/** Until it stands like that; by `act` where one is given for how it stands. */
function until(is: (world: World) => boolean, seed = 1): Saved {
  const table = new Table(content, seed);
  for (let k = 0; k < 400 && !is(table.recorder.world); k++) table.play(50);
  if (!is(table.recorder.world)) throw new Error('never');
  return reread(table.saved(9));
}

function reread(saved: Saved): Saved {
  const read = readSaved(writeSaved(saved).text);
  if (read.state !== 'whole') throw new Error(JSON.stringify(read));
  return read.saved;
}

function mended(resumed: Resumed): Extract<Resumed, { as: 'mended' }> {
  if (resumed.as !== 'mended') throw new Error(resumed.as === 'unplayable' ? String(resumed.error) : resumed.as);
  return resumed;
}

/** It can be played to its end. */
function goesOn(here: Content, resumed: Resumed): Recorder {
  const table = new Table(here, 5).sit(mended(resumed).sat);
  const { tick } = table.recorder.world;
  table.play(20_000);
  expect(table.recorder.world.tick).toBeGreaterThan(tick + 20);
  // one can go back to where it stood before it was mended, too
  const [first] = table.recorder.marks;
  expect(table.recorder.returnTo(first)).toBe('returned');
  table.play(3000);
  return table.recorder;
}

/** Plays so far that there are such lines, and stops at one of them. */
function atLine(line: string): Saved {
  for (let seed = 0; seed < 60; seed++) {
    const table = new Table(content, seed);
    for (let k = 0; k < 6000; k++) {
      table.play(1);
      if (table.scribe.transcript.now?.line === line && table.recorder.world.mode === 'scene') {
        return reread(table.saved(9));
      }
    }
  }
  throw new Error(`nobody says ${line}`);
}

/** In the midst of its round, one visit made; and in its own network. */
const atRound = (): Saved => until((world) => world.mode === 'round' && world.visits.length === 1, 3);
const inNetwork = (): Saved =>
  until((world) => world.mode === 'network' && world.level === 'slow' && world.network![0] >= 0, 3);

describe('a mended script', () => {
  it('with a line put before goes on at the same line', () => {
    const here = storyContent(
      SCRIPT.replace('Zara: It shows. #line:a4', 'New. #line:new\n    Zara: It shows. #line:a4'),
    );
    const resumed = mended(resume(here, atLine('line:a4')));
    expect(resumed.restored).toEqual({ at: 'same' });
    const { world } = resumed.sat.sitting;
    expect(here.story.view(world.story, world.game)).toMatchObject({ line: 'line:a4' });
    expect(resumed.sat.sitting.practice).toBe(true);
    goesOn(here, resumed);
  });

  it('without the line goes on at the start of its node, and says so', () => {
    const here = storyContent(SCRIPT.replace('Ferro: And the other half. #line:c2\n', 'Ferro: Else. #line:cx\n'));
    const resumed = mended(resume(here, atLine('line:c2')));
    expect(resumed.restored).toMatchObject({ at: 'nodeStart', node: 'Visit_B' });
    goesOn(here, resumed);
  });

  it('with a mended typo is the same script', () => {
    const here = storyContent(SCRIPT.replace('Mind the door', 'Mind your head'));
    expect(resume(here, atLine('line:b1')).as).toBe('same');
  });
});

describe('another plan', () => {
  it('with a step put before goes on at the step it stood at', () => {
    const here = storyContent(SCRIPT, [{ kind: 'scene', scene: 'Visit_C' }, ...STEPS]);
    const resumed = mended(resume(here, atRound()));
    expect(resumed.sat.sitting.world.at).toBe(2);
    goesOn(here, resumed);
  });

  it('with its visits in another order has made the same ones', () => {
    const saved = atRound();
    const [made] = saved.sitting.world.visits;
    const turned = ['Visit_C', 'Visit_A', 'Visit_B', 'Arrival'];
    const here = storyContent(SCRIPT, [STEPS[0], { kind: 'round', visits: turned, needs: 2 }, ...STEPS.slice(2)]);
    const resumed = mended(resume(here, saved));
    const [now] = resumed.sat.sitting.world.visits;
    expect(turned[now]).toBe(['Visit_A', 'Visit_B', 'Visit_C'][made]);
    goesOn(here, resumed);
  });

  it('that is no more leaves the save alone', () => {
    const here = storyContent();
    const { tale: _, ...plans } = here.plans;
    expect(resume({ ...here, plans }, atRound())).toEqual({ as: 'planGone' });
  });
});

describe('other rules of the open network', () => {
  const slow = LEVELS['slow.json'];
  const larger = { ...slow, groups: [{ name: 'table', people: 7, bonds: 9 }] };

  it('open it anew, with as many losses as there were', () => {
    const here = storyContent(SCRIPT, STEPS, { ...LEVELS, 'slow.json': larger });
    const saved = inNetwork();
    const resumed = mended(resume(here, saved));
    expect(resumed.reopened).toBe(true);
    const { world } = resumed.sat.sitting;
    expect(world).toMatchObject({ mode: 'network', level: 'slow', losses: saved.sitting.world.losses });
    expect(networkOf(here, world)?.rules.level.groups[0].people).toBe(7);
    goesOn(here, resumed);
  });

  it('in a pause too, and then time goes on only when the player says so', () => {
    const table = new Table(content, 1).sit(resumeSame(inNetwork()));
    table.recorder.tick([run('pause')]);
    const here = storyContent(SCRIPT, STEPS, { ...LEVELS, 'slow.json': larger });
    goesOn(here, resume(here, reread(table.saved(9))));
  });

  it('of another network change nothing in this one', () => {
    const here = storyContent(SCRIPT, STEPS, { ...LEVELS, 'easy.json': { ...LEVELS['easy.json'], limit: 11 } });
    const saved = inNetwork();
    const resumed = mended(resume(here, saved));
    expect(resumed.reopened).toBe(false);
    expect(resumed.sat.sitting.world.network).toEqual(saved.sitting.world.network);
    goesOn(here, resumed);
  });

  it('that are no more let the run go on from what led to it', () => {
    const steps = STEPS.filter((one) => one.kind !== 'network');
    const here = storyContent(SCRIPT, steps, { 'easy.json': LEVELS['easy.json'] });
    const resumed = mended(resume(here, inNetwork()));
    expect(resumed.reopened).toBe(true);
    expect(resumed.sat.sitting.world.mode).not.toBe('network');
    expect(resumed.sat.transcript.said.length).toBeGreaterThan(0);
    expect(goesOn(here, resumed).world.splits.at(-1)?.what).toBeTypeOf('string');
  });

  it('leave what is won as it is', () => {
    const saved = until((world) => world.mode === 'result' && world.splits.at(-1)?.outcome === 'won', 2);
    const level = saved.sitting.world.level;
    const file = `${level}.json` as keyof typeof LEVELS;
    const here = storyContent(SCRIPT, STEPS, { ...LEVELS, [file]: { ...LEVELS[file], limit: 13 } });
    const { sat } = mended(resume(here, saved));
    expect(sat.sitting.world.level).not.toBe(level);
    expect(sat.sitting.world.splits).toEqual(saved.sitting.world.splits);
  });
});

describe('a build that knows more', () => {
  it('gives a World what it did not have', () => {
    const saved = atLine('line:a2');
    const { opened: _, assists: __, ...old } = saved.sitting.world;
    const less = { ...saved, build: 'core-0', sitting: { ...saved.sitting, world: old as World } };
    const resumed = mended(resume(content, less));
    expect(resumed.sat.sitting.world).toMatchObject({ opened: 0, assists: { speed: 100 } });
    goesOn(content, resumed);
  });

  it('tells of a World that cannot be played, and does not play it', () => {
    const saved = atLine('line:a2');
    const broken = { ...saved, sitting: { ...saved.sitting, world: { ...saved.sitting.world, story: 'nowhere' } } };
    expect(resume(content, broken).as).toBe('unplayable');
  });

  it('does not play a World that somebody made up: a result of nothing, a network of another size, a stage that is none', () => {
    const saved = atLine('line:a2');
    const { world } = saved.sitting;
    const made = (more: Partial<Record<keyof World, unknown>>): string =>
      resume(content, { ...saved, sitting: { ...saved.sitting, world: { ...world, ...more } as World } }).as;
    expect(made({ mode: 'result' })).toBe('unplayable');
    expect(made({ mode: 'network' })).toBe('unplayable');
    expect(made({ level: 'constructor', network: new Int32Array(0) })).toBe('unplayable');
    expect(made({ level: 'slow', network: new Int32Array(0), mode: 'network' })).toBe('unplayable');
    expect(made({ game: { ...world.game, stage: null } })).toBe('unplayable');
    expect(made({ game: { ...world.game, codex: [7] } })).toBe('unplayable');
    expect(made({})).toBe('same');
  });
});

function resumeSame(saved: Saved) {
  const resumed = resume(content, saved);
  if (resumed.as !== 'same') throw new Error(resumed.as);
  return resumed.sat;
}

describe('another slot', () => {
  it('is a return: counted, never ranked, and a sitting of its own', () => {
    const saved = atLine('line:a2');
    const sat = returned(resumeSame(saved), 77);
    expect(sat).toMatchObject({ began: 77, sitting: { rewound: 1, practice: true } });
    const recorder = Recorder.resume(content, sat.sitting);
    for (let k = 0; k < TEXT_TICKS; k++) recorder.tick([]);
    expect(recorder.finish().flags.practice).toBe(true);
    expect(makeSaved(content, sat, 5).sitting.rewound).toBe(1);
    expect(sat.where).toEqual(WHERE);
  });

  it('a tail of no save at all needs a plan that is here', () => {
    const tail = {
      base: '',
      plan: 'gone',
      seed: 1,
      content: '',
      build: '',
      began: 1,
      played: 0,
      where: WHERE,
      practice: false,
      rewound: 0,
      final: '',
      ticks: 0,
      log: [],
      when: 1,
    };
    expect(resumeTail(content, tail)).toBeNull();
  });
});
