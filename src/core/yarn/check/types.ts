// Types, and unification: a type that is not yet known is an `open` one; joining two makes them one for good, and giving
// it a name wakes whatever waited for it. Union-find, so a whole project is solved in near-linear time.

import type { Value } from '../program.ts';

export interface EnumType {
  readonly kind: 'enum';
  readonly name: string;
  readonly raw: 'Number' | 'String';
  readonly cases: ReadonlyMap<string, Value>;
}

export interface BasicKnown {
  readonly kind: 'basic';
  readonly name: 'Number' | 'String' | 'Bool' | 'Any';
}

/** Of what was already found to be wrong: fits everywhere, so that one fault is reported once. */
export interface BrokenType {
  readonly kind: 'broken';
  readonly name: 'broken';
}

export type Known = BasicKnown | EnumType | BrokenType;

/** Something that cannot be decided yet. `settle` answers whether it could be now. */
export interface Waiting {
  readonly settle: () => boolean;
  done: boolean;
}

export interface Open {
  readonly kind: 'open';
  parent: Open | null;
  known: Known | null;
  size: number;
  waiting: Waiting[];
}

export type Type = Known | Open;

export const NUMBER: BasicKnown = { kind: 'basic', name: 'Number' };
export const STRING: BasicKnown = { kind: 'basic', name: 'String' };
export const BOOL: BasicKnown = { kind: 'basic', name: 'Bool' };
const ANY: BasicKnown = { kind: 'basic', name: 'Any' };
export const BROKEN: BrokenType = { kind: 'broken', name: 'broken' };

export const BASIC = { Number: NUMBER, String: STRING, Bool: BOOL, Any: ANY } as const;

function rootOf(open: Open): Open {
  let root = open;
  while (root.parent !== null) {
    if (root.parent.parent !== null) root.parent = root.parent.parent;
    root = root.parent;
  }
  return root;
}

/** What it is, or the one open type that stands for it and all it was joined with. */
export function resolve(type: Type): Type {
  if (type.kind !== 'open') return type;
  const root = rootOf(type);
  return root.known ?? root;
}

export function nameOfType(type: Type): string {
  const found = resolve(type);
  if (found.kind === 'open') return 'undetermined type';
  return found.kind === 'broken' ? 'unknown type' : found.name;
}

/** May a value of one known type stand where the other is asked for? An enum may stand for its raw type, all for `Any`. */
function fits(from: Known, to: Known): boolean {
  if (from === to || from.kind === 'broken' || to.kind === 'broken') return true;
  if (to.kind === 'basic' && to.name === 'Any') return true;
  return from.kind === 'enum' && to.kind === 'basic' && from.raw === to.name;
}

export class Solver {
  private readonly woken: Waiting[] = [];
  /** Types, taken together where they were made one, that nothing has named. */
  private unnamed = 0;

  open(): Open {
    this.unnamed++;
    return { kind: 'open', parent: null, known: null, size: 1, waiting: [] };
  }

  isSolved(): boolean {
    return this.unnamed === 0;
  }

  /** Makes two types one; false when they are two different known ones. */
  equal(a: Type, b: Type): boolean {
    const left = resolve(a);
    const right = resolve(b);
    if (left === right) return true;
    if (left.kind !== 'open' && right.kind !== 'open') return left.kind === 'broken' || right.kind === 'broken';
    if (left.kind === 'open' && right.kind === 'open') this.join(left, right);
    else if (left.kind === 'open') this.name(left, right as Known);
    else this.name(right as Open, left);
    this.wake();
    return true;
  }

  /** `from` must fit `to`; which of them is open takes the other's type. */
  convertible(from: Type, to: Type, fail: () => void): void {
    this.later([from, to], () => {
      const given = resolve(from);
      const asked = resolve(to);
      if (given === asked || (asked.kind === 'basic' && asked.name === 'Any')) return true;
      if (given.kind === 'open' && asked.kind === 'open') return false;
      if (given.kind === 'open') this.equal(given, asked);
      else if (asked.kind === 'open') this.equal(asked, given);
      else if (!fits(given, asked)) fail();
      return true;
    });
  }

  /** Settles at once if that can be, and otherwise whenever one of the types becomes known. */
  later(types: readonly Type[], settle: () => boolean): Waiting {
    const waiting: Waiting = { settle, done: false };
    this.try(waiting);
    if (!waiting.done) {
      for (const type of types) {
        const found = resolve(type);
        if (found.kind === 'open') found.waiting.push(waiting);
      }
    }
    this.wake();
    return waiting;
  }

  /** What could not be decided: nobody said more, so what is to fit is the same. */
  joinWhatIsLeft(pairs: readonly (readonly [Type, Type])[]): void {
    for (const [a, b] of pairs) {
      if (resolve(a).kind === 'open' && resolve(b).kind === 'open') this.equal(a, b);
    }
  }

  private try(waiting: Waiting): void {
    if (!waiting.done && waiting.settle()) waiting.done = true;
  }

  private join(a: Open, b: Open): void {
    const [small, large] = a.size < b.size ? [a, b] : [b, a];
    this.unnamed--;
    small.parent = large;
    large.size += small.size;
    for (const one of small.waiting) large.waiting.push(one);
    small.waiting = [];
  }

  private name(open: Open, known: Known): void {
    this.unnamed--;
    open.known = known;
    for (const one of open.waiting) this.woken.push(one);
    open.waiting = [];
  }

  private isWaking = false;
  private wake(): void {
    if (this.isWaking) return;
    this.isWaking = true;
    for (let i = 0; i < this.woken.length; i++) this.try(this.woken[i]);
    this.woken.length = 0;
    this.isWaking = false;
  }
}
