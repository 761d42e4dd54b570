// A network in play: what is asked, how it stands, the picture, the same in words, what was just said, and the tools.

import type { VNode } from 'preact';
import { TICKS_PER_SECOND } from '../../../core/math/turn.ts';
import { outcome } from '../../../core/network/network.ts';
import type { Play } from '../../play.ts';
import type { Coached } from '../../coach.ts';
import type { Desk } from '../../desk.ts';
import { meters, standing } from '../../reading.ts';
import type { MeterId } from '../../words/network.ts';
import { CoachLine, CoachRing, coachedNow, isLesson } from '../coach.tsx';
import { Labels } from '../labels.tsx';
import { Toolbar } from '../toolbar.tsx';
import { TopBar } from '../topbar.tsx';
import { isTouch } from '../touch.ts';
import { limitTime, shortTime } from '../times.ts';
import { foretold, targetName, targetWords } from '../people-words.ts';
import {
  goalLine,
  goalWords,
  instruction,
  meterWords,
  noticeWords,
  outcomeTitle,
  outcomeWords,
  progressWords,
  refusalWords,
} from '../words.ts';

interface NetworkProps {
  readonly play: Play;
  readonly desk: Desk;
  readonly twin: VNode | null;
  readonly pictureNote: string;
  readonly stage: (place: HTMLElement | null) => void;
}

export function NetworkScreen({ play, desk, twin, pictureNote, stage }: NetworkProps): VNode {
  const net = play.session.network;
  const { level } = net.rules;
  const now = meters(net, standing(net));
  const step = coachedNow(play, desk.settings.hints);
  const isEasy = level.lesson === true;
  const gauges: readonly Gauge[] = [
    {
      id: 'coherence',
      name: 'Coherence',
      value: now.coherence,
      mark: now.coherenceAsked,
      text: percent(now.coherence),
    },
    {
      id: 'held',
      name: 'Held',
      value: now.heldTicks / now.holdTicks,
      text: `${seconds(now.heldTicks)} of ${seconds(now.holdTicks)} s`,
    },
    {
      id: 'authenticity',
      name: 'Authenticity',
      value: now.authenticity,
      mark: now.authenticityAsked,
      text: percent(now.authenticity),
    },
    {
      id: 'energy',
      name: 'Energy',
      value: now.energy / now.energyMost,
      text: String(Math.floor(now.energy)),
    },
  ];
  // a lesson has no hurry, and asks for less
  const shown = isEasy ? gauges.filter(({ id }) => id === 'coherence' || id === 'held') : gauges;
  return (
    <div class={`page playing${desk.settings.textSize >= LARGE ? ' large' : ''}`}>
      <TopBar play={play} title={level.title}>
        {isEasy && play.session.isStory ? null : (
          <p class="clock" role="timer" aria-label="Time">
            {shortTime(now.limit - now.ticksLeft)}
            <span class="limit"> of {limitTime(now.limit)}</span>
          </p>
        )}
        <button
          type="button"
          class="again"
          onClick={() => play.command({ do: 'again' })}
          disabled={!play.session.begun}
        >
          Again <kbd>R</kbd>
        </button>
      </TopBar>
      <section class="goal" aria-label="Goal">
        <p title={goalWords(net)}>
          {goalLine(net)} <strong>{progressWords(net)}</strong>
        </p>
        <div class="meters">
          {shown.map((one) => (
            <Meter key={one.id} gauge={one} step={step} />
          ))}
        </div>
      </section>
      <section class="stage" aria-label="The network, drawn. The lists of people and bonds say and do the same.">
        <div class="picture-place" ref={stage} />
        {pictureNote === '' ? <Labels play={play} /> : <p class="note">{pictureNote}</p>}
        <CoachRing play={play} step={step} />
      </section>
      {twin}
      <Say play={play} step={step} wantsHints={desk.settings.hints} />
      <Toolbar play={play} step={step} />
    </div>
  );
}

/** From this size of letters on nothing sticks to the edge of a phone: it would cover what it is for. */
const LARGE = 140;

interface Gauge {
  readonly id: MeterId;
  readonly name: string;
  readonly value: number;
  readonly mark?: number;
  readonly text: string;
}

/** What it means stands in its title, and is read out with it. */
function Meter({ gauge, step }: { gauge: Gauge; step: Coached | null }): VNode {
  const { id, name, value, mark, text } = gauge;
  const share = Math.max(0, Math.min(1, value));
  const isEnough = mark !== undefined && value >= mark;
  const isCoached = step?.at?.kind === 'meter' && step.at.id === id;
  return (
    <div class={`meter ${id}${isEnough ? ' enough' : ''}${isCoached ? ' coached' : ''}`} title={meterWords(id)}>
      <span class="name">{name}</span>
      <span class="text">{text}</span>
      <div
        class="track"
        role="meter"
        aria-label={name}
        aria-description={meterWords(id)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={mark === undefined ? text : `${text}, asked ${percent(mark)}`}
      >
        <div class="fill" style={{ width: `${share * 100}%` }} />
        {mark === undefined ? null : <div class="mark" style={{ left: `${mark * 100}%` }} />}
      </div>
    </div>
  );
}

/** One line for what to do next or what the cursor is on, one for what was just said. */
function Say({ play, step, wantsHints }: { play: Play; step: Coached | null; wantsHints: boolean }): VNode {
  const { aim, notice, screen } = play;
  const net = play.session.network;
  const { cursor } = aim;
  let next = step === null ? instruction(aim, net, isTouch()) : '';
  let isRefused = false;
  if (screen === 'playing' && cursor !== null && aim.ghost === null) {
    const why = aim.complaint();
    isRefused = why !== null;
    const more = why === null ? foretold(net, aim.tool, cursor) : refusalWords(why);
    next = `${targetName(net, cursor)}: ${targetWords(net, cursor)}.${more === '' ? '' : ` ${more}`}`;
  }
  const hint = wantsHints && play.isHintDue && step === null ? net.rules.level.hint : '';
  // one thing at a time: while a lesson is told, news is only what the lesson is about
  const isTold = step !== null && net.rules.level.lesson === true && notice?.kind === 'event';
  const said = notice === null || isTold ? '' : noticeWords(notice, net, aim.tool);
  return (
    <section class={isLesson(play, wantsHints) ? 'say coaching' : 'say'} aria-label="What is going on">
      <CoachLine step={step} />
      <p class={isRefused ? 'next refused' : 'next'}>{screen === 'playing' ? next : ''}</p>
      <p class={notice?.kind === 'event' || notice === null ? 'news' : 'news refused'} role="status" aria-live="polite">
        {screen === 'result'
          ? `${outcomeTitle(outcome(net))}. ${outcomeWords(net)}`
          : said !== ''
            ? said
            : hint === ''
              ? ''
              : `Hint: ${hint}.`}
      </p>
    </section>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

function seconds(ticks: number): string {
  return (ticks / TICKS_PER_SECOND).toFixed(1);
}
