// The page around the picture. Rendered from the top whenever the main loop says so: at most ten times a second, and at
// once after an act. Nothing here keeps state of the game.

import { render, type VNode } from 'preact';
import { TICKS_PER_SECOND } from '../../core/math/turn.ts';
import { outcome } from '../../core/network/network.ts';
import type { Play } from '../play.ts';
import { BEAT_AT, type Point } from '../picture.ts';
import { meters, standing, tagOf, type Target } from '../reading.ts';
import { Panels } from './panels.tsx';
import { Scene } from './scene.tsx';
import { Toolbar } from './toolbar.tsx';
import { Twin } from './twin.tsx';
import { isTouch } from './touch.ts';
import {
  clockTime,
  goalWords,
  groupWords,
  languageName,
  instruction,
  noticeWords,
  outcomeTitle,
  outcomeWords,
  progressWords,
  refusalWords,
  targetName,
  targetWords,
} from './words.ts';
import './coves.css';
import './page.css';

export interface Page {
  /** Where the picture goes. One element for good: a scene takes it off the page, the next network puts it back. */
  readonly stage: HTMLElement;
  /** `twin`: also the lists, which otherwise wait for their own slower turn. */
  update(now: number, twin: boolean): void;
  focus(target: Target): void;
  setPictureNote(note: string): void;
}

/** Ten times a second for what is read at a glance, four for what a screen reader may be reading out. */
const GLANCE_MS = 100;
const TWIN_MS = 250;

/** The languages there are, and who changes them. */
export interface Tongues {
  readonly locales: readonly string[];
  readonly choose: (locale: string) => void;
}

interface AppProps {
  readonly play: Play;
  readonly twin: VNode | null;
  readonly pictureNote: string;
  readonly tongues: Tongues;
  readonly stage: HTMLElement;
}

export function openPage(root: HTMLElement, play: Play, tongues: Tongues): Page {
  let pictureNote = '';
  let twin: VNode | null = null;
  let drawnAt = -Infinity;
  let twinAt = -Infinity;

  const stage = document.createElement('div');
  stage.className = 'picture';

  const page: Page = {
    stage,
    update(now, force) {
      if (!force && now - drawnAt < GLANCE_MS) return;
      drawnAt = now;
      if (force || twin === null || now - twinAt >= TWIN_MS) {
        twin = play.session.net === null ? null : <Twin play={play} />;
        twinAt = now;
      }
      keepFocus(root, () =>
        render(<App play={play} twin={twin} pictureNote={pictureNote} tongues={tongues} stage={stage} />, root),
      );
    },
    focus(target) {
      const button = root.querySelector(`[data-target="${target.kind}-${target.id}"]`);
      if (button instanceof HTMLElement) button.focus({ preventScroll: false });
    },
    setPictureNote(note) {
      pictureNote = note;
    },
  };
  page.update(0, true);
  return page;
}

/** When the row that has the focus goes, for its bond is mended, the focus goes to the row that takes its place. */
function keepFocus(root: HTMLElement, change: () => void): void {
  const rows = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.entry')];
  const had = document.activeElement;
  const place = rows().findIndex((row) => row === had);
  change();
  if (place < 0) return;
  if (had?.isConnected === true) {
    // the lists changed places: a row that is moved loses the focus
    if (document.activeElement !== had && had instanceof HTMLElement) had.focus({ preventScroll: true });
    return;
  }
  const left = rows();
  left[Math.min(place, left.length - 1)]?.focus({ preventScroll: true });
}

function App(props: AppProps): VNode {
  return props.play.session.net === null ? <ScenePage {...props} /> : <NetworkPage {...props} />;
}

function ScenePage({ play, tongues }: AppProps): VNode {
  return (
    <div class="page telling">
      <header class="top">
        <h1>
          <span class="brand">Syntony</span> {play.session.content.plans[play.session.planned].title}
        </h1>
        <nav aria-label="Game">
          <Language play={play} tongues={tongues} />
          <button type="button" onClick={() => play.command({ do: 'networks' })}>
            Networks <kbd>L</kbd>
          </button>
          <button type="button" onClick={() => play.command({ do: 'pause' })} disabled={play.screen === 'told'}>
            Pause <kbd>P</kbd>
          </button>
          <button type="button" aria-label="Help" onClick={() => play.command({ do: 'help' })}>
            Help <kbd>?</kbd>
          </button>
        </nav>
      </header>
      <Scene play={play} />
      <Panels play={play} />
    </div>
  );
}

/** Another language for the line that is shown, and for all that come. */
function Language({ play, tongues }: { play: Play; tongues: Tongues }): VNode | null {
  if (tongues.locales.length < 2) return null;
  return (
    <label class="language">
      <span class="unseen">Language</span>
      <select value={play.tale.locale} data-language onChange={(event) => tongues.choose(event.currentTarget.value)}>
        {tongues.locales.map((one) => (
          <option key={one} value={one} selected={one === play.tale.locale}>
            {languageName(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

function NetworkPage({ play, twin, pictureNote, stage }: AppProps): VNode {
  const net = play.session.network;
  const { level } = net.rules;
  const now = meters(net, standing(net));
  const number = level.id.split('/').at(-1) ?? '';
  return (
    <div class="page">
      <header class="top">
        <h1>
          <span class="brand">Syntony</span> <span class="where">{number}</span> {level.title}
        </h1>
        <p class="clock" role="timer" aria-label="Time">
          {clockTime(now.limit - now.ticksLeft, now.limit)}
        </p>
        <nav aria-label="Game">
          <button type="button" onClick={() => play.command({ do: 'networks' })}>
            Networks <kbd>L</kbd>
          </button>
          <button type="button" onClick={() => play.command({ do: 'again' })} disabled={!play.session.begun}>
            Again <kbd>R</kbd>
          </button>
          <button type="button" onClick={() => play.command({ do: 'pause' })}>
            Pause <kbd>P</kbd>
          </button>
          <button type="button" aria-label="Help" onClick={() => play.command({ do: 'help' })}>
            Help <kbd>?</kbd>
          </button>
        </nav>
      </header>
      <section class="goal" aria-label="Goal">
        <p>
          {goalWords(net)} <strong>{progressWords(net)}</strong>
        </p>
        <div class="meters">
          <Meter name="Coherence" value={now.coherence} mark={now.coherenceAsked} text={percent(now.coherence)} />
          <Meter
            name="Held"
            value={now.heldTicks / now.holdTicks}
            text={`${seconds(now.heldTicks)} of ${seconds(now.holdTicks)} s`}
          />
          <Meter
            name="Authenticity"
            value={now.authenticity}
            mark={now.authenticityAsked}
            text={percent(now.authenticity)}
          />
          <Meter name="Energy" value={now.energy / now.energyMost} text={String(Math.floor(now.energy))} />
        </div>
      </section>
      <section class="stage" aria-label="The network, drawn. The lists of people and bonds say and do the same.">
        <div class="picture-place" ref={(place) => place?.append(stage)} />
        {pictureNote === '' ? <Labels play={play} /> : <p class="note">{pictureNote}</p>}
      </section>
      {twin}
      <Say play={play} />
      <Toolbar play={play} />
      <Panels play={play} />
    </div>
  );
}

function at({ x, y }: Point): { left: string; top: string } {
  return { left: `${x}px`, top: `${y}px` };
}

/** More names than this would be a heap of letters. */
const NAMED_MOST = 40;

/** The names in the picture. The lists say them too, so they are for the eye alone. */
function Labels({ play }: { play: Play }): VNode | null {
  const { picture } = play;
  const net = play.session.network;
  if (picture.nodes.length > NAMED_MOST) return null;
  const labels = picture.labels(net);
  return (
    <div class="labels" aria-hidden="true">
      {labels.nodes.map((place, i) => (place === null ? null : <span style={at(place)}>{tagOf(net, i)}</span>))}
      {labels.groups.map((place, g) => (
        <span class="group" style={at(place)}>
          {groupWords(net, g)}
        </span>
      ))}
      {net.rules.doors.map((name, id) => (
        <span class="door" style={at(picture.place(net, { kind: 'door', id }))}>
          {name}
        </span>
      ))}
      {net.rules.slots['pulse'] === undefined ? null : (
        <span class="door" style={at(BEAT_AT)}>
          beat
        </span>
      )}
    </div>
  );
}

function Meter(props: { name: string; value: number; mark?: number; text: string }): VNode {
  const { name, value, mark, text } = props;
  const share = Math.max(0, Math.min(1, value));
  const isEnough = mark !== undefined && value >= mark;
  return (
    <div class={`meter${isEnough ? ' enough' : ''}`}>
      <span class="name">{name}</span>
      <span class="text">{text}</span>
      <div
        class="track"
        role="meter"
        aria-label={name}
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
function Say({ play }: { play: Play }): VNode {
  const { aim, notice, screen } = play;
  const net = play.session.network;
  const { cursor } = aim;
  let next = instruction(aim, net, isTouch());
  let isRefused = false;
  if (screen === 'playing' && cursor !== null && aim.ghost === null) {
    const why = aim.complaint();
    isRefused = why !== null;
    next = `${targetName(net, cursor)}: ${targetWords(net, cursor)}.${why === null ? '' : ` ${refusalWords(why)}`}`;
  }
  const hint = play.isHintDue ? net.rules.level.hint : '';
  const said = notice === null ? '' : noticeWords(notice, net, aim.tool);
  return (
    <section class="say" aria-label="What is going on">
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
