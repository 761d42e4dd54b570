// The pieces of the bench, on tiny sizes and without a word on speed: a test that times is a test that lies now and then.
import { afterAll, describe, expect, it } from 'vitest';
import { buildNetwork } from '../../src/core/network/build.ts';
import { compileLevel } from '../../src/core/network/compile.ts';
import { checkLevel } from '../../src/core/network/level-check.ts';
import { coherence } from '../../src/core/network/measure.ts';
import { stepNetwork } from '../../src/core/network/step.ts';
import { unheard } from '../../src/core/network/vocabulary.ts';
import { sameWords } from '../../src/tools/bench/core.ts';
import {
  ACT_EVERY,
  atWork,
  bondsThere,
  EVERYTHING,
  everythingNetwork,
  playEverything,
  webLevel,
  webNetwork,
} from '../../src/tools/bench/levels.ts';
import { compileNative } from '../../src/tools/bench/native.ts';
import { plainFrom } from '../../src/tools/bench/plain.ts';
import { benchCore, inWords, SIZES } from '../../src/tools/bench/report.ts';
import { allMet } from '../../src/tools/bench/targets.ts';

const native = compileNative();
const hasGcc = native !== undefined;
afterAll(() => native?.remove());

describe('the levels of the bench', () => {
  it('are levels like any other', () => {
    for (const nodes of SIZES) expect(checkLevel(webLevel(nodes))).toEqual([]);
    expect(checkLevel(EVERYTHING)).toEqual([]);
  });

  it('have 2.5 bonds a node, and 24 nodes with 60', () => {
    for (const nodes of [16, 64, 256]) expect(bondsThere(webNetwork(nodes))).toBe(nodes * 2.5);
    const net = everythingNetwork();
    expect([net.rules.layout.nodes, bondsThere(net)]).toEqual([24, 60]);
  });

  it('keep every system at work', () => {
    const net = everythingNetwork();
    const seen: Record<string, number> = {};
    const ticks = 120 * 60;
    for (let t = 0; t < ticks; t++) {
      if (t % ACT_EVERY === 0) playEverything(net);
      stepNetwork(net, unheard);
      for (const [system, works] of Object.entries(atWork(net))) seen[system] = (seen[system] ?? 0) + (works ? 1 : 0);
    }
    expect(seen['playing']).toBe(ticks);
    for (const [system, count] of Object.entries(seen)) expect(count, system).toBeGreaterThan(ticks / 20);
  });
});

describe.each(['byPeople', 'byTies'] as const)('the plain version, %s', (way) => {
  it('comes together on an easy network, and is held to the same goal', () => {
    const plain = plainFrom(easyNetwork(), way);
    plain.step();
    const first = plain.coherence;
    for (let t = 0; t < 1200; t++) plain.step();
    expect(plain.coherence).toBeGreaterThan(first);
    expect(plain.coherence).toBeGreaterThan(0.95);
    for (let t = 0; t < 1200; t++) plain.step();
    expect(plain.outcome).toBe('won');
  });

  it('ends near where the core ends, without noise', () => {
    const net = easyNetwork();
    const plain = plainFrom(net, way);
    for (let t = 0; t < 240; t++) {
      stepNetwork(net, unheard);
      plain.step();
    }
    expect(plain.coherence).toBeCloseTo(coherence(net), 2);
    const { trust, bonds } = net.rules.layout;
    for (let e = 0; e < bonds; e++) expect(plain.ties[e].trust).toBeCloseTo(net.s[trust + e] / 0x4000_0000, 2);
  });
});

describe.skipIf(!hasGcc)('the step in C', () => {
  it.each([16, 64])('ends in the same bits as the core, at %i nodes', (nodes) => {
    const net = webNetwork(nodes);
    const ran = native?.run(net, 2000, 2);
    for (let t = 0; t < 2000; t++) stepNetwork(net, unheard);
    expect(ran?.ns).toHaveLength(2);
    expect(ran !== undefined && sameWords(ran.state, net.s)).toBe(true);
  });
});

describe('the report', () => {
  const report = benchCore(0, [16]);

  it('has its fields', () => {
    expect(Object.keys(report)).toEqual([
      'sizes',
      'perBond4096to64',
      'snapshot',
      'everything',
      'c',
      'targets',
      'skipped',
    ]);
    expect(Object.keys(report.sizes[0])).toEqual([
      'nodes',
      'bonds',
      'core',
      'plain',
      'plainByTies',
      'c',
      'plainRatio',
      'cRatio',
      'ticksPerSecond',
    ]);
    expect(report.sizes[0]).toMatchObject({ nodes: 16, bonds: 40 });
    expect(report.everything).toMatchObject({ nodes: 24, bonds: 60 });
    expect(report.snapshot.bytes).toBe(everythingNetwork().s.byteLength);
    expect(report.c.identical).toBe(hasGcc ? true : null);
    for (const target of report.targets) {
      expect(Object.keys(target)).toEqual(['name', 'wanted', 'measured', 'met']);
      if (target.measured === null) expect(target.met).toBeNull();
    }
  });

  it('does not fail by what could not be measured, and does by what was missed', () => {
    const [target] = report.targets;
    expect(allMet({ ...report, targets: [{ ...target, met: null }] })).toBe(true);
    expect(allMet({ ...report, targets: [{ ...target, met: false }] })).toBe(false);
  });

  it('is a table for people', () => {
    const text = inWords(report);
    expect(text).toContain('plain/core');
    expect(text).toContain(hasGcc ? 'identical: true' : 'skipped');
  });
});

/** A small room that comes together by itself; without noise, so that two dice make no difference. */
function easyNetwork() {
  const level = webLevel(16);
  return buildNetwork(
    compileLevel({
      ...level,
      groups: level.groups.map((group) => ({ ...group, part: 0, rhythm: { spread: 0.05 } })),
      hurt: 0,
      goal: { kind: 'unison', target: 0.9, hold: 2 },
      world: { noise: 0, pull: 0.4 },
    }),
    3,
  );
}
