// A script is run by its plan, in the official way: each step that continues must be given exactly one thing.

import type { Host } from '../../core/story/host.ts';
import { StoryError, type Sequencer, type ShownLine, type View } from '../../core/story/story.ts';
import type { Run, Step } from './plan.ts';

export interface PlanFailure {
  /** In the plan, from 1. */
  readonly line: number;
  readonly message: string;
  readonly expected: string;
  readonly got: string;
}

export interface Stage {
  readonly host: Host;
  readonly sequencer: Sequencer;
  /** A line as its reader has it, name included. */
  readonly textOf: (line: ShownLine) => string;
  /** Told of every command that is gone past. */
  readonly obey?: (command: string) => void;
}

interface Noted {
  readonly text: string;
  readonly open: boolean;
}

class Mismatch extends Error {
  readonly expected: string;
  readonly got: string;
  constructor(message: string, expected: string, got: string) {
    super(message);
    this.expected = expected;
    this.got = got;
  }
}

/** Null: all went as planned. Variables, visits and the rest carry over from run to run; so do options noted and not yet selected. */
export function playPlan(stage: Stage, runs: readonly Run[], start = 'Start'): PlanFailure | null {
  const noted: Noted[] = [];
  for (const run of runs) {
    let goOn = startAt(stage, start);
    for (const step of run) {
      try {
        goOn = play(stage, step, noted, goOn);
      } catch (error) {
        return failureOf(error, step.line);
      }
      if (step.kind === 'stop') break;
    }
  }
  return null;
}

/** What continuing does next: begin a node, or go on from what is shown. */
type GoOn = () => void;

/** Nothing runs until the first step that continues. */
function startAt({ sequencer }: Stage, node: string): GoOn {
  return () => sequencer.start(node);
}

function play(stage: Stage, step: Step, noted: Noted[], goOn: GoOn): GoOn {
  const { host, sequencer } = stage;
  if (step.kind === 'set') {
    if (!Object.hasOwn(host.program.variables, step.variable)) {
      throw new Mismatch(`${step.variable} is no stored variable`, step.variable, 'nothing of that name');
    }
    host.set(step.variable, step.value);
    return goOn;
  }
  if (step.kind === 'saliency') {
    host.strategy(step.strategy);
    return goOn;
  }
  if (step.kind === 'node') return startAt(stage, step.node);
  if (step.kind === 'option') {
    noted.push({ text: step.text, open: step.open });
    return goOn;
  }
  goOn();
  const view = sequencer.view();
  const got = wordsOf(stage, view);
  const advance = (): void => {
    if (view.kind === 'command') stage.obey?.(view.text);
    sequencer.advance();
  };
  if (step.kind === 'stop') {
    if (view.kind !== 'end') throw new Mismatch('the dialogue goes on', 'stop', got);
    return advance;
  }
  if (step.kind === 'select') return select(stage, view, step.option, noted.splice(0));
  const expected = step.kind === 'line' && step.text === null ? 'line: *' : `${step.kind}: \`${step.text ?? ''}\``;
  const isRight = view.kind === step.kind && (expected === 'line: *' || expected === got);
  if (!isRight) throw new Mismatch(`not the ${step.kind} that was expected`, expected, got);
  return advance;
}

function select({ host, sequencer, textOf }: Stage, view: View, choice: number, noted: readonly Noted[]): GoOn {
  const expected = optionsText(noted);
  if (view.kind !== 'options') {
    throw new Mismatch('there are no options', expected, wordsOf({ textOf }, view));
  }
  const offered = view.options.map((one) => ({ text: textOf(one), open: one.open }));
  const got = optionsText(offered);
  if (got !== expected) throw new Mismatch('not the options that were expected', expected, got);
  const anyOpen = offered.some(({ open }) => open);
  if (choice === 0 && anyOpen) throw new Mismatch('one of the options is available', 'no option', got);
  if (choice > 0 && !anyOpen) throw new Mismatch('none of the options is available', `select: ${choice}`, got);
  if (choice > offered.length) throw new Mismatch(`there is no option ${choice}`, `select: ${choice}`, got);
  if (choice > 0 && !offered[choice - 1].open) return () => choose(host, sequencer, choice - 1);
  return () => sequencer.advance(choice === 0 ? undefined : choice - 1);
}

/** Upstream's plans may choose what is not available; no player may, so no sequencer does. */
function choose(host: Host, sequencer: Sequencer, option: number): void {
  const block = host.program.blocks[sequencer.snapshot().at ?? ''];
  if (block?.kind !== 'options') return;
  const { once, next } = block.options[option];
  if (once !== undefined) host.mark(once);
  sequencer.restore(host.snapshot(host.onward(next) ?? null));
}

function optionsText(options: readonly Noted[]): string {
  if (options.length === 0) return 'no options';
  return options.map(({ text, open }) => `option: \`${text}\`${open ? '' : ' [disabled]'}`).join('\n');
}

function wordsOf({ textOf }: Pick<Stage, 'textOf'>, view: View): string {
  switch (view.kind) {
    case 'line':
      return `line: \`${textOf(view)}\``;
    case 'command':
      return `command: \`${view.text}\``;
    case 'options':
      return optionsText(view.options.map((one) => ({ text: textOf(one), open: one.open })));
    case 'end':
      return 'stop';
  }
}

function failureOf(error: unknown, line: number): PlanFailure {
  if (error instanceof Mismatch) return { line, message: error.message, expected: error.expected, got: error.got };
  if (error instanceof StoryError) {
    const got = `${error.message} (block ${error.block})`;
    return { line, message: 'the dialogue failed', expected: 'no failure', got };
  }
  throw error;
}
