// From each version of the save's format to the next. A row, once released, is never changed.

import type { Json } from './pack.ts';
import { a } from './shape.ts';

type Body = { readonly [key: string]: Json };

export const MIGRATIONS: Readonly<Record<number, (body: Body) => Body>> = {
  /** Seconds became milliseconds; `city` alone became where; there were no marks, and nothing of what was said. */
  0: ({ time, city, ...rest }) => {
    const when = a.number(time, 'time') * 1000;
    const where = { city: a.text(city, 'city'), act: 0, place: '', line: '' };
    return { ...rest, version: 1, when, began: when, where, rewound: 0, marks: [], said: [], now: null };
  },
};
