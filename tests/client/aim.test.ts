import { describe, expect, it } from 'vitest';
import { Aim } from '../../src/client/aim.ts';
import { anglesOfOthers, bondState, seenBonds } from '../../src/client/reading.ts';
import { toByte } from '../../src/core/math/turn.ts';
import { buildNetwork } from '../../src/core/network/build.ts';
import { useTool, type Action } from '../../src/core/run/actions.ts';
import { ENERGY } from '../../src/core/network/layout.ts';
import { refusal } from '../../src/core/network/acts.ts';
import { content } from './support.ts';

function aiming(level: string, energy = 12_000) {
  const network = buildNetwork(content.levels[level], 5);
  network.s[ENERGY] = energy;
  const done: Action[] = [];
  const preview = (action: Action) => (action.act === 'tool' ? refusal(network, action.tool, action) : null);
  const aim = new Aim({
    network,
    net: network,
    preview,
    act(action) {
      const why = preview(action);
      if (why === null) done.push(action);
      return why;
    },
  });
  return { aim, network, done };
}
const node = (id: number) => ({ kind: 'node', id }) as const;
const bond = (id: number) => ({ kind: 'bond', id }) as const;

describe('tune', () => {
  it('offers where the others point, and is done by a second press', () => {
    const { aim, network, done } = aiming('training/03');
    expect(aim.at(node(4))).toBe('goesOn');
    expect(aim.ghost).toBe(anglesOfOthers(network, 4));
    expect(aim.at(node(4))).toBe('done');
    expect(done).toEqual([useTool('tune', 4, toByte(anglesOfOthers(network, 4)))]);
    expect(aim.picked).toBeNull();
  });

  it('turns the ghost, straightens it, and lets go of it', () => {
    const { aim, done } = aiming('training/03');
    aim.at(node(4));
    const offered = aim.ghost;
    aim.turn(16);
    expect(aim.ghost).toBe((offered! + 0x1000_0000) | 0);
    aim.straighten();
    expect(aim.ghost).toBe(offered);
    aim.turnTo(0x4000_0000);
    expect(aim.confirm()).toBe('done');
    expect(done).toEqual([useTool('tune', 4, 64)]);
    aim.at(node(2));
    expect(aim.cancel()).toBe(true);
    expect(aim.cancel()).toBe(false);
    expect(aim.ghost).toBeNull();
  });

  it('picks another when another is pressed, and keeps the hand while energy is short', () => {
    const { aim, network, done } = aiming('training/03', 0);
    aim.at(node(4));
    aim.at(node(6));
    expect(aim.picked).toEqual(node(6));
    expect(aim.confirm()).toBe('notEnoughEnergy');
    expect(aim.picked).toEqual(node(6));
    network.s[ENERGY] = 12_000;
    expect(aim.confirm()).toBe('done');
    expect(done).toHaveLength(1);
  });
});

describe('other tools', () => {
  it('mend fits the broken bonds and refuses the whole ones', () => {
    const { aim, network, done } = aiming('training/03');
    aim.choose('mend');
    const broken = seenBonds(network).filter((e) => bondState(network, e) !== 'whole');
    expect(aim.fitting()).toEqual(broken.map(bond));
    const whole = seenBonds(network).find((e) => bondState(network, e) === 'whole')!;
    expect(aim.preview(bond(whole))).toBe('notBroken');
    expect(aim.at(bond(whole))).toBe('notBroken');
    expect(aim.at(node(1))).toBe('wrongKind');
    expect(aim.at(bond(broken[0]))).toBe('done');
    expect(done).toEqual([useTool('mend', broken[0])]);
  });

  it('does not complain of what was mended this moment', () => {
    const { aim, network } = aiming('training/03');
    aim.choose('mend');
    const [first, second] = aim.fitting();
    aim.at(first);
    network.s[network.rules.layout.state + first.id] = 0;
    expect(aim.complaint()).toBeNull();
    aim.cursor = second;
    expect(aim.complaint()).toBe(null);
    aim.cursor = first;
    expect(aim.complaint()).toBe('notBroken');
  });

  it('a bead takes two people, one after the other', () => {
    const { aim, network, done } = aiming('training/05');
    aim.choose('bead');
    expect(aim.preview(node(network.rules.names.indexOf('far 1')))).toBe('outOfReach');
    expect(aim.at(node(0))).toBe('goesOn');
    expect(aim.at(node(0))).toBe('sameNode');
    const to = aim.fitting().find((one) => one.id !== 0)!;
    expect(aim.at(to)).toBe('done');
    expect(done).toEqual([useTool('bead', 0, to.id)]);
  });

  it('the only door is used as it is chosen', () => {
    const { aim, done } = aiming('training/13');
    expect(aim.choose('door')).toBe('done');
    expect(done).toEqual([useTool('door', 0)]);
  });

  it('an echo says so when there is nothing to echo', () => {
    expect(aiming('training/12').aim.choose('echo')).toBe('nothingToEcho');
  });

  it('every tool of every training network fits something or says why not', () => {
    for (const id of Object.keys(content.levels)) {
      const { aim, network } = aiming(id);
      for (const tool of network.rules.tools) {
        if (tool.row.takes.length === 0) continue;
        aim.choose(tool.id);
        const isUsedAtOnce = tool.row.takes[0] === 'door';
        expect(aim.candidates().length, `${id} ${tool.id}`).toBeGreaterThan(0);
        if (!isUsedAtOnce) expect(aim.fitting().length, `${id} ${tool.id}`).toBeGreaterThan(0);
      }
    }
  });
});
