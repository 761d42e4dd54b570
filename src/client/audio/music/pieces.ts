import type { MusicId } from '../../../core/run/cues.ts';
import { COVES_PIECES } from './coves.ts';
import { SPHERE_PIECES } from './sphere.ts';
import type { Piece } from './write.ts';

/** Every piece that a script may ask for. */
export const PIECES: Readonly<Record<Exclude<MusicId, 'none'>, Piece>> = { ...SPHERE_PIECES, ...COVES_PIECES };

export function pieceOf(id: string): Piece | null {
  return Object.hasOwn(PIECES, id) ? PIECES[id as keyof typeof PIECES] : null;
}
