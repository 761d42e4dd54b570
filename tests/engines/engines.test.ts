// The same runs on every engine at hand. `npm run engines` does this with a corpus a hundred times as large.
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/tools/engines/compare.ts';
import { answerOf, makeCorpus, missing } from '../../src/tools/engines/corpus.ts';
import { ENGINE_IDS, findEngine } from '../../src/tools/engines/engine.ts';
import { codeToBytes, fromCode, toCode } from '../../src/core/replay/code.ts';
import { encode } from '../../src/core/replay/codec.ts';
import { readProgram } from '../../src/tools/content.ts';
import { readLevels } from '../../src/tools/files.ts';

const corpus = makeCorpus(readLevels().files, { replays: 20, ticks: 30_000, program: readProgram(), stories: 2 });

describe('a small corpus', () => {
  it('has every tool used and every hazard felt', () => {
    expect(missing(corpus, 1)).toEqual([]);
    expect(corpus.entries.length).toBeGreaterThanOrEqual(20);
  });

  it('is the same however often it is made', () => {
    expect(makeCorpus(readLevels().files, { replays: 3, ticks: 4500 }).entries.map((one) => one.line)).toEqual(
      makeCorpus(readLevels().files, { replays: 3, ticks: 4500 }).entries.map((one) => one.line),
    );
  });

  it('holds replays that say what they should', () => {
    for (const { code, line } of corpus.entries) {
      expect(answerOf(fromCode(code))).toBe(line);
      expect(encode(fromCode(code))).toEqual(codeToBytes(code));
    }
  });
});

describe.each(ENGINE_IDS)('%s', (id) => {
  const engine = findEngine(id, false);

  it.skipIf(typeof engine === 'string')('plays them as this one did', { timeout: 60_000 }, async () => {
    if (typeof engine === 'string') return;
    const [{ passed, mismatches }] = await compare(corpus, [engine]);
    expect(mismatches).toEqual([]);
    expect(passed).toBe(corpus.entries.length);
  });

  it.skipIf(typeof engine === 'string')('says where a run is not as it was recorded', { timeout: 60_000 }, async () => {
    if (typeof engine === 'string') return;
    const entry = corpus.entries[0];
    const replay = fromCode(entry.code);
    const other = { ...replay, hashes: replay.hashes.map((hash, i) => (i === 1 ? ([1, 2] as const) : hash)) };
    const forged = { ...corpus, entries: [{ ...entry, code: toCode(other), line: answerOf(other) }] };
    const [{ mismatches }] = await compare(forged, [engine]);
    expect(mismatches).toMatchObject([{ engine: id, replay: entry.name, tick: 1200 }]);
  });
});
