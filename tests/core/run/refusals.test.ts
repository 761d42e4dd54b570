// Every reason why an action is not taken, reached once; and that nothing changed.
import { describe, expect, it } from 'vitest';
import { run, useTool, type Action, type RUN_REFUSALS, type RunRefusal } from '../../../src/core/run/actions.ts';
import { refusal, TEXT_TICKS } from '../../../src/core/run/refuse.ts';
import { begin, step } from '../../../src/core/run/step.ts';
import type { Content } from '../../../src/core/run/content.ts';
import { CAMPAIGN, contentOf, EASY_TICKS, HARD_TICKS, hashed, play } from '../../support/runs.ts';

const content: Content = contentOf({
  campaign: CAMPAIGN,
  rounds: [
    { kind: 'round', visits: ['cook', 'silent', 'child'], needs: 3 },
    { kind: 'network', level: 'easy' },
  ],
  two: [
    { kind: 'network', level: 'easy' },
    { kind: 'network', level: 'hard' },
  ],
});

type Game = ReturnType<typeof play>;
interface Case {
  readonly plan: string;
  readonly before?: (game: Game) => void;
  readonly action: Action;
}

const atOptions = (game: Game): void => {
  for (let i = 0; i < 2; i++) {
    game.wait(TEXT_TICKS);
    game.do(run('advance'));
  }
  game.wait(TEXT_TICKS);
};
const paused = (game: Game): void => void game.do(run('pause'));

const CASES: Readonly<Record<(typeof RUN_REFUSALS)[number], readonly Case[]>> = {
  runOver: (['advance', 'pause', 'resume', 'menu', 'assist', 'retry', 'proceed'] as const).map((act) => ({
    plan: 'easy',
    before: (game) => game.wait(EASY_TICKS),
    action: run(act),
  })),
  paused: [
    { plan: 'hard', before: paused, action: run('pause') },
    { plan: 'hard', before: paused, action: useTool('tune', 0, 0) },
    { plan: 'hard', before: paused, action: run('retry') },
    { plan: 'campaign', before: paused, action: run('advance') },
    { plan: 'rounds', before: paused, action: run('visit', 0) },
  ],
  unreadArgument: [
    { plan: 'hard', action: run('retry', 9, 9) },
    { plan: 'hard', action: run('pause', 1) },
    { plan: 'hard', action: run('menu', 1, 1) },
    { plan: 'campaign', action: run('advance', 1) },
  ],
  nothingToRetry: [{ plan: 'hard', action: run('retry') }],
  notPaused: [{ plan: 'hard', action: run('resume') }],
  notInAScene: [
    { plan: 'hard', action: run('advance') },
    { plan: 'rounds', action: run('choose', 0) },
  ],
  notInARound: [
    { plan: 'campaign', action: run('visit', 0) },
    { plan: 'hard', action: run('visit', 0) },
  ],
  notInANetwork: [
    { plan: 'campaign', action: useTool('tune', 0, 0) },
    { plan: 'rounds', action: run('retry') },
    { plan: 'rounds', action: run('skip') },
    { plan: 'hard', before: (game) => game.wait(HARD_TICKS), action: useTool('tune', 0, 0) },
  ],
  notAtAResult: [
    { plan: 'hard', action: run('proceed') },
    { plan: 'campaign', action: run('proceed') },
  ],
  noLine: [{ plan: 'campaign', before: atOptions, action: run('advance') }],
  noOptions: [{ plan: 'campaign', before: (game) => game.wait(TEXT_TICKS), action: run('choose', 0) }],
  noSuchOption: [-1, 3, 0x7fff_ffff, -0x8000_0000].map((a) => ({
    plan: 'campaign',
    before: atOptions,
    action: run('choose', a),
  })),
  optionClosed: [{ plan: 'campaign', before: atOptions, action: run('choose', 1) }],
  tooSoon: [{ plan: 'campaign', before: (game) => game.wait(TEXT_TICKS - 1), action: run('advance') }],
  noSuchVisit: [-1, 3, 0x7fff_ffff].map((a) => ({ plan: 'rounds', action: run('visit', a) })),
  alreadyVisited: [{ plan: 'rounds', before: (game) => void game.do(run('visit', 1)), action: run('visit', 1) }],
  alreadyWon: (['retry', 'skip'] as const).map((act) => ({
    plan: 'two',
    before: (game) => game.wait(EASY_TICKS),
    action: run(act),
  })),
  notLostEnough: [{ plan: 'hard', action: run('skip') }],
  noSuchAssist: [
    [-1, 50],
    [4, 0],
    [0, 49],
    [0, 101],
    [1, -1],
    [2, 2],
  ].map(([a, b]) => ({ plan: 'hard', action: run('assist', a, b) })),
  noSuchTool: ['nothing', 'toString', '__proto__'].map((tool) => ({
    plan: 'hard',
    action: useTool(tool as 'tune'),
  })),
};

describe.each(Object.entries(CASES))('%s', (reason, cases) => {
  it.each(cases.map((one, i) => [i, one.action.act, one] as const))('%i: %s', (_i, _act, { plan, before, action }) => {
    const game = play(content, plan);
    before?.(game);
    const was = hashed(game.world);
    expect(refusal(content, game.world, action)).toBe(reason as RunRefusal);
    expect(hashed(game.world)).toBe(was);
    // Refused in a tick, it is as if it had not been said.
    const other = play(content, plan);
    before?.(other);
    other.wait(1);
    expect(game.do(action)).toBe(reason);
    expect(hashed(game.world)).toBe(hashed(other.world));
  });
});

it('BUG a retry at the first tick wrote the same run in another way: after an act in that tick it is refused too', () => {
  const world = begin(content, 'hard', 1);
  expect(step(content, world, [useTool('tune', 0, 0), run('retry'), run('retry')])).toEqual([
    null,
    'nothingToRetry',
    'nothingToRetry',
  ]);
  expect(step(content, world, [run('retry')])).toEqual([null]);
});
