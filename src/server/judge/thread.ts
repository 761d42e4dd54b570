// One of the pool's threads: plays a run again by the same code as the client, and says what came of it.

import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { makeContent } from '../../content.ts';
import { chainAt } from '../../core/board/chain.ts';
import { verifyFile } from '../../core/board/verify.ts';
import { ReplayError } from '../../core/replay/bytes.ts';
import { decode } from '../../core/replay/codec.ts';
import { BUILD } from '../../core/replay/build.ts';
import type { Replay } from '../../core/replay/replay.ts';
import type { Content } from '../../core/run/content.ts';
import type { CitiesFile } from '../../core/run/cities.ts';
import type { Program } from '../../core/yarn/program.ts';
import type { Case, Finding, Hello } from './words.ts';

interface Judge {
  readonly content: Content;
  readonly verifyFile: typeof verifyFile;
  readonly decode: (bytes: Uint8Array) => Replay;
}

const { content: given, archive } = workerData as Hello;
const own: Judge = {
  content: makeContent(given.levels, given.program as Program, given.cities as CitiesFile),
  verifyFile,
  decode,
};
const kept = new Map<string, Judge>();

/** In the order that they came, also where one of them first loads a judge that was kept: the pool times them in that order. */
let turn: Promise<void> = Promise.resolve();
parentPort?.on('message', (one: Case) => {
  turn = turn.then(async () => parentPort?.postMessage(await judged(one)));
});
// content is made by now: whoever waits for the first answer waits for no compiling
parentPort?.postMessage('ready');

async function judged({ id, bytes, binding, checkpoints }: Case): Promise<Finding> {
  const nothing = { id, ticks: 0, inputs: '', paused: false, assists: [], borneOut: [], contradicted: false };
  try {
    const judge = await judgeOf(binding.build, binding.content);
    if (judge === null)
      return { ...nothing, verdict: binding.build === BUILD ? 'unverifiable:content' : 'unverifiable:build' };
    const found = judge.verifyFile(judge.content, bytes, binding);
    const replay = judge.decode(bytes);
    // most runs were played where nobody was told how far they had come
    const wanted = checkpoints.map(({ tick }) => tick);
    const chains = wanted.length === 0 ? [] : chainAt(replay.log, replay.ticks, wanted, sha256);
    const isBorneOut = checkpoints.map(({ chain }, i) => chains[i] === chain);
    return {
      id,
      verdict: found.verdict,
      ticks: found.ticks,
      inputs: found.inputs,
      paused: replay.flags.paused,
      assists: found.assists,
      borneOut: checkpoints.filter((_, i) => isBorneOut[i]).map(({ tick }) => tick),
      contradicted: isBorneOut.includes(false),
    };
  } catch (error) {
    if (error instanceof ReplayError || (error as Error).name === 'ReplayError')
      return { ...nothing, verdict: `rejected:${(error as ReplayError).reason}` };
    throw error;
  }
}

/** The judge of that build and content: this one, one that was kept, or none. */
async function judgeOf(build: string, content: string): Promise<Judge | null> {
  const isOwn =
    build === BUILD && (own.content.hash === content || Object.values(own.content.hashes).includes(content));
  if (isOwn) return own;
  const name = `${build} ${content}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const file = archive[name];
  if (file === undefined) return null;
  const judge = ((await import(file)) as { judge: Judge }).judge;
  kept.set(name, judge);
  return judge;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
