// Every kind of node there is. A new kind is a file beside this one and a row here.

import { balm } from './balm.ts';
import { buyer } from './buyer.ts';
import { channel } from './channel.ts';
import { elder } from './elder.ts';
import { far } from './far.ts';
import { foreign } from './foreign.ts';
import { glare } from './glare.ts';
import type { KindRow } from './kind.ts';
import { mirror } from './mirror.ts';
import { plain } from './plain.ts';
import { portrait } from './portrait.ts';
import { stage } from './stage.ts';
import { watcher } from './watcher.ts';

const TABLE = { plain, far, foreign, elder, stage, mirror, channel, watcher, buyer, glare, balm, portrait } as const;

export type KindId = keyof typeof TABLE;
export const KINDS: Readonly<Record<KindId, KindRow>> = TABLE;
export const KIND_IDS = Object.keys(TABLE) as readonly KindId[];

/** By the number that the state holds. */
export const KINDS_BY_CODE: readonly KindRow[] = KIND_IDS.map((id) => KINDS[id]).sort((a, b) => a.code - b.code);

export function kindName(code: number): KindId {
  return KIND_IDS.find((id) => KINDS[id].code === code) ?? 'plain';
}
