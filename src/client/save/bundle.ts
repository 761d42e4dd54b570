// Saves on a journey: to a file, to a text that fits into a message, and back. The text is the file, made small and written in
// letters that nothing on the way changes.

import { hashOf, hashText } from '../../core/math/hash.ts';
import type { SlotId, SlotRow } from '../kept.ts';
import type { Json } from './pack.ts';
import { a, isRecord, list, ShapeError, timeOf } from './shape.ts';
import type { Kept } from './store.ts';

/**
 * The format's version and its history.
 *  1  format · version · when · saves ({id, name, when, text}) · settings · profile · check over all the rest
 */
const BUNDLE_VERSION = 1;
const FORMAT = 'syntony.bundle';
const CODE_PREFIX = 'SYNTONY1-';
/** Of a text, and of what it unfolds to: a small file that unfolds without end is nobody's save. */
const LONGEST = 24_000_000;

/** What goes with the saves, each as its owner writes it. */
export interface Travels {
  readonly settings?: Json;
  readonly profile?: Json;
}

export interface Bundle extends Travels {
  readonly when: number;
  readonly saves: readonly Kept[];
}

const REFUSED = ['notABundle', 'damaged', 'newer', 'tooLong'] as const;
export type Refused = (typeof REFUSED)[number];

export type Preview =
  | { readonly state: 'refused'; readonly why: Refused }
  | {
      readonly state: 'readable';
      /** As they are called where they come from. */
      readonly rows: readonly SlotRow[];
      /** Where each would go, were nothing said. */
      readonly intoByDefault: readonly SlotId[];
      readonly bundle: Bundle;
    };

export function writeBundle({ when, saves, settings, profile }: Bundle): string {
  const body = {
    format: FORMAT,
    version: BUNDLE_VERSION,
    when,
    saves: saves.map((one) => ({ id: one.id, name: one.name, when: one.when, text: one.text })),
    settings: settings ?? null,
    profile: profile ?? null,
  };
  return JSON.stringify({ ...body, check: hashText(hashOf(body)) });
}

/** A file or a code, whichever it is; blanks and line ends that a message put in are no matter. */
export async function readBundle(given: string): Promise<Bundle | Refused> {
  if (given.length > LONGEST) return 'tooLong';
  const trimmed = given.trim();
  if (!trimmed.startsWith(CODE_PREFIX)) return readFile(trimmed);
  const file = await uncoded(trimmed);
  const read = file === null ? 'damaged' : readFile(file);
  // it calls itself one: what unfolds to nothing readable was harmed on the way
  return read === 'notABundle' ? 'damaged' : read;
}

function readFile(text: string): Bundle | Refused {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return 'notABundle';
  }
  if (isRecord(found) && found.format === 'syntony.save') return aloneOf(text);
  if (!isRecord(found) || found.format !== FORMAT) return 'notABundle';
  if (found.version !== BUNDLE_VERSION) return Number(found.version) > BUNDLE_VERSION ? 'newer' : 'notABundle';
  const { check, ...body } = found;
  try {
    if (check !== hashText(hashOf(body))) return 'damaged';
    const saves = list(found.saves, 'saves').map((one): Kept => {
      const kept = a.record(one, 'save');
      return {
        id: a.text(kept.id, 'id'),
        name: a.text(kept.name, 'name'),
        when: timeOf(kept.when, 'when'),
        text: a.text(kept.text, 'text'),
      };
    });
    const travels = { settings: found.settings as Json, profile: found.profile as Json };
    return { when: a.number(found.when, 'when'), saves, ...travels };
  } catch (error) {
    // what nobody writes, such as a number without end or lists a thousand deep, has no sum either
    if (error instanceof ShapeError || error instanceof TypeError || error instanceof RangeError) return 'damaged';
    throw error;
  }
}

/** One save by itself is a bundle of one. */
function aloneOf(text: string): Bundle {
  return { when: 0, saves: [{ id: 'auto', name: '', when: 0, text }] };
}

export async function toText(file: string): Promise<string> {
  const small = await through(new TextEncoder().encode(file), new CompressionStream('deflate-raw'));
  return CODE_PREFIX + lettersOf(small ?? new Uint8Array());
}

async function uncoded(code: string): Promise<string | null> {
  const bytes = bytesOf(code.slice(CODE_PREFIX.length).replace(/\s+/g, ''));
  if (bytes === null) return null;
  const file = await through(bytes, new DecompressionStream('deflate-raw'));
  return file === null ? null : new TextDecoder().decode(file);
}

/** Null if it is not what it should be, or has no end. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  change: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(change).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > LONGEST) {
        await reader.cancel();
        return null;
      }
      parts.push(value);
    }
  } catch {
    return null;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function lettersOf(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(letters: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (one) => one.charCodeAt(0));
  } catch {
    return null;
  }
}
