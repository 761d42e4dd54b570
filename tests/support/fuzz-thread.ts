// The thread of the fuzz test: compiles so many mangled scripts and says what it met. Its heap is bounded by who starts it.

import { parentPort, workerData } from 'node:worker_threads';
import { StoryError } from '../../src/core/story/story.ts';
import { createTeller } from '../../src/core/story/tell.ts';
import { compile } from '../../src/core/yarn/compile.ts';
import type { Program } from '../../src/core/yarn/program.ts';
import { diceOf, mangle } from './mangle.ts';

export interface FuzzWork {
  readonly texts: readonly string[];
  readonly count: number;
  readonly seed: number;
}

export interface FuzzReport {
  readonly count: number;
  readonly programs: number;
  readonly rejected: number;
  /** Milliseconds, and the script that took them. */
  readonly slowest: { readonly ms: number; readonly text: string };
  /** What must not be: scripts that threw, that had neither program nor error, or a range that points nowhere. */
  readonly wrong: readonly { readonly why: string; readonly text: string }[];
}

const STEPS = 20;

/** What compiles can be played: a fault that the compiler could not see has a name, and anything else is ours. */
function play(program: Program): void {
  const teller = createTeller(program);
  for (const node of Object.keys(program.nodes).slice(0, 2)) {
    try {
      let at = teller.begin(null, node, 1, null);
      for (let k = 0; k < STEPS; k++) {
        const view = teller.view(at, null);
        if (view.kind === 'end') break;
        const open = view.kind === 'options' ? view.options.findIndex((one) => one.open) : -1;
        at = teller.advance(at, open < 0 ? undefined : open, null);
      }
    } catch (error) {
      if (!(error instanceof StoryError)) throw error;
    }
  }
}

const { texts, count, seed } = workerData as FuzzWork;
const dice = diceOf(seed);
const wrong: { why: string; text: string }[] = [];
let programs = 0;
let slowest = { ms: 0, text: '' };
for (let k = 0; k < count && wrong.length < 5; k++) {
  const text = mangle(texts, dice);
  const began = performance.now();
  try {
    const { program, diagnostics } = compile([{ file: 'fuzz.yarn', text }], { unreachable: true });
    const failed = diagnostics.some((one) => one.severity === 'error');
    if (program !== null) {
      programs++;
      play(program);
    }
    if ((program === null) !== failed) wrong.push({ why: `program: ${program !== null}, errors: ${failed}`, text });
    const lines = text.split(/\r\n|\n|\r/);
    for (const { range, code, message } of diagnostics) {
      const { start, end } = range;
      const isOrdered = end.line > start.line || (end.line === start.line && end.column >= start.column);
      // upstream lets a range end one past the last character of a line, or of the file
      const isThere = start.line >= 0 && start.column >= 0 && start.line <= lines.length && end.line <= lines.length;
      if (!isOrdered || !isThere) wrong.push({ why: `${code} ${message} at ${JSON.stringify(range)}`, text });
      if (code === 'YS0041') wrong.push({ why: message, text });
    }
  } catch (error) {
    wrong.push({ why: error instanceof Error ? (error.stack ?? error.message) : String(error), text });
  }
  const ms = performance.now() - began;
  if (ms > slowest.ms) slowest = { ms, text };
}
const report: FuzzReport = { count, programs, rejected: count - programs, slowest, wrong };
parentPort!.postMessage(report);
