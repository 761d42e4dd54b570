import { describe, expect, it } from 'vitest';
import {
  angleTowards,
  distance,
  distanceTo,
  MAGNET,
  MARKS,
  nearest,
  Picture,
  pointOn,
  tipOf,
  towards,
} from '../../src/client/picture.ts';
import { seenBonds, seenNodes, type Target } from '../../src/client/reading.ts';
import { buildNetwork } from '../../src/core/network/build.ts';
import { compileLevel } from '../../src/core/network/compile.ts';
import type { Network } from '../../src/core/network/network.ts';
import { content } from './support.ts';

const SIZES = [
  [860, 490],
  [374, 420],
  [1600, 900],
  [300, 220],
] as const;

const nodes = (net: Parameters<typeof seenNodes>[0]): Target[] => seenNodes(net).map((id) => ({ kind: 'node', id }));

/** Two people side by side, and the bond between them. */
function pair(): Network {
  const rules = compileLevel({
    id: 'test/pair',
    title: 'A pair',
    hint: '',
    limit: 60,
    groups: [{ name: 'pair', people: 2, bonds: 1 }],
    goal: { kind: 'unison' },
    tools: ['tune'],
  });
  const net = buildNetwork(rules, 1);
  const { x, y } = rules.layout;
  net.s.set([1000, 3000], x);
  net.s.set([2000, 2000], y);
  return net;
}

describe('Picture', () => {
  it.each(Object.keys(content.levels))('keeps everybody in %s inside and apart, at every size', (id) => {
    const net = buildNetwork(content.levels[id], 5);
    for (const [width, height] of SIZES) {
      const picture = new Picture(net, width, height);
      const seen = seenNodes(net).map((i) => picture.nodes[i]);
      for (const { x, y } of seen) {
        const around = picture.radius + MARKS;
        expect(x).toBeGreaterThanOrEqual(around);
        expect(x).toBeLessThanOrEqual(width - around);
        expect(y).toBeGreaterThanOrEqual(around);
        expect(y).toBeLessThanOrEqual(height - around);
      }
      seen.forEach((a, i) =>
        seen.slice(i + 1).forEach((b) => expect(distance(a, b)).toBeGreaterThan(2 * picture.radius)),
      );
    }
  });

  it('points at a door where its mark is', () => {
    const net = buildNetwork(content.levels['training/13'], 5);
    const picture = new Picture(net, 860, 490);
    const door: Target = { kind: 'door', id: 0 };
    expect(nearest(picture, net, picture.place(net, door), [door], 0)).toEqual(door);
  });

  it.each(Object.keys(content.levels))('can point at every node and every bond of %s', (id) => {
    const net = buildNetwork(content.levels[id], 5);
    const picture = new Picture(net, 860, 490);
    for (const target of nodes(net))
      expect(nearest(picture, net, picture.place(net, target), nodes(net))).toEqual(target);
    const bonds: Target[] = seenBonds(net).map((e) => ({ kind: 'bond', id: e }));
    for (const target of bonds) {
      const curve = picture.curve(net, target.id);
      const hits = [0.25, 0.35, 0.45, 0.5, 0.6, 0.7].map((t) => nearest(picture, net, pointOn(curve, t), bonds)?.id);
      expect(hits).toContain(target.id);
    }
  });
});

describe('nearest', () => {
  const net = pair();
  const picture = new Picture(net, 600, 400);
  const [first] = picture.nodes;

  it('reaches as far as the magnet beyond the ring, and no further', () => {
    const off = (by: number) => ({ x: first.x + picture.radius + by, y: first.y });
    expect(nearest(picture, net, off(MAGNET - 1), nodes(net))).toEqual({ kind: 'node', id: 0 });
    expect(nearest(picture, net, off(MAGNET + 1), nodes(net))).toBeNull();
  });

  it('measures to the curve of a bond, not to its straight line', () => {
    const curve = picture.curve(net, 0);
    const top = pointOn(curve, 0.5);
    expect(distanceTo(curve, top)).toBeLessThan(0.5);
    expect(distanceTo(curve, { x: top.x, y: top.y - 30 })).toBeCloseTo(30, 0);
  });
});

describe('towards', () => {
  const net = buildNetwork(content.levels['training/03'], 1);
  const picture = new Picture(net, 860, 490);
  const all = nodes(net);

  it('reaches everybody from anybody', () => {
    const reached = new Set([0]);
    const open = [0];
    while (open.length > 0) {
      const here: Target = { kind: 'node', id: open.pop()! };
      for (const way of ['left', 'right', 'up', 'down'] as const) {
        const next = towards(picture, net, here, way, all);
        if (next === null || reached.has(next.id)) continue;
        reached.add(next.id);
        open.push(next.id);
      }
    }
    expect(reached.size).toBe(all.length);
  });

  it('goes the way it says, and comes round at the edge', () => {
    const mostRight = all.reduce((a, b) => (picture.nodes[a.id].x > picture.nodes[b.id].x ? a : b));
    for (const here of all) {
      const next = towards(picture, net, here, 'right', all);
      if (here === mostRight) expect(picture.nodes[next!.id].x).toBeLessThan(picture.width / 2);
      else expect(picture.nodes[next!.id].x).toBeGreaterThan(picture.nodes[here.id].x);
    }
    expect(towards(picture, net, all[0], 'right', [all[0]]), 'nowhere else to go').toBeNull();
  });

  it('begins somewhere', () => {
    expect(towards(picture, net, null, 'left', all)).toEqual(all[0]);
    expect(towards(picture, net, null, 'left', [])).toBeNull();
  });
});

describe('angles', () => {
  const middle = { x: 100, y: 100 };
  it('up is 0 and they grow clockwise, as hands are drawn', () => {
    expect(angleTowards(middle, { x: 100, y: 50 })).toBe(0);
    expect(angleTowards(middle, { x: 150, y: 100 })).toBe(0x4000_0000);
    expect(angleTowards(middle, { x: 50, y: 100 })).toBe(-0x4000_0000);
  });
  it('and a tip drawn at an angle is pointed at by that angle', () => {
    for (const angle of [0, 0x1234_5678, -0x7000_0000, 0x7fff_ff00])
      expect(Math.abs((angleTowards(middle, tipOf(middle, angle, 40)) - angle) | 0)).toBeLessThan(64);
  });
});
