import { describe, expect, it } from 'vitest';
import { Pointer } from '../../src/client/input/pointer.ts';
import { tipOf } from '../../src/client/picture.ts';
import { Play } from '../../src/client/play.ts';
import { Session, type Heard } from '../../src/client/session.ts';
import { bondState, seenBonds } from '../../src/client/reading.ts';
import type { Action } from '../../src/core/run/actions.ts';
import { content } from './support.ts';

function playing(level = 'training/03') {
  const session = new Session(content, level, 7);
  const play = new Play(session, [level], () => 1);
  const taken: Action[] = [];
  session.hear((heard: Heard) => heard.kind === 'taken' && taken.push(heard.action));
  play.resize(860, 490);
  play.start();
  play.frame(16, 1);
  return { play, pointer: new Pointer(play), taken, tick: () => play.frame(32, 1), at: play.picture.nodes };
}

describe('tune by pointer', () => {
  it('a drag from the ring sets the angle where it ends', () => {
    const { pointer, taken, tick, at, play } = playing();
    pointer.down(at[2]);
    pointer.move(tipOf(at[2], 0x4000_0000, 30));
    expect(play.aim.ghost).toBe(0x4000_0000);
    pointer.up(tipOf(at[2], 0x4000_0000, 50));
    tick();
    expect(taken).toEqual([{ act: 'tool', tool: 'tune', a: 2, b: 64, c: 0 }]);
  });

  it('or press, aim, press', () => {
    const { pointer, taken, tick, at } = playing();
    pointer.down(at[2]);
    pointer.up(at[2]);
    pointer.down(tipOf(at[2], -0x8000_0000, 40));
    tick();
    expect(taken).toEqual([{ act: 'tool', tool: 'tune', a: 2, b: 128, c: 0 }]);
  });

  it('a double click turns it to where the others point', () => {
    const { pointer, taken, tick, at, play } = playing();
    pointer.down(at[2]);
    const offered = play.aim.ghost! >>> 24;
    pointer.up(at[2]);
    pointer.down(at[2]);
    pointer.up(at[2]);
    tick();
    expect(taken).toHaveLength(1);
    expect(Math.abs(taken[0].b - offered)).toBeLessThanOrEqual(1);
  });

  it('a press far away lets go, a press on another picks the other', () => {
    const { pointer, taken, tick, at, play } = playing();
    pointer.down(at[2]);
    pointer.up(at[2]);
    pointer.down(at[6]);
    pointer.up(at[6]);
    expect(play.aim.picked).toEqual({ kind: 'node', id: 6 });
    pointer.down({ x: 2, y: 2 });
    expect(play.aim.picked).toBeNull();
    tick();
    expect(taken).toEqual([]);
  });
});

describe('mend by pointer', () => {
  it('takes the broken bond near the finger, and not the whole one nearer to it', () => {
    const { play, pointer, taken, tick } = playing();
    play.command({ do: 'tool', slot: 1 });
    const net = play.session.network;
    const broken = seenBonds(net).filter((e) => bondState(net, e) !== 'whole');
    const spot = play.picture.place(net, { kind: 'bond', id: broken[0] });
    pointer.move({ x: spot.x + 3, y: spot.y + 3 });
    expect(broken).toContain(play.aim.cursor?.id);
    pointer.down({ x: spot.x + 3, y: spot.y + 3 });
    tick();
    expect(taken).toMatchObject([{ act: 'tool', tool: 'mend' }]);
  });

  it('says that it works on bonds when a person is pressed', () => {
    const { play, pointer, at } = playing();
    play.command({ do: 'tool', slot: 1 });
    pointer.down(at[0]);
    expect(play.notice).toEqual({ kind: 'wrongKind' });
  });
});
