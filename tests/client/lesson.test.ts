// A lesson in a story may be left at once, and the way out is in the menu, where the game stands still.
import { describe, expect, it } from 'vitest';
import { Play } from '../../src/client/play.ts';
import { Session } from '../../src/client/session.ts';
import { makeContent } from '../../src/content.ts';
import { LOSSES_TO_SKIP } from '../../src/core/run/refuse.ts';
import { contentOf, EASY } from '../support/runs.ts';

const LESSON = { ...EASY, id: 'lesson', title: 'Lesson', lesson: true };
const base = contentOf({
  taught: [
    { kind: 'network', level: 'lesson' },
    { kind: 'scene', scene: 'cook' },
  ],
  told: [
    { kind: 'network', level: 'hard' },
    { kind: 'scene', scene: 'cook' },
  ],
});
const lesson = makeContent({ 'lesson.json': LESSON });
const content = {
  ...base,
  levels: { ...base.levels, ...lesson.levels },
  plans: { ...base.plans, ...lesson.plans },
};

function open(plan: string): Play {
  const game = new Play(new Session(content, plan, 1), [], () => 1);
  game.frame(1000, 0);
  game.command({ do: 'use' });
  game.frame(1100, 6);
  return game;
}

describe('the menu over a network', () => {
  it('lets a lesson be left, and the story goes on', () => {
    const game = open('taught');
    game.command({ do: 'pause' });
    expect([game.screen, game.isSkippable]).toEqual(['paused', true]);
    game.command({ do: 'skip' });
    game.frame(1200, 6);
    expect(game.screen).toBe('scene');
  });

  it('lets no other be left that was not lost often enough', () => {
    const game = open('told');
    game.command({ do: 'pause' });
    expect(game.isSkippable).toBe(false);
    game.command({ do: 'skip' });
    expect([game.screen, LOSSES_TO_SKIP > 0]).toEqual(['paused', true]);
  });

  it('lets a lesson that is played by itself be closed, not skipped: nothing comes after it', () => {
    const game = open('lesson');
    expect(game.isSkippable).toBe(false);
  });
});
