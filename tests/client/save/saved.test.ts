// A save is read as it was written, whatever was being done; what is not one is told apart; older ones are still read.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resume } from '../../../src/client/save/resume.ts';
import { readSaved, SAVED_VERSION, writeSaved, type Saved } from '../../../src/client/save/saved.ts';
import { encode } from '../../../src/core/replay/codec.ts';
import { Recorder } from '../../../src/core/replay/record.ts';
import { TEXT_TICKS } from '../../../src/core/run/refuse.ts';
import { run, useTool } from '../../../src/core/run/actions.ts';
import { simulate } from '../../../src/core/replay/simulate.ts';
import { storyContent } from '../../support/sittings.ts';
import { harmed, Table } from './support.ts';

const content = storyContent();
const seeds = fc.integer({ min: 0, max: 100_000 });
const steps = fc.integer({ min: 0, max: 4000 });

function reread(saved: Saved): Saved {
  const read = readSaved(writeSaved(saved).text);
  if (read.state !== 'whole') throw new Error(JSON.stringify(read));
  return read.saved;
}

describe('a save', () => {
  it('is read as it was written, and goes on to the same bytes as a run that was never left', () => {
    fc.assert(
      fc.property(seeds, steps, steps, (seed, first, then) => {
        const whole = new Table(content, seed).play(first).play(then);
        const table = new Table(content, seed).play(first);
        const saved = table.saved(5000);
        const read = reread(saved);
        expect(read).toEqual(saved);
        const resumed = resume(content, read);
        if (resumed.as !== 'same') throw new Error(resumed.as);
        table.sit(resumed.sat).play(then);
        expect(encode(table.recorder.finish())).toEqual(encode(whole.recorder.finish()));
        expect(table.scribe.transcript).toEqual(whole.scribe.transcript);
      }),
      { numRuns: 40 },
    );
  });

  it('has places to return to that are as good as they were', () => {
    fc.assert(
      fc.property(seeds, steps, fc.nat(), (seed, first, which) => {
        const read = reread(new Table(content, seed).play(first).saved(1));
        // and again, from what was read: the chain of differences is kept as it is
        const { sitting } = reread(read);
        const recorder = Recorder.resume(content, sitting);
        const mark = recorder.marks[which % recorder.marks.length];
        expect(recorder.returnTo(mark)).toBe('returned');
        for (let k = 0; k < 100; k++) recorder.tick([]);
        expect(simulate(content, recorder.finish()).verdict).toBe('verified');
      }),
      { numRuns: 30 },
    );
  });

  it('after an hour with thousands of lines and acts is well under 200 kB', () => {
    const long = storyContent(
      `title: Start\n---\n<<declare $n = 0>>\nFirst words of a day. #line:x0\n<<jump Loop>>\n===\ntitle: Loop\n---\n<<set $n = $n + 1>>\nA line that is said. #line:x1\nAnd another {$n}. #line:x2\n-> So. #line:x3\n-> Or so. #line:x4\n<<network slow>>\n<<jump Loop>>\n===\n`,
      [{ kind: 'scene', scene: 'Start' }],
    );
    const recorder = new Recorder(long, 'tale', 3);
    const HOUR = 3600 * 120;
    while (recorder.world.tick < HOUR) {
      const { world } = recorder;
      if (world.mode === 'scene') {
        for (let k = 0; k < TEXT_TICKS * 8; k++) recorder.tick([]);
        const view = long.story.view(world.story, world.game);
        recorder.tick([view.kind === 'options' ? run('choose', 1) : run('advance')]);
      } else if (world.mode === 'result') recorder.tick([run('proceed')]);
      else recorder.tick(world.tick % 80 === 0 ? [useTool('tune', world.tick % 4, world.tick % 1000)] : []);
    }
    const sitting = recorder.sitting();
    const said = Array.from({ length: 200 }, (_, i) => ({
      line: 'line:coves_1_034',
      values: ['12'],
      isAnswer: i % 3 === 0,
      at: i * 500,
    }));
    const where = { city: 'coves', act: 1, place: 'laundry', line: 'line:x1' };
    const sat = { sitting, transcript: { said, now: null }, where, played: 3600, began: 1 };
    const saved: Saved = {
      ...sat,
      when: 2,
      plan: 'tale',
      seed: 3,
      content: long.hash,
      build: 'core-1',
      rules: null,
      step: null,
    };
    expect(sitting.log.length).toBeGreaterThan(2000);
    expect(sitting.marks.length).toBe(320);
    const { text } = writeSaved(saved);
    expect(text.length).toBeLessThan(150_000);
    expect(reread(saved).sitting.marks).toEqual(sitting.marks);
  });
});

describe('what is not a save', () => {
  const { text } = writeSaved(new Table(content, 4).play(2500).saved(7));

  it('is told apart wherever it is harmed', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), (at) => {
        expect(readSaved(harmed(text, at)).state).not.toBe('whole');
      }),
      { numRuns: 300 },
    );
  });

  it('is told apart when its end is missing', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), (end) => {
        expect(readSaved(text.slice(0, end)).state).toBe('broken');
      }),
    );
  });

  it('is never a fault of ours, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (any) => {
        expect(readSaved(any).state).toBe('broken');
      }),
    );
    const whole = JSON.parse(text) as Record<string, unknown>;
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(whole)), fc.jsonValue(), (key, value) => {
        const read = readSaved(JSON.stringify({ ...whole, [key]: value }));
        if (JSON.stringify(value) !== JSON.stringify(whole[key])) expect(read.state).not.toBe('whole');
      }),
    );
  });

  it('is a number without end, lists a thousand deep, a day that no calendar has', () => {
    const whole = JSON.parse(text) as Record<string, unknown>;
    const { when: _, ...rest } = whole;
    expect(readSaved(JSON.stringify(rest).replace(/}$/, ',"when":1e999}')).state).toBe('broken');
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    expect(readSaved(JSON.stringify(rest).replace(/}$/, `,"when":${deep}}`)).state).toBe('broken');
    const saved = new Table(content, 4).play(500).saved(7);
    for (const when of [1e300, -1e300, 8.7e15])
      expect(readSaved(writeSaved({ ...saved, when }).text).state).toBe('broken');
  });

  it('is of a later version when it says so, and then it is not judged', () => {
    expect(readSaved(JSON.stringify({ format: 'syntony.save', version: SAVED_VERSION + 1 }))).toEqual({
      state: 'newer',
      version: SAVED_VERSION + 1,
    });
  });
});

describe('saves of every version', () => {
  const CASES = join(import.meta.dirname, 'cases');
  const files = readdirSync(CASES).filter((name) => name.endsWith('.save'));

  it('are all here', () => {
    for (let version = 0; version <= SAVED_VERSION; version++) {
      expect(existsSync(join(CASES, `version-${version}.save`)), `version ${version}`).toBe(true);
    }
  });

  it.each(files)('%s is read, and played on', (name) => {
    const read = readSaved(readFileSync(join(CASES, name), 'utf8').trim());
    if (read.state !== 'whole') throw new Error(JSON.stringify(read));
    const { saved } = read;
    expect(saved).toMatchObject({ plan: 'tale', seed: 12, when: 1_900_000_000_000, where: { city: 'coves' } });
    expect(saved.sitting.world.game.stage).toBe('laundry');
    const resumed = resume(content, saved);
    // this content is not the one it was made with once the story above is edited
    if (resumed.as !== 'same' && resumed.as !== 'mended') throw new Error(resumed.as);
    const table = new Table(content, 12).sit(resumed.sat).play(3000);
    expect(table.recorder.world.tick).toBeGreaterThan(saved.sitting.world.tick);
  });
});
