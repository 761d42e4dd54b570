// THE ONE DOOR. `begin` makes a World and `step` changes it; nothing else does, anywhere. Whatever decides the future is in
// World, and whatever is in World is in its hash. From that follow replays, ghosts, saves, rewinds and verified boards.

import { act, refusal as networkRefusal } from '../network/acts.ts';
import { buildNetwork } from '../network/build.ts';
import { HAZARD_RATE, TICK, UNLIMITED } from '../network/layout.ts';
import { outcome } from '../network/network.ts';
import { stepNetwork } from '../network/step.ts';
import { unheard, type Heard } from '../network/vocabulary.ts';
import { isTool } from '../network/tools/table.ts';
import { ASSIST_RANGE, ASSISTS, READS, type Action, type Assist, type RunRefusal } from './actions.ts';
import type { Content } from './content.ts';
import { copyWorld, networkOf, planOf, seedAt, stepOf, type Split, type World } from './world.ts';

/** No line passes faster than this, so that mashing has no edge. A fifth of a second. */
export const TEXT_TICKS = 24;
/** Losses of one network before it may be skipped. */
export const LOSSES_TO_SKIP = 3;

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
    network: null,
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
  const answers = actions.length === 0 ? NO_ANSWERS : actions.map((action) => takeWhole(content, world, action, heard));
  if (world.paused || world.mode === 'over') return answers;
  world.tick++;
  if (world.mode === 'network') tickNetwork(content, world, heard);
  return answers;
}

const NO_ANSWERS: readonly null[] = [];

/** Why an action would not be taken now, or null. Changes nothing: previews and grey buttons ask this. */
export function refusal(content: Content, world: World, action: Action): RunRefusal | null {
  if (world.mode === 'over') return 'runOver';
  if (action.act !== 'tool' && hasUnread(action)) return 'unreadArgument';
  if (action.act === 'resume') return world.paused ? null : 'notPaused';
  if (action.act === 'menu') return null;
  if (action.act === 'assist') return assistRefusal(world, action.a, action.b);
  if (world.paused && !(action.act === 'tool' && world.assists.actWhilePaused === 1)) return 'paused';
  switch (action.act) {
    case 'pause':
      return null;
    case 'tool': {
      if (!isTool(action.tool)) return 'noSuchTool';
      const net = world.mode === 'network' ? networkOf(content, world) : null;
      return net === null ? 'notInANetwork' : networkRefusal(net, action.tool, action);
    }
    case 'advance':
    case 'choose':
      return storyRefusal(content, world, action.act, action.a);
    case 'visit': {
      const here = stepOf(content, world);
      if (world.mode !== 'round' || here?.kind !== 'round') return 'notInARound';
      if (action.a < 0 || action.a >= here.visits.length) return 'noSuchVisit';
      return world.visits.includes(action.a) ? 'alreadyVisited' : null;
    }
    case 'proceed':
      return world.mode === 'result' ? null : 'notAtAResult';
    case 'retry':
      if (world.mode !== 'network' && world.mode !== 'result') return 'notInANetwork';
      if (isWon(content, world)) return 'alreadyWon';
      // Nothing has happened yet: a retry would change nothing but the log.
      return world.network?.[TICK] === 0 ? 'nothingToRetry' : null;
    case 'skip':
      if (world.mode !== 'network' && world.mode !== 'result') return 'notInANetwork';
      if (isWon(content, world)) return 'alreadyWon';
      return world.losses >= LOSSES_TO_SKIP ? null : 'notLostEnough';
  }
}

function storyRefusal(content: Content, world: World, what: 'advance' | 'choose', option: number): RunRefusal | null {
  if (world.mode !== 'scene') return 'notInAScene';
  const view = content.story.view(world.story);
  if (what === 'advance' && view.kind !== 'line') return 'noLine';
  if (what === 'choose') {
    if (view.kind !== 'options') return 'noOptions';
    if (option < 0 || option >= view.open.length) return 'noSuchOption';
    if (!view.open[option]) return 'optionClosed';
  }
  return world.tick - world.shownAt < TEXT_TICKS ? 'tooSoon' : null;
}

function hasUnread(action: Exclude<Action, { act: 'tool' }>): boolean {
  const reads = READS[action.act];
  return (reads < 1 && action.a !== 0) || (reads < 2 && action.b !== 0);
}

function assistRefusal(world: World, which: number, value: number): RunRefusal | null {
  const assist: Assist | undefined = ASSISTS[which];
  if (assist === undefined) return 'noSuchAssist';
  const [least, most] = ASSIST_RANGE[assist];
  if (!Number.isInteger(value) || value < least || value > most) return 'noSuchAssist';
  return world.assists[assist] === value ? 'alreadySet' : null;
}

/** Wholly or not at all: a network that cannot be built (LevelError) leaves the World as it was. */
function takeWhole(content: Content, world: World, action: Action, heard: Heard): RunRefusal | null {
  if (action.act === 'tool') return take(content, world, action, heard);
  const before = copyWorld(world);
  try {
    return take(content, world, action, heard);
  } catch (error) {
    Object.assign(world, before);
    throw error;
  }
}

function take(content: Content, world: World, action: Action, heard: Heard): RunRefusal | null {
  const no = refusal(content, world, action);
  if (no !== null) return no;
  switch (action.act) {
    case 'tool':
      return act(networkOf(content, world)!, action.tool, action, heard);
    case 'advance':
      tell(content, world, content.story.advance(world.story, -1));
      break;
    case 'choose':
      tell(content, world, content.story.advance(world.story, action.a));
      break;
    case 'visit':
      openVisit(content, world, action.a);
      break;
    case 'proceed':
      goOn(content, world);
      break;
    case 'retry':
      if (world.mode === 'network') world.losses++;
      openNetwork(content, world);
      break;
    case 'skip':
      split(content, world, 'skipped');
      goOn(content, world);
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
  if (ended !== 'won') world.losses++;
  const isLast = world.at === planOf(content, world).steps.length - 1;
  // A run whose last network is won is over at that very tick: that is its time.
  world.mode = ended === 'won' && isLast ? 'over' : 'result';
}

/** To what the plan has next; an empty scene is over as it begins, so this goes on until something wants the player. */
function goOn(content: Content, world: World): void {
  const { steps } = planOf(content, world);
  while (++world.at < steps.length) {
    const next = steps[world.at];
    world.visits = [];
    world.visiting = -1;
    world.attempt = 0;
    world.losses = 0;
    world.network = null;
    if (next.kind === 'network') return openNetwork(content, world);
    if (next.kind === 'round') {
      world.mode = 'round';
      if (next.needs > 0) return;
    } else {
      openScene(content, world, next.scene);
      if (world.mode === 'scene') return;
    }
  }
  world.mode = 'over';
}

function openNetwork(content: Content, world: World): void {
  const here = stepOf(content, world);
  if (here?.kind !== 'network') return;
  const net = buildNetwork(content.levels[here.level], seedAt(world, world.at));
  world.network = net.s;
  world.attempt++;
  world.mode = 'network';
  applyAssists(world);
}

function openScene(content: Content, world: World, scene: string): void {
  world.mode = 'scene';
  tell(content, world, content.story.begin(world.story, scene, seedAt(world, world.at)), false);
}

/** `visit` is by index; the scene's own end brings the player back to the map, or on. */
function openVisit(content: Content, world: World, visit: number): void {
  const here = stepOf(content, world);
  if (here?.kind !== 'round') return;
  world.visiting = visit;
  openScene(content, world, here.visits[visit]);
  if (world.mode !== 'scene') endScene(content, world);
}

/** The story's new state; `goesOn` when the end of the scene is to move the run. */
function tell(content: Content, world: World, state: World['story'], goesOn = true): void {
  world.story = state;
  world.shownAt = world.tick;
  if (content.story.view(state).kind !== 'end') return;
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
  const what = here.kind === 'network' ? here.level : here.kind === 'scene' ? here.scene : here.visits[world.visiting];
  world.splits = [
    ...world.splits,
    { at: world.at, what, kind: here.kind === 'network' ? 'network' : 'scene', tick: world.tick, outcome: how },
  ];
}

function isWon(content: Content, world: World): boolean {
  const net = networkOf(content, world);
  return net !== null && outcome(net) === 'won';
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
