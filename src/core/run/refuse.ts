// Why an action would not be taken now. Changes nothing: previews and grey buttons ask this, and step.ts asks it first.

import { refusal as networkRefusal } from '../network/acts.ts';
import { TICK } from '../network/layout.ts';
import { outcome } from '../network/network.ts';
import { isTool } from '../network/tools/table.ts';
import { ASSIST_RANGE, ASSISTS, READS, type Action, type Assist, type RunRefusal } from './actions.ts';
import type { View } from '../story/story.ts';
import type { Content } from './content.ts';
import { networkOf, stepOf, type World } from './world.ts';

/** No line passes faster than this, so that mashing has no edge. A fifth of a second. */
export const TEXT_TICKS = 24;
/** Losses of one network before it may be skipped. */
export const LOSSES_TO_SKIP = 3;
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
      if (world.mode === 'hub' && here?.kind === 'hub') {
        if (action.a < 0 || action.a >= here.ways.length) return 'noSuchVisit';
        return Object.hasOwn(world.game.endings, here.ways[action.a].city) ? 'alreadyVisited' : null;
      }
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
      return world.losses >= LOSSES_TO_SKIP || isLesson(content, world) ? null : 'notLostEnough';
  }
}

function storyRefusal(content: Content, world: World, what: 'advance' | 'choose', option: number): RunRefusal | null {
  if (world.mode !== 'scene') return 'notInAScene';
  if (world.waiting > 0) return 'tooSoon';
  const view = content.story.view(world.story, world.game);
  if (what === 'advance' && view.kind !== 'line' && !isShut(view)) return 'noLine';
  if (what === 'choose') {
    if (view.kind !== 'options') return 'noOptions';
    if (option < 0 || option >= view.options.length) return 'noSuchOption';
    if (!view.options[option].open) return 'optionClosed';
  }
  return world.tick - world.shownAt < TEXT_TICKS ? 'tooSoon' : null;
}

/** Options of which none is open: the way on is past them. */
export function isShut(view: View): boolean {
  return view.kind === 'options' && !view.options.some((one) => one.open);
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

/** A lesson in a story may be left at any time: whoever knows how it goes need not be taught. */
function isLesson(content: Content, world: World): boolean {
  return world.level !== null && world.level !== world.plan && content.levels[world.level].level.lesson === true;
}

function isWon(content: Content, world: World): boolean {
  const net = networkOf(content, world);
  return net !== null && outcome(net) === 'won';
}
