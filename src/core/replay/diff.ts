// Where two runs part: the first thing that differs in their headers, in what was done, and in the Worlds that came of it,
// by the names that people use. For a desync, which is two Worlds where there should be one, and for two runs of a board.

import { sameHash, hashText } from '../math/hash.ts';
import { LevelError } from '../network/level.ts';
import type { Action } from '../run/actions.ts';
import type { Content } from '../run/content.ts';
import { begin, step } from '../run/step.ts';
import { networkOf, type World } from '../run/world.ts';
import { actionsAt } from './playback.ts';
import { unplayable } from './playable.ts';
import { FLAGS, HASH_EVERY, type Replay } from './replay.ts';
import { nameWord } from './words.ts';

export interface Part {
  /** `network.phase of Ada`, `splits`, `mode`. */
  readonly name: string;
  readonly a: unknown;
  readonly b: unknown;
}

export interface Difference {
  readonly same: boolean;
  readonly header: readonly Part[];
  /** The first tick at which something else was done. */
  readonly action: { readonly tick: number; readonly a: readonly Action[]; readonly b: readonly Action[] } | null;
  /** Why the Worlds were not compared, as a judge would say it, or null. */
  readonly unplayed: { readonly which: 'a' | 'b'; readonly verdict: string } | null;
  /** The first tick at which the Worlds are not the same; null when they are, or were not played. */
  readonly world: { readonly tick: number; readonly parts: readonly Part[] } | null;
  /** The first hash in the files that is not the same: for two engines that disagree about one run. */
  readonly hash: { readonly tick: number; readonly a: string; readonly b: string } | null;
}

/** What a judge would not play is not played here either; then only the files are compared. */
export function diff(content: Content, a: Replay, b: Replay, onTick?: (tick: number) => void): Difference {
  const header = diffHeaders(a, b);
  const action = diffActions(a, b);
  const hash = diffHashes(a, b);
  const { unplayed, world } = diffRuns(content, a, b, onTick);
  return {
    same: header.length === 0 && action === null && hash === null && world === null,
    header,
    action,
    unplayed,
    world,
    hash,
  };
}

const HEADER_FIELDS = ['version', 'build', 'content', 'board', 'ticket', 'player', 'plan', 'seed', 'ticks'] as const;

function diffHeaders(a: Replay, b: Replay): Part[] {
  const fields = HEADER_FIELDS.map((name) => ({ name, a: a[name], b: b[name] }));
  const flags = FLAGS.map((flag) => ({ name: flag, a: a.flags[flag], b: b.flags[flag] }));
  return [...fields, ...flags].filter((one) => one.a !== one.b);
}

function diffActions(a: Replay, b: Replay): Difference['action'] {
  for (let i = 0; i < a.log.length || i < b.log.length; i++) {
    const [x, y] = [a.log.at(i), b.log.at(i)];
    if (x !== undefined && y !== undefined && x.tick === y.tick && sameAction(x.action, y.action)) continue;
    const tick = Math.min(x?.tick ?? Infinity, y?.tick ?? Infinity);
    const at = (replay: Replay, first: number) =>
      replay.log.at(first)?.tick === tick ? actionsAt(replay.log, first, tick) : [];
    return { tick, a: at(a, i), b: at(b, i) };
  }
  return null;
}

function sameAction(x: Action, y: Action): boolean {
  if (x.act !== y.act || x.a !== y.a || x.b !== y.b) return false;
  return x.act !== 'tool' || y.act !== 'tool' || (x.tool === y.tool && x.c === y.c);
}

function diffHashes(a: Replay, b: Replay): Difference['hash'] {
  for (let i = 0; i < a.hashes.length && i < b.hashes.length; i++) {
    if (sameHash(a.hashes[i], b.hashes[i])) continue;
    return { tick: (i + 1) * HASH_EVERY, a: hashText(a.hashes[i]), b: hashText(b.hashes[i]) };
  }
  if (a.ticks !== b.ticks || sameHash(a.final, b.final)) return null;
  return { tick: a.ticks, a: hashText(a.final), b: hashText(b.final) };
}

type Runs = Pick<Difference, 'unplayed' | 'world'>;

function diffRuns(content: Content, a: Replay, b: Replay, onTick?: (tick: number) => void): Runs {
  for (const [which, one] of [['a', a] as const, ['b', b] as const]) {
    const verdict = unplayable(content, one);
    if (verdict !== null) return { unplayed: { which, verdict }, world: null };
  }
  try {
    return { unplayed: null, world: playBoth(content, a, b, onTick) };
  } catch (error) {
    if (error instanceof LevelError)
      return { unplayed: { which: 'a', verdict: 'rejected:noSuchNetwork' }, world: null };
    throw error;
  }
}

function playBoth(content: Content, a: Replay, b: Replay, onTick?: (tick: number) => void): Difference['world'] {
  const runs = [a, b];
  const [x, y] = runs.map((one) => begin(content, one.plan, one.seed));
  const next = [0, 0];
  for (;;) {
    const parts = diffWorlds(content, x, y);
    if (parts.length > 0) return { tick: x.tick, parts };
    const { tick } = x;
    if (tick % HASH_EVERY === 0) onTick?.(tick);
    if (tick >= a.ticks && tick >= b.ticks && next[0] >= a.log.length && next[1] >= b.log.length) return null;
    [x, y].forEach((world, k) => {
      const actions = actionsAt(runs[k].log, next[k], tick);
      next[k] += actions.length;
      if (tick < runs[k].ticks || actions.length > 0) step(content, world, actions);
    });
    if (x.tick === tick && y.tick === tick) {
      const last = diffWorlds(content, x, y);
      return last.length > 0 ? { tick, parts: last } : null;
    }
  }
}

/** Every part of two Worlds that differs, by name, in the order of the World. */
function diffWorlds(content: Content, a: World, b: World): Part[] {
  const parts: Part[] = [];
  for (const name of Object.keys(a) as (keyof World)[]) {
    if (name === 'network' && a.network !== null && b.network !== null) {
      parts.push(...diffNetworks(content, a, b));
    } else if (!samePlain(a[name], b[name])) {
      parts.push({ name, a: shown(a[name]), b: shown(b[name]) });
    }
  }
  return parts;
}

function diffNetworks(content: Content, a: World, b: World): Part[] {
  const [p, q] = [networkOf(content, a), networkOf(content, b)];
  if (p === null || q === null || p.rules !== q.rules) {
    return [{ name: 'network', a: p?.rules.level.id ?? null, b: q?.rules.level.id ?? null }];
  }
  const parts: Part[] = [];
  for (let i = 0; i < p.s.length; i++) {
    if (p.s[i] !== q.s[i]) parts.push({ name: `network.${nameWord(p, i)}`, a: p.s[i], b: q.s[i] });
  }
  return parts;
}

function shown(value: unknown): unknown {
  return value instanceof Int32Array ? `${value.length} words` : value;
}

function samePlain(x: unknown, y: unknown): boolean {
  if (Object.is(x, y)) return true;
  if (typeof x !== 'object' || typeof y !== 'object' || x === null || y === null) return false;
  const [keysX, keysY] = [Object.keys(x), Object.keys(y)];
  return (
    Array.isArray(x) === Array.isArray(y) &&
    keysX.length === keysY.length &&
    keysX.every((key) => Object.hasOwn(y, key) && samePlain((x as never)[key], (y as never)[key]))
  );
}
