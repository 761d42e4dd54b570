// Phaser's part: one canvas behind everything. Scenery in quads, all that moves in one mesh. The session owns the game;
// Phaser's own clock sleeps, and a frame is drawn when asked.

import Phaser from 'phaser';
import type { EventKind } from '../../core/network/vocabulary.ts';
import { TICK } from '../../core/network/layout.ts';
import { isOver, type Network } from '../../core/network/network.ts';
import type { Picture } from '../picture.ts';
import { nodeState, standing } from '../reading.ts';
import { Backdrop } from './backdrop.ts';
import { drawBeat } from './beat.ts';
import { drawBonds } from './bonds.ts';
import { Effects } from './effects.ts';
import { drawHand, drawOffers, type Hand } from './hand.ts';
import { drawHazards } from './hazards.ts';
import type { Look, Mark, PictureSettings } from './look.ts';
import { Mesh } from './mesh.ts';
import { drawMotes } from './motes.ts';
import { drawNodes } from './nodes.ts';
import { inksOf, type Inks } from './palette.ts';
import { Pen } from './pen.ts';
import { Pacing } from './quality.ts';
import { mix } from './scenery/brush.ts';
import { drawTurning } from './turning.ts';
import type { Sheet } from './sheet.ts';
import { drawMap } from './marks.ts';
import { drawLate, drawTables, drawWhispers, drawWorn } from './systems.ts';

export { hubPlaces } from './globe.ts';
export type { Look } from './look.ts';

/** Where the network lies on the canvas, in CSS pixels. */
interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Frame {
  readonly net: Network;
  readonly before: Int32Array;
  readonly alpha: number;
  readonly picture: Picture;
  readonly hand: Hand;
  readonly area?: Area;
  /** On the map of a round. */
  readonly marks?: readonly Mark[];
}

export interface StageOptions {
  /** Without it the scenery has half the dots: for a machine that only tests. */
  readonly isSmooth?: boolean;
  readonly settings?: PictureSettings;
  readonly look?: Look;
}

export interface Stage {
  /** Where we are; call it whenever that may have changed. Only what is new is painted anew. */
  look(look: Look): void;
  settings(settings: PictureSettings): void;
  /** `null`: there is no network on this screen. */
  draw(frame: Frame | null, now: number): void;
  heard(event: EventKind, a: number, b: number): void;
  resize(width: number, height: number): void;
  readonly stats: { readonly drawCalls: number; readonly scriptMs: number; readonly quality: string };
  close(): void;
}

/** More dots to a pixel than this cost more than they show. */
const SHARPEST = 2;
const SETTINGS: PictureSettings = { quality: 'auto', reducedMotion: false, shake: true };
/** How much of the scenery is covered where a network lies on it, and how far the cover fades out, in pixels. */
const VEIL = 0.6;
const VEIL_EDGE = 90;
const HAZE = 0.5;

export function openStage(host: HTMLElement, options: StageOptions = {}): Promise<Stage> {
  return new Promise((resolve) => {
    const scene: Phaser.Types.Scenes.CreateSceneFromObjectConfig = {
      create(this: Phaser.Scene) {
        this.game.loop.sleep();
        resolve(stageOf(this, options));
      },
    };
    void new Phaser.Game({
      type: Phaser.WEBGL,
      parent: host,
      width: Math.max(1, host.clientWidth),
      height: Math.max(1, host.clientHeight),
      transparent: true,
      // Textures are smoothed; edges are soft by their own corners, which costs less than multisampling.
      antialias: true,
      antialiasGL: false,
      banner: false,
      autoFocus: false,
      audio: { noAudio: true },
      input: { keyboard: false, mouse: false, touch: false, gamepad: false },
      scale: { mode: Phaser.Scale.NONE },
      scene,
    });
  });
}

function stageOf(scene: Phaser.Scene, options: StageOptions): Stage {
  const { game } = scene;
  const mesh = new Mesh();
  const pen = new Pen(mesh);
  const backdrop = new Backdrop(scene, options.isSmooth ?? true);
  const effects = new Effects();
  const pacing = new Pacing();
  mesh.show(scene).setDepth(1000);
  game.canvas.setAttribute('aria-hidden', 'true');

  let look: Look | null = options.look ?? null;
  let settings = options.settings ?? SETTINGS;
  let inks: Inks = inksOf('coves', settings.colours);
  let width = Math.max(1, game.canvas.width);
  let height = Math.max(1, game.canvas.height);
  let sharp = 1;
  let last = 0;
  /** The picture's own clock, in milliseconds: it stands while the game does. */
  let clock = 0;
  let stood = { tick: -1, alpha: -1 };
  let net: Network | null = null;
  let coherence = 1;
  let isStill = false;
  let drawCalls = 0;
  const scripts: number[] = [];

  const renderer = game.renderer as Phaser.Renderer.WebGL.WebGLRenderer;
  const drawElements = renderer.drawElements.bind(renderer);
  renderer.drawElements = (...given: Parameters<typeof drawElements>) => {
    drawCalls++;
    return drawElements(...given);
  };

  const onPointer = (event: PointerEvent): void => {
    backdrop.pointer = {
      x: (event.clientX / Math.max(1, window.innerWidth)) * 2 - 1,
      y: (event.clientY / Math.max(1, window.innerHeight)) * 2 - 1,
    };
  };
  window.addEventListener('pointermove', onPointer, { passive: true });
  const onRestored = (): void => void (isStill = false);
  game.canvas.addEventListener('webglcontextrestored', onRestored);

  const choose = (): void => {
    inks = inksOf(look?.city ?? 'coves', settings.colours);
    effects.isCalm = settings.reducedMotion;
    effects.shakes = settings.shake;
    pacing.quality = settings.quality;
    isStill = false;
  };
  choose();

  /** Whether the game's own clock went on since the last frame: while it stands, so does the picture. */
  const goesOn = (frame: Frame | null): boolean => {
    if (frame === null) return true;
    const tick = frame.net.s[TICK];
    const stands = tick === stood.tick && frame.alpha === stood.alpha;
    stood = { tick, alpha: frame.alpha };
    return !stands || tick === 0 || isOver(frame.net) || frame.marks !== undefined;
  };

  function drawNetwork(frame: Frame, moves: boolean): void {
    const { area } = frame;
    const stands = standing(frame.net);
    const states = Array.from({ length: frame.net.rules.layout.nodes }, (_, i) => nodeState(frame.net, stands, i));
    const shift = effects.shift;
    pen.area0((area?.x ?? 0) + shift.x, (area?.y ?? 0) + shift.y, sharp);
    const sheet: Sheet = {
      pen,
      net: frame.net,
      before: frame.before.length === frame.net.s.length ? frame.before : frame.net.s,
      alpha: frame.alpha,
      picture: frame.picture,
      inks,
      states,
      stands,
      hand: frame.hand,
      effects,
      time: clock / 1000,
      moves,
      blooms: pacing.blooms && settings.bloom !== false,
    };
    if (frame.marks !== undefined) return drawMap(sheet, frame.marks);
    drawOffers(sheet);
    drawTables(sheet);
    drawBonds(sheet);
    drawWhispers(sheet);
    drawLate(sheet);
    drawNodes(sheet);
    drawWorn(sheet);
    drawHazards(sheet);
    effects.draw(pen, frame.net, frame.picture, inks);
    drawHand(sheet);
    drawBeat(sheet);
  }

  /** Air before the scenery: grey and thick while nobody agrees. */
  function drawAir(frame: Frame | null): void {
    const { tones } = backdrop;
    if (look === null || tones === null) return;
    pen.area0(0, 0, sharp);
    const whole = [
      { x: 0, y: 0 },
      { x: width, y: 0 },
      { x: width, y: height },
      { x: 0, y: height },
    ];
    const haze = HAZE * (1 - coherence);
    if (haze > 0.01) pen.sheet(whole, greyed(tones.fog), [haze * 0.8, haze * 0.8, haze, haze]);
    if (frame === null) return;
    const area = frame.area ?? { x: 0, y: 0, width, height };
    veil(area);
  }

  function veil(area: Area): void {
    const xs = fading(area.x, area.x + area.width, width);
    const ys = fading(area.y, area.y + area.height, height);
    for (let row = 0; row < 3; row++)
      for (let column = 0; column < 3; column++) {
        const alpha = (x: number, y: number): number => (x > 0 && x < 3 && y > 0 && y < 3 ? VEIL : 0);
        const corners = [
          [column, row],
          [column + 1, row],
          [column + 1, row + 1],
          [column, row + 1],
        ] as const;
        // the corner that is covered comes first, so that the two triangles meet on the right diagonal
        const first = Math.max(
          0,
          corners.findIndex(([x, y]) => alpha(x, y) > 0),
        );
        const turned = corners.map((_, k) => corners[(k + first) % 4]);
        pen.sheet(
          turned.map(([x, y]) => ({ x: xs[x], y: ys[y] })),
          inks.bg0,
          turned.map(([x, y]) => alpha(x, y)),
        );
      }
  }

  return {
    look(next) {
      const isOther = next.city !== look?.city;
      if (next.screen !== look?.screen || next.place !== look?.place) pacing.excuse();
      look = next;
      if (isOther) choose();
    },
    settings(next) {
      settings = next;
      choose();
    },
    draw(frame, now) {
      const began = performance.now();
      const took = Math.min(100, Math.max(0, now - last));
      last = now;
      pacing.frame(now);
      if (frame?.net.rules !== net?.rules || (frame !== null && frame.net.s[TICK] < (stood.tick ?? 0)))
        effects.forget();
      net = frame?.net ?? null;
      const goes = goesOn(frame);
      if (goes) clock += took;
      effects.advance(clock);
      const moves = !settings.reducedMotion;
      if (look !== null) {
        const wanted = look.coherence;
        coherence = moves ? coherence + (wanted - coherence) * Math.min(1, took / 600) : wanted;
        backdrop.advance(look, now, moves);
        backdrop.place(clock / 1000, now, moves, moves && pacing.leans);
      }
      // Nothing moves and nothing is new: the canvas keeps what it has.
      const rests = frame === null && !moves && !backdrop.isMoving;
      if (rests && isStill) return;
      isStill = rests;
      mesh.clear();
      drawAir(frame);
      const { composition } = backdrop;
      if (moves && pacing.floats && composition !== null) {
        pen.area0(0, 0, sharp);
        if (look?.screen === 'hub' || look?.screen === 'title')
          drawTurning(pen, look.screen, width, height, clock / 1000, pacing.blooms);
        drawMotes(pen, composition.air, composition.tones, inks, width, height, clock / 1000);
      }
      if (frame !== null) drawNetwork(frame, moves);
      drawCalls = 0;
      game.step(now, took);
      if (scripts.length >= 240) scripts.shift();
      scripts.push(performance.now() - began);
    },
    heard(event, a, b) {
      if (net !== null) effects.heard(net, event, a, b);
    },
    resize(wide, high) {
      sharp = Math.min(SHARPEST, window.devicePixelRatio || 1);
      width = Math.max(1, wide);
      height = Math.max(1, high);
      game.scale.resize(Math.max(1, Math.round(width * sharp)), Math.max(1, Math.round(height * sharp)));
      backdrop.resize(width, height, sharp);
      isStill = false;
    },
    get stats() {
      const sorted = [...scripts].sort((a, b) => a - b);
      return { drawCalls, scriptMs: sorted[sorted.length >> 1] ?? 0, quality: pacing.name };
    },
    close() {
      window.removeEventListener('pointermove', onPointer);
      game.canvas.removeEventListener('webglcontextrestored', onRestored);
      game.destroy(true);
    },
  };
}

/** Where the cover begins, is whole, and ends; near an edge of the window it does not end at all. */
function fading(from: number, to: number, most: number): [number, number, number, number] {
  const begin = from < VEIL_EDGE * 1.5 ? 0 : from;
  const end = to > most - VEIL_EDGE * 1.5 ? most : to;
  return [begin - VEIL_EDGE, begin, end, end + VEIL_EDGE];
}

function greyed(colour: number): number {
  const level = Math.round(((colour >> 16) * 3 + ((colour >> 8) & 255) * 6 + (colour & 255)) / 10);
  return mix(colour, (level << 16) | (level << 8) | level, 0.65);
}
