// The `.echo` file. Whatever the bytes, `decode` ends in a replay or in a ReplayError that names what is wrong, and never
// allocates more than CAPS allow. What it reads, `encode` writes again to the same bytes.

import { Hasher } from '../math/hash.ts';
import { TOOL_IDS, TOOLS, type ToolId } from '../network/tools/table.ts';
import { RUN_CODES, type Action, type RunAct } from '../run/actions.ts';
import { Reader, ReplayError, Writer } from './bytes.ts';
import { actionsMost, CAPS, FLAGS, HASH_EVERY, type Flag, type Header, type Logged, type Replay } from './replay.ts';

/**
 * The format's version and its history. A reader knows the versions it lists and no others.
 *  1  magic `ECHO` · version · build, content, board, ticket, player, plan · flags · seed · ticks · count of actions ·
 *     actions · a hash for every 600 ticks · final hash · checksum. An action: ticks since the one before, op, arguments.
 */
export const VERSION = 1;

const MAGIC = [0x45, 0x43, 0x48, 0x4f] as const;
const CHECKSUM_BYTES = 4;
const HASH_BYTES = 8;
/** Ticks, op and two arguments, a byte each. */
const LEAST_ACTION_BYTES = 4;
/**
 * Ops below are what a player does to the run, from here on tools by the number in their row. A whole byte rather than
 * four bits, for the five cities have more than sixteen tools.
 */
const FIRST_TOOL = 32;

const RUN_ACTS = Object.keys(RUN_CODES) as readonly RunAct[];
const RUN_BY_CODE: ReadonlyMap<number, RunAct> = new Map(RUN_ACTS.map((act) => [RUN_CODES[act], act]));
const TOOL_BY_CODE: ReadonlyMap<number, ToolId> = new Map(TOOL_IDS.map((id) => [TOOLS[id].code, id]));

export function encode(replay: Replay): Uint8Array {
  const { ticks, log, hashes } = replay;
  if (replay.version !== VERSION) throw new ReplayError('unknownVersion');
  if (ticks > CAPS.ticks) throw new ReplayError('tooManyTicks');
  if (log.length > actionsMost(ticks)) throw new ReplayError('tooManyActions');
  if (hashes.length !== hashesIn(ticks)) throw new ReplayError('badNumber');
  const out = new Writer();
  for (const byte of MAGIC) out.byte(byte);
  writeHeader(out, replay);
  out.varint(ticks);
  out.varint(log.length);
  let tick = 0;
  for (const one of log) {
    if (one.tick < tick || one.tick > ticks) throw new ReplayError('badAction');
    out.varint(one.tick - tick);
    writeAction(out, one.action);
    tick = one.tick;
  }
  for (const hash of hashes) out.hash(hash);
  out.hash(replay.final);
  out.word(checksum(out.done()));
  return out.done();
}

export function decode(bytes: Uint8Array): Replay {
  const read = open(bytes);
  const header = readHeader(read);
  const ticks = read.varint();
  if (ticks > CAPS.ticks) throw new ReplayError('tooManyTicks', read.at);
  const log = readLog(read, ticks);
  const count = hashesIn(ticks);
  if (read.left < (count + 1) * HASH_BYTES) throw new ReplayError('truncated', read.at);
  const hashes = Array.from({ length: count }, () => read.hash());
  const final = read.hash();
  if (read.left > 0) throw new ReplayError('trailingBytes', read.at);
  return { ...header, ticks, log, hashes, final };
}

/** Who and what it is for, without its actions: enough to know which build has to play it. */
export function decodeHeader(bytes: Uint8Array): Header {
  return readHeader(open(bytes));
}

/** Makes the checksum of a file right; for tests that want to get past it. */
export function seal(bytes: Uint8Array): Uint8Array {
  if (bytes.length < CHECKSUM_BYTES) return bytes;
  const sealed = bytes.slice();
  const sum = checksum(sealed.subarray(0, sealed.length - CHECKSUM_BYTES));
  for (let i = 0; i < CHECKSUM_BYTES; i++) sealed[sealed.length - CHECKSUM_BYTES + i] = (sum >>> (8 * i)) & 255;
  return sealed;
}

function open(bytes: Uint8Array): Reader {
  if (bytes.length > CAPS.bytes) throw new ReplayError('tooLong');
  if (bytes.length < MAGIC.length || MAGIC.some((byte, i) => bytes[i] !== byte)) throw new ReplayError('notAReplay');
  const end = bytes.length - CHECKSUM_BYTES;
  if (end <= MAGIC.length) throw new ReplayError('truncated', bytes.length);
  // The version before the checksum: how a later version sums itself is its own affair.
  if (new Reader(bytes, MAGIC.length, bytes.length).varint() !== VERSION) throw new ReplayError('unknownVersion');
  const sum = new Reader(bytes, end, bytes.length).word();
  if (sum !== checksum(bytes.subarray(0, end))) throw new ReplayError('damaged');
  return new Reader(bytes, MAGIC.length, end);
}

/** Against accidents. Against liars there is only playing it again. */
function checksum(bytes: Uint8Array): number {
  return new Hasher().bytes(bytes).done()[0];
}

function hashesIn(ticks: number): number {
  return Math.floor(ticks / HASH_EVERY);
}

const TEXTS = ['build', 'content', 'board', 'ticket', 'player', 'plan'] as const;

function writeHeader(out: Writer, header: Header): void {
  out.varint(header.version);
  for (const text of TEXTS) out.text(header[text]);
  out.byte(FLAGS.reduce((bits, flag, i) => bits | (header.flags[flag] ? 1 << i : 0), 0));
  out.signed(whole(header.seed, 'badNumber'));
}

function readHeader(read: Reader): Header {
  const version = read.varint();
  const [build, content, board, ticket, player, plan] = TEXTS.map(() => read.text());
  const bits = read.byte();
  if (bits >> FLAGS.length !== 0) throw new ReplayError('badFlags', read.at);
  const flags = Object.fromEntries(FLAGS.map((flag, i) => [flag, (bits & (1 << i)) !== 0])) as Record<Flag, boolean>;
  return { version, build, content, board, ticket, player, plan, flags, seed: read.signed() };
}

function readLog(read: Reader, ticks: number): Logged[] {
  const count = read.varint();
  if (count > actionsMost(ticks)) throw new ReplayError('tooManyActions', read.at);
  if (count * LEAST_ACTION_BYTES > read.left) throw new ReplayError('truncated', read.at);
  const log: Logged[] = [];
  let tick = 0;
  for (let i = 0; i < count; i++) {
    tick += read.varint();
    if (tick > ticks) throw new ReplayError('badAction', read.at);
    log.push({ tick, action: readAction(read) });
  }
  return log;
}

function writeAction(out: Writer, action: Action): void {
  if (action.act === 'tool' ? !Object.hasOwn(TOOLS, action.tool) : !Object.hasOwn(RUN_CODES, action.act)) {
    throw new ReplayError('badAction');
  }
  out.byte(action.act === 'tool' ? FIRST_TOOL + TOOLS[action.tool].code : RUN_CODES[action.act]);
  out.signed(whole(action.a, 'badAction'));
  out.signed(whole(action.b, 'badAction'));
  if (action.act === 'tool') out.signed(whole(action.c, 'badAction'));
}

function readAction(read: Reader): Action {
  const op = read.byte();
  const act = RUN_BY_CODE.get(op);
  const tool = TOOL_BY_CODE.get(op - FIRST_TOOL);
  if (act === undefined && tool === undefined) throw new ReplayError('badAction', read.at);
  const a = read.signed();
  const b = read.signed();
  if (tool !== undefined) return { act: 'tool', tool, a, b, c: read.signed() };
  return { act: act!, a, b };
}

function whole(value: number, otherwise: 'badNumber' | 'badAction'): number {
  if ((value | 0) !== value) throw new ReplayError(otherwise);
  return value;
}
