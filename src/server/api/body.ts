// Bodies, as far as anybody may send them: cut off while they arrive, and unpacked no further than they may be long.

import { gunzip } from 'node:zlib';
import { ApiError } from './errors.ts';

const SLOW_MS = 20_000;

export async function readBody(request: Request, cap: number): Promise<Uint8Array> {
  const said = request.headers.get('content-length');
  if (said !== null && Number(said) > cap) throw tooLarge(cap);
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip')
    throw new ApiError('wrongType', `A body comes as it is or as gzip, not as “${encoding.slice(0, 20)}”.`, {
      field: 'content-encoding',
    });
  const bytes = request.body === null ? new Uint8Array() : await gather(request.body, cap);
  return encoding === 'gzip' ? unpacked(bytes, cap) : bytes;
}

async function gather(body: ReadableStream<Uint8Array>, cap: number): Promise<Uint8Array> {
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    void reader.cancel(new Error('late')).catch(() => undefined);
  }, SLOW_MS);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      // one that was cut off ends like a whole one
      if (isLate) throw new Error('late');
      if (done) break;
      length += value.length;
      if (length > cap) {
        await reader.cancel().catch(() => undefined);
        throw tooLarge(cap);
      }
      parts.push(value);
    }
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError('badBody', 'The body broke off before it was whole. Send it again.');
  } finally {
    clearTimeout(late);
  }
  if (parts.length === 1) return parts[0];
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function unpacked(bytes: Uint8Array, cap: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    gunzip(bytes, { maxOutputLength: cap }, (error, out) => {
      if (error === null) resolve(out);
      else if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') reject(tooLarge(cap));
      else reject(new ApiError('badBody', 'The body calls itself gzip and is not.'));
    });
  });
}

function tooLarge(cap: number): ApiError {
  return new ApiError('tooLarge', `That is more than ${cap} bytes.`);
}
