// What runs inside each engine: the core and this, bundled into one plain script. It may use nothing but the language.

import { makeContent, type LevelFiles } from '../../content.ts';
import { Hasher, hashText, sameHash } from '../../core/math/hash.ts';
import { fromCode } from '../../core/replay/code.ts';
import { Playback } from '../../core/replay/playback.ts';
import { HASH_EVERY } from '../../core/replay/replay.ts';
import { hashWorld } from '../../core/run/world.ts';
import type { Program } from '../../core/yarn/program.ts';

/** One line for each replay: its final hash, a digest of those on the way, and the first tick that was not as recorded. */
export function play(
  files: LevelFiles,
  program: Program | null,
  codes: readonly string[],
  say: (line: string) => void,
): void {
  const content = makeContent(files, program);
  for (const code of codes) {
    const replay = fromCode(code);
    const playback = new Playback(content, replay);
    const digest = new Hasher();
    let parted = -1;
    replay.hashes.forEach((said, i) => {
      const tick = (i + 1) * HASH_EVERY;
      const hash = hashWorld(playback.seek(tick));
      digest.word(hash[0]).word(hash[1]);
      if (parted < 0 && !sameHash(hash, said)) parted = tick;
    });
    const final = hashWorld(playback.seek(replay.ticks));
    if (parted < 0 && !sameHash(final, replay.final)) parted = replay.ticks;
    say(`${hashText(final)} ${hashText(digest.done())}${parted < 0 ? '' : ` parted at ${parted}`}`);
  }
}
