// Every command does what its row says, and every function reads it back.
import { describe, expect, it } from 'vitest';
import { COMMANDS, obey } from '../../../src/core/run/commands.ts';
import { FUNCTIONS } from '../../../src/core/run/functions.ts';
import { NEW_GAME, type Game, type Result } from '../../../src/core/run/game.ts';
import type { Value } from '../../../src/core/yarn/program.ts';
import { wordsOf } from '../../../src/core/yarn/words.ts';
import { hashOf } from '../../../src/core/math/hash.ts';

function after(...commands: readonly string[]): Game {
  return commands.reduce((game, text) => obey(game, text).game, NEW_GAME);
}

function ask(game: Game, name: string, ...args: readonly Value[]): Value {
  return FUNCTIONS.find((row) => row.name === name)!.answer(game, args);
}

const WON: Result = {
  outcome: 'won',
  coherence: 93,
  authenticity: 71,
  ticks: 2459,
  attempts: 2,
  kept: 11,
  lost: 1,
  cut: [['Ada', 'Bo']],
  used: { tune: 4 },
};
const PLAYED: Game = { ...NEW_GAME, results: { 'a/1': WON } };

describe('a command', () => {
  it.each(COMMANDS.map((row) => [row.name, row] as const))('%s has an example that it obeys', (name, row) => {
    const words = wordsOf(row.example.slice(2, -2));
    expect(words[0]).toBe(name);
    expect(words.length - 1).toBeGreaterThanOrEqual(row.parameters.filter((one) => one.optional !== true).length);
    expect(words.length - 1).toBeLessThanOrEqual(row.parameters.length);
    row.parameters.forEach((one, k) => {
      const word = words[k + 1];
      if (word === undefined) return;
      if (one.kind === 'oneOf') expect(one.oneOf).toContain(word);
      if (one.kind === 'number') expect(Number(word)).not.toBeNaN();
      if (one.kind === 'bool') expect(['true', 'false']).toContain(word);
    });
    const done = row.effect(NEW_GAME, words.slice(1));
    expect(done.pause !== undefined || done.game !== NEW_GAME).toBe(true);
    // whatever it did, it is plain data that a World can hold
    expect(() => hashOf(done.game)).not.toThrow();
  });

  it('changes no Game that somebody holds', () => {
    const before = JSON.stringify(NEW_GAME);
    for (const row of COMMANDS) obey(NEW_GAME, row.example.slice(2, -2));
    expect(JSON.stringify(NEW_GAME)).toBe(before);
  });

  it('moves the stage', () => {
    const game = after(
      'stage gate',
      'music morning',
      'enter jin left',
      'face jin wry',
      'enter jin right',
      'sound stamp',
      'sound stamp',
    );
    expect(game).toMatchObject({
      stage: 'gate',
      music: 'morning',
      cast: { jin: { at: 'right', face: 'wry' } },
      sound: ['stamp', 2],
    });
    expect(ask(game, 'on_stage', 'jin')).toBe(true);
    expect(ask(after('enter jin', 'leave jin', 'music none'), 'on_stage', 'jin')).toBe(false);
  });

  it('keeps relations between two, whoever is named first, and survives what is no number', () => {
    const game = after('relation jin you 2', 'relation you jin -1', 'relation jin you many');
    expect(ask(after('relation jin you 2', 'relation you jin -1'), 'relation', 'you', 'jin')).toBe(1);
    expect(ask(game, 'relation', 'jin', 'you')).toBe(0);
    expect(ask(NEW_GAME, 'relation', 'jin', 'you')).toBe(0);
  });

  it('raises flags, and takes them down', () => {
    const game = after('flag sphere open', 'flag coves open true', 'flag coves open False');
    expect(ask(game, 'flag', 'sphere', 'open')).toBe(true);
    expect(ask(game, 'flag', 'coves', 'open')).toBe(false);
    expect(ask(game, 'flag', 'hub', 'open')).toBe(false);
  });

  it('sets how a network ended that nobody played', () => {
    const game = after('result a/1 won 94 71', 'result a/2 outOfTime', 'result a/3 skipped lots');
    expect(['won', 'coherence', 'authenticity', 'seconds', 'attempts'].map((name) => ask(game, name, 'a/1'))).toEqual([
      true,
      94,
      71,
      0,
      0,
    ]);
    expect(['won', 'coherence', 'authenticity'].map((name) => ask(game, name, 'a/2'))).toEqual([false, 0, 100]);
    expect(['skipped', 'coherence'].map((name) => ask(game, name, 'a/3'))).toEqual([true, 0]);
  });

  it('opens a codex entry once', () => {
    const game = after('codex neo.record', 'codex sphere.hub', 'codex neo.record');
    expect(game.codex).toEqual(['neo.record', 'sphere.hub']);
    expect(ask(game, 'codex_open', 'sphere.hub')).toBe(true);
    expect(ask(game, 'codex_open', 'cove.room')).toBe(false);
  });

  it.each([
    ['60', 60],
    ['0', 1],
    ['-5', 1],
    ['99999', 3600],
    ['soon', 1],
    ['2.9', 2],
  ])('waits %s as %i ticks', (ticks, some) => {
    expect(obey(NEW_GAME, `wait ${ticks}`).pause).toEqual({ kind: 'wait', ticks: some });
  });
});

describe('how a network ended', () => {
  it.each([
    ['won', true],
    ['skipped', false],
    ['coherence', 93],
    ['authenticity', 71],
    ['seconds', 20],
    ['attempts', 2],
    ['bonds_kept', 11],
    ['bonds_lost', 1],
  ] as const)('%s', (name, value) => {
    expect(ask(PLAYED, name, 'a/1')).toBe(value);
  });

  it('what was cut, either way round, and what was used', () => {
    expect(ask(PLAYED, 'was_cut', 'a/1', 'Bo', 'Ada')).toBe(true);
    expect(ask(PLAYED, 'was_cut', 'a/1', 'Bo', 'Cy')).toBe(false);
    expect(ask(PLAYED, 'used', 'a/1', 'tune')).toBe(4);
    expect(ask(PLAYED, 'used', 'a/1', 'constructor')).toBe(0);
  });

  it('of a network that was never played is what its type begins with', () => {
    for (const row of FUNCTIONS.filter((one) => one.parameterNames[0] === 'level')) {
      const value = row.answer(PLAYED, ['constructor', '', '']);
      expect(value).toBe(row.returns === 'Bool' ? false : 0);
    }
  });
});
