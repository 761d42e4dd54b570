// Wiring only: who is there, and who hears whom.

import dialogue from 'virtual:dialogue';
import cities from '../../levels/cities.json';
import { onDialogue } from 'virtual:dialogue/hot';
import { ContentError, makeContent, type LevelFiles } from '../content.ts';
import type { CitiesFile } from '../core/run/cities.ts';
import { readAddress, writeAddress } from './address.ts';
import { listenToKeys } from './input/keyboard.ts';
import { listenToPointer } from './input/pointer.ts';
import { Pace, startLoop } from './loop.ts';
import { Play } from './play.ts';
import { keptBests } from './save/best.ts';
import { lastPlayed, rememberLast } from './save/last.ts';
import { Session } from './session.ts';
import { resumedWords, Tongue } from './tongue.ts';
import { openTestWindow } from './testing.ts';
import { openPage } from './ui/page.tsx';
import { showTrouble } from './ui/trouble.tsx';
import type { Stage } from './view/stage.ts';
import { hasWebGL } from './view/webgl.ts';

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

function play(content: ReturnType<typeof makeContent>): void {
  const levels = Object.keys(content.levels).filter((id) => id.startsWith('training/'));
  const asked = readAddress(location.search, Object.keys(content.plans));
  const isStory = (plan: string): boolean => content.plans[plan].steps.some((one) => one.kind !== 'network');
  if (asked.problems.length > 0) {
    const instead = asked.plan ?? levels[0];
    const href = writeAddress(instead, isStory(instead), asked.seed ?? 1, asked.isTest);
    const words = `Open ${content.plans[instead].title} instead`;
    return showTrouble(root, { title: 'This address leads nowhere', says: asked.problems, wayOn: { words, href } });
  }
  const last = lastPlayed();
  const plan = asked.plan ?? (last !== null && Object.hasOwn(content.plans, last) ? last : firstOf(content, levels));
  const session = new Session(content, plan, asked.seed ?? freshSeed());
  const tongue = new Tongue(dialogue, navigator.languages);
  const game = new Play(session, levels, freshSeed, keptBests(), tongue.words);
  const speak = (): void => {
    game.tale.speak(tongue.words);
    document.documentElement.lang = tongue.words.language.locale;
    page.update(clock, true);
  };
  const page = openPage(root, game, {
    get locales() {
      return tongue.locales;
    },
    choose: (locale) => void tongue.choose(locale).then(speak),
  });
  const pace = new Pace();
  let stage: Stage | null = null;
  let alpha = 0;
  let clock = 0;

  /** Another network, or other people, is a step that the browser's Back undoes. */
  const settle = (isFirst = false): void => {
    rememberLast(session.planned);
    const address = writeAddress(session.planned, session.isStory, session.seed, asked.isTest);
    if (isFirst) history.replaceState(null, '', address);
    else if (location.search !== address) history.pushState(null, '', address);
  };
  settle(true);
  window.addEventListener('popstate', () => {
    const back = readAddress(location.search, Object.keys(session.content.plans));
    if (back.plan !== null && back.seed !== null) game.open(back.plan, back.seed);
  });
  session.hear((heard) => heard.kind === 'opened' && settle());
  game.watch((moved) => {
    page.update(clock, true);
    if (moved !== null) page.focus(moved);
  });
  listenToKeys(game);
  listenToPointer(game, page.stage);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && (game.screen === 'playing' || game.screen === 'scene')) game.command({ do: 'pause' });
  });

  const fit = (): void => {
    const { clientWidth: width, clientHeight: height } = page.stage;
    game.resize(width, height);
    stage?.resize(width, height);
  };
  new ResizeObserver(fit).observe(page.stage);

  startLoop((elapsed, now) => {
    clock = now;
    const beat = pace.advance(elapsed);
    if (session.isRunning) alpha = beat.alpha;
    const wasPlaying = game.screen;
    game.frame(now, beat.ticks);
    const { aim } = game;
    const { net } = session;
    if (net === null) return page.update(now, game.screen !== wasPlaying);
    stage?.draw(
      {
        net,
        before: session.before,
        alpha,
        picture: game.picture,
        hand: {
          tool: aim.tool,
          cursor: aim.cursor,
          isRefused: aim.complaint() !== null,
          picked: aim.picked,
          ghost: aim.ghost,
          fitting: game.screen === 'playing' ? aim.fitting() : [],
        },
      },
      now,
    );
    page.update(now, game.screen !== wasPlaying);
  });

  void tongue.settled.then(speak);
  // A writer has saved: the same sitting goes on by the new words, where it stood.
  onDialogue((fresh) => {
    const restored = session.retell(makeContent(levelFiles(), fresh.program, cities as CitiesFile));
    if (restored !== 'planGone') tongue.retell(fresh);
    game.tale.notice = resumedWords(restored);
    game.tale.look();
    speak();
  });

  if (asked.isTest) openTestWindow(game, page.stage);
  void openPicture();

  /** The words come first; a megabyte of picture after them. */
  async function openPicture(): Promise<void> {
    if (!hasWebGL())
      return noPicture('This browser shows no WebGL, so there is no picture. The lists play the same game.');
    try {
      const { openStage } = await import('./view/stage.ts');
      stage = await openStage(page.stage, !asked.isTest);
      fit();
    } catch {
      noPicture('The picture could not be opened. The lists play the same game.');
    }
  }

  function noPicture(note: string): void {
    page.setPictureNote(note);
    page.update(clock, true);
  }
}

/** Whoever comes for the first time begins with the story. */
function firstOf(content: ReturnType<typeof makeContent>, levels: readonly string[]): string {
  return Object.hasOwn(content.plans, 'prologue') ? 'prologue' : levels[0];
}

function freshSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000;
}
