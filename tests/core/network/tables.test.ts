// Every row of every table keeps the contract of its kind (src/core/network/README.md), also one added tomorrow.
import { describe, expect, it } from 'vitest';
import { UNITS, type Fields } from '../../../src/core/network/fields.ts';
import { GOALS } from '../../../src/core/network/goals/table.ts';
import { HAZARDS } from '../../../src/core/network/hazards/table.ts';
import { KIND_IDS, KINDS, KINDS_BY_CODE, kindName } from '../../../src/core/network/kinds/table.ts';
import { TOOL_FIELDS } from '../../../src/core/network/tools/tool.ts';
import { TOOLS } from '../../../src/core/network/tools/table.ts';
import { EVENTS, REFUSALS, TARGETS } from '../../../src/core/network/vocabulary.ts';
import { blank, sourceFiles } from '../../support/source.ts';

const TABLES = { tools: TOOLS, hazards: HAZARDS, kinds: KINDS, goals: GOALS };
const rows = Object.entries(TABLES).flatMap(([folder, table]) =>
  Object.entries(table).map(([id, row]) => ({
    folder,
    id,
    row: row as { doc: string; words?: number; louder?: number },
  })),
);
const paths = [...sourceFiles('src/core/network'), ...sourceFiles('tests/core/network')].map(({ path }) => path);

describe('every row', () => {
  it.each(rows)(
    '$folder/$id has a file and a test of its name, says what it is, and takes whole words',
    ({ folder, id, row }) => {
      expect(paths).toContain(`src/core/network/${folder}/${id}.ts`);
      expect(paths).toContain(`tests/core/network/${folder}/${id}.test.ts`);
      expect(row.doc.length).toBeGreaterThan(10);
      expect(row.doc).not.toMatch(/\.$/);
      const { words = 0, louder = 2 } = row;
      expect(Number.isInteger(words) && words >= 0).toBe(true);
      // Given back by dividing: only a whole number leaves nothing behind.
      expect(Number.isInteger(louder) && louder > 1).toBe(true);
    },
  );
});

describe('every tool', () => {
  const tools = Object.values(TOOLS);
  it('has a code of its own, within a byte after the 32 that a run keeps for itself', () => {
    const codes = tools.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => Number.isInteger(code) && code > 0 && code < 224)).toBe(true);
  });

  it('has the code it always had', () => {
    // Replays hold these. A line may be added; none may change or go.
    expect(Object.fromEntries(Object.entries(TOOLS).map(([id, { code }]) => [id, code]))).toMatchObject({
      tune: 1,
      anchor: 2,
      pulse: 3,
      bead: 4,
      shield: 5,
      bond: 6,
      mend: 7,
      interval: 8,
      swap: 9,
      reveal: 10,
      echo: 11,
      door: 12,
      workshop: 13,
      lens: 14,
    });
  });

  it.each(Object.entries(TOOLS))('%s points at known things, and costs what a level may say', (_, tool) => {
    expect(tool.takes.length).toBeLessThanOrEqual(3);
    expect(tool.takes.every((one) => TARGETS.includes(one))).toBe(true);
    for (const key of ['cost', 'cooldown', 'seconds'] as const) {
      const value = tool[key] ?? 0;
      expect(value).toBeGreaterThanOrEqual(TOOL_FIELDS[key].least);
      expect(value).toBeLessThanOrEqual(TOOL_FIELDS[key].most);
    }
    if (tool.tick !== undefined) expect(tool.words ?? 0).toBeGreaterThan(0);
  });
});

describe('every kind', () => {
  it('has a code of its own, which is its place among the kinds', () => {
    KIND_IDS.forEach((id) => {
      expect(KINDS_BY_CODE[KINDS[id].code]).toBe(KINDS[id]);
      expect(kindName(KINDS[id].code)).toBe(id);
    });
    expect(KINDS_BY_CODE.length).toBe(KIND_IDS.length);
  });

  it('has the code it always had', () => {
    expect(Object.fromEntries(Object.entries(KINDS).map(([id, { code }]) => [id, code]))).toMatchObject({
      plain: 0,
      far: 1,
      foreign: 2,
      elder: 3,
      stage: 4,
      mirror: 5,
      channel: 6,
      watcher: 7,
      buyer: 8,
      glare: 9,
      balm: 10,
      portrait: 11,
    });
  });

  it.each(Object.entries(KINDS))(
    '%s is heard and moved within its format; who is off the map is neither asked for nor touched',
    (_, kind) => {
      for (const value of [kind.emit, kind.feel])
        expect(Number.isInteger(value) && value >= 0 && value < 256).toBe(true);
      expect(kind.feel).toBeLessThanOrEqual(32);
      if (kind.offMap) expect([kind.counted, kind.touchable]).toEqual([false, false]);
    },
  );
});

describe('what levels may say', () => {
  const named: [string, Fields][] = [
    ...Object.entries(HAZARDS).map(([id, row]): [string, Fields] => [id, row.fields]),
    ...Object.entries(GOALS).map(([id, row]): [string, Fields] => [id, row.fields]),
    ['a tool', TOOL_FIELDS],
  ];
  it.each(named)('of %s has bounds, units and a default within them', (_, fields) => {
    for (const [key, { unit, least, most, otherwise, doc }] of Object.entries(fields)) {
      expect(UNITS).toContain(unit);
      expect(least).toBeLessThan(most);
      expect(doc.length).toBeGreaterThan(3);
      if (otherwise !== undefined) expect(otherwise >= least && otherwise <= most, key).toBe(true);
      expect(['kind', 'tool']).not.toContain(key);
    }
  });

  it.each(Object.entries(HAZARDS))('hazard %s with a clock has words for when and for whom', (_, hazard) => {
    if (hazard.begin === undefined) return;
    expect(hazard.words).toBeGreaterThanOrEqual(2);
    expect(['node', 'bond', 'group']).toContain(hazard.names);
  });
});

describe('the vocabulary', () => {
  const code = sourceFiles('src/core/network')
    .filter(({ path }) => !path.endsWith('vocabulary.ts'))
    .map(({ text }) => blank(text, { keepStrings: true }))
    .join('\n');
  const tests = [...sourceFiles('tests/core/network'), ...sourceFiles('tests/support')]
    .map(({ text }) => text)
    .join('\n');

  it.each([...REFUSALS])('has a rule that refuses with %s', (word) => {
    expect(code).toContain(`'${word}'`);
  });

  it.each([...REFUSALS])('has a test that is refused with %s', (word) => {
    expect(new RegExp(`expectRefused\\([^;]*'${word}'`).test(tests)).toBe(true);
  });

  it.each([...EVENTS])('has a rule that tells of %s', (word) => {
    expect(code).toContain(`'${word}'`);
  });
});
