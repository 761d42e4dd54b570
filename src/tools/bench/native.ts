// step.c compiled into a folder of its own and asked for its times, one process a call, so that its turns can be taken
// between the others'.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SINE } from '../../core/math/sine.ts';
import type { Network } from '../../core/network/network.ts';

const SOURCE = fileURLToPath(new URL('step.c', import.meta.url));
const COMPILER = 'gcc';
const FLAGS = ['-O3', '-march=native'];

export interface Native {
  /** Its name, version and flags. */
  readonly compiler: string;
  /** Nanoseconds of each repeat of so many ticks, and the state after the last. */
  readonly run: (net: Network, ticks: number, repeats: number) => { ns: number[]; state: Int32Array };
  readonly remove: () => void;
}

/** Undefined where there is no gcc. A gcc that fails is an error: then something is wrong that should be seen. */
export function compileNative(): Native | undefined {
  const version = spawnSync(COMPILER, ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'syntony-bench-'));
  const program = join(folder, 'step');
  const built = spawnSync(COMPILER, [...FLAGS, '-o', program, SOURCE], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`gcc could not compile step.c:\n${built.stderr}`);
  const input = join(folder, 'input');
  const output = join(folder, 'output');
  return {
    compiler: `${version.stdout.split('\n')[0]} ${FLAGS.join(' ')}`,
    run(net, ticks, repeats) {
      writeFileSync(input, Buffer.from(inputOf(net).buffer));
      const ran = spawnSync(program, [input, output, String(ticks), String(repeats)], { encoding: 'utf8' });
      if (ran.status !== 0) throw new Error(`step.c ended with ${ran.status ?? ran.signal}`);
      const bytes = readFileSync(output);
      return {
        ns: ran.stdout.trim().split('\n').map(Number),
        state: new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)),
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The words that step.c lists as `Word`, then the sine table, then the state. */
function inputOf({ rules, s }: Network): Int32Array {
  const { layout: at } = rules;
  const words = [
    [at.size, at.nodes, at.bonds, at.groups, at.sums],
    [at.phase, at.speed, at.rhythm, at.base, at.birth, at.emit, at.feel, at.agitation, at.loss],
    [at.group, at.part, at.holder, at.counted],
    [at.from, at.to, at.pull, at.interval, at.trust, at.floor, at.grow, at.fade],
    [rules.pull, rules.noise, rules.ease, rules.calm, rules.energyMost, rules.energyGain],
    [rules.limit, rules.hold, rules.target, rules.authenticity],
  ].flat();
  const input = new Int32Array(words.length + SINE.length + s.length);
  input.set(words);
  input.set(SINE, words.length);
  input.set(s, words.length + SINE.length);
  return input;
}
