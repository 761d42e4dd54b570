// How one plain value differs from another, as JSON. Marks of a sitting are a chain of these: from one line to the next
// nearly everything is the same object, and what is the same object is not looked into.

import { pack, unpack, type Json } from './pack.ts';

/**
 * null: the same · a number, text, true or false: that instead · {key: difference}: an object with these keys changed ·
 * [0, value]: another · [1, {key: difference}, [keys gone]] · [2, [items]]: a list with more at its end. As short as can be:
 * a save has hundreds of these.
 */
export type Delta = Json;

type Plain = Readonly<Record<string, unknown>>;

export function deltaOf(from: unknown, to: unknown): Delta {
  if (Object.is(from, to)) return null;
  if (Array.isArray(from) && Array.isArray(to)) return listDelta(from, to);
  if (isObject(from) && isObject(to)) return objectDelta(from, to);
  return another(to);
}

function another(to: unknown): Json {
  const packed = pack(to);
  return packed === null || typeof packed === 'object' ? [0, packed] : packed;
}

export function applyDelta(from: unknown, delta: Json): unknown {
  if (delta === null) return from;
  if (typeof delta !== 'object') return delta;
  if (!Array.isArray(delta)) return applyDelta(from, [1, delta, []]);
  const [kind, what, gone] = delta as readonly Json[];
  if (kind === 0 && what !== undefined) return unpack(what);
  if (kind === 2 && Array.isArray(what) && Array.isArray(from)) {
    return [...(from as readonly unknown[]), ...what.map((one: Json) => unpack(one))];
  }
  if (kind === 1 && isObject(what) && Array.isArray(gone) && isObject(from)) {
    const kept = Object.entries(from).filter(([key]) => !gone.includes(key) && !Object.hasOwn(what, key));
    const changed = Object.entries(what).map(([key, one]): [string, unknown] => [
      key,
      applyDelta(Object.hasOwn(from, key) ? from[key] : undefined, one),
    ]);
    return Object.fromEntries([...kept, ...changed]);
  }
  throw new TypeError('not a difference');
}

function listDelta(from: readonly unknown[], to: readonly unknown[]): Delta {
  const isLonger = to.length >= from.length && from.every((one, i) => deltaOf(one, to[i]) === null);
  if (!isLonger) return another(to);
  return to.length === from.length ? null : [2, to.slice(from.length).map(pack)];
}

function objectDelta(from: Plain, to: Plain): Delta {
  const changed: [string, Json][] = [];
  for (const [key, value] of Object.entries(to)) {
    if (value === undefined) continue;
    const delta = Object.hasOwn(from, key) && from[key] !== undefined ? deltaOf(from[key], value) : another(value);
    if (delta !== null) changed.push([key, delta]);
  }
  const gone = Object.keys(from).filter(
    (key) => from[key] !== undefined && (!Object.hasOwn(to, key) || to[key] === undefined),
  );
  if (changed.length === 0 && gone.length === 0) return null;
  return gone.length === 0 ? Object.fromEntries(changed) : [1, Object.fromEntries(changed), gone];
}

function isObject(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Int32Array);
}
