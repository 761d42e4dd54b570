// Who asks. Orders are signed with the player's own key; moderators have a token that the operator gave them.

import { createHash, createPublicKey, timingSafeEqual, verify, type KeyObject } from 'node:crypto';
import { orderText, readOrderHeader } from '../../core/board/signing.ts';
import { ApiError } from './errors.ts';

/** How far a player's clock may be off. */
const CLOCK_MS = 300_000;
const KEYS_MOST = 20_000;
const keys = new Map<string, KeyObject>();

/** The public name of a key: its hash, so that nobody can choose another's. */
export function playerOf(key: string): string {
  return createHash('sha256').update(Buffer.from(key, 'base64url')).digest('base64url').slice(0, 22);
}

/** A P-256 key, uncompressed, base64url. Null for anything else. */
export function readKey(key: string): KeyObject | null {
  const known = keys.get(key);
  if (known !== undefined) return known;
  const bytes = Buffer.from(key, 'base64url');
  if (bytes.length !== 65 || bytes[0] !== 4 || bytes.toString('base64url') !== key) return null;
  try {
    const [x, y] = [bytes.subarray(1, 33), bytes.subarray(33)].map((one) => one.toString('base64url'));
    const made = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, format: 'jwk' });
    if (keys.size >= KEYS_MOST) keys.clear();
    keys.set(key, made);
    return made;
  } catch {
    return null;
  }
}

export interface Claim {
  readonly player: string;
  readonly time: number;
  readonly nonce: string;
  readonly signature: string;
}

export function readClaim(request: Request, now: number): Claim {
  const header = request.headers.get('authorization');
  if (header === null) throw new ApiError('notSigned', 'This is signed with the player’s key; see /api for how.');
  const claim = readOrderHeader(header);
  if (claim === null)
    throw new ApiError('badSignature', 'The header Authorization should be “Syntony player.time.nonce.signature”.', {
      field: 'authorization',
    });
  if (Math.abs(claim.time - now) > CLOCK_MS)
    throw new ApiError(
      'badClock',
      'Your clock and the server’s are more than five minutes apart; the server’s is in the header Date.',
      {
        field: 'authorization',
      },
    );
  return claim;
}

export function checkSignature(
  request: Request,
  { player, time, nonce, signature }: Claim,
  body: Uint8Array,
  key: KeyObject,
): void {
  const url = new URL(request.url);
  const text = orderText({
    method: request.method,
    path: url.pathname + url.search,
    body: createHash('sha256').update(body).digest('base64url'),
    player,
    time,
    nonce,
  });
  const isRight = verify(
    'sha256',
    Buffer.from(text),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isRight)
    throw new ApiError('badSignature', 'The signature is not of this order by this player.', {
      field: 'authorization',
    });
}

/** Which moderator has this token, by the name that the operator gave it. */
export function moderatorOf(request: Request, tokens: ReadonlyMap<string, string>): string {
  // an operator's token may have gaps in it
  const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token === undefined) throw new ApiError('notSigned', 'Moderators send their token: Authorization: Bearer TOKEN.');
  const given = createHash('sha256').update(token).digest();
  for (const [name, secret] of tokens)
    if (timingSafeEqual(given, createHash('sha256').update(secret).digest())) return name;
  throw new ApiError('notAllowed', 'That is no moderator’s token.');
}
