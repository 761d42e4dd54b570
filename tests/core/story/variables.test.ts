// Tables of variables, few and many: whatever is written, a snapshot holds what was so, and nothing that came after.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVariables, variablesOf, withVariables, type Kept } from '../../../src/core/story/variables.ts';
import { createTeller } from '../../../src/core/story/tell.ts';
import { programOf } from '../../support/yarn.ts';

const NAMES = Array.from({ length: 120 }, (_, i) => `$n${i}`);
const initial = Object.fromEntries(NAMES.map((name) => [name, 0]));

const sets = (from: number, to: number): string =>
  NAMES.slice(from, to)
    .map((name) => `<<set ${name} = 1>>`)
    .join('\n');

/** What differs from the beginning, by name. */
function differing(kept: Kept): Record<string, unknown> {
  return Object.fromEntries(Object.entries(variablesOf(kept)).filter(([name, value]) => initial[name] !== value));
}

describe('variables', () => {
  it('are what a plain map would hold, in every snapshot ever kept, and from any of them on', () => {
    const write = fc.record({
      name: fc.constantFrom(...NAMES),
      value: fc.integer({ min: 0, max: 3 }),
      keeps: fc.boolean(),
      goesBack: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(write, { maxLength: 400 }), (writes) => {
        let variables = createVariables(initial);
        let plain = new Map<string, number>();
        const snapshots: { kept: Kept; text: string; plain: Map<string, number> }[] = [];
        for (const { name, value, keeps, goesBack } of writes) {
          variables.set(name, value);
          if (value === 0) plain.delete(name);
          else plain.set(name, value);
          expect(variables.get(name) ?? 0).toBe(value);
          if (keeps) {
            const kept: Kept = { variables: variables.settled(), recent: variables.recent() };
            snapshots.push({ kept, text: JSON.stringify(kept), plain: new Map(plain) });
          }
          if (goesBack && snapshots.length > 0) {
            const one = snapshots[snapshots.length >> 1];
            variables = createVariables(initial);
            variables.recall(JSON.parse(one.text) as Kept);
            plain = new Map(one.plain);
          }
        }
        for (const one of snapshots) {
          expect(JSON.stringify(one.kept)).toBe(one.text);
          expect(differing(one.kept)).toEqual(Object.fromEntries(one.plain));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of a few are kept in one table, and of many the large one is shared from step to step', () => {
    const teller = createTeller(programOf(`${sets(0, 100)}\nA\n<<set $n1 = 2>>\nB\n<<set $n101 = 5>>\nC`));
    const a = teller.begin(null, 'Start', 1, null);
    const b = teller.advance(a, undefined, null);
    const c = teller.advance(b, undefined, null);
    expect(c.variables).toBe(b.variables);
    expect(variablesOf(c)).toMatchObject({ $n1: 2, $n101: 5 });
    expect(variablesOf(b)['$n101']).toBeUndefined();
    const changed = withVariables(c, { $n1: 9 });
    expect(variablesOf(changed)).toMatchObject({ $n1: 9, $n101: 5 });
    expect(teller.view(changed, null)).toEqual(teller.view(c, null));
  });
});
