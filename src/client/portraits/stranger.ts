// Somebody the table does not know: an outline in two tones, told apart by initials.
import { bust, disc, inner, line, outer } from './parts.ts';
import type { Thing } from './person.ts';
import { cloth } from './tones.ts';

const COATS = ['#5d7286', '#70708e', '#5c7d80', '#7b7486'];

export function stranger(id: string): Thing {
  const coat = cloth(COATS[(id.charCodeAt(0) || 0) % COATS.length]);
  return {
    kind: 'thing',
    parts: () => [
      outer('M84,112H118V160H84Z', coat.shade),
      ...bust({ x: 100, y: 150, w: 62 }, coat),
      outer(disc(64, 92, 8, 12), coat.shade),
      outer(
        'M138,70Q134,84 139,98C138,116 130,134 112,137Q104,138 96,136C78,132 66,118 64,96C58,20 142,18 138,70Z',
        coat.base,
      ),
      inner('M96,136C78,132 66,118 64,96L72,78C78,96 76,118 96,136Z', coat.shade),
      outer('M138,72C134,58 116,54 100,58C84,60 76,72 74,92L62,92C50,52 64,24 100,22C136,20 146,46 138,72Z', coat.deep),
      line('M74,62C82,46 96,38 112,38', coat.shade, 4),
    ],
  };
}

/** Two at most, of the words of a name or an id; letters and digits alone, so that they may stand in markup. */
export function initialsOf(id: string): string {
  const words = id.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0].toUpperCase())
    .join('');
}
