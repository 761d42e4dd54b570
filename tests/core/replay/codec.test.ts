// Encode, decode and play again; and every way in which a file can be wrong, by name.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReplayError, Reader, Writer, type ReplayErrorReason } from '../../../src/core/replay/bytes.ts';
import { bytesToCode, codeToBytes, fromCode, toCode } from '../../../src/core/replay/code.ts';
import { decode, decodeHeader, encode, seal, VERSION } from '../../../src/core/replay/codec.ts';
import { actionsMost, CAPS, type Logged, type Replay } from '../../../src/core/replay/replay.ts';
import { simulate } from '../../../src/core/replay/simulate.ts';
import { timeOf } from '../../../src/core/replay/time.ts';
import { RUN_CODES, type Action, type RunAct } from '../../../src/core/run/actions.ts';
import { TOOL_IDS } from '../../../src/core/network/tools/table.ts';
import { campaign, everything, pausedInRound, rich, sample, small } from './samples.ts';

function reasonOf(job: () => unknown): ReplayErrorReason | 'none' {
  try {
    job();
  } catch (error) {
    if (error instanceof ReplayError) return error.reason;
    throw error;
  }
  return 'none';
}

const int32 = fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff });
const text = fc.string({
  maxLength: 20,
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((c) => String.fromCharCode(c)),
});
const hash = fc.tuple(int32, int32);
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ act: fc.constant('tool' as const), tool: fc.constantFrom(...TOOL_IDS), a: int32, b: int32, c: int32 }),
  fc.record({ act: fc.constantFrom(...(Object.keys(RUN_CODES) as RunAct[])), a: int32, b: int32 }),
);
const anyReplay: fc.Arbitrary<Replay> = fc.integer({ min: 0, max: 4000 }).chain((ticks) =>
  fc.record({
    version: fc.constant(VERSION),
    build: text,
    content: text,
    board: text,
    ticket: text,
    player: text,
    plan: text,
    seed: int32,
    flags: fc.record({ assisted: fc.boolean(), practice: fc.boolean(), paused: fc.boolean() }),
    ticks: fc.constant(ticks),
    log: fc
      .array(fc.record({ tick: fc.integer({ min: 0, max: ticks }), action }), { maxLength: 40 })
      .map((log): Logged[] => log.sort((x, y) => x.tick - y.tick)),
    hashes: fc.array(hash, { minLength: Math.floor(ticks / 600), maxLength: Math.floor(ticks / 600) }),
    final: hash,
  }),
);

describe('a file', () => {
  it('holds any replay, and gives it back', () => {
    fc.assert(
      fc.property(anyReplay, (replay) => {
        const bytes = encode(replay);
        expect(decode(bytes)).toEqual(replay);
        expect(encode(decode(bytes))).toEqual(bytes);
        const { ticks: _t, log: _l, hashes: _h, final: _f, ...header } = replay;
        expect(decodeHeader(bytes)).toEqual(header);
      }),
    );
  });

  it.each([
    ['a small level', () => sample(1, 2500), small],
    ['everything', () => rich(3, 4000), everything],
    ['a campaign', () => campaign(5, 6000), small],
    ['a run left in a pause', pausedInRound, small],
  ])('plays again to the same hashes: %s', (_what, record, content) => {
    const replay = record();
    const again = simulate(content, decode(encode(replay)));
    expect(again).toMatchObject({ verdict: 'verified', at: null, ticks: replay.ticks, time: timeOf(replay.ticks) });
    expect(replay.hashes.length).toBe(Math.floor(replay.ticks / 600));
  });

  it('is under 2 kB for a minute of play', () => {
    const minute = 60 * 120;
    for (let seed = 0; seed < 5; seed++) {
      const replay = rich(seed, minute);
      expect((encode(replay).length * minute) / replay.ticks).toBeLessThan(2000);
    }
  });
});

describe('the text form', () => {
  it('gives the same replay', () => {
    const replay = sample(2, 700);
    expect(fromCode(toCode(replay))).toEqual(replay);
    expect(toCode(replay)).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it('is base64url without padding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const code = bytesToCode(bytes);
        expect(code).toBe(Buffer.from(bytes).toString('base64url'));
        expect(codeToBytes(code)).toEqual(bytes);
      }),
    );
  });

  it('has one text for each replay, and refuses the rest', () => {
    for (const bad of ['A', 'AAAAA', 'A=', 'AB==', 'AB', 'AAB', 'A+', 'A/', 'Ä0', ' A', 'AA\n']) {
      expect([bad, reasonOf(() => codeToBytes(bad))]).toEqual([bad, 'badCode']);
    }
    expect(reasonOf(() => codeToBytes('A'.repeat(CAPS.bytes * 2)))).toBe('tooLong');
  });
});

function read(...bytes: number[]): number {
  return new Reader(Uint8Array.from(bytes), 0, bytes.length).varint();
}

describe('numbers', () => {
  it('have one way to be written', () => {
    expect(read(0)).toBe(0);
    expect(read(0xff, 0xff, 0xff, 0xff, 0x0f)).toBe(0xffff_ffff);
    for (const overlong of [
      [0x80, 0],
      [0xff, 0x80, 0],
      [0x80, 0x80, 0x80, 0x80, 0],
    ]) {
      expect(reasonOf(() => read(...overlong))).toBe('badNumber');
    }
    expect(reasonOf(() => read(0xff, 0xff, 0xff, 0xff, 0x10))).toBe('badNumber');
    expect(reasonOf(() => read(0xff, 0xff, 0xff, 0xff, 0xff, 0x01))).toBe('badNumber');
    expect(reasonOf(() => read(0x80))).toBe('truncated');
  });

  it('come back, with their sign', () => {
    fc.assert(
      fc.property(int32, (value) => {
        const out = new Writer();
        out.signed(value);
        out.word(value);
        const back = new Reader(out.done(), 0, 99);
        expect([back.signed(), back.word()]).toEqual([value, value]);
      }),
    );
  });
});

describe('what is wrong with a file is named', () => {
  const good = encode(sample(3, 1300));
  const replay = decode(good);
  const forged = (differs: object) => ({ ...replay, ...differs }) as Replay;
  const changed = (change: (bytes: Uint8Array) => Uint8Array | void) => {
    const bytes = good.slice();
    return change(bytes) ?? bytes;
  };
  const headerEnd =
    4 + 1 + [replay.build, replay.content, '', '', '', replay.plan].reduce((n, t) => n + 1 + t.length, 0);

  it.each<[ReplayErrorReason, () => Uint8Array]>([
    ['notAReplay', () => new Uint8Array(0)],
    ['notAReplay', () => Uint8Array.of(0x45, 0x43, 0x48)],
    ['notAReplay', () => changed((bytes) => void (bytes[0] = 0))],
    ['truncated', () => good.slice(0, 4)],
    ['truncated', () => good.slice(0, 8)],
    ['unknownVersion', () => changed((bytes) => void (bytes[4] = 2))],
    ['badNumber', () => changed((bytes) => bytes.fill(0xff, 4, 12))],
    ['damaged', () => changed((bytes) => void (bytes[20] ^= 1))],
    ['damaged', () => good.slice(0, -1)],
    ['truncated', () => seal(good.slice(0, -9))],
    ['trailingBytes', () => seal(changed((bytes) => Uint8Array.of(...bytes, 0)))],
    ['tooLong', () => new Uint8Array(CAPS.bytes + 1)],
    ['badText', () => seal(changed((bytes) => void (bytes[5] = CAPS.text + 1)))],
    ['badText', () => seal(changed((bytes) => void (bytes[6] = 0x1b)))],
    ['badFlags', () => seal(changed((bytes) => void (bytes[headerEnd] = 8)))],
  ])('%s (%#)', (reason, make) => {
    expect(reasonOf(() => decode(make()))).toBe(reason);
  });

  it.each<[ReplayErrorReason, object]>([
    ['unknownVersion', { version: 2 }],
    ['tooManyTicks', { ticks: CAPS.ticks + 1 }],
    ['tooManyActions', { log: Array.from({ length: actionsMost(1300) + 1 }, () => replay.log[0]) }],
    ['badNumber', { hashes: [] }],
    ['badNumber', { seed: 0.5 }],
    ['badText', { player: 'é' }],
    ['badText', { player: 'x'.repeat(CAPS.text + 1) }],
    ['badAction', { log: [{ tick: 1301, action: { act: 'pause', a: 0, b: 0 } }] }],
    ['badAction', { log: [{ tick: 1, action: { act: 'pause', a: 0.5, b: 0 } }] }],
    ['badAction', { log: [{ tick: 1, action: { act: 'toString', a: 0, b: 0 } }] }],
    ['badAction', { log: [{ tick: 1, action: { act: 'tool', tool: 'toString', a: 0, b: 0, c: 0 } }] }],
    ['badAction', { log: [replay.log.at(-1), replay.log[0]] }],
  ])('nor is it written: %s (%#)', (reason, differs) => {
    expect(reasonOf(() => encode(forged(differs)))).toBe(reason);
  });

  it('counts that promise more than there is are refused before anything is made room for', () => {
    // From the ticks on: no actions but the claim of them.
    const out = new Writer();
    for (const byte of good.subarray(0, headerEnd + 1)) out.byte(byte);
    out.signed(replay.seed);
    out.varint(CAPS.ticks);
    const claims = (count: number) => {
      const bytes = out.done();
      const more = new Writer();
      for (const byte of bytes) more.byte(byte);
      more.varint(count);
      more.word(0);
      return seal(more.done());
    };
    expect(reasonOf(() => decode(claims(CAPS.actions)))).toBe('truncated');
    expect(reasonOf(() => decode(claims(CAPS.actions + 1)))).toBe('tooManyActions');
    expect(reasonOf(() => decode(claims(0)))).toBe('truncated');
  });
});
