// Requests for every row of the service's own description, as somebody sends them who has read it, and as somebody who has not.

import { gzipSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';
import type { Player } from '../../../src/tools/service/player.ts';
import { beside, bodyFor, fit, ODD, oneOf, unlike, type Dice, type Schema } from './fuzz-values.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: Schema;
}

interface Content {
  readonly schema?: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> }>>;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

export interface Row {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

export function rowsOf({ paths }: OpenApi): readonly Row[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

/** What there is: a name of a field or a parameter to things that are called so; `{name}` is only of an address. */
export interface World {
  readonly players: Player[];
  readonly real: Record<string, readonly string[]>;
  /** Won runs, as whoever sends them. */
  readonly replay: (player: Player, dice: Dice) => Uint8Array;
  readonly token: string;
}

export interface Asked {
  readonly row: Row;
  /** As it was sent, which may be another than the row's. */
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: Uint8Array | null;
  readonly player: Player;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND'] as const;
const TYPES = [
  'text/plain',
  'application/json; charset=utf-16',
  'multipart/form-data',
  '',
  'application/octet-stream',
  'application/json',
];
const GET_AWAY = /[^\x20-\x7e]/g;

export function askFor(dice: Dice, row: Row, world: World): Asked {
  const { operation } = row;
  const player = oneOf(dice, world.players);
  const path = pathFor(dice, row, world);
  const method = dice(20) === 0 ? oneOf(dice, METHODS) : row.method;
  const headers = new Headers();
  let body = bodyOf(dice, operation, world, player);
  const [type = ''] = Object.keys(operation.requestBody?.content ?? {});
  if (type !== '') headers.set('Content-Type', dice(15) === 0 ? oneOf(dice, TYPES) : type);
  if (body !== null && dice(20) === 0) {
    headers.set('Content-Encoding', oneOf(dice, ['gzip', 'br', 'identity', 'gzip, gzip', 'x'.repeat(300)]));
    if (dice(2) === 0) body = gzipSync(body);
  }
  if (method === 'GET' || method === 'HEAD') body = null;
  if (dice(30) === 0) headers.set('Last-Event-ID', oneOf(dice, ['1', '-1', '999999999999999', 'x', '1e3']));
  if (dice(30) === 0) headers.set('Content-Length', oneOf(dice, ['0', '-1', '99999999999', 'x']));
  if (dice(40) === 0) headers.set('X-Forwarded-For', oneOf(dice, ODD).replace(GET_AWAY, '').trim());
  const said = authorization(dice, { row, method, path, body: body ?? new Uint8Array(), player, world });
  if (said !== null) headers.set('Authorization', said);
  return { row, method, path, headers, body, player };
}

function pathFor(dice: Dice, { path, operation }: Row, { real, players }: World): string {
  const value = (name: string, schema: Schema): string => {
    if (name === 'player' && dice(2) === 0) return oneOf(dice, players).id;
    const known = dice(10) < 6 ? (real[`{${name}}`] ?? real[name]) : undefined;
    if (known !== undefined && known.length > 0) return oneOf(dice, known);
    return String(oneOf(dice, [fit, fit, fit, fit, beside, unlike])(dice, schema));
  };
  const escaped = (text: string): string => {
    if (dice(30) === 0) return oneOf(dice, ['%', '%zz', '%c0%af', '%E0%A4%A', '..', '%2e%2e', '%00', '']);
    return encodeURIComponent(Buffer.from(text).toString()).slice(0, 20_000);
  };
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const schema = operation.parameters.find((one) => one.name === name)?.schema ?? {};
    return escaped(value(name, schema));
  });
  const query = operation.parameters
    .filter((one) => one.in === 'query' && (one.required ? dice(10) > 0 : dice(2) === 0))
    .flatMap((one) => {
      const pair = `${one.name}=${escaped(value(one.name, one.schema))}`;
      return dice(20) === 0 ? [pair, pair] : [pair];
    });
  if (dice(20) === 0)
    query.push(oneOf(dice, ['more=1', '&&&', '=', 'limit', 'limit[]=1', `x=${'y'.repeat(4000)}`, '%']));
  return query.length === 0 ? address : `${address}?${query.join('&')}`;
}

function bodyOf(dice: Dice, { requestBody }: Operation, world: World, player: Player): Uint8Array | null {
  if (requestBody === undefined) return dice(30) === 0 ? randomBytes(dice(100)) : null;
  const schema = requestBody.content['application/json']?.schema;
  if (schema === undefined) return replayBytes(dice, world, player);
  if (dice(25) === 0)
    return Buffer.from(
      oneOf(dice, ['', '{', '[', 'nul', '{"a":1,}', '"\\ud800"', '['.repeat(8000), '\ufeff{}', '1e999']),
    );
  if (dice(40) === 0) return randomBytes(dice(20_000));
  const real = (name: string): unknown => {
    if (name === 'key') return player.key;
    if (name === 'target' && dice(2) === 0) return dice(2) === 0 ? player.id : oneOf(dice, world.players).id;
    const known = world.real[name];
    return known === undefined ? undefined : oneOf(dice, known);
  };
  return Buffer.from(JSON.stringify(bodyFor(dice, schema, real)) ?? '');
}

function replayBytes(dice: Dice, { replay, players }: World, player: Player): Uint8Array {
  const bytes = Buffer.from(replay(dice(8) === 0 ? oneOf(dice, players) : player, dice));
  switch (dice(8)) {
    case 0:
      return bytes.subarray(0, dice(bytes.length));
    case 1:
    case 2:
      for (let n = dice(6); n >= 0; n--) bytes[dice(bytes.length)] = dice(256);
      return bytes;
    case 3:
      return Buffer.concat([bytes, randomBytes(dice(300))]);
    case 4:
      return dice(12) === 0 ? Buffer.alloc(0x10_0001) : randomBytes(dice(5000));
    default:
      return bytes;
  }
}

interface ToSign {
  readonly row: Row;
  readonly method: string;
  readonly path: string;
  readonly body: Uint8Array;
  readonly player: Player;
  readonly world: World;
}

function authorization(dice: Dice, { row, method, path, body, player, world }: ToSign): string | null {
  const [how] = (row.operation.security ?? []).flatMap((one) => Object.keys(one));
  if (how === undefined) return dice(20) === 0 ? 'Basic eDp5' : null;
  if (how === 'moderator')
    return oneOf(dice, [
      `Bearer ${world.token}`,
      `Bearer ${world.token}`,
      `Bearer ${world.token}`,
      'Bearer x',
      'Bearer',
      `Basic ${world.token}`,
      null,
    ]);
  // the address as the service will read it
  const { pathname, search } = new URL(path, 'http://localhost');
  const signed = player.signed(method, pathname + search, body);
  switch (dice(16)) {
    case 0:
      return null;
    case 1:
      return signed.slice(0, -1 - dice(80));
    case 2: {
      const at = signed.length - 1 - dice(80);
      return signed.slice(0, at) + (signed[at] === 'A' ? 'B' : 'A') + signed.slice(at + 1);
    }
    case 3:
      return oneOf(dice, world.players).signed(method, '/api/elsewhere', body);
    case 4:
      return oneOf(dice, [
        `Syntony ${'x'.repeat(6000)}`,
        'Syntony',
        `Bearer ${world.token}`,
        signed.replace(/\.\d+\./, '.1.'),
        'Syntony ...',
      ]);
    default:
      return signed;
  }
}
