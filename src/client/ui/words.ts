// What the page says of a network, in tables keyed by the core's own sets. What has no words here yet is said in those of
// its own row; tests/client/words.test.ts sees to it that it gets them. No markup here, and no rule.

import { TICKS_PER_SECOND } from '../../core/math/turn.ts';
import { speaker } from '../../core/network/goals/rounds.ts';
import { namedToShield } from '../../core/network/goals/shielded.ts';
import { HAZARDS, type HazardId } from '../../core/network/hazards/table.ts';
import { BEST_HELD, LOST_AT, TICK } from '../../core/network/layout.ts';
import { isShielded, outcome, type Network } from '../../core/network/network.ts';
import { TOOLS, type ToolId } from '../../core/network/tools/table.ts';
import type { Outcome } from '../../core/network/vocabulary.ts';
import type { RunRefusal } from '../../core/run/actions.ts';
import { resultOf } from '../../core/run/game.ts';
import type { Aim } from '../aim.ts';
import type { Notice } from '../play.ts';
import { bondState, meters, seenBonds, standing, type BondState } from '../reading.ts';
import {
  COMING,
  DANGER,
  LESSON_LINES,
  LESSONS_WON,
  METER_WORDS,
  STRUCK,
  TAKES,
  TOOL_WORDS,
  TURNED,
  type MeterId,
  type ToolWords,
} from '../words/network.ts';
import { clock, targetName } from './people-words.ts';
import { exactTime, shortTime } from './times.ts';

// ------------------------------------------------------------------------------------------------ tools

/** What has no words of its own yet is called by its id. */
export function idWords(id: string): string {
  const words = id.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A language by its own name for itself. */
export function languageName(locale: string): string {
  if (locale === 'qps') return 'Pseudo (long)';
  if (locale === 'qps-mirror') return 'Pseudo (mirrored)';
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}

export function toolWords(id: ToolId): ToolWords {
  return TOOL_WORDS[id] ?? { name: sentence(id).slice(0, -1), does: sentence(TOOLS[id].doc) };
}

/** A row's own words as a sentence. */
function sentence(doc: string): string {
  return `${doc.slice(0, 1).toUpperCase()}${doc.slice(1)}.`;
}

/** What to do next with the tool in hand. */
export function instruction(aim: Aim, net: Network, isTouch = false): string {
  const { tool, picked } = aim;
  if (tool === null) return 'Choose a tool.';
  const { name } = toolWords(tool);
  if (aim.ghost !== null && picked !== null)
    return `${name} ${targetName(net, picked)} to ${clock(aim.ghost)}: ${isTouch ? 'tap where the hand should point; a tap far away lets go.' : 'Enter or click sets it, ← → turn it, Esc lets go.'}`;
  if (picked !== null)
    return `${name}, from ${targetName(net, picked)}: now choose the other one. ${isTouch ? 'A tap beside everything' : 'Esc'} lets go.`;
  switch (aim.wants) {
    case 'node':
      return tool === 'tune' ? `${name}: choose whose hand to turn.` : `${name}: choose a person.`;
    case 'bond':
      return tool === 'mend' ? `${name}: choose a broken bond.` : `${name}: choose a bond.`;
    case 'door':
      return `${name}: choose a door.`;
    case 'angle':
    case null:
      return toolWords(tool).does;
  }
}

// ------------------------------------------------------------------------------------------------ refusals

const REFUSAL_WORDS: Partial<Readonly<Record<RunRefusal, string>>> = {
  runOver: 'This is over.',
  paused: 'Time stands still. Go on first.',
  notPaused: 'Time is running already.',
  notInAScene: 'Nobody is speaking.',
  notInARound: 'There is nowhere to go just now.',
  notInANetwork: 'There is no network here to work on.',
  notAtAResult: 'This is not finished yet.',
  noLine: 'There is nothing to read on.',
  noOptions: 'There is nothing to choose.',
  noSuchOption: 'That is not among the answers.',
  optionClosed: 'That answer is closed to you.',
  tooSoon: 'A moment: that line has only just appeared.',
  noSuchVisit: 'There is no such place.',
  alreadyVisited: 'You have been there.',
  alreadyWon: 'This network is won already.',
  notLostEnough: 'It can be skipped after three losses.',
  noSuchAssist: 'There is no such help.',
  noSuchTool: 'There is no such tool.',
  unreadArgument: 'That says more than can be done.',
  nothingToRetry: 'Nothing has happened yet to begin again from.',
  networkOver: 'This network is decided.',
  notOffered: 'That tool is not at hand here.',
  noSuchNode: 'Nobody is there.',
  noSuchBond: 'There is no bond that could be used so.',
  noSuchDoor: 'There is no such door.',
  noSuchAngle: 'There is no such angle.',
  sameNode: 'Choose somebody else for the second.',
  outOfReach: 'Out of reach. Only what travels along bonds gets there.',
  held: 'Their hand is held: nobody can turn it now.',
  alreadyShielded: 'They are shielded already.',
  alreadyBonded: 'These two have a bond already.',
  noRoomForBond: 'No more bonds can be tied here.',
  notBroken: 'This bond is whole.',
  noRoad: 'No road of whole bonds leads there.',
  alreadyCarrying: 'Wait until the last one has arrived.',
  alreadySet: 'It is set to that already.',
  nothingToEcho: 'There is no act to echo: it must be within the last bar.',
  coolingDown: 'Not yet: this tool needs a moment.',
  notEnoughEnergy: 'Not enough energy yet.',
  tooFew: 'A workshop needs three: too few whole bonds here.',
  alreadyGathered: 'They sit in a workshop already.',
};

export function refusalWords(why: RunRefusal): string {
  return REFUSAL_WORDS[why] ?? 'That cannot be done now.';
}

// ------------------------------------------------------------------------------------------------ goals and outcomes

export function goalWords(net: Network): string {
  const { goal } = net.rules.level;
  const { target, holdSeconds } = asked(net);
  const hold = `for ${holdSeconds} seconds`;
  switch (goal.kind) {
    case 'unison':
      return `Bring all hands to point the same way: coherence ${target}, held ${hold}.`;
    case 'chord':
      return `Bring each group to its own angle from the others: coherence ${target}, held ${hold}.`;
    case 'groups':
      return `Bring each group together in itself, ${listed(groupsOf(net))}: coherence ${target} in each, held ${hold}.`;
    case 'shielded':
      return asksForShields(net)
        ? `Bring everybody outside together while ${whoShielded(net)}: ${target}, held ${hold}.`
        : `Bring everybody together: ${target}, held ${hold}.`;
    case 'rounds':
      return `${net.rules.goal.values.rounds} times, bring all and the one who speaks together: ${target}, held ${hold}.`;
    default:
      return `${sentence(net.rules.goal.row.doc).slice(0, -1)}: ${target}, held ${hold}.`;
  }
}

function groupsOf(net: Network): readonly string[] {
  return net.rules.level.groups.map((one) => one.name);
}

/** As one says them: “a, b and c”. */
function listed(names: readonly string[]): string {
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** A vote may have come to nobody. */
function asksForShields(net: Network): boolean {
  return net.rules.goal.values.behind > 0 || namedToShield(net).length > 0;
}

function whoShielded(net: Network): string {
  const named = namedToShield(net).map((i) => net.rules.names[i]);
  const { behind } = net.rules.goal.values;
  if (named.length === 0) return behind === 1 ? 'one stays shielded' : `${behind} stay shielded`;
  return `${listed(named)} ${named.length === 1 ? 'stays' : 'stay'} shielded`;
}

/** The goal as it stands over the picture: as few words as will do. */
export function goalLine(net: Network): string {
  const { goal } = net.rules.level;
  const { target, holdSeconds } = asked(net);
  const much = `${target} for ${holdSeconds} s`;
  switch (goal.kind) {
    case 'unison':
      return `All hands one way · ${much}`;
    case 'chord':
      return `Each group at its own angle · ${much}`;
    case 'groups':
      return `${sentence(groupsOf(net).join(', ')).slice(0, -1)}: each in tune · ${much}`;
    case 'shielded':
      return asksForShields(net) ? `All outside together, ${whoShielded(net)} · ${much}` : `All together · ${much}`;
    case 'rounds':
      return `${net.rules.goal.values.rounds} times with the one who speaks · ${much}`;
    default:
      return goalWords(net);
  }
}

/** Before a lesson: one line is enough. */
export function lessonLine(net: Network): string {
  return LESSON_LINES[net.rules.level.id] ?? goalWords(net);
}

/** After a lesson that was won: nobody raced. */
export function lessonWon(net: Network): string {
  return LESSONS_WON[net.rules.level.id] ?? outcomeWords(net);
}

export function meterWords(id: MeterId): string {
  return METER_WORDS[id];
}

function asked(net: Network): { target: string; holdSeconds: string } {
  return {
    target: `${Math.round((net.rules.target / 16384) * 100)}\u00a0%`,
    holdSeconds: trimmed(net.rules.hold / TICKS_PER_SECOND),
  };
}

/** How far a goal of several parts has come; empty where there is only one. */
export function progressWords(net: Network): string {
  const round = speaker(net);
  if (round !== null) {
    const who = round.node < 0 ? 'nobody' : net.rules.names[round.node];
    return `Round ${Math.min(round.round, round.of)} of ${round.of}: ${who} speaks`;
  }
  const { behind } = net.rules.goal.values;
  if (behind === undefined || !asksForShields(net)) return '';
  const now = Array.from({ length: net.rules.layout.nodes }, (_, i) => i).filter((i) => isShielded(net, i)).length;
  return `${now} of ${behind} shielded`;
}

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  playing: '',
  won: 'In tune',
  outOfTime: 'Out of time',
  selvesLost: 'They are not themselves any more',
};

export function outcomeTitle(how: Outcome): string {
  return OUTCOME_WORDS[how];
}

export function outcomeWords(net: Network): string {
  const { s, rules } = net;
  const how = outcome(net);
  const best = `${(s[BEST_HELD] / TICKS_PER_SECOND).toFixed(1)} of ${(rules.hold / TICKS_PER_SECOND).toFixed(1)} s`;
  switch (how) {
    case 'playing':
      return '';
    case 'won':
      return `Your time is ${exactTime(s[TICK])}.`;
    case 'outOfTime':
      if (s[BEST_HELD] === 0) return `Time ran out at ${shortTime(s[TICK])}. They had not once been together.`;
      if (s[LOST_AT] === 0) return `They were together for ${best} when time ran out.`;
      return `The longest they held together was ${best}. They let go at ${exactTime(s[LOST_AT]).slice(0, -2)}.`;
    case 'selvesLost':
      return `At ${shortTime(s[TICK])} authenticity fell below ${Math.round((rules.authenticity / 32768) * 100)}\u00a0% for good: too much was forced or lost.`;
  }
}

/** A won time against the best before it. */
export function bestWords(ticks: number, before: number | null): string {
  if (before === null) return 'It is the first here to be kept.';
  const by = (Math.abs(before - ticks) / TICKS_PER_SECOND).toFixed(1);
  if (ticks < before) return `Best: ${shortTime(ticks)}, ${by} s better than before.`;
  return `Best: ${shortTime(before)}${ticks === before ? ', and this is as good' : `, ${by} s better`}.`;
}

/** Rounded down, so that what was missed by little is not said to have been reached. */
function percent(share: number): string {
  return `${Math.floor(share * 100)}\u00a0%`;
}

/** What is asked is a round number that was stored in halves of its last place. */
function wholePercent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

/** What a lost network still lacked at its end. */
export function missingWords(net: Network, bestCoherence: number): string {
  const now = meters(net, standing(net));
  const said = [
    `Coherence came to ${percent(bestCoherence)} at best, and ${wholePercent(now.coherenceAsked)} is asked`,
  ];
  if (now.authenticity < now.authenticityAsked)
    said.push(
      `authenticity ended at ${percent(now.authenticity)}, and ${wholePercent(now.authenticityAsked)} is asked`,
    );
  const count = (state: BondState): number => seenBonds(net).filter((e) => bondState(net, e) === state).length;
  const [inverted, cut] = [count('inverted'), count('cut')];
  if (inverted > 0) said.push(`${inverted} ${inverted === 1 ? 'bond' : 'bonds'} still pushed apart`);
  if (cut > 0) said.push(`${cut} ${cut === 1 ? 'was' : 'were'} cut`);
  return `${said.join('; ')}.`;
}

/** What came of it, in figures. */
export function figures(
  net: Network,
  used: Readonly<Record<string, number>>,
): readonly [name: string, value: string][] {
  const { kept, lost, authenticity } = resultOf(net, 1, used, false);
  const { s, rules } = net;
  const held = `${(s[BEST_HELD] / TICKS_PER_SECOND).toFixed(1)} of ${trimmed(rules.hold / TICKS_PER_SECOND)} s`;
  const hands = Object.values(used).reduce((sum, one) => sum + one, 0);
  return [
    ['Held', held],
    ['Themselves', `${authenticity}\u00a0%`],
    ['Bonds kept', lost === 0 ? String(kept) : `${kept}, ${lost} cut`],
    ['Times you stepped in', String(hands)],
  ];
}

/** What a story will make of it: no more than a hint. */
export function hintOfAfter(net: Network): string {
  const { lost, authenticity } = resultOf(net, 1, {}, false);
  if (outcome(net) !== 'won') return 'The story goes on from a loss, too, another way.';
  if (authenticity < FORCED) return 'They are together, and somewhat less themselves. It will be noticed.';
  return lost > 0 ? 'They came to it as themselves. What is cut stays cut.' : 'They came to it as themselves.';
}
/** Percent below which a scene may say that people were forced. */
const FORCED = 93;

function trimmed(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

// ------------------------------------------------------------------------------------------------ news

export function dangerWords(id: HazardId): string {
  return DANGER[id] ?? sentence(HAZARDS[id].doc);
}

export function noticeWords(notice: Notice, net: Network, tool: ToolId | null): string {
  if (notice.kind === 'refused') return refusalWords(notice.why);
  if (notice.kind === 'wrongKind') return wrongKindWords(net, tool);
  if (notice.kind === 'selves')
    return 'Too much was forced or lost: they are less themselves. Left alone they recover, slowly.';
  const { a, b } = notice;
  const hazard = net.rules.hazards[a];
  const id = hazard?.id as HazardId;
  const whom = (): string => {
    const on = hazard?.row.names;
    if (on === 'group') return `The group ${net.rules.level.groups[b]?.name ?? ''}`;
    return on === undefined ? '' : targetName(net, { kind: on, id: b });
  };
  const name = (i: number): string => net.rules.names[i] ?? '';
  switch (notice.event) {
    case 'hazardNamed':
      return `${whom()}: ${COMING[id]?.news ?? `${id} comes`}.`;
    case 'hazardStruck':
      return `${whom()} ${STRUCK[id] ?? `was struck: ${id}`}.`;
    case 'hazardTurned':
      return `${name(b)} ${TURNED[id] ?? 'is safe'}.`;
    case 'bondTied':
      return b === 1 ? 'Tied while they agree: a promise.' : 'Tied against their will: it costs both.';
    case 'bondSnapped':
      return `The tie ${name(a)} – ${name(b)} snapped.`;
    case 'bondRevealed':
      return `A hidden bond ends at ${name(b)}. Mend cuts it.`;
    case 'nothingHidden':
      return `Nothing hidden at ${name(a)}.`;
    case 'foreignCut':
      return 'The foreign bond is cut, for good.';
    case 'pulseOnBeat':
      return 'On the beat: calm, and energy.';
    case 'pulseOffBeat':
      return 'Off the beat: it stirred them.';
    case 'beadArrived':
      return `The bead reached ${name(a)}.`;
    case 'beadLost':
      return `The bead was lost at ${name(a)}: its road broke.`;
    case 'echoed':
      return 'The echo came.';
    case 'roundHeld':
      return `Round ${a} is held. Another speaks.`;
    case 'workshopHeld':
      return `${name(a)} sits down with all around: their numbers even out.`;
    case 'joined':
      return `${name(a)} has come.`;
    case 'overtouched':
      return `${name(a)} has had enough hands: each further one costs them.`;
    case 'seen':
      return `A watcher saw what was done to ${name(b)}.`;
  }
}

function wrongKindWords(net: Network, tool: ToolId | null): string {
  if (tool === null) return 'Choose a tool first.';
  const takes = net.rules.tools[net.rules.slots[tool] ?? -1]?.row.takes[0];
  const here = takes === undefined ? 'nothing you point at' : TAKES[takes];
  const others = net.rules.tools
    .map((one, slot) => ({ one, slot }))
    .filter(({ one }) => one.row.takes[0] !== takes && one.row.takes[0] !== undefined)
    .map(({ one, slot }) => `${toolWords(one.id).name} (${slot + 1})`);
  const instead = others.length > 0 ? ` Try ${others.join(' or ')}.` : '';
  return `${toolWords(tool).name} works on ${here}.${instead}`;
}
