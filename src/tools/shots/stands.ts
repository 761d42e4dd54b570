// Where the pictures are taken: Worlds at the scenes, maps, networks and endings of the campaign, found by letting a bot play.

import { isRead, reader } from '../../core/bots/reader.ts';
import { run } from '../../core/run/actions.ts';
import { CAMPAIGN } from '../../core/run/cities.ts';
import type { Content } from '../../core/run/content.ts';
import { begin, step } from '../../core/run/step.ts';
import { copyWorld, stepOf, type World } from '../../core/run/world.ts';

export interface Stand {
  readonly name: string;
  readonly world: World;
}

/** Ticks that a run may take before we give it up: an hour of play. */
const MOST = 60 * 60 * 120;
/** Into a network, for its picture: some seconds. */
const INTO = 900;
/** Of one scene: its first line, one from its midst, and a choice. */
const MIDST = 7;

/** Runs of the campaign that between them come to every ending; each place is kept once. */
export function standsOf(content: Content, seeds: readonly number[]): Stand[] {
  const found = new Map<string, World>();
  for (const seed of seeds) collect(content, seed, found);
  return [...found].map(([name, world]) => ({ name, world }));
}

function collect(content: Content, seed: number, found: Map<string, World>): void {
  const world = begin(content, CAMPAIGN, seed);
  const bot = reader(seed, seed % 3 === 0 ? 'idle' : 'sensible');
  let lines = 0;
  let last = '';
  while (!isRead(content, world) && world.tick < MOST) {
    const here = nameOf(content, world);
    if (here !== last) lines = 0;
    else if (world.mode === 'scene' && world.shownAt === world.tick) lines++;
    last = here;
    for (const name of namesAt(content, world, here, lines)) if (!found.has(name)) found.set(name, copyWorld(world));
    const act = bot.act(content, world);
    // one run in three never plays: its networks are lost, and skipped when they may be
    step(content, world, act === null ? [] : [act.act === 'proceed' && seed % 3 === 0 ? run('proceed') : act]);
  }
}

function namesAt(content: Content, world: World, here: string, lines: number): string[] {
  switch (world.mode) {
    case 'scene': {
      const view = content.story.view(world.story, world.game);
      const ending = Object.entries(world.game.endings).map(([city, one]) => `${city} ending ${one}`);
      const staged = world.game.stage === '' ? [] : [`place ${world.game.stage}`];
      const now = lines === 0 ? [`${here} 1`] : lines === MIDST ? [`${here} 2`] : [];
      return [...now, ...(view.kind === 'options' ? [`${here} choice`] : []), ...staged, ...ending];
    }
    case 'network':
      return world.network?.[0] === INTO ? [here] : [];
    case 'result':
      return [`${here} ${world.splits.at(-1)?.outcome ?? ''}`];
    case 'hub':
      return [Object.keys(world.game.endings).length === 0 ? 'sphere' : 'sphere after'];
    case 'round':
      return [`${here} ${world.visits.length}`];
    case 'over':
      return [];
  }
}

/** Of what step the World stands at: `coves 3 round`, `coves 2 visit Odile`. */
function nameOf(content: Content, world: World): string {
  const here = stepOf(content, world);
  if (here === null) return '';
  const where = here.of === undefined ? '' : `${here.of.city} ${here.of.act} `;
  switch (here.kind) {
    case 'scene':
      return `${where}${here.scene}`;
    case 'round':
      return world.mode === 'round' ? `${where}round` : `${where}${here.visits[world.visiting] ?? ''}`;
    case 'network':
      return `${where}network`;
    case 'hub':
    case 'home':
      return where;
  }
}
