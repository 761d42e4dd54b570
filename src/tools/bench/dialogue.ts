// How fast scripts are checked and played, beside yarn-bound given the same story. Each size in a process of its own: the
// first check of a fresh process is what a writer waits for. CPU time, but for the worst step, which a player would see.

import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import YarnBound from 'yarn-bound';
import { createTeller } from '../../core/story/tell.ts';
import { compile } from '../../core/yarn/compile.ts';
import { hasErrors } from '../../core/yarn/diagnostics.ts';
import { below, seedRandom } from '../../core/math/random.ts';
import { clearProgress, progress } from '../cli.ts';
import { generate, type Script } from './script.ts';
import { atLeast, atMost, tableOf, verdicts, type Target } from './targets.ts';

const DIALOGUE_SIZES = [5000, 20_000, 80_000] as const;
/** The size that the budgets speak of. */
const MEASURED = 20_000;
const TURNS = 10;
/** yarn-bound loads in the square of the lines: beyond this it is not asked. */
const BOUND_MOST = 20_000;

export interface DialogueSize {
  readonly lines: number;
  readonly nodes: number;
  /** Milliseconds: parse, check and lower, the first time in a process; and microseconds a line of it. */
  readonly check: number;
  readonly checkPerLine: number;
  /** Milliseconds of a whole play-through. */
  readonly play: number;
  readonly playPerLine: number;
  readonly steps: number;
  /** Milliseconds of the slowest single step. */
  readonly worstStep: number;
  readonly bound: { readonly load: number; readonly play: number } | null;
}

export interface DialogueReport {
  readonly sizes: readonly DialogueSize[];
  readonly targets: readonly Target[];
}

export function measureDialogue(lines: number): DialogueSize {
  const script = generate(lines);
  const began = cpu();
  const { program, diagnostics } = compile(script.sources);
  const check = cpu() - began;
  if (program === null || hasErrors(diagnostics))
    throw new Error(`the generated script has errors: ${diagnostics[0]?.message}`);
  const teller = createTeller(program, {});

  // In turns, and the shortest of each counts, of every single step too: the same steps come in every turn, and noise only
  // ever adds. The worst step is the longest of those shortest.
  const loads = cpu();
  const player = lines <= BOUND_MOST ? loadBound(script) : null;
  const load = cpu() - loads;
  const ours = { play: Infinity, steps: 0 };
  const least: number[] = [];
  let theirs = Infinity;
  for (let turn = 0; turn < TURNS; turn++) {
    const { play, steps } = playOurs(script, teller, least);
    ours.play = Math.min(ours.play, play);
    ours.steps = steps;
    if (player !== null) theirs = Math.min(theirs, playBound(script, player));
  }
  const bound = player === null ? null : { load: round(load), play: round(theirs) };
  return {
    lines: script.lines,
    nodes: script.nodes.length,
    check: round(check),
    checkPerLine: round((check * 1000) / script.lines),
    play: round(ours.play),
    playPerLine: round((ours.play * 1000) / script.lines),
    steps: ours.steps,
    worstStep: round(least.reduce((most, one) => Math.max(most, one), 0)),
    bound,
  };
}

function playOurs(script: Script, teller: ReturnType<typeof createTeller>, least: number[]) {
  const dice = diceOf(1);
  let steps = 0;
  let remembered: Parameters<typeof teller.begin>[0] = null;
  const began = cpu();
  for (const node of script.nodes) {
    let at = teller.begin(remembered, node, 1, null);
    for (;;) {
      const view = teller.view(at, null);
      if (view.kind === 'end') break;
      const option = view.kind === 'options' ? below(dice, 0, view.options.length) : undefined;
      const from = performance.now();
      at = teller.advance(at, option, null);
      const took = performance.now() - from;
      least[steps] = Math.min(least[steps] ?? Infinity, took);
      steps++;
    }
    remembered = at;
  }
  return { play: cpu() - began, steps };
}

function loadBound(script: Script): YarnBound {
  return new YarnBound({ dialogue: script.sources.map((one) => one.text).join(''), startAt: script.nodes[0] });
}

/** Node by node, as its own generators would overflow the stack over the whole. */
function playBound(script: Script, player: YarnBound): number {
  const dice = diceOf(1);
  const began = cpu();
  for (const node of script.nodes) {
    // as its own `jump` does
    player.generator = player.runner.run(node);
    player.advance();
    for (;;) {
      const now = player.currentResult;
      if (now === null || now === undefined) break;
      const isLast = now.isDialogueEnd === true;
      if (now.options !== undefined) player.advance(below(dice, 0, now.options.length));
      else if (isLast) break;
      else player.advance();
    }
    // it keeps all it ever said; without this its own history is what would be measured
    player.history = [];
  }
  return cpu() - began;
}

function diceOf(seed: number): Int32Array {
  const dice = new Int32Array(4);
  seedRandom(dice, 0, seed);
  return dice;
}

export function benchDialogue(): DialogueReport {
  const sizes = DIALOGUE_SIZES.map((lines, k) => {
    progress(k, DIALOGUE_SIZES.length, `${lines} lines`);
    const file = fileURLToPath(new URL('alone.ts', import.meta.url));
    const out = execFileSync(process.execPath, ['--import', 'tsx', file, 'dialogue', String(lines)], {
      encoding: 'utf8',
    });
    return JSON.parse(out) as DialogueSize;
  });
  clearProgress();
  const middle = sizes.find((one) => one.lines >= MEASURED && one.bound !== null)!;
  const least = sizes[0];
  const most = sizes[sizes.length - 1];
  const targets = [
    atMost('check of 20 000 lines, ms', 1500, middle.check),
    atLeast('yarn-bound / ours, a play-through of 20 000 lines', 4, round(middle.bound!.play / middle.play)),
    atMost('worst step at 20 000 lines, ms', 30, middle.worstStep),
    atMost('check a line at 80 000 lines, to 5 000', 1.5, round(most.checkPerLine / least.checkPerLine)),
    atMost('play a line at 80 000 lines, to 5 000', 1.5, round(most.playPerLine / least.playPerLine)),
  ];
  return { sizes, targets };
}

export function dialogueInWords({ sizes, targets }: DialogueReport): string {
  const rows = [
    ['lines', 'nodes', 'check ms', 'µs/line', 'play ms', 'µs/line', 'steps', 'worst ms', 'yarn-bound load', 'play ms'],
    ...sizes.map((one) => [
      String(one.lines),
      String(one.nodes),
      String(one.check),
      String(one.checkPerLine),
      String(one.play),
      String(one.playPerLine),
      String(one.steps),
      String(one.worstStep),
      one.bound === null ? '-' : String(one.bound.load),
      one.bound === null ? '-' : String(one.bound.play),
    ]),
  ];
  return ['Checking and playing a generated script:', '', ...tableOf(rows), '', ...verdicts(targets)].join('\n');
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
