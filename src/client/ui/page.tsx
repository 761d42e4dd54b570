// The page around the picture. Rendered from the top whenever the main loop says so: at most ten times a second, and at
// once after an act. Nothing here keeps state of the game.

import { render, type VNode } from 'preact';
import type { Desk } from '../desk.ts';
import type { Play } from '../play.ts';
import type { Target } from '../reading.ts';
import { Captions } from './captions.tsx';
import { Panels } from './panels.tsx';
import { Hub } from './screens/hub.tsx';
import { NetworkScreen } from './screens/network.tsx';
import { Round } from './screens/round.tsx';
import { Scene } from './screens/scene.tsx';
import { Title } from './screens/title.tsx';
import { LOAD_WORDS } from '../words/load.ts';
import { Twin } from './twin.tsx';
import './base.css';
import './screens/screens.css';
import './screens/network.css';
import './screens/scene.css';
import './panels/panels.css';

export interface Page {
  /** Behind everything: where the picture goes, as large as the window. */
  readonly backdrop: HTMLElement;
  /** Where the network lies and is pointed at. One element for good: a screen takes it off the page, the next puts it back. */
  readonly stage: HTMLElement;
  /** `twin`: also the lists, which otherwise wait for their own slower turn. */
  update(now: number, twin: boolean): void;
  focus(target: Target): void;
  setPictureNote(note: string): void;
}

/** Ten times a second for what is read at a glance, four for what a screen reader may be reading out. */
const GLANCE_MS = 100;
const TWIN_MS = 250;

interface AppProps {
  readonly play: Play;
  readonly desk: Desk;
  readonly twin: VNode | null;
  readonly pictureNote: string;
  readonly stage: (place: HTMLElement | null) => void;
}

export function openPage(root: HTMLElement, play: Play, desk: Desk): Page {
  let pictureNote = '';
  let twin: VNode | null = null;
  let drawnAt = -Infinity;
  let twinAt = -Infinity;

  const stage = document.createElement('div');
  stage.className = 'picture';
  const backdrop = document.createElement('div');
  backdrop.className = 'backdrop';
  root.before(backdrop);
  const putStage = (place: HTMLElement | null): void => {
    if (place !== null && stage.parentElement !== place) place.append(stage);
  };

  const page: Page = {
    backdrop,
    stage,
    update(now, force) {
      if (!force && now - drawnAt < GLANCE_MS) return;
      drawnAt = now;
      if (force || twin === null || now - twinAt >= TWIN_MS) {
        twin = play.session.net === null ? null : <Twin play={play} />;
        twinAt = now;
      }
      keepFocus(root, () =>
        render(<App play={play} desk={desk} twin={twin} pictureNote={pictureNote} stage={putStage} />, root),
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
  const { play, desk } = props;
  return (
    <>
      <Screen {...props} />
      {play.place === 'title' && desk.notice === '' ? null : <Notices desk={desk} />}
      <Captions desk={desk} />
      <Panels play={play} desk={desk} />
    </>
  );
}

/** What must be known wherever one is: that another tab keeps the saves, what came of a load. */
function Notices({ desk }: { desk: Desk }): VNode {
  return (
    <div class="told-of" role="status">
      {desk.isReadOnly ? (
        <p class="notice">
          {LOAD_WORDS.readOnly}{' '}
          <button type="button" data-take-over onClick={() => desk.takeOver()}>
            {LOAD_WORDS.takeOver}
          </button>
        </p>
      ) : desk.notice === '' ? null : (
        <p class="notice">
          {desk.notice}{' '}
          <button type="button" data-dismiss onClick={() => desk.dismiss()}>
            {LOAD_WORDS.dismiss}
          </button>
        </p>
      )}
    </div>
  );
}

function Screen(props: AppProps): VNode | null {
  const { play, desk } = props;
  switch (play.place) {
    case 'title':
      return <Title play={play} desk={desk} />;
    case 'hub':
      return <Hub play={play} desk={desk} />;
    case 'round':
      return <Round {...props} />;
    case 'scene':
      return <Scene play={play} desk={desk} />;
    case 'told':
      return play.session.net === null ? <Scene play={play} desk={desk} /> : <NetworkScreen {...props} />;
    case 'start':
    case 'playing':
    case 'result':
      return <NetworkScreen {...props} />;
  }
}
