// Whether an answer is one that the service's own description has.

import { Ajv2020 } from 'ajv/dist/2020.js';
import { STATUS } from '../../../src/server/api/errors.ts';
import { rowsOf, type Asked, type OpenApi } from './fuzz-requests.ts';

export function checks(document: OpenApi) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const problem = ajv.compile({
    type: 'object',
    required: ['error'],
    additionalProperties: false,
    properties: {
      error: {
        type: 'object',
        required: ['code', 'message'],
        additionalProperties: false,
        properties: {
          code: { enum: Object.keys(STATUS) },
          message: { type: 'string', minLength: 5, maxLength: 400 },
          field: { type: 'string', maxLength: 200 },
        },
      },
    },
  });
  const shapes = new Map<string, ReturnType<typeof ajv.compile>>();
  for (const { operation } of rowsOf(document))
    for (const [status, { content = {} }] of Object.entries(operation.responses))
      for (const [type, { schema }] of Object.entries(content))
        if (schema !== undefined && Number(status) < 300)
          shapes.set(`${operation.operationId} ${status} ${type}`, ajv.compile(schema));

  /** What is wrong with an answer, or null. */
  return async ({ row, method, path }: Asked, answer: Response): Promise<string | null> => {
    const { status } = answer;
    const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
    if (type === 'text/event-stream') {
      await answer.body?.cancel();
      return status === 200 ? null : `events with ${status}`;
    }
    const text = await answer.text();
    if (status >= 500) return `${status} ${text.slice(0, 200)}`;
    const isHead = method === 'HEAD' || status === 304;
    if (status < 400) {
      if (isHead || method !== row.method) return null;
      const shape = shapes.get(`${row.operation.operationId} ${status} ${type}`);
      if (shape === undefined && row.operation.responses[String(status)] === undefined && isOwn(row.path, path))
        return `${status} is not in its description`;
      const said = type === 'application/x-ndjson' ? text.split('\n').filter((line) => line !== '') : [text];
      for (const one of said)
        if (shape !== undefined && !shape(JSON.parse(one)))
          return `${status} ${one.slice(0, 300)}: ${ajv.errorsText(shape.errors)}`;
      return null;
    }
    if (isHead) return null;
    // an address with .. or // in it is another one, and may be a page
    if (type !== 'application/json')
      return isOwn(row.path, path) ? `${status} as ${type}: ${text.slice(0, 100)}` : null;
    if (!problem(JSON.parse(text))) return `${status} ${text.slice(0, 300)}: ${ajv.errorsText(problem.errors)}`;
    const { code } = (JSON.parse(text) as { error: { code: keyof typeof STATUS } }).error;
    if (STATUS[code] !== status) return `${status} for ${code}`;
    const isTold = row.operation.responses[String(status)] !== undefined;
    return isTold || method !== row.method || !isOwn(row.path, path)
      ? null
      : `${status} ${code} is not in its description`;
  };
}

/** Whether an address is still of the row that it was made from, for whoever takes it apart. */
function isOwn(row: string, path: string): boolean {
  const { pathname } = new URL(path, 'http://localhost');
  return new RegExp(`^${row.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname);
}
