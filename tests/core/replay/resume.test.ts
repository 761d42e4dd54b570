// A run that was left and gone on with is the run that was never left; one that went back is still a run.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../src/core/replay/codec.ts';
import { CHOICES_KEPT, LINES_KEPT } from '../../../src/core/replay/marks.ts';
import { Recorder } from '../../../src/core/replay/record.ts';
import { simulate } from '../../../src/core/replay/simulate.ts';
import { run } from '../../../src/core/run/actions.ts';
import { TEXT_TICKS } from '../../../src/core/run/refuse.ts';
import { hashed } from '../../support/runs.ts';
import { playerOf, playOn, sitting, storyContent } from '../../support/sittings.ts';

const content = storyContent();
const seeds = fc.integer({ min: 0, max: 100_000 });
const steps = fc.integer({ min: 0, max: 4000 });

describe('resume', () => {
  it('comes to the same bytes as never having left, wherever that was', () => {
    fc.assert(
      fc.property(seeds, steps, steps, (seed, first, then) => {
        const whole = sitting(content, seed, first + then);
        const player = playerOf(content, seed);
        const left = playOn(new Recorder(content, 'tale', seed), player, first);
        const kept = left.sitting();
        // what is played on after does not reach what was kept
        playOn(left, playerOf(content, seed + 1), 200);
        const resumed = playOn(Recorder.resume(content, kept), player, then);
        expect(encode(resumed.finish())).toEqual(encode(whole.finish()));
        expect(resumed.marks.map(({ world, ...rest }) => ({ ...rest, hash: hashed(world) }))).toEqual(
          whole.marks.map(({ world, ...rest }) => ({ ...rest, hash: hashed(world) })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the flags, the count of returns and who it is for', () => {
    const recorder = sitting(content, 5, 900);
    recorder.taint();
    const resumed = Recorder.resume(content, recorder.sitting(), { board: 'b', ticket: 't', player: 'p' });
    expect(resumed.finish()).toMatchObject({ board: 'b', ticket: 't', player: 'p', flags: { practice: true } });
    expect(Recorder.resume(content, { ...recorder.sitting(), rewound: 3 }).sitting().rewound).toBe(3);
  });

  it('plays runs that reach every part of the plan, so that the above says something', () => {
    const modes = new Set<string>();
    for (let seed = 0; seed < 20; seed++) {
      const recorder = new Recorder(content, 'tale', seed);
      const player = playerOf(content, seed);
      for (let k = 0; k < 60; k++) modes.add(playOn(recorder, player, 100).world.mode);
    }
    expect([...modes].sort()).toEqual(['network', 'over', 'result', 'round', 'scene']);
  });
});

describe('a return', () => {
  it('stands where that place was, and what is played on verifies', () => {
    fc.assert(
      fc.property(seeds, steps, fc.nat(), steps, (seed, first, which, then) => {
        const recorder = sitting(content, seed, first);
        const nth = which % recorder.marks.length;
        const mark = recorder.marks[nth];
        expect(recorder.returnTo(mark)).toBe('returned');
        expect(hashed(recorder.world)).toBe(hashed(mark.world));
        expect(recorder.marks.length).toBe(nth + 1);
        playOn(recorder, playerOf(content, seed + 7), then);
        const replay = recorder.finish();
        expect(simulate(content, replay).verdict).toBe('verified');
        expect(replay.flags.practice).toBe(true);
        expect(recorder.sitting().rewound).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  it('never harms the place: one can come back to it again and again', () => {
    const recorder = sitting(content, 3, 3000);
    const mark = recorder.marks[2];
    const before = hashed(mark.world);
    for (let times = 1; times <= 3; times++) {
      recorder.returnTo(mark);
      playOn(recorder, playerOf(content, times), 700);
      expect(hashed(mark.world)).toBe(before);
      expect(recorder.sitting().rewound).toBe(times);
    }
  });

  it('to a place of another run is refused, and changes nothing', () => {
    const recorder = sitting(content, 3, 2000);
    const before = encode(recorder.finish());
    expect(recorder.returnTo(sitting(content, 4, 2000).marks[0])).toBe('unknownMark');
    expect(encode(recorder.finish())).toEqual(before);
  });

  it('to before a pause is a run that was not paused', () => {
    const recorder = new Recorder(content, 'tale', 1);
    const [first] = recorder.marks;
    recorder.tick([run('pause')]);
    recorder.tick([run('resume')]);
    expect(recorder.finish().flags.paused).toBe(true);
    recorder.returnTo(first);
    recorder.tick([]);
    expect(recorder.finish().flags.paused).toBe(false);
    expect(simulate(content, recorder.finish()).verdict).toBe('verified');
  });
});

describe('marks', () => {
  it('are at every line, every choice and every map, in order, and name what is shown', () => {
    const recorder = new Recorder(content, 'tale', 9);
    for (const action of [run('advance'), run('advance'), run('choose', 1), run('advance')]) {
      for (let k = 0; k < TEXT_TICKS * 3; k++) recorder.tick([]);
      recorder.tick([action]);
    }
    expect(recorder.marks.map(({ kind, line }) => `${kind} ${line}`)).toEqual([
      'line line:a1',
      'line line:a2',
      'options line:a3',
      'line line:a6',
      'line line:a7',
    ]);
  });

  it('are not more than so many, and of choices the most', () => {
    const rounds = Array.from(
      { length: 160 },
      (_, i) => `title: N${i}\n---\nA #line:x${i}\nB #line:y${i}\n-> C #line:z${i}\n===\n`,
    );
    const endless = storyContent(rounds.join(''), [
      { kind: 'scene', scene: 'N0' },
      ...rounds.map((_, i) => ({ kind: 'scene', scene: `N${i}` }) as const),
    ]);
    const recorder = new Recorder(endless, 'tale', 1);
    while (recorder.world.mode !== 'over') {
      const view = endless.story.view(recorder.world.story, recorder.world.game);
      for (let k = 0; k < TEXT_TICKS; k++) recorder.tick([]);
      recorder.tick([view.kind === 'options' ? run('choose', 0) : run('advance')]);
    }
    const of = (kind: string): number => recorder.marks.filter((one) => one.kind === kind).length;
    expect(of('line')).toBe(LINES_KEPT);
    expect(of('options')).toBe(161);
    expect(CHOICES_KEPT).toBeGreaterThan(161);
    const oldest = recorder.marks[0];
    expect(oldest).toMatchObject({ kind: 'options', line: 'line:z0' });
    recorder.returnTo(oldest);
    playOn(recorder, playerOf(endless, 1), 500);
    expect(simulate(endless, recorder.finish()).verdict).toBe('verified');
  });
});
