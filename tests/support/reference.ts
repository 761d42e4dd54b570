// One step of a network without hazards, tools and kinds of its own, written a second time: slowly, from the rules and not
// from the code. Numbers here are plain and never wrap but for angles, so that a step which overflowed would differ.

import { nextRandom } from '../../src/core/math/random.ts';
import { cosine, sine } from '../../src/core/math/sine.ts';
import {
  AUTHENTICITY,
  BEST_HELD,
  BOND,
  BOND_COLUMNS,
  COUNTED,
  ENERGY,
  HAZARD_CARRY,
  HELD_FOR,
  HOLDER,
  LOAD,
  LOST_AT,
  NEVER,
  NEXT_TIMER,
  NODE_COLUMNS,
  OUTCOME,
  RANDOM,
  SUM_X,
  SUM_Y,
  TICK,
  UNLIMITED,
  type BondColumn,
  type NodeColumn,
} from '../../src/core/network/layout.ts';
import type { Network } from '../../src/core/network/network.ts';

type Node = Record<NodeColumn, number>;
type Bond = Record<BondColumn, number>;

/** What the array should hold after one step; `net` itself is left alone. */
export function referenceStep(net: Network): Int32Array {
  const { rules } = net;
  const { layout } = rules;
  const s = net.s.slice();
  const nodes = Array.from({ length: layout.nodes }, (_, i) => read(s, layout, NODE_COLUMNS, i) as Node);
  const bonds = Array.from({ length: layout.bonds }, (_, e) => read(s, layout, BOND_COLUMNS, e) as Bond);

  s[TICK] += 1;
  s[ENERGY] = Math.min(s[ENERGY] + rules.energyGain, rules.energyMost);
  s[LOAD] -= shift(s[LOAD], 13);
  endTimers(s, nodes, bonds, rules.fade);
  s[HAZARD_CARRY] = (s[HAZARD_CARRY] + 100) % 100;

  const forces = nodes.map(() => 0);
  for (const bond of bonds) {
    if (bond.pull === 0) continue;
    const a = nodes[bond.from];
    const b = nodes[bond.to];
    const apart = wrap(b.phase - a.phase - bond.interval);
    const f = bond.pull * shift(shift(bond.trust, 15) * shift(sine(apart), 15), 10);
    forces[bond.from] += f * b.emit;
    forces[bond.to] -= f * a.emit;

    // Trust reads the cosine at a step of the table and no finer.
    const want = 2 * shift(cosine(apart), 15) - 32768 - shift(bond.trust, 15);
    const finer = shift(cosine(apart & ~0xf_ffff), 14) - 32768 - shift(bond.trust, 15);
    if (Math.abs(want - finer) > 102) throw new Error('2cosΔ - 1 is not what is meant');
    const calm = 32768 - Math.max(a.agitation, b.agitation);
    const learnt = finer > 0 ? shift(finer * calm, 15) * bond.grow : finer * bond.fade;
    bond.trust = Math.min(Math.max(bond.trust + learnt, bond.floor), 0x4000_0000);
  }

  nodes.forEach((node, i) => {
    const draw = nextRandom(s, RANDOM);
    if (node.holder === HOLDER.nobody) {
      const strength = shift(rules.pull * node.feel, 5);
      const pulled = shift(shift(forces[i] + 2048, 12) * strength + 2, 2);
      const noise = shift(shift(draw, 17) * (node.agitation + rules.noise), 3);
      node.speed = wrap(node.rhythm + pulled + noise);
      node.phase = wrap(node.phase + node.speed);
      node.rhythm += shift(node.base - node.rhythm + 2 ** (rules.ease - 1), rules.ease);
    } else {
      node.speed = 0;
    }
    if (node.agitation > 0) node.agitation -= shift(node.agitation, rules.calm) + 1;
  });

  nodes.forEach((node, i) => write(s, layout, NODE_COLUMNS, i, node));
  bonds.forEach((bond, e) => write(s, layout, BOND_COLUMNS, e, bond));
  measure(s, net, nodes);
  judge(s, net);
  return s;
}

function endTimers(s: Int32Array, nodes: readonly Node[], bonds: readonly Bond[], fade: number): void {
  const now = s[TICK];
  if (now < s[NEXT_TIMER]) return;
  const left: number[] = [NEVER];
  for (const node of nodes) {
    if (node.holder === HOLDER.anchor && node.heldUntil <= now) {
      node.holder = HOLDER.nobody;
      node.emit /= 3;
      node.voice /= 3;
    }
    if (node.holder === HOLDER.anchor) left.push(node.heldUntil);
    if (node.shieldedUntil <= now) node.shieldedUntil = 0;
    else left.push(node.shieldedUntil);
  }
  for (const bond of bonds) {
    if (bond.promisedUntil !== 0 && bond.promisedUntil <= now) {
      bond.promisedUntil = 0;
      bond.fade = fade;
    } else if (bond.promisedUntil !== 0) left.push(bond.promisedUntil);
    const closed = nodes[bond.from].shieldedUntil > now || nodes[bond.to].shieldedUntil > now;
    const silent = closed || (bond.state & (BOND.free | BOND.cut | BOND.shut)) !== 0;
    bond.pull = silent ? 0 : (bond.state & BOND.flipped) === 0 ? 1 : -1;
  }
  s[NEXT_TIMER] = Math.min(...left);
}

function measure(s: Int32Array, net: Network, nodes: readonly Node[]): void {
  const { layout } = net.rules;
  const counted = nodes.filter((node) => node.counted === 1);
  // A step of the sine table and no finer.
  const coarse = (node: Node): number => wrap(node.phase - node.part) & ~0xf_ffff;
  let [x, y, lost] = [0, 0, 0];
  for (let g = 0; g < layout.groups; g++) {
    const here = counted.filter((node) => node.group === g);
    const sumX = here.reduce((sum, node) => sum + shift(cosine(coarse(node)), 16), 0);
    const sumY = here.reduce((sum, node) => sum + shift(sine(coarse(node)), 16), 0);
    s.set([sumX, sumY, here.length], layout.sums + g * 3);
    x += sumX;
    y += sumY;
  }
  for (const node of counted) lost += node.loss + Math.abs(shift(node.base - node.birth, 11));
  s[SUM_X] = x;
  s[SUM_Y] = y;
  s[COUNTED] = counted.length;
  s[AUTHENTICITY] = Math.max(0, 32768 - Math.floor(lost / Math.max(1, counted.length)) - shift(s[LOAD], 9));
}

/** Unison only. */
function judge(s: Int32Array, { rules }: Network): void {
  const length = BigInt(s[SUM_X]) ** 2n + BigInt(s[SUM_Y]) ** 2n;
  const asked = (BigInt(rules.target) * BigInt(s[COUNTED])) ** 2n;
  if (s[AUTHENTICITY] >= rules.authenticity && s[COUNTED] > 0 && length >= asked) {
    s[HELD_FOR] += 1;
    s[BEST_HELD] = Math.max(s[BEST_HELD], s[HELD_FOR]);
    if (s[HELD_FOR] >= rules.hold) s[OUTCOME] = 1;
  } else if (s[HELD_FOR] > 0) {
    if (s[HELD_FOR] === s[BEST_HELD]) s[LOST_AT] = s[TICK];
    s[HELD_FOR] = Math.max(0, s[HELD_FOR] - 2);
  }
  if (s[OUTCOME] !== 0) return;
  if (s[AUTHENTICITY] + shift(s[LOAD], 9) < rules.authenticity) s[OUTCOME] = 3;
  else if (s[TICK] >= rules.limit && s[UNLIMITED] === 0) s[OUTCOME] = 2;
}

/** The first word in which two arrays differ, by name, or null: what a person wants to read when a step went wrong. */
export function firstDifference(net: Network, is: Int32Array, should: Int32Array): string | null {
  for (let k = 0; k < is.length; k++) {
    if (is[k] !== should[k]) return `${wordName(net, k)} is ${is[k]}, should be ${should[k]}`;
  }
  return null;
}

function wordName(net: Network, word: number): string {
  const { layout } = net.rules;
  for (const column of NODE_COLUMNS) {
    const i = word - layout[column];
    if (i >= 0 && i < layout.nodes) return `${column} of ${net.rules.names[i]}`;
  }
  for (const column of BOND_COLUMNS) {
    const e = word - layout[column];
    if (e >= 0 && e < layout.bonds) return `${column} of bond ${e}`;
  }
  return `word ${word}`;
}

/** x / 2^by, rounded down, without 32 bits. */
function shift(x: number, by: number): number {
  return Math.floor(x / 2 ** by);
}

function wrap(x: number): number {
  return x - 2 ** 32 * Math.floor((x + 2 ** 31) / 2 ** 32);
}

type Layout = Network['rules']['layout'];

function read(s: Int32Array, layout: Layout, columns: readonly (NodeColumn | BondColumn)[], i: number) {
  return Object.fromEntries(columns.map((column) => [column, s[layout[column] + i]]));
}

function write<C extends NodeColumn | BondColumn>(
  s: Int32Array,
  layout: Layout,
  columns: readonly C[],
  i: number,
  from: Readonly<Record<C, number>>,
): void {
  for (const column of columns) s[layout[column] + i] = from[column];
}
