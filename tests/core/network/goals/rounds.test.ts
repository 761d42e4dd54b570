import { describe, expect, it } from 'vitest';
import { speaker } from '../../../../src/core/network/goals/rounds.ts';
import { GOALS } from '../../../../src/core/network/goals/table.ts';
import { HELD_FOR } from '../../../../src/core/network/layout.ts';
import { outcome } from '../../../../src/core/network/network.ts';
import { room, type Room } from '../../../support/network.ts';

const WHO = ['ana', 'ben', 'cleo'];
const make = (): Room =>
  room({
    people: 'ana ben cleo glass:mirror',
    tools: [{ tool: 'anchor', seconds: 1, cooldown: 0 }],
    goal: { kind: 'rounds', target: 0.9, hold: 0.5, rounds: 3 },
  });
const together = (t: Room): void => t.place({ ana: 0, ben: 0, cleo: 0 });

describe('rounds', () => {
  it('begins with one who speaks, louder than they are', () => {
    const t = make();
    const first = speaker(t.net)!;
    expect(first).toMatchObject({ round: 1, of: 3 });
    expect(WHO.map((who) => t.get('emit', who) / 32)).toEqual(
      WHO.map((_, i) => (i === first.node ? GOALS.rounds.louder! : 1)),
    );
  });

  it('in each round another speaks, from the other side; the last round held is the end', () => {
    const t = make();
    const speakers = [speaker(t.net)!.node];
    for (const round of [1, 2]) {
      together(t);
      t.run(60);
      expect(t.heard.at(-1)).toEqual(['roundHeld', round, speakers.at(-1)]);
      const next = speaker(t.net)!;
      expect(next.round).toBe(round + 1);
      expect(next.node).not.toBe(speakers.at(-1));
      expect(t.get('phase', WHO[next.node])).toBe(-0x8000_0000);
      expect(t.net.s[HELD_FOR]).toBe(0);
      t.run(1);
      expect(t.net.s[HELD_FOR]).toBe(0);
      speakers.push(next.node);
    }
    together(t);
    t.run(60);
    expect(outcome(t.net)).toBe('won');
  });

  it('leaves nobody louder who speaks no more, whoever was held meanwhile', () => {
    const t = make();
    t.act('anchor', WHO[speaker(t.net)!.node]);
    for (let round = 0; round < 2; round++) {
      together(t);
      t.run(60);
      t.act('anchor', WHO[speaker(t.net)!.node]);
    }
    t.place({ ana: 1 / 3, ben: 2 / 3 });
    t.run(300);
    const now = speaker(t.net)!.node;
    expect(WHO.map((who) => t.get('emit', who) / 32)).toEqual(
      WHO.map((_, i) => (i === now ? GOALS.rounds.louder! : 1)),
    );
  });
});
