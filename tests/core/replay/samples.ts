// Runs to take apart, on small levels of their own.

import { recordRandom } from '../../../src/tools/engines/actor.ts';
import { makeContent } from '../../../src/content.ts';
import { everythingLevels } from '../../../src/tools/engines/levels.ts';
import { Recorder } from '../../../src/core/replay/record.ts';
import type { Replay } from '../../../src/core/replay/replay.ts';
import { run } from '../../../src/core/run/actions.ts';
import { TEXT_TICKS } from '../../../src/core/run/refuse.ts';
import { CAMPAIGN, contentOf } from '../../support/runs.ts';

export const small = contentOf({ campaign: CAMPAIGN });
export const everything = makeContent(everythingLevels());

export function sample(seed: number, ticks: number): Replay {
  return recordRandom(small, 'hard', seed, ticks);
}

export function rich(seed: number, ticks: number): Replay {
  return recordRandom(everything, `everything/${1 + (seed % 5)}`, seed, ticks);
}

/** Somebody who presses everything finds their way through scenes, rounds and networks too. */
export function campaign(seed: number, ticks: number): Replay {
  return recordRandom(small, 'campaign', seed, ticks);
}

/** Through the campaign's first scene and into its round, and stopped in a pause. */
export function pausedInRound(): Replay {
  const recorder = new Recorder(small, 'campaign', 11, { board: 'b', ticket: 't', player: 'p' });
  for (const action of [run('advance'), run('advance'), run('choose', 0), run('advance')]) {
    for (let i = 0; i < TEXT_TICKS; i++) recorder.tick([]);
    recorder.tick([action]);
  }
  recorder.tick([run('pause')]);
  recorder.tick([run('menu', 1)]);
  return recorder.finish();
}
