// Somebody the table does not know: an outline in two tones, told apart by initials.
import { bust, disc, inner, line, outer } from './parts.ts';
import type { Thing } from './person.ts';
import { cloth } from './tones.ts';

const COATS = ['#5d7286', '#7a6488', '#5f7f6a', '#8a6f58'];

export function stranger(id: string): Thing {
  const coat = cloth(COATS[(id.charCodeAt(0) || 0) % COATS.length]);
  return {
    kind: 'thing',
    parts: () => [
      outer('M82,110H118V160H82Z', coat.shade),
      ...bust({ x: 100, y: 150, w: 66 }, coat),
      outer(disc(100, 84, 36, 44), coat.base),
      inner('M100,40C70,40 60,70 66,100C72,120 86,128 100,128C84,116 78,96 80,76C82,56 90,46 100,40Z', coat.shade),
      line('M118,54Q132,70 128,94', coat.light, 4),
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
