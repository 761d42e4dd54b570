// What a scene may do to a run: change the game, wait, and open a network that it goes on behind.
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/core/run/actions.ts';
import type { Content } from '../../../src/core/run/content.ts';
import { LOSSES_TO_SKIP, TEXT_TICKS } from '../../../src/core/run/refuse.ts';
import { copyWorld, networkOf, runOutcome } from '../../../src/core/run/world.ts';
import { contentOf, EASY_TICKS, HARD_TICKS, hashed, play } from '../../support/runs.ts';
import { fakeStory, type Beat } from '../../support/story.ts';

function told(...beats: readonly Beat[]): Content {
  const content = contentOf({
    told: [{ kind: 'scene', scene: 'only' }],
    onward: [
      { kind: 'scene', scene: 'only' },
      { kind: 'network', level: 'easy' },
    ],
  });
  return { ...content, story: fakeStory({ only: beats }) };
}

describe('commands', () => {
  it('are obeyed before anything is shown, and change the game', () => {
    const { world } = play(
      told('<<stage hall>>', '<<enter jin left>>', '<<face jin wry>>', '<<codex neo.record>>', 'line'),
      'told',
    );
    expect(world.mode).toBe('scene');
    expect(world.game).toMatchObject({
      stage: 'hall',
      cast: { jin: { at: 'left', face: 'wry' } },
      codex: ['neo.record'],
    });
  });

  it('that nobody knows, or that lack a word, do nothing', () => {
    const { world } = play(told('<<dance>>', '<<stage>>', '<<network nowhere>>', 'line'), 'told');
    expect(world.mode).toBe('scene');
    expect(world.game.stage).toBe('');
  });

  it('without end are stopped, and the World stays as it was', () => {
    const endless: Content['story'] = {
      begin: () => 0,
      view: (at) => (at === 0 ? { kind: 'line', line: 'line:said', values: [] } : { kind: 'command', text: 'stage x' }),
      advance: (at) => (at as number) + 1,
      mend: (state) => ({ state, restored: { at: 'same' } }),
    };
    const game = play({ ...told('line'), story: endless }, 'told');
    game.wait(TEXT_TICKS);
    const before = hashed(game.world);
    expect(() => game.do(run('advance'))).toThrow('without end, the last of them: stage x');
    expect(hashed(game.world)).toBe(before);
  });
});

describe('a scene that waits', () => {
  it('goes on by itself after as many ticks, and not sooner for any pressing', () => {
    const game = play(told('<<wait 60>>', 'line'), 'told');
    expect(game.do(run('advance'))).toBe('tooSoon');
    game.wait(58);
    expect(game.world.waiting).toBe(1);
    game.wait(1);
    expect(game.world).toMatchObject({ waiting: 0, mode: 'scene', shownAt: 60 });
  });

  it('stands still while the run is paused', () => {
    const game = play(told('<<wait 10>>', 'line'), 'told');
    game.do(run('pause'));
    game.wait(100);
    expect(game.world.waiting).toBe(10);
  });

  it('ends the scene when nothing comes after', () => {
    const game = play(told('<<wait 5>>'), 'told');
    game.wait(5);
    expect(game.world.mode).toBe('over');
  });
});

describe('a network in a scene', () => {
  it('is played, and the scene reads how it ended', () => {
    const game = play(told('line', '<<network easy>>', 'line'), 'told');
    game.wait(TEXT_TICKS);
    game.do(run('advance'));
    expect(game.world.mode).toBe('network');
    game.wait(EASY_TICKS);
    expect(game.world.mode).toBe('result');
    expect(game.world.game.results.easy).toMatchObject({ outcome: 'won', coherence: 100, attempts: 1, kept: 0 });
    expect(game.do(run('proceed'))).toBe(null);
    expect(game.world).toMatchObject({ mode: 'scene', network: null, level: null });
    game.wait(TEXT_TICKS);
    game.do(run('advance'));
    expect(game.world.mode).toBe('over');
    expect(game.world.splits.map((one) => [one.kind, one.what, one.outcome])).toEqual([
      ['network', 'easy', 'won'],
      ['scene', 'only', 'told'],
    ]);
    expect(runOutcome(game.world)).toBe('won');
  });

  it('may be the first thing, and two of a scene have other seeds', () => {
    const game = play(told('<<network easy>>', '<<network easy>>'), 'told');
    const first = game.world.network!.slice();
    game.wait(EASY_TICKS);
    game.do(run('proceed'));
    expect(game.world.mode).toBe('network');
    expect(game.world.network).not.toEqual(first);
  });

  it('can be lost, tried again and left; the story goes on', () => {
    const game = play(told('<<network hard>>', 'line'), 'told');
    for (let i = 0; i < LOSSES_TO_SKIP; i++) {
      game.wait(HARD_TICKS);
      expect(game.world.mode).toBe('result');
      if (i < LOSSES_TO_SKIP - 1) expect(game.do(run('retry'))).toBe(null);
    }
    expect(game.do(run('skip'))).toBe(null);
    expect(game.world.mode).toBe('scene');
    expect(game.world.game.results.hard).toMatchObject({ outcome: 'skipped', attempts: LOSSES_TO_SKIP });
    expect(runOutcome({ ...game.world, mode: 'over' })).toBe('lost');
  });

  it('that is lost may simply be left behind', () => {
    const game = play(told('<<network hard>>', 'line'), 'told');
    game.wait(HARD_TICKS);
    game.do(run('proceed'));
    expect(game.world.mode).toBe('scene');
  });

  it('is tuned by what stood before it, and the next is not', () => {
    const game = play(
      told(
        '<<tune limit 6>>',
        '<<tune world noise 0.1>>',
        '<<tune limit nonsense>>',
        '<<network hard>>',
        '<<network hard>>',
      ),
      'told',
    );
    const content = told();
    expect(networkOf(content, game.world)!.rules.limit).toBe(720);
    expect(networkOf(content, game.world)!.rules.level.world).toEqual({ noise: 0.1 });
    game.wait(719);
    expect(game.world.mode).toBe('network');
    game.wait(1);
    game.do(run('retry'));
    expect(networkOf(content, game.world)!.rules.limit).toBe(720);
    game.wait(720);
    game.do(run('proceed'));
    expect(networkOf(content, game.world)!.rules.limit).toBe(HARD_TICKS);
  });

  it('counts the tools of the last try', () => {
    const game = play(told('<<network hard>>', 'line'), 'told');
    game.do({ act: 'tool', tool: 'tune', a: 0, b: 0, c: 0 });
    expect(game.world.used).toEqual({ tune: 1 });
    game.wait(HARD_TICKS);
    expect(game.world.game.results.hard.used).toEqual({ tune: 1 });
  });

  it('goes on the same from a copy and from JSON', () => {
    const game = play(told('<<tune limit 6>>', '<<network hard>>', 'line'), 'told');
    game.wait(100);
    const copy = copyWorld(game.world);
    const { network, ...rest } = game.world;
    const parsed = { ...(JSON.parse(JSON.stringify(rest)) as typeof rest), network: network!.slice() };
    const content = told();
    for (const other of [copy, parsed]) expect(networkOf(content, other)!.rules.limit).toBe(720);
    expect(hashed(parsed as typeof copy)).toBe(hashed(game.world));
  });
});
