// The scenery: flats baked once for a look and then only moved. A few quads a frame, all in one draw.

import type Phaser from 'phaser';
import { Brush, type Composition, type Flat, type Tones } from './scenery/brush.ts';
import { compose } from './scenery/index.ts';
import { viewOf } from './globe.ts';
import { isAside, sceneryKey, type Look } from './look.ts';

/** Flats reach so far beyond the window, in CSS pixels: what they move by never shows an edge. */
const BLEED = 26;
const DRIFT = 7;
const LEAN = 12;
/** Milliseconds. */
const SLIDE = 560;
const CROSS = 150;
/** How much of the window the nearest flat slides by. */
const SLIDES = 0.16;
/** A flat is baked with so many dots at most; more are not told apart behind a network. */
const MOST_DOTS = 1_500_000;

interface Shown {
  readonly key: string;
  readonly composition: Composition;
  readonly isAside: boolean;
  readonly names: string[];
  readonly images: { readonly image: Phaser.GameObjects.Image; readonly flat: Flat; readonly isMirrored: boolean }[];
  since: number;
}

export class Backdrop {
  private readonly scene: Phaser.Scene;
  private shown: Shown | null = null;
  private leaving: Shown | null = null;
  private baking: { readonly look: Look; readonly into: Shown; next: number } | null = null;
  private width = 1;
  private height = 1;
  private sharp = 1;
  private count = 0;
  private leanX = 0;
  private leanY = 0;
  /** Set by the stage: where the pointer is, from -1 to 1. */
  pointer = { x: 0, y: 0 };

  private readonly mostDots: number;
  /** No graphics card: then a canvas is quicker painted by the processor than by what pretends to be one. */
  private readonly isSoftware: boolean;

  constructor(scene: Phaser.Scene, isSmooth: boolean) {
    this.scene = scene;
    const { gl } = scene.game.renderer as Phaser.Renderer.WebGL.WebGLRenderer;
    const info = gl.getExtension('WEBGL_debug_renderer_info');
    const name = info === null ? '' : String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL));
    this.isSoftware = /swiftshader|llvmpipe|software|basic render/i.test(name);
    this.mostDots = MOST_DOTS * (isSmooth ? (this.isSoftware ? 0.65 : 1) : 0.25);
  }

  get tones(): Tones | null {
    return this.shown?.composition.tones ?? null;
  }

  get composition(): Composition | null {
    return this.shown?.composition ?? null;
  }

  get isMoving(): boolean {
    return this.leaving !== null || this.baking !== null;
  }

  resize(width: number, height: number, sharp: number): void {
    if (width === this.width && height === this.height && sharp === this.sharp) return;
    this.width = width;
    this.height = height;
    this.sharp = sharp;
  }

  /** One flat a frame, so that no frame waits for a whole picture; the first picture of all is there at once. */
  advance(look: Look, now: number, moves: boolean): void {
    const key = `${sceneryKey(look)}|${this.width}x${this.height}@${this.sharp}`;
    if (this.shown?.key !== key && this.baking?.into.key !== key) {
      if (this.baking !== null) this.drop(this.baking.into);
      this.baking = {
        look,
        into: { key, composition: compose(look), isAside: isAside(look), names: [], images: [], since: now },
        next: 0,
      };
    }
    const { baking } = this;
    if (baking !== null) {
      const { flats } = baking.into.composition;
      do this.bake(baking.into, flats[baking.next++]);
      while (this.shown === null && baking.next < flats.length);
      if (baking.next >= flats.length) this.swap(baking.into, now);
    }
    if (this.leaving !== null && now - this.shown!.since > (moves ? SLIDE : CROSS)) {
      this.drop(this.leaving);
      this.leaving = null;
    }
  }

  private swap(next: Shown, now: number): void {
    this.baking = null;
    if (this.leaving !== null) this.drop(this.leaving);
    // A window that changes its size is the same picture: nothing slides.
    const isSame =
      this.shown !== null && this.shown.key.split('|').slice(0, -1).join() === next.key.split('|').slice(0, -1).join();
    this.leaving = this.shown;
    this.shown = next;
    next.since = now;
    if (isSame && this.leaving !== null) {
      this.drop(this.leaving);
      this.leaving = null;
      next.since = -Infinity;
    }
    next.images.forEach(({ image }, k) => image.setVisible(true).setDepth(10 + k));
    this.leaving?.images.forEach(({ image }, k) => image.setDepth(k));
  }

  private bake(into: Shown, flat: Flat): void {
    const wide = this.width + 2 * BLEED;
    const high = this.height + 2 * BLEED;
    const sharp = Math.min(this.sharp, Math.sqrt(this.mostDots / (wide * high)), 1.6);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(wide * sharp));
    canvas.height = Math.max(1, Math.round(high * sharp));
    const context = canvas.getContext('2d', { willReadFrequently: this.isSoftware })!;
    const view = viewOf(this.width, this.height, into.isAside);
    const scale = view.scale * sharp;
    context.setTransform(scale, 0, 0, scale, (view.x + BLEED) * sharp, (view.y + BLEED) * sharp);
    const box = {
      l: -(view.x + BLEED) / view.scale,
      r: (this.width - view.x + BLEED) / view.scale,
      t: -(view.y + BLEED) / view.scale,
      b: (this.height - view.y + BLEED) / view.scale,
    };
    flat.paint(new Brush(context, box, into.composition.tones, 11 + into.images.length * 17));
    const name = `flat ${this.count++}`;
    // Phaser takes a canvas as it takes a picture, and keeps it: after a lost context it is sent again.
    this.scene.textures.addImage(name, canvas as unknown as HTMLImageElement);
    into.names.push(name);
    for (const isMirrored of flat.passes === undefined ? [false] : [false, true]) {
      const image = this.scene.add
        .image(0, 0, name)
        .setVisible(false)
        .setDisplaySize(wide * this.sharp, high * this.sharp);
      image.setFlipX(isMirrored);
      into.images.push({ image, flat, isMirrored });
    }
  }

  /** Everything to its place. `time` in seconds of the picture's own clock. */
  place(time: number, now: number, moves: boolean, leans: boolean): void {
    const { shown, leaving } = this;
    this.leanX += ((leans ? this.pointer.x : 0) - this.leanX) * 0.08;
    this.leanY += ((leans ? this.pointer.y : 0) - this.leanY) * 0.08;
    if (shown === null) return;
    const age = now - shown.since;
    const t = leaving === null ? 1 : Math.min(1, age / (moves ? SLIDE : CROSS));
    const out = 1 - (1 - t) * (1 - t) * (1 - t);
    this.put(shown, time, moves ? (1 - out) * SLIDES : 0, leaving === null ? 1 : out, moves, leans);
    if (leaving !== null) this.put(leaving, time, moves ? -out * SLIDES : 0, 1, moves, leans);
  }

  private put(set: Shown, time: number, slide: number, alpha: number, moves: boolean, leans: boolean): void {
    const { sharp } = this;
    const wide = this.width + 2 * BLEED;
    const drift = moves && leans ? Math.sin((time / 90) * 2 * Math.PI) * DRIFT : 0;
    for (const { image, flat, isMirrored } of set.images) {
      const { near } = flat;
      let x = this.width / 2 + slide * this.width * near - (drift + this.leanX * LEAN) * near;
      if (flat.passes !== undefined) {
        const went = moves ? time * flat.passes * viewOf(this.width, this.height).scale : 0;
        x = this.width / 2 - ((went + (isMirrored ? wide : 0)) % (2 * wide));
        if (x < -wide * 0.5 - BLEED) x += 2 * wide;
      }
      image.setPosition(x * sharp, (this.height / 2 - this.leanY * LEAN * 0.4 * near) * sharp).setAlpha(alpha);
    }
  }

  private drop(set: Shown): void {
    for (const { image } of set.images) image.destroy();
    for (const name of set.names) this.scene.textures.remove(name);
  }
}
