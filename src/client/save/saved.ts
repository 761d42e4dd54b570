// A save as text. It has everything to go on with exactly: the World, the run that led to it, the places one can return to and
// what was said. And it knows enough about itself (build, content, the plan's step) to be gone on with by another build.

import { hashOf, hashText, sameHash } from '../../core/math/hash.ts';
import { BUILD } from '../../core/replay/build.ts';
import { bytesToCode, codeToBytes } from '../../core/replay/code.ts';
import { decode, encode, VERSION } from '../../core/replay/codec.ts';
import type { Mark } from '../../core/replay/marks.ts';
import type { Sitting } from '../../core/replay/record.ts';
import type { Replay } from '../../core/replay/replay.ts';
import { hashFor, type Content, type PlanStep } from '../../core/run/content.ts';
import { hashWorld, stepOf, type World } from '../../core/run/world.ts';
import type { Broken, SaidLine, Transcript, Where } from '../kept.ts';
import { applyDelta, deltaOf } from './delta.ts';
import { MIGRATIONS } from './migrations.ts';
import { isBadData, pack, unpack, type Json } from './pack.ts';
import { a, isRecord, list, ShapeError, timeOf } from './shape.ts';

/**
 * The format's version and its history. A reader knows these and no later ones; `tests/client/save/cases` has a save of each.
 *  0  never released: there so that the way from one version to the next is walked in every test
 *  1  format · version · when, began, played · plan, seed, content, build, rules, step · where · world · run (a replay as
 *     code) · rewound · marks (the first whole, each further one as it differs) · said, now · check over all the rest
 */
export const SAVED_VERSION = 1;
const FORMAT = 'syntony.save';
/** No save is this long; what is longer is not read at all. */
const LONGEST = 8_000_000;

/** What whoever plays brings to be kept. */
export interface Sat {
  readonly sitting: Sitting;
  readonly transcript: Transcript;
  readonly where: Where;
  /** Seconds at it, and when it was begun: that names a sitting. */
  readonly played: number;
  readonly began: number;
}

export interface Saved extends Sat {
  readonly when: number;
  readonly plan: string;
  readonly seed: number;
  /** Of the content that it was played with, of the core, and of the open network's rules. */
  readonly content: string;
  readonly build: string;
  readonly rules: string | null;
  /** The step of the plan it stands at; null at the plan's end. */
  readonly step: PlanStep | null;
}

export type Read =
  | { readonly state: 'whole'; readonly saved: Saved; readonly check: string }
  | { readonly state: 'broken'; readonly why: Broken }
  | { readonly state: 'newer'; readonly version: number };

export function makeSaved(content: Content, sat: Sat, when: number): Saved {
  const { world } = sat.sitting;
  return {
    ...sat,
    when,
    plan: world.plan,
    seed: world.seed,
    content: hashFor(content, world.plan),
    build: BUILD,
    rules: rulesHash(content, world),
    step: stepOf(content, world),
  };
}

/** Which rules the open network was made by; null where none is open. */
export function rulesHash(content: Content, { network, level }: World): string | null {
  if (network === null || level === null) return null;
  return Object.hasOwn(content.hashes, level) ? content.hashes[level] : content.hash;
}

export interface Written {
  readonly text: string;
  readonly check: string;
}

export function writeSaved(saved: Saved): Written {
  const { sitting, transcript } = saved;
  const body = {
    format: FORMAT,
    version: SAVED_VERSION,
    when: saved.when,
    began: saved.began,
    played: saved.played,
    plan: saved.plan,
    seed: saved.seed,
    content: saved.content,
    build: saved.build,
    rules: saved.rules,
    step: pack(saved.step),
    where: pack(saved.where),
    world: pack(sitting.world),
    run: bytesToCode(encode(replayOf(saved))),
    rewound: sitting.rewound,
    marks: packMarks(sitting.marks),
    said: transcript.said.map(packSaid),
    now: transcript.now === null ? null : packSaid(transcript.now),
  };
  const check = checkOf(body);
  return { text: JSON.stringify({ ...body, check }), check };
}

/** Whatever the text is, this answers, and throws nothing. */
export function readSaved(text: string): Read {
  if (text.length > LONGEST) return { state: 'broken', why: 'notASave' };
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return { state: 'broken', why: 'notASave' };
  }
  if (!isRecord(found) || found.format !== FORMAT || !Number.isInteger(found.version)) {
    return { state: 'broken', why: 'notASave' };
  }
  const version = found.version as number;
  if (version > SAVED_VERSION) return { state: 'newer', version };
  const { check, ...body } = found as { readonly [key: string]: Json };
  try {
    if (check !== checkOf(body)) return { state: 'broken', why: 'damaged' };
    const saved = readBody(migrated(body, version));
    // Hashes of another build may be made in another way.
    if (saved.build === BUILD && !sameHash(runOf(body, version).final, hashWorld(saved.sitting.world))) {
      return { state: 'broken', why: 'badRun' };
    }
    return { state: 'whole', saved, check };
  } catch (error) {
    if (error instanceof ShapeError) return { state: 'broken', why: 'incomplete' };
    if (isBadData(error)) return { state: 'broken', why: 'badRun' };
    // what nobody writes, such as a number without end or lists a thousand deep, has no sum either
    if (error instanceof TypeError || error instanceof RangeError) return { state: 'broken', why: 'damaged' };
    throw error;
  }
}

type Body = { readonly [key: string]: Json };

function checkOf(body: unknown): string {
  return hashText(hashOf(body));
}

function migrated(body: Body, version: number): Body {
  let now = body;
  for (let from = version; from < SAVED_VERSION; from++) {
    const migrate = MIGRATIONS[from];
    if (migrate === undefined) throw new ShapeError(`no way from version ${from}`);
    now = migrate(now);
  }
  return now;
}

function runOf(body: Body, version: number): Replay {
  return decode(codeToBytes(a.text(migrated(body, version).run, 'run')));
}

function readBody(body: Body): Saved {
  const run = decode(codeToBytes(a.text(body.run, 'run')));
  const world = worldOf(unpack(body.world ?? null));
  const plan = a.text(body.plan, 'plan');
  const seed = a.whole(body.seed, 'seed');
  if (world.plan !== plan || run.plan !== plan) throw new ShapeError('three plans in one save');
  if (world.seed !== seed || run.seed !== seed) throw new ShapeError('three seeds in one save');
  if (run.ticks !== world.tick) throw new ShapeError('the run ends elsewhere');
  const where = a.record(body.where, 'where');
  return {
    when: timeOf(body.when, 'when'),
    began: timeOf(body.began, 'began'),
    played: a.number(body.played, 'played'),
    plan,
    seed,
    content: a.text(body.content, 'content'),
    build: a.text(body.build, 'build'),
    rules: body.rules === null ? null : a.text(body.rules, 'rules'),
    step: body.step === null ? null : (a.record(unpack(body.step ?? null), 'step') as unknown as PlanStep),
    where: {
      city: a.text(where.city, 'where.city'),
      act: a.number(where.act, 'where.act'),
      place: a.text(where.place, 'where.place'),
      line: a.text(where.line, 'where.line'),
    },
    sitting: {
      world,
      log: run.log,
      hashes: run.hashes,
      practice: run.flags.practice,
      paused: run.flags.paused,
      rewound: a.whole(body.rewound, 'rewound'),
      marks: unpackMarks(list(body.marks, 'marks') as readonly Json[], run),
    },
    transcript: {
      said: list(body.said, 'said').map(unpackSaid),
      now: body.now === null ? null : unpackSaid(body.now),
    },
  };
}

function replayOf({ sitting, content, build, plan, seed }: Saved): Replay {
  const { world, log, hashes, practice, paused } = sitting;
  return {
    version: VERSION,
    build,
    content,
    board: '',
    ticket: '',
    player: '',
    plan,
    seed,
    flags: { assisted: world.assisted, practice, paused },
    ticks: world.tick,
    log,
    hashes,
    final: hashWorld(world),
  };
}

const MODES: readonly unknown[] = ['scene', 'hub', 'round', 'network', 'result', 'over'];

/** Enough that nothing which is not a World goes by for one. Whether it can be played on is asked when it is. */
function worldOf(value: unknown): World {
  const world = a.record(value, 'world');
  a.text(world.plan, 'world.plan');
  a.whole(world.tick, 'world.tick');
  a.whole(world.at, 'world.at');
  if (!MODES.includes(world.mode)) throw new ShapeError('world.mode');
  if (world.network !== null && !(world.network instanceof Int32Array)) throw new ShapeError('world.network');
  a.record(world.game, 'world.game');
  list(world.visits, 'world.visits');
  list(world.splits, 'world.splits');
  return world as unknown as World;
}

/** What a mark is packed to does not change: neither it nor the one before it ever does. */
const PACKED = new WeakMap<Mark, { readonly before: Mark | null; readonly packed: Json }>();

function packMarks(marks: readonly Mark[]): Json[] {
  return marks.map((mark, i) => {
    const before = i === 0 ? null : marks[i - 1];
    const known = PACKED.get(mark);
    if (known !== undefined && known.before === before) return known.packed;
    const packed: Json = before === null ? pack(mark) : deltaOf(before, mark);
    PACKED.set(mark, { before, packed });
    return packed;
  });
}

function unpackMarks(packed: readonly Json[], run: Replay): Mark[] {
  let before: Mark | null = null;
  return packed.map((one) => {
    const mark = a.record(before === null ? unpack(one) : applyDelta(before, one), 'mark') as unknown as Mark;
    worldOf(mark.world);
    if (!(mark.logged <= run.log.length) || !(mark.hashed <= run.hashes.length))
      throw new ShapeError('a mark past the end');
    // the next save has the same differences
    PACKED.set(mark, { before, packed: one });
    before = mark;
    return mark;
  });
}

function packSaid({ line, values, isAnswer, at }: SaidLine): Json {
  return [line, isAnswer ? 1 : 0, at, ...values];
}

function unpackSaid(value: unknown): SaidLine {
  const [line, isAnswer, at, ...values] = list(value, 'said');
  return {
    line: a.text(line, 'said.line'),
    isAnswer: isAnswer === 1,
    at: a.number(at, 'said.at'),
    values: values.map((one) => a.text(one, 'said.values')),
  };
}
