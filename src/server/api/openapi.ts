// The description of the service that machines read, made from the same rows that serve it.

import { z } from 'zod';
import { STATUS, type Code } from './errors.ts';
import type { Route, Who } from './route.ts';

const SECURITY = {
  player: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description:
      'Syntony player.time.nonce.signature: ECDSA P-256 over SHA-256 (r and s, base64url) of the lines “syntony 1”, method, path with query, SHA-256 of the body before any packing (base64url), player, time in ms, nonce.',
  },
  moderator: { type: 'http', scheme: 'bearer', description: 'The token that the operator gave a moderator.' },
} as const;

export function openapi(routes: readonly Route[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const one of routes) {
    const path = (paths[one.path] ??= {});
    path[one.method.toLowerCase()] = operation(one);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Syntony boards',
      version,
      description:
        'Runs are action logs; the server plays each again. Times are ticks / 120, rounded down to the millisecond.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: SECURITY,
      schemas: {
        Error: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['code', 'message'],
              properties: {
                code: { type: 'string', enum: Object.keys(STATUS) },
                message: { type: 'string' },
                field: { type: 'string' },
              },
            },
          },
        },
      },
    },
  };
}

function operation(one: Route): object {
  const { answer } = one;
  const responses: Record<string, object> = {
    [answer.status]: {
      description: one.doc.split('. ')[0],
      ...(answer.type === ''
        ? {}
        : {
            content: {
              [answer.type]: answer.schema === undefined ? {} : { schema: schemaOf(answer.schema, 'output') },
            },
          }),
    },
  };
  for (const [status, codes] of byStatus(errorsOf(one)))
    responses[status] = {
      description: codes.join(', '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    };
  return {
    operationId: one.id,
    summary: one.doc,
    parameters: [...parameters(one.params, 'path'), ...parameters(one.query, 'query')],
    ...(one.who === 'nobody' ? {} : { security: [{ [one.who === 'moderator' ? 'moderator' : 'player']: [] }] }),
    ...bodyOf(one),
    responses,
  };
}

/** Besides what a row says of its own: what follows from who may, and from what it takes. */
const BY_WHO: Readonly<Record<Who, readonly Code[]>> = {
  nobody: [],
  player: ['notSigned', 'badSignature', 'badClock'],
  newcomer: ['notSigned', 'badSignature', 'badClock'],
  moderator: ['notSigned', 'notAllowed'],
};

export function errorsOf(one: Route): readonly Code[] {
  const takesWords = one.params !== undefined || one.query !== undefined;
  const takesBody = one.body !== undefined || one.bytes !== undefined;
  return [
    ...new Set<Code>([
      ...(takesWords ? (['badRequest'] as const) : []),
      ...(takesBody ? (['badBody', 'tooLarge', 'wrongType'] as const) : []),
      ...BY_WHO[one.who],
      ...(one.once === true ? (['usedOrder'] as const) : []),
      ...one.errors,
      'tooMany',
      'away',
    ]),
  ];
}

function byStatus(codes: readonly Code[]): readonly (readonly [number, readonly Code[]])[] {
  const all = new Map<number, Code[]>();
  for (const code of codes) all.set(STATUS[code], [...(all.get(STATUS[code]) ?? []), code]);
  return [...all].sort(([x], [y]) => x - y);
}

function bodyOf({ body, bytes }: Route): object {
  if (bytes !== undefined)
    return {
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary', maxLength: bytes } } },
      },
    };
  if (body === undefined) return {};
  return { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } };
}

function parameters(shape: z.ZodObject | undefined, where: 'path' | 'query'): readonly object[] {
  if (shape === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  return rest;
}
