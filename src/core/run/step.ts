// THE ONE DOOR. `begin` makes a World and `step` changes it; nothing else does, anywhere (`retell` is for one
// whose script was edited meanwhile). Whatever decides the future is in
// World, and whatever is in World is in its hash. From that follow replays, ghosts, saves, rewinds and verified boards.

import { act } from '../network/acts.ts';
import { buildNetwork } from '../network/build.ts';
import { HAZARD_RATE, UNLIMITED } from '../network/layout.ts';
import { outcome } from '../network/network.ts';
import { stepNetwork } from '../network/step.ts';
import { unheard, type Heard } from '../network/vocabulary.ts';
import { ASSIST_RANGE, ASSISTS, type Action, type Assist, type RunRefusal } from './actions.ts';
import { obey } from './commands.ts';
import type { Content } from './content.ts';
import { NEW_GAME, resultOf } from './game.ts';
import type { Restored } from '../story/story.ts';
import { refusal } from './refuse.ts';
import { rulesOf } from './tuning.ts';
import { copyWorld, networkOf, networkSeed, planOf, seedAt, stepOf, type Split, type World } from './world.ts';

/** Commands that a scene may give in one go. More is a loop that would never show anything. */
const COMMANDS_IN_A_ROW = 10_000;

export function begin(content: Content, plan: string, seed: number): World {
  if (!Object.hasOwn(content.plans, plan)) throw new RangeError(`there is no plan “${plan}”`);
  const world: World = {
    plan,
    seed: seed | 0,
    tick: 0,
    paused: false,
    menu: 0,
    mode: 'over',
    at: -1,
    visits: [],
    visiting: -1,
    story: null,
    shownAt: 0,
    waiting: 0,
    game: NEW_GAME,
    level: null,
    tunings: [],
    network: null,
    opened: 0,
    used: {},
    attempt: 0,
    losses: 0,
    assists: { speed: 100, hazards: 100, unlimited: 0, actWhilePaused: 0 },
    assisted: false,
    splits: [],
  };
  goOn(content, world);
  return world;
}

/**
 * The actions of a tick, in order, and then the tick itself, unless the run is paused or over. The answer has, for each
 * action, null or why it was not taken; what was not taken changed nothing.
 */
export function step(
  content: Content,
  world: World,
  actions: readonly Action[],
  heard: Heard = unheard,
): readonly (RunRefusal | null)[] {
  const answers = actions.length === 0 ? NO_ANSWERS : takeAll(content, world, actions, heard);
  if (world.paused || world.mode === 'over') return answers;
  world.tick++;
  if (world.mode === 'network') tickNetwork(content, world, heard);
  else if (world.waiting > 0) tickWait(content, world);
  return answers;
}

const NO_ANSWERS: readonly null[] = [];

/**
 * The same World by another edit of the script: the story goes on where it stood, or at the nearest place that is still
 * there, and what it shows there is obeyed as ever. For saves of an older build, and for writers.
 */
export function retell(content: Content, world: World): Restored {
  return whole(world, () => {
    const { state, restored } = content.story.mend(world.story, world.game);
    if (world.mode !== 'scene' || (world.waiting > 0 && restored.at === 'same')) world.story = state;
    else {
      world.waiting = 0;
      tell(content, world, state);
    }
    return restored;
  });
}

function takeAll(content: Content, world: World, actions: readonly Action[], heard: Heard) {
  const takeEach = (): (RunRefusal | null)[] => actions.map((action) => take(content, world, action, heard));
  // A tool cannot fail, and copying its network would cost more than it does.
  return actions.every((one) => one.act === 'tool') ? takeEach() : whole(world, takeEach);
}

/** Wholly or not at all: a network that cannot be built (LevelError) or a script that fails leaves the World as it was. */
function whole<T>(world: World, change: () => T): T {
  const before = copyWorld(world);
  try {
    return change();
  } catch (error) {
    Object.assign(world, before);
    throw error;
  }
}

function take(content: Content, world: World, action: Action, heard: Heard): RunRefusal | null {
  const no = refusal(content, world, action);
  if (no !== null) return no;
  switch (action.act) {
    case 'tool': {
      const why = act(networkOf(content, world)!, action.tool, action, heard);
      if (why === null) world.used = { ...world.used, [action.tool]: (world.used[action.tool] ?? 0) + 1 };
      return why;
    }
    case 'advance':
      tell(content, world, content.story.advance(world.story, -1, world.game));
      break;
    case 'choose':
      tell(content, world, content.story.advance(world.story, action.a, world.game));
      break;
    case 'visit':
      openVisit(content, world, action.a);
      break;
    case 'proceed':
      leaveNetwork(content, world);
      break;
    case 'retry':
      if (world.mode === 'network') world.losses++;
      openNetwork(content, world, world.level!);
      break;
    case 'skip':
      split(content, world, 'skipped');
      note(content, world, true);
      leaveNetwork(content, world);
      break;
    case 'pause':
      world.paused = true;
      break;
    case 'resume':
      world.paused = false;
      break;
    case 'menu':
      world.menu = action.a;
      break;
    case 'assist':
      setAssist(world, ASSISTS[action.a], action.b);
      break;
  }
  return null;
}

function tickNetwork(content: Content, world: World, heard: Heard): void {
  const net = networkOf(content, world)!;
  stepNetwork(net, heard);
  const ended = outcome(net);
  if (ended === 'playing') return;
  split(content, world, ended);
  note(content, world, false);
  if (ended !== 'won') world.losses++;
  const isLast = isPlanned(content, world) && world.at === planOf(content, world).steps.length - 1;
  // A run whose last network is won is over at that very tick: that is its time.
  world.mode = ended === 'won' && isLast ? 'over' : 'result';
}

function tickWait(content: Content, world: World): void {
  if (world.waiting > 1) {
    world.waiting--;
    return;
  }
  whole(world, () => {
    world.waiting = 0;
    tell(content, world, content.story.advance(world.story, -1, world.game));
  });
}

/** To what the plan has next; an empty scene is over as it begins, so this goes on until something wants the player. */
function goOn(content: Content, world: World): void {
  const { steps } = planOf(content, world);
  while (++world.at < steps.length) {
    const next = steps[world.at];
    world.visits = [];
    world.visiting = -1;
    world.opened = 0;
    closeNetwork(world);
    if (next.kind === 'network') return openNetwork(content, world, next.level);
    if (next.kind === 'hub') {
      world.mode = 'hub';
      return;
    }
    if (next.kind === 'home') {
      world.at = next.to - 1;
      continue;
    }
    if (next.kind === 'round') {
      world.mode = 'round';
      if (next.needs > 0) return;
    } else {
      openScene(content, world, next.scene);
      if (world.mode !== 'result') return;
    }
  }
  world.mode = 'over';
}

function openNetwork(content: Content, world: World, level: string): void {
  world.level = level;
  // Taken once: the next network is as it was written.
  if (world.attempt === 0) {
    world.tunings = world.game.tunings;
    if (world.tunings.length > 0) world.game = { ...world.game, tunings: [] };
  }
  world.network = buildNetwork(rulesOf(content, level, world.tunings), networkSeed(world)).s;
  world.attempt++;
  world.used = {};
  world.mode = 'network';
  applyAssists(world);
}

function closeNetwork(world: World): void {
  world.attempt = 0;
  world.losses = 0;
  world.network = null;
  world.level = null;
  world.tunings = [];
  world.used = {};
}

/** Does the plan itself say this network, or did a scene open it? */
function isPlanned(content: Content, world: World): boolean {
  return stepOf(content, world)?.kind === 'network';
}

/** On from a network: to what the plan has next, or back into the scene that opened it. */
function leaveNetwork(content: Content, world: World): void {
  if (isPlanned(content, world)) return goOn(content, world);
  closeNetwork(world);
  world.opened++;
  world.mode = 'scene';
  tell(content, world, content.story.advance(world.story, -1, world.game));
}

/** What scenes will read of this network. */
function note(content: Content, world: World, skipped: boolean): void {
  const net = networkOf(content, world);
  if (net === null || world.level === null) return;
  const result = resultOf(net, world.attempt, world.used, skipped);
  world.game = { ...world.game, results: { ...world.game.results, [world.level]: result } };
}

function openScene(content: Content, world: World, scene: string): void {
  world.mode = 'scene';
  // nobody stands on stage from before
  world.game = { ...world.game, cast: {} };
  const dice = seedAt(world, world.at);
  tell(content, world, content.story.begin(world.story, scene, dice, world.game), false);
}

/** `visit` is by index; the scene's own end brings the player back to the map, or on. In the hub it is a city. */
function openVisit(content: Content, world: World, visit: number): void {
  const here = stepOf(content, world);
  if (here?.kind === 'hub') {
    world.at = here.ways[visit].at - 1;
    return goOn(content, world);
  }
  if (here?.kind !== 'round') return;
  world.visiting = visit;
  openScene(content, world, here.visits[visit]);
  if (world.mode === 'result') endScene(content, world);
}

/** The story's new state, its commands obeyed; `goesOn` when the end of the scene is to move the run. */
function tell(content: Content, world: World, state: World['story'], goesOn = true): void {
  world.story = state;
  world.shownAt = world.tick;
  const { story } = content;
  let view = story.view(world.story, world.game);
  for (let given = 1; view.kind === 'command'; given++) {
    if (given > COMMANDS_IN_A_ROW)
      throw new RangeError(`a scene gives commands without end, the last of them: ${view.text}`);
    const { game, pause } = obey(world.game, view.text);
    world.game = game;
    if (pause?.kind === 'wait') {
      world.waiting = pause.ticks;
      return;
    }
    if (pause?.kind === 'network' && Object.hasOwn(content.levels, pause.level))
      return openNetwork(content, world, pause.level);
    world.story = story.advance(world.story, -1, world.game);
    view = story.view(world.story, world.game);
  }
  if (view.kind !== 'end') return;
  world.mode = 'result'; // not a scene any more; the caller or endScene says what instead
  if (goesOn) endScene(content, world);
}

function endScene(content: Content, world: World): void {
  const here = stepOf(content, world);
  split(content, world, 'told');
  if (here?.kind !== 'round') return goOn(content, world);
  world.visits = [...world.visits, world.visiting];
  world.visiting = -1;
  world.mode = 'round';
  if (world.visits.length >= here.needs) goOn(content, world);
}

function split(content: Content, world: World, how: Split['outcome']): void {
  const here = stepOf(content, world);
  if (here === null) return;
  const kind = how === 'told' ? 'scene' : 'network';
  const scene = here.kind === 'scene' ? here.scene : here.kind === 'round' ? here.visits[world.visiting] : '';
  const what = kind === 'scene' ? scene : (world.level ?? '');
  world.splits = [...world.splits, { at: world.at, what, kind, tick: world.tick, outcome: how }];
}

function setAssist(world: World, assist: Assist, value: number): void {
  world.assists = { ...world.assists, [assist]: value };
  if (value !== ASSIST_RANGE[assist][2]) world.assisted = true;
  applyAssists(world);
}

/** What the network itself must know of them. */
function applyAssists(world: World): void {
  if (world.network === null) return;
  world.network[HAZARD_RATE] = world.assists.hazards;
  world.network[UNLIMITED] = world.assists.unlimited;
}
