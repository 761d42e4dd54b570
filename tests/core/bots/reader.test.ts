// The game's own stories, from their first line to their last, by a player that no screen helps.
import { describe, expect, it } from 'vitest';
import { BOT_IDS, type BotId } from '../../../src/core/bots/table.ts';
import { isRead, reader } from '../../../src/core/bots/reader.ts';
import { Recorder } from '../../../src/core/replay/record.ts';
import { simulate } from '../../../src/core/replay/simulate.ts';
import { readContent } from '../../../src/tools/content.ts';
import { contentOf, CAMPAIGN } from '../../support/runs.ts';
import { CAMPAIGN as WHOLE } from '../../../src/core/run/cities.ts';
import type { Content } from '../../../src/core/run/content.ts';

const content = readContent();

/** What reading takes, and besides every network there is, sat through to its end: who only sits loses them all. */
const MOST_TICKS = Object.values(content.levels).reduce((sum, { limit }) => sum + limit, 100_000);

function play(of: Content, plan: string, seed: number, plays: BotId) {
  const recorder = new Recorder(of, plan, seed);
  const player = reader(seed, plays);
  const refused: string[] = [];
  let largest = 0;
  while (!isRead(of, recorder.world) && recorder.world.tick < MOST_TICKS) {
    const action = player.act(of, recorder.world);
    for (const why of recorder.tick(action === null ? [] : [action])) if (why !== null) refused.push(why);
    if (action !== null && recorder.world.mode === 'scene')
      largest = Math.max(largest, JSON.stringify(recorder.world.story).length);
  }
  return { recorder, refused, largest };
}

const stories = Object.keys(content.plans).filter((id) => content.plans[id].steps[0].kind === 'scene');

/** The campaign has every city in it, so that by itself a city is read only once. */
function readers(plan: string): readonly BotId[] {
  return plan === 'prologue' || plan === WHOLE ? BOT_IDS : ['sensible'];
}

describe('stories of the game', () => {
  it('are there', () => expect(stories).toEqual(expect.arrayContaining(['prologue', 'coves', WHOLE])));

  it.each(stories.flatMap((plan) => readers(plan).map((id) => [plan, id] as const)))(
    '%s is read to its end, its networks played by %s',
    (plan, id) => {
      // a whole city takes a while
      for (let seed = 1; seed <= (plan === 'prologue' ? 3 : 1); seed++) {
        const { recorder, largest, refused } = play(content, plan, seed, id);
        expect(isRead(content, recorder.world), `seed ${seed}`).toBe(true);
        // what a save of the story takes
        expect(largest).toBeLessThanOrEqual(1024);
        expect(
          refused.filter((why) => !['coolingDown', 'notEnoughEnergy', 'alreadyTied', 'notBroken'].includes(why)),
        ).toEqual([]);
        const replay = recorder.finish();
        expect(simulate(content, replay)).toMatchObject({ verdict: 'verified', ticks: recorder.world.tick });
      }
    },
  );
});

it('a campaign with rounds is read too', () => {
  const small = contentOf({ campaign: CAMPAIGN });
  const { recorder } = play(small, 'campaign', 3, 'idle');
  expect(recorder.world.mode).toBe('over');
  expect(recorder.world.splits.filter((one) => one.kind === 'network')).toHaveLength(2);
});
