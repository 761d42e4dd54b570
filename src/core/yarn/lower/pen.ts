// Writes blocks in source order. What comes next is not known while a block is written, so every way out of it waits
// until the next block names itself; a list of statements thus costs no jump, however its branches join.

import type { Act, Block, BlockId, Next } from '../program.ts';

/** A way out of a block that does not lead anywhere yet. */
export type Exit = (next: Next) => void;

type Loose<T> = T extends unknown ? { -readonly [K in keyof T]: T[K] } : never;
export type Draft<K extends Block['kind']> = Loose<Extract<Block, { kind: K }>>;

export interface Pen {
  readonly blocks: Record<BlockId, Block>;
  readonly homes: Record<BlockId, string>;
  /** The node's full name. */
  readonly home: string;
  /** Keys of once blocks that are taken, over the whole program. */
  readonly onces: Set<string>;
  /** The nearest named thing above, and how many unnamed ones came since. */
  anchor: string;
  count: number;
  /** None: what follows cannot be reached. */
  exits: Exit[];
  /** The silent acts that a further one may join. */
  acts: Act[] | null;
}

export function penFor(pen: Pick<Pen, 'blocks' | 'homes' | 'home' | 'onces'>, exit: Exit): Pen {
  return { ...pen, anchor: pen.home, count: 0, exits: [exit], acts: null };
}

export function unnamed(pen: Pen): BlockId {
  pen.count += 1;
  return `${pen.anchor}+${pen.count}`;
}

export function anchorAt(pen: Pen, line: string): void {
  pen.anchor = line;
  pen.count = 0;
}

/** Every open way leads here; those out of here are `exits`. */
export function write(pen: Pen, id: BlockId, block: Block, exits: Exit[]): void {
  for (const exit of pen.exits) exit(id);
  pen.blocks[id] = block;
  pen.homes[id] = pen.home;
  pen.exits = exits;
  pen.acts = null;
}

/** Joins the silent run above, if there is one with no other way in. */
export function writeAct(pen: Pen, act: Act): void {
  if (pen.acts !== null) {
    pen.acts.push(act);
    return;
  }
  const acts = [act];
  const block: Draft<'act'> = { kind: 'act', acts, next: null };
  write(pen, unnamed(pen), block, [(next) => (block.next = next)]);
  pen.acts = acts;
}

/** Writes what hangs on one way out, and returns the ways out of that. */
export function branch(pen: Pen, exit: Exit, body: () => void): Exit[] {
  const outside = pen.exits;
  pen.exits = [exit];
  pen.acts = null;
  body();
  const inside = pen.exits;
  pen.exits = outside;
  pen.acts = null;
  return inside;
}
