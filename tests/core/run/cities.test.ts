// Cities as plans: each alone, and the campaign that goes through the Sphere to them and back.
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/core/run/actions.ts';
import { CAMPAIGN, citiesProblems, cityPlans } from '../../../src/core/run/cities.ts';
import { begin, step } from '../../../src/core/run/step.ts';
import { networkAhead, stepOf } from '../../../src/core/run/world.ts';
import { readContent, readProgram } from '../../../src/tools/content.ts';
import { readCities } from '../../../src/tools/files.ts';
import { contentOf, EASY_TICKS, play } from '../../support/runs.ts';

describe('levels/cities.json', () => {
  const content = readContent();
  const program = readProgram();

  it('names nothing that is not there', () => {
    expect(citiesProblems(readCities(), program, Object.keys(content.levels))).toEqual([]);
  });

  it('makes a plan of each city, and a campaign through the Sphere', () => {
    expect(Object.keys(content.plans)).toEqual(expect.arrayContaining(['coves', CAMPAIGN]));
    const kinds = content.plans['coves'].steps.map((one) => one.kind);
    expect(kinds).toEqual(Array.from({ length: 5 }, () => ['scene', 'round', 'network', 'scene']).flat());
    expect(content.plans[CAMPAIGN].steps.map((one) => one.kind).slice(0, 2)).toEqual(['scene', 'hub']);
    expect(content.plans[CAMPAIGN].steps.at(-1)).toEqual({ kind: 'home', to: 1 });
  });

  it('says of every visit whom one meets, where, and why', () => {
    const rounds = content.plans['coves'].steps.flatMap((one) => (one.kind === 'round' ? [one] : []));
    expect(rounds).toHaveLength(5);
    for (const { visits, needs, callers = [] } of rounds) {
      expect(visits.length).toBeGreaterThanOrEqual(5);
      expect(needs).toBe(3);
      for (const { who, at, about } of callers) expect([who, at, about]).not.toContain('');
    }
  });

  it('tells of what is missing, and leaves it out', () => {
    const empty = { ...program, nodes: {} };
    expect(citiesProblems(readCities(), empty, []).length).toBeGreaterThan(20);
    expect(cityPlans(readCities(), empty, [])).toEqual({});
  });
});

describe('the Sphere', () => {
  const steps = [
    {
      kind: 'hub',
      ways: [
        { city: 'coves', at: 1 },
        { city: 'haven', at: 3 },
      ],
    },
    { kind: 'scene', scene: 'cook' },
    { kind: 'home', to: 0 },
    { kind: 'network', level: 'easy' },
    { kind: 'home', to: 0 },
  ] as const;
  const content = contentOf({ sphere: steps });

  it('waits for a city to be entered, and is come back to', () => {
    const game = play(content, 'sphere');
    expect(game.world.mode).toBe('hub');
    game.wait(10);
    expect(game.world).toMatchObject({ mode: 'hub', tick: 10 });
    expect(game.do(run('visit', 2))).toBe('noSuchVisit');
    expect(game.do(run('visit', 1))).toBe(null);
    expect(game.world).toMatchObject({ mode: 'network', at: 3 });
    game.wait(EASY_TICKS);
    expect(game.world.mode).toBe('result');
    game.do(run('proceed'));
    expect(game.world).toMatchObject({ mode: 'hub', at: 0, network: null });
  });

  it('lets nobody into a city that has ended', () => {
    const game = play(content, 'sphere');
    game.world.game = { ...game.world.game, endings: { coves: 'concord' } };
    expect(game.do(run('visit', 0))).toBe('alreadyVisited');
    expect(game.do(run('visit', 1))).toBe(null);
  });
});

describe('a round', () => {
  it('shows the network that it leads to, with what was tuned so far', () => {
    const content = readContent();
    const world = begin(content, 'coves', 7);
    for (let ticks = 0; world.mode === 'scene' && ticks < 40_000; ticks++) {
      const view = content.story.view(world.story, world.game);
      step(
        content,
        world,
        world.tick - world.shownAt < 24 ? [] : [view.kind === 'options' ? run('choose', 0) : run('advance')],
      );
    }
    expect(stepOf(content, world)?.kind).toBe('round');
    const ahead = networkAhead(content, world);
    expect(ahead?.rules.level.id).toBe('coves/01');
    expect(world.network).toBe(null);
  });
});

describe('a scene', () => {
  it('begins on an empty stage', () => {
    const content = contentOf({
      two: [
        { kind: 'scene', scene: 'cook' },
        { kind: 'scene', scene: 'guard' },
      ],
    });
    const game = play(content, 'two');
    game.world.game = { ...game.world.game, cast: { zara: { at: 'left', face: 'calm' } } };
    game.wait(24);
    expect(game.do(run('advance'))).toBe(null);
    expect(game.world.at).toBe(1);
    expect(game.world.game.cast).toEqual({});
  });
});
