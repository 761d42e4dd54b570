import { describe, expect, it } from 'vitest';
import { commandFor, type Pressed } from '../../src/client/input/bindings.ts';

const press = (key: string, differs: Partial<Pressed> = {}): Pressed => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  ...differs,
});

describe('commandFor', () => {
  it.each([
    ['1', { do: 'tool', slot: 0 }],
    ['9', { do: 'tool', slot: 8 }],
    ['ArrowLeft', { do: 'move', way: 'left', finely: false }],
    ['ArrowUp', { do: 'move', way: 'up', finely: false }],
    ['Enter', { do: 'use' }],
    [' ', { do: 'use' }],
    ['Escape', { do: 'back' }],
    ['p', { do: 'pause' }],
    ['r', { do: 'again' }],
    ['n', { do: 'fresh' }],
    ['l', { do: 'networks' }],
    ['?', { do: 'help' }],
  ])('%j', (key, command) => {
    expect(commandFor(press(key), false)).toEqual(command);
  });

  it('does not mind the Shift lock', () => {
    expect(commandFor(press('R', { shiftKey: true }), false)).toEqual({ do: 'again' });
  });

  it('turns finely with Shift', () => {
    expect(commandFor(press('ArrowRight', { shiftKey: true }), false)).toEqual({
      do: 'move',
      way: 'right',
      finely: true,
    });
  });

  it('leaves a focused button its own Enter and Space', () => {
    expect(commandFor(press('Enter'), true)).toBeNull();
    expect(commandFor(press(' '), true)).toBeNull();
    expect(commandFor(press('2'), true)).toEqual({ do: 'tool', slot: 1 });
  });

  it('leaves the browser its own keys, and knows no others', () => {
    for (const pressed of [
      press('r', { ctrlKey: true }),
      press('p', { metaKey: true }),
      press('1', { altKey: true }),
      press('Tab'),
      press('F5'),
      press('0'),
      press('constructor'),
    ])
      expect(commandFor(pressed, false)).toBeNull();
  });

  it('repeats a held arrow and nothing else', () => {
    expect(commandFor(press('ArrowLeft', { repeat: true }), false)).not.toBeNull();
    expect(commandFor(press('r', { repeat: true }), false)).toBeNull();
  });
});
