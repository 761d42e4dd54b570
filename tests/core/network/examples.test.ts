// The README's four examples: that they are what it prints, and that they play, without a line of src knowing them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../src/core/network/build.ts';
import { compileLevel } from '../../../src/core/network/compile.ts';
import { HELD_FOR } from '../../../src/core/network/layout.ts';
import type { Rules } from '../../../src/core/network/rules.ts';
import { expectRefused, levelOf, still, type Room, type RoomPlan } from '../../support/network.ts';
import { sourceFiles } from '../../support/source.ts';
import { quorum } from './examples/goals/quorum.ts';
import { frost } from './examples/hazards/frost.ts';
import { belfry } from './examples/kinds/belfry.ts';
import { hush } from './examples/tools/hush.ts';

const README = readFileSync(fileURLToPath(new URL('../../../src/core/network/README.md', import.meta.url)), 'utf8');

/** A room in which a row of src was exchanged for one that src does not know. */
function exchanged(plan: RoomPlan, exchange: (rules: Rules) => Rules): Room {
  return still(buildNetwork(exchange(compileLevel(levelOf(plan))), 1));
}

const people = { people: 'ana ben cleo', bonds: 'ana-ben ben-cleo' } as const;

describe('the examples in src/core/network/README.md', () => {
  it.each(sourceFiles('tests/core/network/examples'))('$path is printed as it is', ({ path, text }) => {
    const [folder, name] = path.split('/').slice(-2);
    const asInSrc = text
      .replaceAll(`../../../../../src/core/network/${folder}/`, './')
      .replaceAll('../../../../../src/core/network/', '../')
      .replaceAll('../../../../../src/core/', '../../');
    expect(README).toContain(`\`\`\`ts\n// ${folder}/${name}\n${asInSrc}\`\`\``);
  });

  it('hush, a tool', () => {
    const t = exchanged({ ...people, tools: ['pulse'] }, (rules) => ({
      ...rules,
      tools: rules.tools.map((one) => ({ ...one, row: hush })),
    }));
    expectRefused(t, 'alreadySet', 'pulse', 'ana');
    t.set('agitation', 'ana', 999);
    expect(t.act('pulse', 'ana')).toBe(null);
    expect(t.get('agitation', 'ana')).toBe(0);
  });

  it('frost, a hazard', () => {
    const t = exchanged({ ...people, bonds: 'ana-ben', hazards: [{ kind: 'sever', every: 2, tell: 1 }] }, (rules) => ({
      ...rules,
      hazards: rules.hazards.map((one) => ({ ...one, row: frost })),
    }));
    t.set('trust', 'ana-ben', 0x3000_0000);
    t.run(239);
    expect(t.kinds()).toEqual(['hazardNamed']);
    expect(t.get('trust', 'ana-ben')).toBeGreaterThan(0x2000_0000);
    t.run(1);
    expect(t.get('trust', 'ana-ben')).toBeLessThan(0x0800_0000);
  });

  it('belfry, a kind', () => {
    const t = exchanged({ ...people, bar: 2 }, (rules) => ({
      ...rules,
      kinds: [{ node: 0, row: belfry, block: rules.layout.blocks }],
    }));
    t.set('feel', 'ana', belfry.feel);
    t.run(60);
    expect(Math.abs((t.get('phase', 'ana') - 0x4000_0000) | 0)).toBeLessThan(256);
  });

  it('quorum, a goal', () => {
    const t = exchanged({ ...people, bonds: '' }, (rules) => ({
      ...rules,
      goal: { ...rules.goal, row: quorum, values: { ...rules.goal.values, of: 2 } },
    }));
    t.place({ ana: 0, ben: 1 / 16, cleo: 1 / 2 });
    t.run(1);
    expect(t.net.s[HELD_FOR]).toBe(1);
    t.place({ ben: 1 / 3, cleo: 2 / 3 });
    t.run(1);
    expect(t.net.s[HELD_FOR]).toBe(0);
  });
});
