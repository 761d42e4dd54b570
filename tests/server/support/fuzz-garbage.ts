// What is no request: half of one, a bad one, two that argue about where the first ends. And how it is sent.

import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { oneOf, type Dice } from './fuzz-values.ts';

/** Longer than the service gives anybody; who is still connected then is stuck. */
const STUCK_MS = 60_000;
const SAID_MOST = 20_000;

const text = (lines: string): Buffer => Buffer.from(lines.replaceAll('\n', '\r\n'), 'latin1');
const PATHS = [
  '/%',
  '/%zz',
  '/api/%c0%af',
  '/api/boards/%E0%A4%A',
  '/api/runs/%00',
  '/../../../etc/passwd',
  '/assets/..%2f..%2fpackage.json',
  '//evil.example/',
  '/api//players//me',
  'http://evil.example/api/me',
  '*',
  '/api/boards?limit=%',
  '/\u00ff\u00fe',
  `/${'a/'.repeat(3000)}`,
  '/boards/%2e%2e/%2e%2e',
  '/players/%',
  '/embed/boards/%zz',
  '/api/events?since=%',
] as const;
const METHODS = ['GET', 'POST', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'FOO', 'G\u0000T'] as const;

export const GARBAGE: readonly ((dice: Dice) => Buffer)[] = [
  (dice) => randomBytes(dice(3000)),
  (dice) => text(`${oneOf(dice, METHODS)} ${oneOf(dice, PATHS)} HTTP/1.1\nHost: x\nConnection: close\n\n`),
  (dice) => text(`GET ${oneOf(dice, PATHS)} HTTP/${oneOf(dice, ['0.9', '1.0', '1.1', '2.0', '9.9', ''])}\n\n`),
  (dice) =>
    text(
      'POST /api/runs HTTP/1.1\nHost: x\nContent-Length: 500\nContent-Type: application/octet-stream\n\nhalf',
    ).subarray(0, 20 + dice(100)),
  (dice) =>
    text(
      `GET / HTTP/1.1\nHost: ${oneOf(dice, ['', ' ', 'a b', '[::', 'x:99999', '\u00e9', 'a/b', '@', 'x\u0000'])}\nConnection: close\n\n`,
    ),
  (dice) =>
    text(
      `GET /api/boards HTTP/1.1\nHost: x\n${Array.from({ length: 100 + dice(3000) }, (_, k) => `X-${k}: ${k}\n`).join('')}\n`,
    ),
  (dice) => text(`GET /api/boards HTTP/1.1\nHost: x\nX: ${'y'.repeat(1000 + dice(60_000))}\nConnection: close\n\n`),
  (dice) =>
    text(
      `POST /api/players HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\nContent-Type: application/json\n\n${oneOf(dice, ['zz\nabc\n', '5\nabc', '-1\n', 'ffffffffffffffff\na', '0', '3\nabc\n0\nX: y', ' \n'])}\n\n`,
    ),
  (dice) =>
    text(
      `POST /api/players HTTP/1.1\nHost: x\nContent-Length: ${oneOf(dice, ['-5', '1e3', '5, 6', '99999999999999999999', 'x', '+3'])}\nContent-Type: application/json\n\n{}\n`,
    ),
  () =>
    text(
      'POST /api/players HTTP/1.1\nHost: x\nContent-Length: 4\nTransfer-Encoding: chunked\n\n0\n\nGET /api/me HTTP/1.1\n\n',
    ),
  (dice) => text('GET /api/boards HTTP/1.1\nHost: x\n\n'.repeat(1 + dice(60))),
  (dice) =>
    text(
      `GET /api/me HTTP/1.1\nHost: x\nAuthorization: ${oneOf(dice, ['', 'Syntony', `Syntony ${'.'.repeat(9000)}`, '\u00ff'.repeat(50)])}\nConnection: close\n\n`,
    ),
  () => text('GET / HTTP/1.1\nHost: x\nUpgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Key: x\n\n'),
  () =>
    text(
      'GET /api/runs/x HTTP/1.1\nHost: x\nRange: bytes=9-1,-0\nIf-None-Match: "\nIf-Modified-Since: never\nConnection: close\n\n',
    ),
  () => text('PRI * HTTP/2.0\n\nSM\n\n'),
  () => Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]),
  (dice) =>
    Buffer.concat([
      text(
        'POST /api/runs HTTP/1.1\nHost: x\nContent-Encoding: gzip\nContent-Length: 40\nContent-Type: application/octet-stream\nConnection: close\n\n',
      ),
      randomBytes(dice(41)),
    ]),
];

/** All that came back until the line was closed. Half of it goes first, so that nothing can be sure to have it in one piece. */
export function send(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect({ port, host: '127.0.0.1' });
    socket.setTimeout(STUCK_MS, () => {
      socket.destroy();
      reject(new Error(`stuck over ${bytes.toString('latin1', 0, 200)}`));
    });
    socket.on('connect', () => {
      const half = bytes.length >> 1;
      socket.write(bytes.subarray(0, half));
      socket.end(bytes.subarray(half));
    });
    socket.on('data', (came: Buffer) => (said = (said + came.toString('latin1')).slice(0, SAID_MOST)));
    // who is sent garbage may hang up
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(said));
  });
}
