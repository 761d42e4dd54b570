// Runs of the boards, to be watched: fetched, read, and asked whether this build can play them.

import { ReplayError } from '../../core/replay/bytes.ts';
import { decode } from '../../core/replay/codec.ts';
import { unplayable } from '../../core/replay/playable.ts';
import type { Replay } from '../../core/replay/replay.ts';
import type { Content } from '../../core/run/content.ts';

export type Fetched =
  | { readonly how: 'here'; readonly replay: Replay; readonly by: string; readonly isLive: boolean }
  | { readonly how: 'noSuchRun' | 'noService' | 'damaged' | 'otherVersion' };

export async function fetchRun(content: Content, id: string): Promise<Fetched> {
  let bytes: Uint8Array;
  let by = '';
  let isLive = false;
  try {
    const [file, about] = await Promise.all([fetch(`/api/runs/${id}/replay`), fetch(`/api/runs/${id}`)]);
    if (file.status === 404) return { how: 'noSuchRun' };
    if (!file.ok) return { how: 'noService' };
    bytes = new Uint8Array(await file.arrayBuffer());
    if (about.ok) {
      const run = (await about.json()) as { player?: string; badges?: readonly string[] };
      isLive = run.badges?.includes('live') === true;
      const player = await fetch(`/api/players/${run.player ?? ''}`);
      by = player.ok ? (((await player.json()) as { name?: string }).name ?? '') : '';
    }
  } catch {
    return { how: 'noService' };
  }
  try {
    const replay = decode(bytes);
    return unplayable(content, replay) === null ? { how: 'here', replay, by, isLive } : { how: 'otherVersion' };
  } catch (error) {
    if (error instanceof ReplayError) return { how: error.reason === 'unknownVersion' ? 'otherVersion' : 'damaged' };
    throw error;
  }
}
