// The endings, for the page that keeps them. What was not reached is not told.

import type { City } from '../../core/run/cast.ts';
import type { Ending } from '../../core/run/cues.ts';

export const ENDING_TEXTS: Partial<Record<City, Readonly<Record<Ending, string>>>> = {
  coves: {
    unison: 'They breathe in together. Nobody runs for the tram; it waits for all of them at once.',
    concord: 'Three doors are shut. The Nine runs late, because people talk.',
    fracture: 'No number, and nothing agreed. Ferro lets everybody ride, is dismissed for it, and drives on.',
  },
};

export const ENDINGS_WORDS = {
  none: 'Nothing has ended yet. What ends is kept here.',
  masked: 'not reached',
} as const;
