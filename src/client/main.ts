// Wiring only: who is there, and who hears whom. What it wires stands in wiring/.

import dialogue from 'virtual:dialogue';
import { onDialogue } from 'virtual:dialogue/hot';
import cities from '../../levels/cities.json';
import { ContentError, makeContent, type LevelFiles } from '../content.ts';
import { CAMPAIGN, type CitiesFile } from '../core/run/cities.ts';
import type { Content } from '../core/run/content.ts';
import type { Program } from '../core/yarn/program.ts';
import { readAddress, writeAddress } from './address.ts';
import { fleetingBests } from './bests.ts';
import { listenToPad } from './input/gamepad.ts';
import { listenToKeys } from './input/keyboard.ts';
import { listenToPointer } from './input/pointer.ts';
import { listenToSwitch } from './input/switch.ts';
import { Pace, startLoop } from './loop.ts';
import { fetchRun } from './net/runs.ts';
import { Play } from './play.ts';
import { localStore } from './save/disk.ts';
import { openSettings } from './save/settings.ts';
import { Session } from './session.ts';
import { resumedWords, Tongue } from './tongue.ts';
import { openTestWindow } from './testing.ts';
import { openPage } from './ui/page.tsx';
import { showTrouble } from './ui/trouble.tsx';
import { openBackdrop } from './wiring/backdrop.ts';
import { makeDesk } from './wiring/desk.tsx';
import { openKept, type Kept } from './wiring/kept.ts';
import { assist, dress, readingOf, shiver } from './wiring/settings.ts';
import { openEars } from './wiring/sound.ts';
import { WATCH_WORDS } from './words/runs.ts';
import { formatTime } from '../core/replay/time.ts';

const root = document.querySelector<HTMLElement>('#syntony')!;

try {
  play(makeContent(levelFiles(), dialogue.program, cities as CitiesFile));
} catch (error) {
  if (!(error instanceof ContentError)) {
    showTrouble(root, {
      title: 'Something went wrong',
      says: [String(error)],
      wayOn: { words: 'Begin anew', href: '?' },
    });
    throw error;
  }
  showTrouble(root, { title: 'A level file has a mistake', says: [], table: error.problems });
}

function levelFiles(): LevelFiles {
  const found = import.meta.glob('../../levels/*/*.json', { eager: true, import: 'default' });
  return Object.fromEntries(Object.entries(found).map(([path, value]) => [path.replace('../../levels/', ''), value]));
}

function play(content: Content): void {
  const levels = Object.keys(content.levels);
  const asked = readAddress(location.search, Object.keys(content.plans));
  const isStory = (plan: string): boolean => content.plans[plan].steps.some((one) => one.kind !== 'network');
  if (asked.problems.length > 0) {
    const instead = asked.plan ?? CAMPAIGN;
    const href = writeAddress(instead, isStory(instead), asked.seed ?? 1, asked.isTest);
    const words = `Open ${content.plans[instead].title} instead`;
    return showTrouble(root, { title: 'This address leads nowhere', says: asked.problems, wayOn: { words, href } });
  }
  const session = new Session(content, asked.plan ?? CAMPAIGN, asked.seed ?? freshSeed());
  const tongue = new Tongue(dialogue, navigator.languages);
  const game = new Play(session, levels, freshSeed, fleetingBests(), tongue.words);
  if (asked.plan === null && asked.watch === null) game.showTitle();
  const speak = (): void => {
    game.tale.speak(tongue.words);
    document.documentElement.lang = tongue.words.language.locale;
    page.update(clock, true);
  };
  const storage = localStore();
  const settings = openSettings(storage);
  let kept: Kept | null = null;
  let caption = '';
  let watchNotice = asked.watch === null ? '' : WATCH_WORDS.fetching;
  let isCapturing = false;
  let told: { readonly program: Program } = dialogue;
  const refresh = (): void => page.update(clock, true);
  const desk = makeDesk({
    play: game,
    settings,
    cities: cities as CitiesFile,
    tongues: {
      get locales() {
        return tongue.locales;
      },
      choose: (locale) => void tongue.choose(locale).then(speak),
    },
    program: () => told.program,
    kept: () => kept,
    caption: () => caption,
    notice: () => watchNotice,
    dismiss: () => {
      watchNotice = '';
    },
    hubPlaces: () => backdrop.hubPlaces(),
    testSound: (id) => ears.test(id),
    capture: (on) => {
      isCapturing = on;
    },
    changed: refresh,
  });
  let city = desk.city;
  dress(settings.all, city);
  const page = openPage(root, game, desk);
  const pace = new Pace();
  let clock = 0;

  /** Another network, or other people, is a step that the browser's Back undoes. */
  const settle = (isFirst = false): void => {
    if (asked.watch !== null && (isFirst || session.isWatching)) return;
    const address = game.place === 'title' ? titleAddress(asked.isTest) : addressOf(session, asked.isTest);
    if (isFirst) history.replaceState(null, '', address);
    else if (!isHere(address)) history.pushState(null, '', address);
  };
  settle(true);
  // what stands over the title has no address of its own, and Back is to close it, not to leave
  game.watch(() => {
    const isOver = game.place === 'title' && game.screen !== 'title';
    if (isOver && history.state !== OVER) history.pushState(OVER, '', location.search);
  });
  window.addEventListener('popstate', () => {
    if (game.screen !== game.place) {
      game.command({ do: 'back' });
      return settle();
    }
    const back = readAddress(location.search, Object.keys(session.content.plans));
    if (back.plan === null) game.showTitle();
    else if (back.plan === session.planned && back.seed === session.seed) game.goOn();
    else if (back.seed !== null) void goBackTo(back.plan, back.seed);
  });
  session.hear((heard) => heard.kind === 'opened' && settle());
  game.watch((moved) => {
    page.update(clock, true);
    if (moved !== null) page.focus(moved);
  });
  listenToKeys(
    game,
    () => settings.all.keys,
    () => isCapturing,
  );
  listenToPointer(game, page.stage);
  const askPad = listenToPad(game, () => settings.all.pad);
  const oneSwitch = listenToSwitch(
    game,
    () => settings.all.scan,
    () => isCapturing,
  );
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && game.isLive) game.command({ do: 'pause' });
  });

  const backdrop = openBackdrop(game, desk, page, !asked.isTest);
  const ears = openEars(
    game,
    () => settings.all,
    (text) => {
      caption = text;
      refresh();
    },
  );
  settings.watch((now) => {
    dress(now, city);
    backdrop.settings();
    ears.settings(now);
    assist(game, now);
    if (now.language !== '' && now.language !== tongue.words.language.locale)
      void tongue.choose(now.language).then(speak);
    refresh();
  });
  session.hear((heard) => heard.kind === 'opened' && assist(game, settings.all));
  session.hear((heard) => settings.all.haptics && shiver(heard));
  assist(game, settings.all);
  addEventListener('storage', () => settings.reread());
  if (asked.watch === null) void openKeeping();
  else void watchRun(asked.watch).then(openKeeping);
  let isStepped = false;
  let shown = game.screen;
  const turn = (now: number, ticks: number, alpha: number, isPainted = true): void => {
    clock = now;
    game.frame(now, ticks);
    if (desk.city !== city) dress(settings.all, (city = desk.city));
    kept?.frame(now);
    ears.frame(city);
    if (isPainted) backdrop.draw(now, session.isRunning ? alpha : null);
    if (game.screen !== shown && (game.screen === 'saves' || game.screen === 'title' || game.screen === 'chapters'))
      void kept?.refresh().then(refresh);
    page.update(now, game.screen !== shown);
    shown = game.screen;
    oneSwitch.frame(now);
  };
  startLoop((elapsed, now) => {
    if (!oneSwitch.isOn) askPad(now);
    if (isStepped) return;
    const beat = pace.advance(session.mode === 'network' ? (elapsed * settings.all.speed) / 100 : elapsed);
    turn(now, beat.ticks, beat.alpha);
  });

  void tongue.settled.then(speak);
  // A writer has saved: the same sitting goes on by the new words, where it stood.
  onDialogue((fresh) => {
    const restored = session.retell(makeContent(levelFiles(), fresh.program, cities as CitiesFile));
    if (restored !== 'planGone') {
      told = fresh;
      tongue.retell(fresh);
    }
    game.tale.notice = resumedWords(restored);
    game.tale.look();
    speak();
  });

  /** What was read there is kept, as far as it was read; a network by itself begins. */
  async function goBackTo(plan: string, seed: number): Promise<void> {
    if ((await kept?.takeUp(plan, seed)) !== true) game.open(plan, seed);
  }

  async function watchRun(id: string): Promise<void> {
    const found = await fetchRun(session.content, id);
    if (found.how === 'here') {
      session.watch(found.replay);
      watchNotice = WATCH_WORDS.watching(found.by, formatTime(found.replay.ticks), found.isLive);
      session.hear((heard) => {
        if (heard.kind === 'opened' && !session.isWatching) watchNotice = '';
      });
    } else {
      watchNotice = WATCH_WORDS[found.how];
      game.showTitle();
    }
    refresh();
  }

  async function openKeeping(): Promise<void> {
    const opened = await openKept(game, storage, refresh);
    if (asked.plan !== null && asked.seed !== null && session.isStory) await opened.takeUp(asked.plan, asked.seed);
    kept = opened;
    game.bests = opened.profile;
    game.reader.wishes = () => readingOf(settings.all, (line) => opened.profile.hasSeen(line));
    refresh();
  }

  if (asked.isTest)
    openTestWindow(game, page.stage, {
      step(ticks, frames, isPainted) {
        isStepped = true;
        clock += frames * FRAME_MS;
        for (let left = ticks; left > 0; left -= FRAME_TICKS)
          game.frame((clock += FRAME_MS), Math.min(FRAME_TICKS, left));
        turn(clock, 0, 1, isPainted);
        page.update(clock, true);
      },
    });
}

/** An entry of the browser's history that stands for a panel. */
const OVER = 'over';
/** What a frame of a steady screen is: 60 to the second. */
const FRAME_TICKS = 2;
const FRAME_MS = 1000 / 60;

function addressOf(session: Session, isTest: boolean): string {
  return writeAddress(session.planned, session.isStory, session.seed, isTest);
}

function isHere(address: string): boolean {
  return location.pathname + location.search === (address.startsWith('?') ? location.pathname + address : address);
}

function titleAddress(isTest: boolean): string {
  return isTest ? '?e2e' : location.pathname;
}

function freshSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000;
}
