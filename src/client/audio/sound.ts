// All that is heard. The shell says what happens; who plays what, and whether anything can be heard at all, is known here.
// Where there is no sound (refused, missing, muted) captions go on, and nothing else is different.

import { Howler } from 'howler';
import type { Network } from '../../core/network/network.ts';
import type { City } from '../../core/run/cast.ts';
import type { Heard } from '../session.ts';
import { Band } from './band.ts';
import { CITY_ROWS } from './cities.ts';
import { Conductor } from './conductor.ts';
import { BEAT, EVENT_CUES, REFUSED, sceneCue, TOOL_CUES, UI_CUES, UI_KINDS, type Cue, type UiKind } from './cues.ts';
import { EVERYTHING, openMixer, type Mixer, type SoundSettings } from './mixer.ts';
import { pieceOf } from './music/pieces.ts';
import { Orchestra } from './orchestra.ts';
import { drawEffect, secondsOf, type EffectId } from './synth/effects.ts';

export type { SoundSettings } from './mixer.ts';

export interface Sound {
  settings(settings: SoundSettings): void;
  /** An id of MUSIC_IDS; '' is silence. */
  scene(music: string): void;
  /** An id of SOUNDS. */
  cue(id: string): void;
  /** Once a frame. */
  network(net: Network | null, city: City, paused: boolean): void;
  heard(heard: Heard): void;
  ui(kind: UiKind): void;
  /** From within a press or a key. */
  unlock(): void;
  hidden(isHidden: boolean): void;
  /** Off: nobody wants to hear it. Locked: the browser waits for a press. Unavailable: there is no sound to be had here. */
  readonly state: 'off' | 'locked' | 'running' | 'unavailable';
  close(): void;
}

/** Seconds told ahead where nobody can interrupt, and how often. */
const AHEAD = 0.2;
const EVERY_MS = 40;
/** The same thing again within this is one thing. */
const SAME_SOUND_MS = 60;
const SAME_CAPTION_MS = 500;
/** After fading out, the machine may rest. */
const FADE_MS = 300;

interface Stage {
  readonly ctx: AudioContext;
  readonly mixer: Mixer;
  readonly orchestra: Orchestra;
  readonly band: Band;
  readonly conductor: Conductor;
  /** The music's own fader: it is away while a network sounds. */
  readonly aside: GainNode;
}

export async function openSound(
  caption: (text: string) => void,
  options: { readonly now?: () => number } = {},
): Promise<Sound> {
  const now = options.now ?? (() => performance.now());
  let stage: Stage | null = null;
  let isTried = false;
  let wanted: SoundSettings = EVERYTHING;
  let music = '';
  let city: City = 'sphere';
  let isHidden = false;
  let isClosed = false;
  let isNetwork = false;
  let timer: ReturnType<typeof setInterval> | null = null;
  let resting: ReturnType<typeof setTimeout> | null = null;
  const effects = new Map<string, ReturnType<typeof drawEffect>>();
  const lastSound = new Map<EffectId, number>();
  const lastCaption = new Map<string, number>();

  const isWanted = (): boolean => !wanted.muted && wanted.master > 0 && !isClosed;
  const isHeard = (): boolean => stage !== null && isWanted() && !isHidden && stage.ctx.state === 'running';

  function effect(id: EffectId): { key: string; data: ReturnType<typeof drawEffect> } {
    const key = `${id} ${city}`;
    let data = effects.get(key);
    if (data === undefined) {
      data = drawEffect(id, CITY_ROWS[city]);
      effects.set(key, data);
    }
    return { key, data };
  }

  /** Sounds at once: `at` is for what is told ahead. */
  function play(cue: Cue, at?: number): void {
    if (stage === null || !isHeard()) return;
    const time = now();
    if (time - (lastSound.get(cue.effect) ?? Number.NEGATIVE_INFINITY) < SAME_SOUND_MS) return;
    lastSound.set(cue.effect, time);
    const { key, data } = effect(cue.effect);
    const begins = at ?? stage.ctx.currentTime;
    stage.orchestra.once(data, key, 1, 0, begins, cue.bus);
    if (cue.ducks) stage.mixer.duck(begins, secondsOf(cue.effect));
  }

  function say(text: string): void {
    if (!wanted.captions || isClosed) return;
    const time = now();
    if (time - (lastCaption.get(text) ?? Number.NEGATIVE_INFINITY) < SAME_CAPTION_MS) return;
    lastCaption.set(text, time);
    caption(text);
  }

  function give(cue: Cue | null): void {
    if (cue === null) return;
    play(cue);
    if (typeof cue.caption === 'string') say(cue.caption);
  }

  /** The music is told ahead while it can be heard, and only then. */
  function follow(): void {
    const goes = isHeard() && !isNetwork && music !== '';
    if (goes && timer === null) {
      const { ctx, band } = stage!;
      if (band.playing === music) band.reseed(ctx.currentTime);
      else band.play(music, ctx.currentTime);
      tell();
      timer = setInterval(tell, EVERY_MS);
    } else if (!goes && timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  }

  function tell(): void {
    if (stage === null) return;
    const { currentTime } = stage.ctx;
    stage.band.ahead(currentTime, currentTime + AHEAD);
    stage.orchestra.pool.sweep(currentTime);
  }

  function resume(): void {
    if (stage === null || !isWanted() || isHidden) return;
    if (resting !== null) clearTimeout(resting);
    resting = null;
    // refused without a press: it is asked again at the next one
    if (stage.ctx.state !== 'running') void stage.ctx.resume().then(follow, () => {});
    else follow();
  }

  function rest(): void {
    if (stage === null || resting !== null) return;
    const { ctx, conductor } = stage;
    conductor.leave(ctx.currentTime);
    follow();
    resting = setTimeout(() => {
      resting = null;
      if (isClosed || isHidden || !isWanted()) void ctx.suspend().catch(() => {});
    }, FADE_MS);
  }

  /** Once. Before the first press a browser would open it asleep, and say so on the console. */
  function begin(): void {
    if (isTried || isClosed) return;
    isTried = true;
    stage = openStage((at) => play(BEAT, at));
    if (stage === null) return;
    stage.mixer.set(wanted);
    stage.ctx.addEventListener('statechange', follow);
    prepare();
  }

  const unlock = (): void => {
    begin();
    resume();
  };
  const presses = ['pointerdown', 'touchend', 'keydown'] as const;
  if (hasAudio()) for (const press of presses) addEventListener(press, unlock, { capture: true, passive: true });
  if (wasPressed()) unlock();

  /** What is needed at once is drawn while nobody waits: what answers a press, and then the city's own voices. */
  function prepare(): void {
    if (stage === null || isClosed) return;
    const soon: EffectId[] = [...UI_KINDS, 'refused', 'tuned', 'worked', 'mended', 'named', 'struck', 'snapped'];
    const drawn = soon.find((id) => !effects.has(`${id} ${city}`));
    if (drawn !== undefined) effect(drawn);
    const { voice, pitches, pad } = CITY_ROWS[city];
    const left =
      drawn !== undefined ||
      stage.orchestra.prepare(
        pitches.map((pitch) => [voice, pitch]),
        pitches.slice(0, 2).map((pitch) => [pad, pitch]),
      );
    if (left) whenIdle(prepare);
  }

  return {
    settings(next) {
      const was = isWanted();
      wanted = next;
      stage?.mixer.set(next);
      if (isWanted()) resume();
      else if (was) rest();
    },
    scene(id) {
      const piece = pieceOf(id);
      const next = piece === null ? '' : id;
      if (next === music) return;
      music = next;
      if (piece !== null) say(`♪ ${piece.caption}`);
      if (stage !== null && timer !== null) stage.band.play(music, stage.ctx.currentTime);
      follow();
    },
    cue: (id) => give(sceneCue(id)),
    network(net, where, paused) {
      if (where !== city) {
        city = where;
        whenIdle(prepare);
      }
      if (stage === null || !isHeard()) return;
      const { currentTime } = stage.ctx;
      const sounded = isNetwork;
      isNetwork = net !== null && stage.conductor.conduct(net, city, paused, currentTime);
      if (sounded === isNetwork) return;
      if (net === null) stage.conductor.leave(currentTime);
      stage.aside.gain.setTargetAtTime(isNetwork ? 0 : 1, currentTime, 0.2);
      follow();
    },
    heard(heard) {
      if (heard.kind === 'event') give(EVENT_CUES[heard.event]);
      else if (heard.kind === 'refused') give(REFUSED);
      else if (heard.kind === 'taken' && heard.action.act === 'tool') {
        give(TOOL_CUES[heard.action.tool]);
        stage?.conductor.again(stage.ctx.currentTime);
      }
    },
    ui: (kind) => give(UI_CUES[kind]),
    unlock,
    hidden(hides) {
      if (hides === isHidden) return;
      isHidden = hides;
      stage?.mixer.show(!hides);
      if (hides) rest();
      else resume();
    },
    get state() {
      if (isTried ? stage === null : !hasAudio()) return 'unavailable';
      if (!isWanted()) return 'off';
      return stage?.ctx.state === 'running' ? 'running' : 'locked';
    },
    close() {
      isClosed = true;
      if (hasAudio()) for (const press of presses) removeEventListener(press, unlock, { capture: true });
      stage?.ctx.removeEventListener('statechange', follow);
      stage?.mixer.show(false);
      rest();
    },
  };
}

/** Howler's own context, so that a file played by it goes the same way. Null where the browser has none, or refuses one. */
function openStage(onBeat: (at: number) => void): Stage | null {
  try {
    // it would fall asleep and not wake (goldfire/howler.js#1355), and would open another context to unlock this one
    Howler.autoSuspend = false;
    Howler.autoUnlock = false;
    Howler.volume(1);
    const { ctx, masterGain } = Howler;
    if (!Howler.usingWebAudio || ctx === null || masterGain === null) return null;
    const mixer = openMixer(ctx, masterGain);
    const orchestra = new Orchestra(ctx, mixer);
    const aside = new GainNode(ctx);
    aside.connect(mixer.input('music'));
    const band = new Band(ctx, orchestra, aside);
    return { ctx, mixer, orchestra, band, conductor: new Conductor(ctx, orchestra, mixer, onBeat), aside };
  } catch {
    return null;
  }
}

function hasAudio(): boolean {
  return 'AudioContext' in globalThis || 'webkitAudioContext' in globalThis;
}

/** Has anybody touched this page yet? Where the browser does not tell, it is tried. */
function wasPressed(): boolean {
  return typeof navigator === 'undefined' || (navigator.userActivation?.hasBeenActive ?? true);
}

function whenIdle(then: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => then(), { timeout: 2000 });
  else setTimeout(then, 50);
}
