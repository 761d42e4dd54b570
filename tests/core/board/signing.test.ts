// What is signed, and the header that says so.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderHeader, orderText, readOrderHeader, type Order } from '../../../src/core/board/signing.ts';

const word = (least: number, most: number) =>
  fc.stringMatching(new RegExp(`^[A-Za-z0-9_-]{${least},${most}}$`), { size: 'max' });
const order: Order = {
  method: 'POST',
  path: '/api/runs?x=1',
  body: 'sum',
  player: 'p'.repeat(22),
  time: 1_795_000_000_000,
  nonce: 'n'.repeat(16),
};

it('says all that is ordered, a line each', () => {
  expect(orderText(order)).toBe(
    `syntony 1\nPOST\n/api/runs?x=1\nsum\n${'p'.repeat(22)}\n1795000000000\n${'n'.repeat(16)}`,
  );
});

it('is another text when anything of it is another', () => {
  const others = Object.entries(order).map(([name, value]) => orderText({ ...order, [name]: `${value}0` }));
  expect(new Set([orderText(order), ...others]).size).toBe(others.length + 1);
});

it('is read from its header as it was written', () => {
  fc.assert(
    fc.property(word(22, 22), fc.nat(), word(8, 40), word(86, 86), (player, time, nonce, signature) => {
      expect(readOrderHeader(orderHeader({ ...order, player, time, nonce }, signature))).toEqual({
        player,
        time,
        nonce,
        signature,
      });
    }),
  );
});

const good = orderHeader(order, 's'.repeat(86));
it.each([
  '',
  'Syntony',
  `Bearer ${good}`,
  ` ${good}`,
  `${good} `,
  `${good}\n`,
  good.replace('.', ''),
  good.replace('Syntony', 'syntony'),
  good.slice(0, -1),
  `${good}s`,
  good.replace('1795', '-795'),
  good.replace('nn', 'n.'),
  good.replace('ss', '=='),
  good.replace(/n+/, 'nnnnnnn'),
])('is none for %j', (header) => {
  expect(readOrderHeader(header)).toBe(null);
});
