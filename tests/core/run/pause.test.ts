// Pauses, menus and assists: what stops the clock, what may be done then, and what is remembered of it.
import { describe, expect, it } from 'vitest';
import { ASSISTS, run, useTool } from '../../../src/core/run/actions.ts';
import { HAZARD_RATE, UNLIMITED } from '../../../src/core/network/layout.ts';
import { copyWorld } from '../../../src/core/run/world.ts';
import { contentOf, HARD_TICKS, hashed, play } from '../../support/runs.ts';

const content = contentOf();
const assist = (which: (typeof ASSISTS)[number], value: number) => run('assist', ASSISTS.indexOf(which), value);

describe('a pause', () => {
  it('stops the clock and the network until it ends', () => {
    const game = play(content, 'hard');
    game.wait(7);
    game.do(run('pause'));
    const was = hashed(game.world);
    game.wait(1000);
    expect(hashed(game.world)).toBe(was);
    expect(game.world.tick).toBe(7);
    game.do(run('resume'));
    expect(game.world.tick).toBe(8);
  });

  it('leaves no trace in the World once it is over', () => {
    const [a, b] = [play(content, 'hard'), play(content, 'hard')];
    a.wait(20);
    b.wait(10);
    b.do(run('pause'));
    b.do(run('resume'));
    b.wait(9);
    expect(hashed(a.world)).toBe(hashed(b.world));
  });

  it('lets a menu be opened, which is on record and decides nothing', () => {
    const game = play(content, 'hard');
    game.do(run('pause'));
    expect(game.do(run('menu', 1))).toBe(null);
    expect(game.world).toMatchObject({ menu: 1, tick: 0, paused: true });
    expect(game.do(run('menu', 0))).toBe(null);
    expect(game.world.menu).toBe(0);
  });
});

describe('assists', () => {
  it.each([
    ['speed', 50, 100],
    ['hazards', 0, 100],
    ['unlimited', 1, 0],
    ['actWhilePaused', 1, 0],
  ] as const)('%s marks the run, and goes on marking it when taken back', (which, on, off) => {
    const game = play(content, 'hard');
    expect(game.do(assist(which, off))).toBe('alreadySet');
    expect(game.world.assisted).toBe(false);
    expect(game.do(assist(which, on))).toBe(null);
    expect(game.world).toMatchObject({ assisted: true, assists: { [which]: on } });
    expect(game.do(assist(which, off))).toBe(null);
    expect(game.world).toMatchObject({ assisted: true, assists: { [which]: off } });
  });

  it('slow hazards, down to none, without touching the clock', () => {
    const [a, b] = [play(content, 'hard'), play(content, 'hard')];
    a.do(assist('hazards', 0));
    b.wait(1);
    a.wait(300);
    b.wait(300);
    expect(a.world.tick).toBe(b.world.tick);
    const { state, bonds } = content.levels['hard'].layout;
    const broken = (game: typeof a) => game.world.network!.slice(state, state + bonds).filter((bits) => bits !== 0);
    expect(broken(a).length).toBeLessThan(broken(b).length);
  });

  it('unlimited: no network is lost by the clock', () => {
    const game = play(content, 'hard');
    game.do(assist('unlimited', 1));
    game.wait(HARD_TICKS * 2);
    expect(game.world.mode).toBe('network');
  });

  it('hold for the next network too', () => {
    const game = play(content, 'hard');
    game.do(assist('unlimited', 1));
    game.do(assist('hazards', 40));
    game.do(run('retry'));
    expect(game.world.network![UNLIMITED]).toBe(1);
    expect(game.world.network![HAZARD_RATE]).toBe(40);
  });

  it('actWhilePaused: tools can be used while the clock stands, and nothing else can', () => {
    const game = play(content, 'hard');
    game.do(assist('actWhilePaused', 1));
    game.do(run('pause'));
    const { tick } = game.world;
    const before = copyWorld(game.world).network!;
    expect(game.do(useTool('tune', 1, 200))).toBe(null);
    expect(game.world.tick).toBe(tick);
    expect(game.world.network).not.toEqual(before);
    expect(game.do(useTool('tune', 1, 100))).toBe('coolingDown');
    expect(game.do(run('retry'))).toBe('paused');
  });

  it('may be set in a pause', () => {
    const game = play(content, 'hard');
    game.do(run('pause'));
    expect(game.do(assist('actWhilePaused', 1))).toBe(null);
    expect(game.do(useTool('tune', 1, 200))).toBe(null);
  });
});
