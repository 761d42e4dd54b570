// Is what was read what it should be? Asked of everything that comes from a disk or from somebody else.

export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function list(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ShapeError(`${what} is no list`);
  return value;
}

export const a = {
  text(value: unknown, what: string): string {
    if (typeof value !== 'string') throw new ShapeError(`${what} is no text`);
    return value;
  },
  number(value: unknown, what: string): number {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new ShapeError(`${what} is no number`);
    return value;
  },
  whole(value: unknown, what: string): number {
    if (!Number.isInteger(value)) throw new ShapeError(`${what} is no whole number`);
    return value as number;
  },
  record(value: unknown, what: string): Readonly<Record<string, unknown>> {
    if (!isRecord(value)) throw new ShapeError(`${what} is no record`);
    return value;
  },
} as const;

/** As far as a date goes. */
const LATEST = 8.64e15;

export function isTime(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= LATEST;
}

export function timeOf(value: unknown, path: string): number {
  if (!isTime(value)) throw new ShapeError(`${path} is no time`);
  return value;
}
