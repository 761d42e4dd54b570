// The picture behind the page: opened after the first words, told what stands before it, drawn once a frame.

import type { City } from '../../core/run/cast.ts';
import type { Desk } from '../desk.ts';
import { paletteOf, tokensFor } from '../look/cities.ts';
import type { Point } from '../picture.ts';
import type { Play } from '../play.ts';
import { pictureOf } from '../settings.ts';
import type { Page } from '../ui/page.tsx';
import type { Look, Stage } from '../view/stage.ts';
import { hasWebGL } from '../view/webgl.ts';

/** A flat slides so long at most. */
const SETTLES_MS = 700;

export interface Backdrop {
  /** `alpha`: how far into the coming tick; null while nothing moves. */
  draw(now: number, alpha: number | null): void;
  /** They have changed. */
  settings(): void;
  hubPlaces(): Partial<Record<City, Point>>;
}

export function openBackdrop(play: Play, desk: Desk, page: Page, isSmooth: boolean): Backdrop {
  let stage: Stage | null = null;
  let alpha = 0;
  let stood = '';
  /** When another place came into sight. */
  let newAt = -Infinity;
  let drawnAt = 0;
  /** What is drawn no longer fits: another size, other colours. */
  let isStale = true;
  let places = nowhere;
  let area = { x: 0, y: 0, width: 0, height: 0 };

  const fit = (): void => {
    const box = page.stage.getBoundingClientRect();
    const { clientWidth: width, clientHeight: height } = page.backdrop;
    area = { x: box.left, y: box.top, width: box.width, height: box.height };
    if (box.width > 0 && box.height > 0) play.resize(box.width, box.height);
    stage?.resize(width, height);
    isStale = true;
  };
  const sizes = new ResizeObserver(fit);
  sizes.observe(page.stage);
  sizes.observe(page.backdrop);
  addEventListener('scroll', fit, { passive: true });
  play.session.hear((heard) => {
    if (heard.kind === 'event') stage?.heard(heard.event, heard.a, heard.b);
  });
  void open();

  return {
    settings() {
      isStale = true;
      stage?.settings(pictureFor(desk));
    },
    hubPlaces: () => places(innerWidth, innerHeight),
    draw(now, next) {
      if (stage === null) return;
      const look = lookOf(play, desk);
      const stands = [look.screen, look.city, look.place, look.act, look.ending].join(' ');
      if (stands !== stood) newAt = now;
      stood = stands;
      // behind a pause nothing moves and the canvas keeps what it has, once the flats of a new place have slid there
      const isPaused = play.session.paused && play.screen !== play.place && play.place !== 'title';
      const isHeld = isPaused && now - newAt > SETTLES_MS;
      if (isHeld && !isStale) return;
      isStale = false;
      if (!isHeld) drawnAt = now;
      if (next !== null) alpha = next;
      const box = page.stage.getBoundingClientRect();
      if (box.left !== area.x || box.top !== area.y || box.width !== area.width || box.height !== area.height) fit();
      stage.look(look);
      stage.draw(frameOf(play, area, alpha), drawnAt);
    },
  };

  /** The words come first; a megabyte of picture after them. */
  async function open(): Promise<void> {
    // even to ask for a context takes a telephone long enough to be seen
    await painted();
    if (!hasWebGL())
      return noPicture('This browser shows no WebGL, so there is no picture. The lists play the same game.');
    try {
      const view = await import('../view/stage.ts');
      const { openStage } = view;
      places = view.hubPlaces;
      stage = await openStage(page.backdrop, { isSmooth });
      stage.settings(pictureFor(desk));
      fit();
    } catch {
      noPicture('The picture could not be opened. The lists play the same game.');
    }
  }

  function noPicture(note: string): void {
    page.setPictureNote(note);
    page.update(performance.now(), true);
  }
}

/** What the page holds now has come onto the screen. */
function painted(): Promise<void> {
  return new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
}

/** While there is no picture, nothing has a place in it. */
function nowhere(_width: number, _height: number): Partial<Record<City, Point>> {
  return {};
}

/** What of the settings the picture follows. */
function pictureFor(desk: Desk) {
  const { settings, city } = desk;
  const picture = pictureOf(settings, tokensFor(city).isLight);
  const contrast = settings.highContrast ? paletteOf(city, { contrast: 'high' }) : {};
  return { ...picture, bloom: settings.flash, colours: { ...contrast, ...picture.colours } };
}

function lookOf(play: Play, desk: Desk): Look {
  const { session } = play;
  const of = session.step?.of;
  const { endings, stage: place } = session.game;
  const screen = play.place === 'start' || play.place === 'playing' || play.place === 'result' ? 'network' : play.place;
  const city: City = screen === 'title' || screen === 'hub' ? 'sphere' : (of?.city ?? 'coves');
  const ending = endings[city];
  const isEnd = screen === 'scene' && ending !== undefined;
  return {
    screen: screen === 'told' || isEnd ? (ending === undefined ? 'scene' : 'ending') : screen,
    city: screen === 'scene' ? desk.city : city,
    place,
    act: of?.act ?? 0,
    coherence: play.shownCoherence,
    regions: desk.regions(),
    ...(ending === undefined ? {} : { ending }),
  };
}

function frameOf(play: Play, area: { x: number; y: number; width: number; height: number }, alpha: number) {
  const { session, aim } = play;
  const picture = play.drawnPicture;
  const net = session.shownNetwork;
  if (net === null || picture === null || play.place === 'title') return null;
  const isMap = play.place === 'round';
  return {
    net,
    before: isMap ? net.s : session.before,
    alpha: isMap ? 0 : alpha,
    picture,
    area,
    hand: {
      tool: isMap ? null : aim.tool,
      cursor: isMap ? null : aim.cursor,
      isRefused: !isMap && aim.complaint() !== null,
      picked: isMap ? null : aim.picked,
      ghost: isMap ? null : aim.ghost,
      fitting: play.screen === 'playing' ? aim.fitting() : [],
    },
    ...(isMap ? { marks: play.round.marks } : {}),
  };
}
