// A replay as a text that fits into a link or a message: base64url without padding, written out because core has neither
// `btoa` nor Buffer. One text for each replay: stray bits at the end are refused.

import { ReplayError } from './bytes.ts';
import { decode, encode } from './codec.ts';
import { CAPS, type Replay } from './replay.ts';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CODE_MOST = Math.ceil((CAPS.bytes * 4) / 3);

export function toCode(replay: Replay): string {
  return bytesToCode(encode(replay));
}

export function fromCode(code: string): Replay {
  return decode(codeToBytes(code));
}

export function bytesToCode(bytes: Uint8Array): string {
  const out: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const given = bytes.length - i;
    const word = (bytes[i] << 16) | (given > 1 ? bytes[i + 1] << 8 : 0) | (given > 2 ? bytes[i + 2] : 0);
    for (let k = 0; k < 4 && k <= given; k++) out.push(DIGITS[(word >>> (18 - 6 * k)) & 63]);
  }
  return out.join('');
}

export function codeToBytes(code: string): Uint8Array {
  if (code.length > CODE_MOST) throw new ReplayError('tooLong');
  if (code.length % 4 === 1) throw new ReplayError('badCode', code.length);
  const bytes = new Uint8Array(Math.floor((code.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < code.length; i++) {
    const digit = valueOf(code.charCodeAt(i));
    if (digit < 0) throw new ReplayError('badCode', i);
    held = (held << 6) | digit;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = held >> bits;
    held &= (1 << bits) - 1;
  }
  if (held !== 0) throw new ReplayError('badCode', code.length);
  return bytes;
}

function valueOf(char: number): number {
  if (char >= 65 && char <= 90) return char - 65;
  if (char >= 97 && char <= 122) return char - 71;
  if (char >= 48 && char <= 57) return char + 4;
  return char === 45 ? 62 : char === 95 ? 63 : -1;
}
