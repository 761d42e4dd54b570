// The shape of a file that people write: enough to check it with a path and a reason, and to write its JSON Schema
// (tools/levels schema), from one description.

import { isNamed, isWhole, type Field } from './fields.ts';

export type Shape =
  | { is: 'number'; field: Field }
  | { is: 'text'; doc: string; most: number; words?: number }
  | { is: 'flag'; doc: string }
  | { is: 'oneOf'; doc: string; names: readonly string[] }
  | { is: 'list'; doc: string; of: Shape; least: number; most: number }
  | { is: 'object'; doc: string; keys: Readonly<Record<string, Shape>>; needs: readonly string[] }
  /** Objects told apart by one key. */
  | { is: 'kinds'; doc: string; by: string; kinds: Readonly<Record<string, Shape & { is: 'object' }>> }
  | { is: 'either'; doc: string; shapes: readonly Shape[] };

export interface Problem {
  readonly path: string;
  readonly reason: string;
}

export function checkShape(shape: Shape, value: unknown, path: string, problems: Problem[]): void {
  const wrong = (reason: string): void => void problems.push({ path: path === '' ? '(whole file)' : path, reason });
  switch (shape.is) {
    case 'number':
      return checkNumber(shape.field, value, wrong);
    case 'text':
      if (typeof value !== 'string' || value.trim() === '') return wrong('should be a text');
      if (value.length > shape.most) return wrong(`is ${value.length} characters long, at most ${shape.most} fit`);
      if (shape.words !== undefined && value.split(/\s+/).length > shape.words) wrong(`has over ${shape.words} words`);
      return;
    case 'flag':
      if (typeof value !== 'boolean') wrong('should be true or false');
      return;
    case 'oneOf':
      if (typeof value !== 'string') return wrong(`should be one of ${shape.names.join(', ')}`);
      if (!shape.names.includes(value)) wrong(`“${value}” is not known; ${suggest(value, shape.names)}`);
      return;
    case 'list':
      if (!Array.isArray(value)) return wrong('should be a list');
      if (value.length < shape.least) return wrong(`needs at least ${shape.least}, has ${value.length}`);
      if (value.length > shape.most) return wrong(`has ${value.length}, at most ${shape.most} are allowed`);
      value.forEach((item, i) => checkShape(shape.of, item, `${path}[${i}]`, problems));
      return;
    case 'object':
      if (!isObject(value)) return wrong('should be an object');
      return checkKeys(shape, value, path, problems);
    case 'kinds': {
      if (!isObject(value)) return wrong('should be an object');
      const by = value[shape.by];
      const kind = typeof by === 'string' && Object.hasOwn(shape.kinds, by) ? shape.kinds[by] : undefined;
      if (kind !== undefined) return checkKeys(kind, value, path, problems);
      const names = Object.keys(shape.kinds);
      problems.push({
        path: join(path, shape.by),
        reason:
          typeof by === 'string'
            ? `“${by}” is not known; ${suggest(by, names)}`
            : `should be one of ${names.join(', ')}`,
      });
      return;
    }
    case 'either': {
      // The one whose JSON type fits is the one that was meant; its own problems say the most.
      const meant = shape.shapes.find((one) => fits(one, value));
      if (meant === undefined) return wrong(`should be ${shape.doc}`);
      return checkShape(meant, value, path, problems);
    }
  }
}

function checkNumber(field: Field, value: unknown, wrong: (reason: string) => void): void {
  if (isNamed(field.unit) && typeof value === 'string') return;
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrong(`should be a number (${field.unit})`);
  if (isWhole(field.unit) && Math.floor(value) !== value) return wrong(`should be a whole number, not ${value}`);
  if (value < field.least || value > field.most) {
    wrong(`is ${value}, should be from ${field.least} to ${field.most} (${field.unit})`);
  }
}

function checkKeys(
  shape: Shape & { is: 'object' },
  value: Record<string, unknown>,
  path: string,
  problems: Problem[],
): void {
  for (const key of shape.needs) {
    if (!Object.hasOwn(value, key)) problems.push({ path: join(path, key), reason: 'is missing' });
  }
  for (const [key, item] of Object.entries(value)) {
    if (Object.hasOwn(shape.keys, key)) checkShape(shape.keys[key], item, join(path, key), problems);
    else
      problems.push({ path: join(path, key), reason: `is not known here; ${suggest(key, Object.keys(shape.keys))}` });
  }
}

function fits(shape: Shape, value: unknown): boolean {
  switch (shape.is) {
    case 'number':
      return typeof value === 'number';
    case 'text':
    case 'oneOf':
      return typeof value === 'string';
    case 'flag':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value);
    case 'object':
    case 'kinds':
      return isObject(value);
    case 'either':
      return shape.shapes.some((one) => fits(one, value));
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** “did you mean” where something is near, the list where nothing is. */
export function suggest(given: string, names: readonly string[]): string {
  let best = '';
  let least = 3;
  for (const name of names) {
    const apart = distance(given.toLowerCase(), name.toLowerCase());
    if (apart < least) {
      least = apart;
      best = name;
    }
  }
  return best === '' ? `known: ${names.join(', ')}` : `did you mean “${best}”?`;
}

/** Letters added, left out, changed, or written in the wrong order. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      const turned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (turned) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    before = row;
    row = next;
  }
  return row[b.length];
}
