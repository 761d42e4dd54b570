import { describe, expect, it } from 'vitest';
import { namesIn, type Name } from '../../src/client/naming.ts';
import { Picture } from '../../src/client/picture.ts';
import { groupsShown, seenNodes, tagOf } from '../../src/client/reading.ts';
import { buildNetwork } from '../../src/core/network/build.ts';
import { content } from './support.ts';

const SIZES = [
  [860, 490],
  [374, 390],
  [1600, 900],
  [304, 238],
] as const;
const cases = Object.keys(content.levels).flatMap((id) => SIZES.map(([width, height]) => ({ id, width, height })));

function written(id: string, width: number, height: number, groupsFirst = false) {
  const net = buildNetwork(content.levels[id], 5);
  const picture = new Picture(net, width, height);
  const beat = net.rules.slots['pulse'] !== undefined;
  return { net, picture, names: namesIn(picture, net, { beat, groupsFirst, groups: (g) => `group ${g}` }) };
}

const isOver = (a: Name, b: Name): boolean =>
  Math.abs(a.at.x - b.at.x) < (a.wide + b.wide) / 2 && Math.abs(a.at.y - b.at.y) < (a.high + b.high) / 2;

describe('names', () => {
  it.each(cases)('of $id lie in $width × $height, on no ring and on no other name', ({ id, width, height }) => {
    const { net, picture, names } = written(id, width, height);
    for (const { at, wide, high } of names) {
      expect(Math.min(at.x - wide / 2, width - at.x - wide / 2)).toBeGreaterThanOrEqual(0);
      expect(Math.min(at.y - high / 2, height - at.y - high / 2)).toBeGreaterThanOrEqual(0);
    }
    const shown = names.filter((one) => one.fits);
    shown.forEach((a, i) => {
      for (const b of shown.slice(i + 1)) expect(isOver(a, b), `${a.words} on ${b.words}`).toBe(false);
      for (const node of seenNodes(net).map((one) => picture.nodes[one])) {
        const x = Math.max(0, Math.abs(node.x - a.at.x) - a.wide / 2);
        const y = Math.max(0, Math.abs(node.y - a.at.y) - a.high / 2);
        expect(Math.hypot(x, y), a.words).toBeGreaterThanOrEqual(picture.radius);
      }
    });
  });

  it.each(Object.keys(content.levels))('of everybody in %s are there where there is room', (id) => {
    const { net, names } = written(id, 1600, 900);
    const people = names.filter((one) => one.of === 'node');
    expect(people.map((one) => one.words)).toEqual(seenNodes(net).map((i) => tagOf(net, i)));
    expect(people.filter((one) => !one.fits)).toEqual([]);
  });

  it('of groups come first where the groups are what counts', () => {
    const id = Object.keys(content.levels).find((one) => groupsShown(buildNetwork(content.levels[one], 5)).length > 1)!;
    const order = (groupsFirst: boolean): string[] => written(id, 860, 490, groupsFirst).names.map((one) => one.of);
    expect(order(true).indexOf('group')).toBeLessThan(order(true).indexOf('node'));
    expect(order(false).indexOf('group')).toBeGreaterThan(order(false).lastIndexOf('node'));
  });
});
