// What a name may be made of: letters of nearly every script and emoji, as the official grammar has it.

/** Pairs, first and last, in order: code points that may begin a name. */
const HEADS: readonly number[] = [
  0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a, 0xa8, 0xa8, 0xaa, 0xaa, 0xad, 0xad, 0xaf, 0xaf, 0xb2, 0xb5, 0xb7, 0xba, 0xbc,
  0xbe, 0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2ff, 0x370, 0x167f, 0x1681, 0x180d, 0x180f, 0x1dbf, 0x1e00, 0x1fff, 0x200b,
  0x200d, 0x202a, 0x202e, 0x203f, 0x2040, 0x2054, 0x2054, 0x2060, 0x20cf, 0x2100, 0x218f, 0x2460, 0x24ff, 0x2776,
  0x2793, 0x2c00, 0x2dff, 0x2e80, 0x2fff, 0x3004, 0x3007, 0x3021, 0x302f, 0x3031, 0x303f, 0x3040, 0xd7ff, 0xf900,
  0xfd3d, 0xfd40, 0xfdcf, 0xfdf0, 0xfe1f, 0xfe30, 0xfe44, 0xfe47, 0xfffd,
];

/** More that may follow: digits and marks that combine. */
const PARTS: readonly number[] = [0x30, 0x39, 0x300, 0x36f, 0x1dc0, 0x1dff, 0x20d0, 0x20ff, 0xfe20, 0xfe2f];

function among(pairs: readonly number[], code: number): boolean {
  let low = 0;
  let high = pairs.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (code < pairs[2 * middle]) high = middle - 1;
    else if (code > pairs[2 * middle + 1]) low = middle + 1;
    else return true;
  }
  return false;
}

function isHead(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
  // Every plane above the first but its last two code points
  if (code >= 0x1_0000) return code < 0xe_fffe && (code & 0xffff) < 0xfffe;
  return among(HEADS, code);
}

function isPart(code: number): boolean {
  return isHead(code) || among(PARTS, code);
}

/** Where the name that begins at `start` ends; `start` itself if none does. */
export function nameEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    const code = text.codePointAt(at)!;
    if (at === start ? !isHead(code) : !isPart(code)) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

/** The character at a place, whole. */
export function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}
