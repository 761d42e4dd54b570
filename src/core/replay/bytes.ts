// The smallest parts of the file: whole numbers, short texts, hashes. One way to write each, and no other is read: two
// files that differ are two different replays.

import type { Hash } from '../math/hash.ts';
import { CAPS } from './replay.ts';

/** Everything that can be wrong with a file. Machines read these. */
export const REPLAY_ERRORS = [
  'notAReplay',
  'unknownVersion',
  'damaged',
  'truncated',
  'trailingBytes',
  'tooLong',
  'tooManyTicks',
  'tooManyActions',
  'badNumber',
  'badText',
  'badFlags',
  'badAction',
  'badCode',
] as const;
export type ReplayErrorReason = (typeof REPLAY_ERRORS)[number];

export class ReplayError extends Error {
  override readonly name = 'ReplayError';
  readonly reason: ReplayErrorReason;
  /** The byte at which it was noticed, where there is one. */
  readonly at: number | undefined;

  constructor(reason: ReplayErrorReason, at?: number) {
    super(at === undefined ? reason : `${reason} at byte ${at}`);
    this.reason = reason;
    this.at = at;
  }
}

export class Writer {
  private bytes = new Uint8Array(256);
  private length = 0;

  byte(value: number): void {
    if (this.length >= CAPS.bytes) throw new ReplayError('tooLong');
    if (this.length === this.bytes.length) {
      const more = new Uint8Array(this.length * 2);
      more.set(this.bytes);
      this.bytes = more;
    }
    this.bytes[this.length++] = value;
  }

  /** Seven bits a byte, the low ones first. */
  varint(value: number): void {
    let left = value;
    while (left > 127) {
      this.byte((left & 127) | 128);
      left = Math.floor(left / 128);
    }
    this.byte(left);
  }

  /** An int32 with its sign in the lowest bit, so that small ones are short whichever side of zero they are. */
  signed(value: number): void {
    this.varint(((value << 1) ^ (value >> 31)) >>> 0);
  }

  /** Four bytes, the low one first. */
  word(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte((value >>> shift) & 255);
  }

  hash(hash: Hash): void {
    this.word(hash[0]);
    this.word(hash[1]);
  }

  text(value: string): void {
    if (value.length > CAPS.text) throw new ReplayError('badText');
    this.varint(value.length);
    for (let i = 0; i < value.length; i++) {
      const code = value.charCodeAt(i);
      if (!isPrintable(code)) throw new ReplayError('badText');
      this.byte(code);
    }
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

export class Reader {
  private readonly bytes: Uint8Array;
  private readonly end: number;
  at: number;

  constructor(bytes: Uint8Array, from: number, end: number) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  get left(): number {
    return this.end - this.at;
  }

  byte(): number {
    if (this.at >= this.end) throw new ReplayError('truncated', this.at);
    return this.bytes[this.at++];
  }

  varint(): number {
    let value = 0;
    let scale = 1;
    for (let i = 0; i < 5; i++) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) {
        // A last byte of zero would be a second way to write the same number; past 32 bits there is nothing to write.
        if ((byte === 0 && i > 0) || value > 0xffff_ffff) break;
        return value;
      }
      scale *= 128;
    }
    throw new ReplayError('badNumber', this.at);
  }

  signed(): number {
    const value = this.varint();
    return (value >>> 1) ^ -(value & 1);
  }

  word(): number {
    let value = 0;
    for (let shift = 0; shift < 32; shift += 8) value |= this.byte() << shift;
    return value;
  }

  hash(): Hash {
    const first = this.word();
    return [first, this.word()];
  }

  text(): string {
    const length = this.varint();
    if (length > CAPS.text) throw new ReplayError('badText', this.at);
    let value = '';
    for (let i = 0; i < length; i++) {
      const code = this.byte();
      if (!isPrintable(code)) throw new ReplayError('badText', this.at);
      value += String.fromCharCode(code);
    }
    return value;
  }
}

/** Names of ours only, so ASCII: nothing that looks like something else, nothing that a terminal would obey. */
function isPrintable(code: number): boolean {
  return code >= 0x20 && code < 0x7f;
}
