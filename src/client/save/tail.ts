// What was played since the last save, small enough to be written while the page goes. A page that is going cannot wait for a
// database, but it can still write a line to localStorage.

import { isTool } from '../../core/network/tools/table.ts';
import { RUN_CODES, type Action, type RunAct } from '../../core/run/actions.ts';
import type { Logged } from '../../core/replay/replay.ts';
import type { Where } from '../kept.ts';
import { a, isRecord, list, ShapeError } from './shape.ts';

export interface Tail {
  /** The check of the save that this goes on from; '' from the very beginning of the run. */
  readonly base: string;
  readonly when: number;
  readonly plan: string;
  readonly seed: number;
  readonly content: string;
  readonly build: string;
  readonly began: number;
  readonly played: number;
  readonly where: Where;
  readonly practice: boolean;
  readonly rewound: number;
  /** Of the World where it ends. */
  readonly final: string;
  readonly ticks: number;
  readonly log: readonly Logged[];
}

const TAIL_VERSION = 1;

export function writeTail({ log, ...tail }: Tail): string {
  const rows = log.map(({ tick, action }) =>
    action.act === 'tool' ? [tick, action.tool, action.a, action.b, action.c] : [tick, action.act, action.a, action.b],
  );
  return JSON.stringify({ version: TAIL_VERSION, ...tail, log: rows });
}

/** Null for whatever is not one. */
export function readTail(text: string | null): Tail | null {
  if (text === null) return null;
  try {
    const found: unknown = JSON.parse(text);
    if (!isRecord(found) || found.version !== TAIL_VERSION) return null;
    const where = a.record(found.where, 'where');
    return {
      base: a.text(found.base, 'base'),
      when: a.number(found.when, 'when'),
      plan: a.text(found.plan, 'plan'),
      seed: a.whole(found.seed, 'seed'),
      content: a.text(found.content, 'content'),
      build: a.text(found.build, 'build'),
      began: a.number(found.began, 'began'),
      played: a.number(found.played, 'played'),
      where: {
        city: a.text(where.city, 'city'),
        act: a.number(where.act, 'act'),
        place: a.text(where.place, 'place'),
        line: a.text(where.line, 'line'),
      },
      practice: found.practice === true,
      rewound: a.whole(found.rewound, 'rewound'),
      final: a.text(found.final, 'final'),
      ticks: a.whole(found.ticks, 'ticks'),
      log: list(found.log, 'log').map(readRow),
    };
  } catch (error) {
    if (error instanceof ShapeError || error instanceof SyntaxError) return null;
    throw error;
  }
}

function readRow(row: unknown): Logged {
  const [tick, what, ...rest] = list(row, 'log');
  const [x, y, z] = [0, 1, 2].map((i) => (rest[i] === undefined ? 0 : a.whole(rest[i], 'argument')));
  return { tick: a.whole(tick, 'tick'), action: actionOf(a.text(what, 'act'), x, y, z) };
}

function actionOf(what: string, x: number, y: number, z: number): Action {
  if (Object.hasOwn(RUN_CODES, what)) return { act: what as RunAct, a: x, b: y };
  if (isTool(what)) return { act: 'tool', tool: what, a: x, b: y, c: z };
  throw new ShapeError(`nobody can “${what}”`);
}
