// The measuring, in CPU time. Contenders take turns, many short ones each, and the shortest turn of each is what counts:
// on a shared machine the noise only ever adds, and in turns it adds to all alike. So ratios hold from one run to the next;
// nanoseconds are this machine's, at this hour.

import { OUTCOME } from '../../core/network/layout.ts';
import { copyNetwork, type Network } from '../../core/network/network.ts';
import { stepNetwork } from '../../core/network/step.ts';
import { unheard } from '../../core/network/vocabulary.ts';
import { ACT_EVERY, bondsThere, everythingNetwork, playEverything, webNetwork } from './levels.ts';
import type { Native } from './native.ts';
import { plainFrom, type PlainWay } from './plain.ts';

const TICKS_PER_SECOND = 120;
/** How long a turn is to take, in bonds stepped: some 15 ms of the core. Ticks are bounded so that all sizes are at a like time of life. */
const TURN_BONDS = 1_250_000;
const TURN_TICKS = { least: 240, most: 7200 } as const;
/** Turns that only warm up the compilers. */
const WARM_UP = 3;
const LEAST_TURNS = 2;

export interface SizeReport {
  readonly nodes: number;
  readonly bonds: number;
  /** Nanoseconds a bond and tick, everything else in the tick included. */
  readonly core: number;
  readonly plain: number;
  /** The plain version that goes over ties once and pushes both ends: beside, without a target. */
  readonly plainByTies: number;
  readonly c: number | null;
  readonly plainRatio: number;
  readonly cRatio: number | null;
  readonly ticksPerSecond: number;
}

/** Whether C came to the same bits, beside what it took. */
export interface Measured {
  readonly size: SizeReport;
  readonly identical: boolean | null;
}

export function measureSize(nodes: number, seconds: number, native: Native | undefined): Measured {
  const net = webNetwork(nodes);
  const start = net.s.slice();
  const bonds = bondsThere(net);
  const ticks = Math.max(TURN_TICKS.least, Math.min(TURN_TICKS.most, Math.floor(TURN_BONDS / bonds)));
  const best = { core: Infinity, plain: Infinity, byTies: Infinity, c: Infinity };
  let identical: boolean | null = native === undefined ? null : true;

  const ends = now() + seconds * 1e9;
  for (let turn = 0; turn < WARM_UP + LEAST_TURNS || now() < ends; turn++) {
    net.s.set(start);
    const core = timeCore(net, ticks);
    if (net.s[OUTCOME] !== 0) throw new Error(`the bench's network of ${nodes} nodes is over: it stands still`);
    const after = net.s.slice();

    net.s.set(start);
    const plain = timePlain(net, ticks, 'byPeople');
    const byTies = timePlain(net, ticks, 'byTies');
    const c = native?.run(net, ticks, 2);
    if (c !== undefined && !sameWords(c.state, after)) identical = false;
    if (turn < WARM_UP) continue;
    best.core = Math.min(best.core, core);
    best.plain = Math.min(best.plain, plain);
    best.byTies = Math.min(best.byTies, byTies);
    if (c !== undefined) best.c = Math.min(best.c, ...c.ns);
  }

  const each = ticks * bonds;
  const size: SizeReport = {
    nodes,
    bonds,
    core: round(best.core / each),
    plain: round(best.plain / each),
    plainByTies: round(best.byTies / each),
    c: native === undefined ? null : round(best.c / each),
    plainRatio: round(best.plain / best.core),
    cRatio: native === undefined ? null : round(best.core / best.c),
    ticksPerSecond: Math.round((ticks * 1e9) / best.core),
  };
  return { size, identical };
}

function timeCore(net: Network, ticks: number): number {
  const began = cpu();
  for (let t = 0; t < ticks; t++) stepNetwork(net, unheard);
  return cpu() - began;
}

function timePlain(net: Network, ticks: number, way: PlainWay): number {
  const plain = plainFrom(net, way);
  const began = cpu();
  for (let t = 0; t < ticks; t++) plain.step();
  const took = cpu() - began;
  if (plain.outcome !== 'playing') throw new Error('the plain network is over: it stands still');
  return took;
}

export interface SnapshotReport {
  readonly bytes: number;
  readonly ns: number;
}

/** A copy as the game makes one: a new array each time, its collection included. */
export function measureSnapshot(seconds: number): SnapshotReport {
  const net = everythingNetwork();
  const copies = 2000;
  const kept: Network[] = Array.from({ length: 64 }, () => net);
  let best = Infinity;
  const ends = now() + seconds * 1e9;
  for (let turn = 0; turn < WARM_UP + LEAST_TURNS || now() < ends; turn++) {
    const began = cpu();
    for (let k = 0; k < copies; k++) kept[k & 63] = copyNetwork(net);
    best = Math.min(best, cpu() - began);
  }
  return { bytes: net.s.byteLength, ns: Math.round(best / copies) };
}

export interface EverythingReport {
  readonly nodes: number;
  readonly bonds: number;
  readonly gameSecondsPerCpuSecond: number;
}

/** Every system on and a quick player at the tools, in CPU time: what a server that plays runs again has to pay. */
export function measureEverything(seconds: number): EverythingReport {
  const net = everythingNetwork();
  const start = net.s.slice();
  const bonds = bondsThere(net);
  const gameSeconds = 60;
  let best = 0;
  const ends = now() + seconds * 1e9;
  for (let turn = 0; turn < WARM_UP + LEAST_TURNS || now() < ends; turn++) {
    net.s.set(start);
    const began = cpu();
    for (let t = 0; t < gameSeconds * TICKS_PER_SECOND; t++) {
      if (t % ACT_EVERY === 0) playEverything(net);
      stepNetwork(net, unheard);
    }
    const took = cpu() - began;
    if (net.s[OUTCOME] !== 0) throw new Error('the bench’s network of everything is over: it stands still');
    best = Math.max(best, (gameSeconds * 1e9) / took);
  }
  return { nodes: net.rules.layout.nodes, bonds, gameSecondsPerCpuSecond: Math.round(best) };
}

export function sameWords(x: Int32Array, y: Int32Array): boolean {
  return x.length === y.length && x.every((word, i) => word === y[i]);
}

/** Nanoseconds on the clock: how long to go on. */
function now(): number {
  return Number(process.hrtime.bigint());
}

/** Nanoseconds of CPU time that this process has had, collecting and compiling included: what is measured. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
