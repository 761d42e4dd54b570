import { describe, expect, it } from 'vitest';
import { PAD_AT_FIRST } from '../../src/client/bound.ts';
import { Pad } from '../../src/client/input/gamepad.ts';
import { nextBox } from '../../src/client/input/walk.ts';

const none = { buttons: [], axes: [] };
const held = (...buttons: number[]) => ({
  buttons: Array.from({ length: 17 }, (_, k) => buttons.includes(k)),
  axes: [0, 0],
});
const stick = (x: number, y: number) => ({ buttons: [], axes: [x, y] });

describe('a pad', () => {
  it('does once what is pressed once, however long it is held', () => {
    const pad = new Pad();
    expect(pad.read(held(0), 0, PAD_AT_FIRST)).toEqual(['use']);
    expect(pad.read(held(0), 1000, PAD_AT_FIRST)).toEqual([]);
    expect(pad.read(none, 1100, PAD_AT_FIRST)).toEqual([]);
    expect(pad.read(held(0), 1200, PAD_AT_FIRST)).toEqual(['use']);
  });

  it('goes on going while a way is held: after a while, and then often', () => {
    const pad = new Pad();
    const went = Array.from({ length: 60 }, (_, k) => pad.read(held(15), k * 16, PAD_AT_FIRST)).flat();
    expect(went.every((one) => one === 'right')).toBe(true);
    expect(went.length).toBeGreaterThanOrEqual(5);
    expect(went.length).toBeLessThanOrEqual(7);
  });

  it('takes a stick for a cross, and does not tremble at its edge', () => {
    const pad = new Pad();
    expect(pad.read(stick(0.5, 0), 0, PAD_AT_FIRST)).toEqual([]);
    expect(pad.read(stick(0.7, 0), 16, PAD_AT_FIRST)).toEqual(['right']);
    expect(pad.read(stick(0.5, 0), 32, PAD_AT_FIRST)).toEqual([]);
    expect(pad.read(stick(0.7, 0), 48, PAD_AT_FIRST)).toEqual([]);
    expect(pad.read(stick(0.1, -0.8), 64, PAD_AT_FIRST)).toEqual(['up']);
  });

  it('lets go of everything when it is unplugged in the midst of a press', () => {
    const pad = new Pad();
    pad.read(held(6, 0), 0, PAD_AT_FIRST);
    expect(pad.isHeld('finely')).toBe(true);
    expect(pad.read(null, 16, PAD_AT_FIRST)).toEqual([]);
    expect(pad.isHeld('finely')).toBe(false);
    expect(pad.read(held(0), 32, PAD_AT_FIRST)).toEqual(['use']);
  });

  it('does by the buttons that the player chose', () => {
    const pad = new Pad();
    expect(pad.read(held(7), 0, { ...PAD_AT_FIRST, use: ['b7'] })).toEqual(['use']);
  });
});

const box = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 40 });

describe('walking the focus', () => {
  const grid = [box(0, 0), box(120, 0), box(0, 60), box(120, 60), box(400, 300)];

  it('goes to what lies that way', () => {
    expect(nextBox(grid[0], grid.slice(1), 'right')).toBe(0);
    expect(nextBox(grid[0], grid.slice(1), 'down')).toBe(1);
    expect(nextBox(grid[3], [grid[0], grid[1], grid[2]], 'up')).toBe(1);
  });

  it('stays where nothing lies that way', () => {
    expect(nextBox(grid[0], grid.slice(1), 'left')).toBe(null);
    expect(nextBox(grid[0], [], 'right')).toBe(null);
  });
});
