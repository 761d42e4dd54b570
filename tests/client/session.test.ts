import { describe, expect, it } from 'vitest';
import { Play } from '../../src/client/play.ts';
import { isDoorShut } from '../../src/client/reading.ts';
import { Session, type Heard } from '../../src/client/session.ts';
import { ENERGY, TICK } from '../../src/core/network/layout.ts';
import { outcome } from '../../src/core/network/network.ts';
import { simulate } from '../../src/core/replay/simulate.ts';
import { Recorder } from '../../src/core/replay/record.ts';
import { run, useTool } from '../../src/core/run/actions.ts';
import { hashWorld } from '../../src/core/run/world.ts';
import { content } from './support.ts';

const open = (level = 'training/03', seed = 7): Session => new Session(content, level, seed);

const play = (level = 'training/01', seed = 3) => new Play(open(level, seed), Object.keys(content.levels), () => 99);

describe('Session', () => {
  it('stands still until it is begun, and while it is paused', () => {
    const session = open();
    session.advance(100);
    expect(session.network.s[TICK]).toBe(0);
    session.start();
    session.advance(100);
    expect(session.network.s[TICK]).toBe(100);
    session.pause(true);
    const hash = hashWorld(session.snapshot());
    session.advance(100);
    expect(hashWorld(session.snapshot())).toEqual(hash);
    session.pause(false);
    session.advance(10);
    expect(session.network.s[TICK]).toBeGreaterThanOrEqual(110);
  });

  it('shows a run as it was played, through a loss and another try, and takes no hand of whoever looks on', () => {
    const recorder = new Recorder(content, 'training/03', 7);
    const wait = (ticks: number): void => {
      for (let k = 0; k < ticks; k++) recorder.tick([]);
    };
    wait(50);
    recorder.tick([run('pause'), useTool('tune', 0, 0x1000_0000), run('resume')]);
    while (recorder.world.mode === 'network') wait(1);
    expect(recorder.world.mode).toBe('result');
    recorder.tick([run('retry')]);
    wait(300);
    recorder.tick([useTool('mend', 2)]);
    wait(30);
    const replay = recorder.finish();

    const session = open('training/01', 1);
    session.watch(replay);
    expect(session.isWatching).toBe(true);
    session.advance(200);
    expect(session.act(useTool('tune', 1, 0x2000_0000))).toBeNull();
    session.turnNow(run('assist', 0, 50));
    session.proceed();
    session.pause(true);
    session.advance(100);
    session.pause(false);
    session.advance(replay.ticks - session.tick);
    expect([session.tick, session.tries]).toEqual([replay.ticks, 2]);
    expect(hashWorld(session.snapshot())).toEqual(replay.final);
    session.again();
    expect([session.isWatching, session.tick, session.seed]).toEqual([false, 0, 7]);
  });

  it('keeps the array of one tick ago', () => {
    const session = open();
    session.start();
    session.advance(3);
    expect([session.before[TICK], session.network.s[TICK]]).toEqual([2, 3]);
  });

  it('does an act in the next tick and answers a refused one at once', () => {
    const session = open();
    session.start();
    session.advance(1);
    const energy = session.network.s[ENERGY];
    expect(session.act(useTool('tune', 0, 64))).toBeNull();
    expect(session.act(useTool('tune', 99, 64))).toBe('noSuchNode');
    session.advance(1);
    expect(session.network.s[ENERGY]).toBeLessThan(energy);
  });

  it('keeps what came a moment too early, and tells when it could not be done after all', () => {
    const session = open();
    const heard: Heard[] = [];
    session.hear((one) => heard.push(one));
    session.start();
    session.act(useTool('tune', 0, 64));
    session.advance(20);
    expect(session.act(useTool('tune', 1, 64)), 'ten ticks of cooldown are left').toBeNull();
    session.advance(12);
    expect(heard.filter((one) => one.kind === 'taken')).toHaveLength(2);
    session.act(useTool('tune', 2, 64));
    session.advance(1);
    expect(session.act(useTool('tune', 3, 64)), 'a whole cooldown is not a moment').toBe('coolingDown');
  });

  it('writes a replay that plays again to the same World', () => {
    const session = open();
    session.start();
    session.act(useTool('tune', 0, 64));
    session.advance(200);
    session.pause(true);
    session.pause(false);
    session.act(useTool('tune', 99, 0));
    session.act(useTool('tune', 3, 10));
    session.advance(100);
    session.again();
    session.advance(50);
    const { verdict, world } = simulate(content, session.replay());
    expect(verdict).toBe('verified');
    expect(hashWorld(world!)).toEqual(hashWorld(session.snapshot()));
  });

  it('begins again with the same people: from play, from a loss and from a win', () => {
    const session = open('training/01', 3);
    const first = Array.from(session.network.s);
    session.start();
    // the tick in which it was asked for is the first of the new try
    session.advance(1);
    const second = Array.from(session.network.s);
    session.advance(50);
    session.again();
    expect(Array.from(session.network.s)).toEqual(second);
    session.advance(60 * 120);
    expect(session.isOver).toBe(true);
    session.again();
    expect([first, second]).toContainEqual(Array.from(session.network.s));
    expect(session.isRunning).toBe(true);
  });
});

describe('Play', () => {
  it('wins the first network by keys alone', () => {
    const game = play();
    game.command({ do: 'use' });
    expect(game.screen).toBe('playing');
    for (let now = 0, tries = 0; game.screen === 'playing' && now < 60_000; now += 50) {
      game.frame(now, 6);
      if (tries >= 12 || now < tries * 700) continue;
      tries++;
      game.command({ do: 'move', way: 'right', finely: false });
      game.command({ do: 'use' });
      game.command({ do: 'use' });
    }
    expect(outcome(game.session.network)).toBe('won');
    expect(game.screen).toBe('result');
    game.command({ do: 'next' });
    expect(game.screen, 'a press that was meant for the network').toBe('result');
    game.frame(61_000, 6);
    game.command({ do: 'next' });
    expect([game.screen, game.session.level, game.session.seed]).toEqual(['start', 'training/02', 99]);
  });

  it('begins nothing again that is not in sight: under the settings, at the title', () => {
    const game = play();
    game.start();
    game.frame(100, 60);
    for (const hide of [() => game.command({ do: 'settings' }), () => game.showTitle()]) {
      hide();
      const { tick } = game.session;
      game.command({ do: 'again' });
      game.command({ do: 'fresh' });
      expect([game.session.tick, game.session.seed]).toEqual([tick, 3]);
      game.command({ do: 'back' });
    }
  });

  it('pauses for whatever stands over the game, and goes on after it', () => {
    const game = play();
    game.start();
    for (const over of ['pause', 'help', 'networks'] as const) {
      game.command({ do: over });
      expect([game.screen !== 'playing', game.session.paused]).toEqual([true, true]);
      game.command({ do: 'back' });
      expect([game.screen, game.session.paused]).toEqual(['playing', false]);
    }
  });

  it('lets go of what is in the hand before it pauses', () => {
    const game = play();
    game.start();
    game.frame(16, 2);
    game.at({ kind: 'node', id: 0 });
    expect(game.aim.ghost).not.toBeNull();
    game.command({ do: 'back' });
    expect([game.aim.ghost, game.screen]).toEqual([null, 'playing']);
    game.command({ do: 'back' });
    expect(game.screen).toBe('paused');
  });

  it('gives the hint after six idle seconds, or two refusals', () => {
    const idle = play('training/03');
    idle.start();
    idle.frame(1000, 2);
    expect(idle.isHintDue).toBe(false);
    idle.frame(7100, 2);
    expect(idle.isHintDue).toBe(true);

    const clumsy = play('training/03');
    clumsy.start();
    clumsy.frame(1000, 2);
    clumsy.command({ do: 'tool', slot: 1 });
    clumsy.at({ kind: 'node', id: 0 });
    expect([clumsy.notice, clumsy.isHintDue]).toEqual([{ kind: 'wrongKind' }, false]);
    clumsy.at({ kind: 'node', id: 0 });
    expect(clumsy.isHintDue).toBe(true);
  });

  it('takes a refusal back when an act is taken', () => {
    const game = play('training/03');
    game.start();
    game.frame(1000, 2);
    game.command({ do: 'tool', slot: 1 });
    game.at({ kind: 'node', id: 0 });
    expect(game.notice).toEqual({ kind: 'wrongKind' });
    game.command({ do: 'tool', slot: 0 });
    game.at({ kind: 'node', id: 0 });
    game.confirm();
    game.frame(1016, 2);
    expect(game.notice?.kind).not.toBe('wrongKind');
  });

  it('takes “not yet” back when the tool is ready, and lets no line stand for more than four seconds', () => {
    const game = play('training/03');
    game.start();
    game.frame(1000, 1);
    game.at({ kind: 'node', id: 0 });
    game.confirm();
    game.frame(1010, 1);
    game.at({ kind: 'node', id: 1 });
    game.confirm();
    expect(game.notice).toEqual({ kind: 'refused', why: 'coolingDown' });
    game.frame(1020, 2);
    expect(game.notice).not.toBeNull();
    game.frame(1500, 60);
    expect(game.aim.readiness('tune')).toBeNull();
    expect(game.notice).toBeNull();

    game.command({ do: 'tool', slot: 1 });
    game.at({ kind: 'node', id: 0 });
    expect(game.notice).toEqual({ kind: 'wrongKind' });
    game.frame(5600, 0);
    expect(game.notice).toBeNull();
  });

  it('begins a lost network again at once, and a won one only when it has been seen', () => {
    const lost = play('training/03');
    lost.start();
    lost.frame(1000, 61 * 120);
    expect(lost.screen).toBe('result');
    lost.command({ do: 'again' });
    expect(lost.screen).toBe('playing');
  });

  it('opens a door that is pressed, whatever is in the hand', () => {
    const game = play('training/13');
    game.start();
    game.frame(1000, 2);
    const at = game.picture.place(game.session.network, { kind: 'door', id: 0 });
    const target = game.under(at);
    expect(target).toEqual({ kind: 'door', id: 0 });
    expect(isDoorShut(game.session.network, 0)).toBe(true);
    game.at(target!);
    game.frame(1020, 2);
    expect([isDoorShut(game.session.network, 0), game.aim.tool]).toEqual([false, 'tune']);
  });
});
