// Files from anybody: however a replay is mangled, it ends in a verdict or in a named ReplayError, within its budget. Half of
// the mangled files have their checksum made right again, so that they get past it to the decoder and to the simulation.
import { describe, expect, it } from 'vitest';
import { below, nextRandom, seedRandom } from '../../../src/core/math/random.ts';
import { REPLAY_ERRORS, ReplayError } from '../../../src/core/replay/bytes.ts';
import { decode, encode, seal } from '../../../src/core/replay/codec.ts';
import { Playback } from '../../../src/core/replay/playback.ts';
import { CAPS, FLAGS, type Replay } from '../../../src/core/replay/replay.ts';
import { UNVERIFIABLE } from '../../../src/core/replay/playable.ts';
import { REJECTIONS, simulate } from '../../../src/core/replay/simulate.ts';
import { Recorder } from '../../../src/core/replay/record.ts';
import { run, useTool } from '../../../src/core/run/actions.ts';
import { recordRandom } from '../../../src/tools/engines/actor.ts';
import { readLevelContent } from '../../../src/tools/content.ts';
import { contentOf } from '../../support/runs.ts';
import { pausedInRound, small } from './samples.ts';
import { effort } from '../../support/effort.ts';

const FILES = 100_000;
const content = contentOf({
  tale: [
    { kind: 'scene', scene: 'arrival' },
    { kind: 'network', level: 'easy' },
  ],
});

const dice = new Int32Array(4);
seedRandom(dice, 0, 0xf022);
const roll = (n: number): number => below(dice, 0, n);

const GOOD: readonly Uint8Array[] = [
  ...[1, 2, 3, 4].map((seed) => encode(recordRandom(content, 'hard', seed, 40 + 20 * seed))),
  encode(recordRandom(content, 'easy', 5, 100)),
  encode(recordRandom(content, 'tale', 6, 150)),
  // With hashes on the way.
  encode(recordRandom(content, 'hard', 7, 610)),
];

type Mangle = (bytes: Uint8Array) => Uint8Array;

const anywhere = (bytes: Uint8Array): number => roll(bytes.length + 1);

const flipBits: Mangle = (bytes) => {
  const out = bytes.slice();
  for (let k = 1 + roll(4); k > 0; k--) out[roll(out.length)] ^= 1 << roll(8);
  return out;
};

const setBytes: Mangle = (bytes) => {
  const out = bytes.slice();
  const from = roll(out.length);
  for (let i = from; i < out.length && i < from + 1 + roll(6); i++) out[i] = nextRandom(dice, 0);
  return out;
};

const truncate: Mangle = (bytes) => bytes.slice(0, anywhere(bytes));

/** The head of one and the tail of another. */
const splice: Mangle = (bytes) => {
  const other = GOOD[roll(GOOD.length)];
  return join(bytes.subarray(0, anywhere(bytes)), other.subarray(anywhere(other)));
};

const repeat: Mangle = (bytes) => {
  const from = anywhere(bytes);
  const piece = bytes.subarray(from, from + 1 + roll(40));
  return join(bytes.subarray(0, from), ...Array.from({ length: 1 + roll(20) }, () => piece), bytes.subarray(from));
};

/** Long, longest, overlong and endless numbers. */
const VARINTS: readonly Uint8Array[] = [
  Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f),
  Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x10),
  Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0x08),
  Uint8Array.of(0x80, 0x00),
  Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01),
  Uint8Array.of(0xff, 0xff, 0x7f),
  Uint8Array.of(0xa0, 0x8d, 0x06),
  Uint8Array.of(0x00),
];

const insertVarint: Mangle = (bytes) => {
  const from = anywhere(bytes);
  const over = roll(3);
  return join(bytes.subarray(0, from), VARINTS[roll(VARINTS.length)], bytes.subarray(from + over));
};

/** A file in order that says something else: another action, flag, length or hash. It always gets to the simulation. */
const forge: Mangle = (bytes) => {
  const replay = decode(GOOD.includes(bytes) ? bytes : GOOD[roll(GOOD.length)]);
  const at = roll(Math.max(1, replay.log.length));
  const shift = roll(9) - 4;
  const log = replay.log.map((one, i) =>
    i === at ? { ...one, action: { ...one.action, a: one.action.a + shift, b: roll(300) } } : one,
  );
  switch (roll(5)) {
    case 0:
      return encode({ ...replay, log: log.filter((_, i) => i !== at) });
    case 1:
      return encode({ ...replay, flags: { ...replay.flags, [FLAGS[roll(3)]]: roll(2) === 0 } });
    case 2:
      return encode({ ...replay, seed: replay.seed + shift, plan: roll(4) === 0 ? 'easy' : replay.plan });
    case 3: {
      const ticks = Math.max(replay.log.at(-1)?.tick ?? 0, Math.min(replay.ticks + shift, 599));
      return encode({ ...replay, ticks, hashes: replay.hashes.slice(0, Math.floor(ticks / 600)) });
    }
    default:
      return encode({ ...replay, log });
  }
};

const noise: Mangle = () => Uint8Array.from({ length: roll(60) }, () => nextRandom(dice, 0));

const MANGLES = [
  flipBits,
  flipBits,
  setBytes,
  truncate,
  splice,
  repeat,
  insertVarint,
  insertVarint,
  forge,
  noise,
] as const;

const VERDICTS = new Set<string>([
  'verified',
  ...UNVERIFIABLE.map((what) => `unverifiable:${what}`),
  ...REJECTIONS.map((reason) => `rejected:${reason}`),
]);

/** What came of it: a verdict or an error's reason. Anything else that is thrown is a failure. */
function judge(bytes: Uint8Array): { answer: string; steps: number } {
  let replay: Replay;
  try {
    replay = decode(bytes);
  } catch (error) {
    if (!(error instanceof ReplayError)) throw error;
    if (!REPLAY_ERRORS.includes(error.reason))
      throw new Error(`an error without a name: ${error.message}`, { cause: error });
    return { answer: error.reason, steps: 0 };
  }
  if (!same(encode(replay), bytes)) throw new Error('decoded, but written in another way');
  const { verdict, ticks } = simulate(content, replay);
  const most = Math.min(replay.ticks, content.plans[replay.plan]?.most ?? 0) + 1;
  if (!VERDICTS.has(verdict) || ticks > most) throw new Error(`${verdict} after ${ticks} ticks of ${most}`);
  return { answer: verdict, steps: ticks };
}

function join(...pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

describe(`${FILES} mangled files`, () => {
  const answers = new Map<string, number>();
  let steps = 0;

  it('each end in a verdict or a named error', { timeout: 120_000 }, () => {
    for (let i = 0; i < FILES; i++) {
      let bytes = GOOD[i % GOOD.length];
      for (let k = 1 + (i % 2 === 0 ? 0 : roll(2)); k > 0; k--)
        if (bytes.length > 0) bytes = MANGLES[roll(MANGLES.length)](bytes);
      if (roll(2) === 0) bytes = seal(bytes);
      const judged = judge(bytes);
      answers.set(judged.answer, (answers.get(judged.answer) ?? 0) + 1);
      steps += judged.steps;
    }
  });

  it('between them reach everything a file can be refused for', () => {
    const reached = [...answers.keys()];
    const decoding = REPLAY_ERRORS.filter((reason) => reason !== 'badCode' && reason !== 'tooLong');
    expect(reached).toEqual(expect.arrayContaining([...decoding, 'unverifiable:build', 'unverifiable:content']));
    expect(reached).toEqual(
      expect.arrayContaining(
        ['noSuchPlan', 'hashMismatch', 'standsStill', 'flagsMismatch'].map((one) => `rejected:${one}`),
      ),
    );
    const played = [...answers].filter(([answer]) => answer.startsWith('rejected:') || answer === 'verified');
    expect(played.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(FILES / 20);
    expect(steps).toBeGreaterThan(FILES);
  });
});

/** Many retries in one tick. */
function many(count: number, ticks: number): Replay {
  const log = Array.from({ length: count }, () => ({ tick: 0, action: { act: 'retry', a: 0, b: 0 } as const }));
  return { ...decode(GOOD[0]), ticks, log };
}

describe('bombs', () => {
  it('a file as long as may be, of actions in one tick, is refused by its count or played in its budget', () => {
    expect(() => encode(many(CAPS.actionsAtRest + 101, 100))).toThrow('tooManyActions');
    const spent = effort(() => {
      expect(simulate(content, many(CAPS.actionsAtRest, 100)).verdict).toBe('rejected:tooMuchWork');
      expect(simulate(content, many(1000, 100)).verdict).toBe('rejected:hashMismatch');
    });
    expect(spent).toBeLessThan(5000);
  });

  /** All the ticks of its plan with the clock off, and in them as many tries and acts as a judge takes. */
  it.each(['training/06', 'training/10'])(
    'the worst that a file can ask for on %s is judged in seconds',
    { timeout: 60_000 },
    (id) => {
      const game = readLevelContent();
      const { tools, layout } = game.levels[id];
      const { most } = game.plans[id];
      const recorder = new Recorder(game, id, 1);
      recorder.tick([run('assist', 2, 1)]);
      for (let tick = 1, left = 99_000; tick < most && recorder.world.mode !== 'over'; tick++) {
        const again = recorder.world.mode === 'result' || (tick % 97 === 0 && left > 50_000);
        const act = again ? run('retry') : useTool(tools[tick % tools.length].id, tick % layout.nodes, tick % 11);
        const costs = again ? 65 : 1;
        if (left < costs) recorder.tick([]);
        else recorder.tick([act]);
        left -= costs;
      }
      const replay = recorder.finish();
      const spent = effort(() => expect(simulate(game, replay).verdict).toBe('verified'));
      expect(spent).toBeLessThan(5000);
    },
  );

  it('a playback of a run that stands still comes to an end', () => {
    const replay = { ...decode(GOOD[0]), ticks: 90, log: [{ tick: 5, action: { act: 'pause', a: 0, b: 0 } as const }] };
    const playback = new Playback(content, replay);
    expect(playback.seek(90).tick).toBe(5);
    expect(playback.seek(3).tick).toBe(3);
    expect(new Playback(small, pausedInRound()).seek(1e9).paused).toBe(true);
  });
});
