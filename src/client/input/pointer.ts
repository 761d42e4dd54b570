// Mouse, pen and finger. Press a person and drag to turn their hand; or press, aim, and press again: never a drag needed.

import { angleTowards, distance, type Point } from '../picture.ts';
import type { Play } from '../play.ts';

/** How far beyond the ring a press still sets the angle, and how far a press must travel to be a drag. */
const RING_REACH = 64;
const DRAG = 12;
/** Inside this share of the ring a press means the angle as offered. */
const MIDDLE = 0.6;

export class Pointer {
  private readonly play: Play;
  private pressedAt: Point | null = null;

  constructor(play: Play) {
    this.play = play;
  }

  move(at: Point): void {
    const { play } = this;
    if (play.screen !== 'playing') return;
    if (play.aim.ghost !== null) this.turnTowards(at);
    else play.hover(play.under(at));
  }

  down(at: Point): void {
    const { play } = this;
    if (play.screen === 'round') return play.visitAt(at);
    if (play.screen !== 'playing') return;
    const { aim } = play;
    if (aim.ghost !== null && aim.picked !== null) {
      const middle = play.picture.place(play.session.network, aim.picked);
      if (distance(middle, at) <= play.picture.radius + RING_REACH) {
        const other = play.under(at);
        const isOther = other !== null && (other.kind !== aim.picked.kind || other.id !== aim.picked.id);
        if (!isOther || distance(play.picture.place(play.session.network, other), at) > play.picture.radius) {
          this.turnTowards(at);
          return play.confirm();
        }
      }
    }
    const target = play.under(at);
    play.hover(target);
    if (target === null) return play.miss(at);
    play.at(target);
    this.pressedAt = aim.ghost === null ? null : at;
  }

  up(at: Point): void {
    const { play } = this;
    const began = this.pressedAt;
    this.pressedAt = null;
    if (began === null || play.aim.ghost === null || distance(began, at) < DRAG) return;
    this.turnTowards(at);
    play.confirm();
  }

  leave(): void {
    if (this.play.aim.ghost === null) this.play.hover(null);
  }

  private turnTowards(at: Point): void {
    const { aim, picture, session } = this.play;
    if (aim.picked === null) return;
    const middle = picture.place(session.network, aim.picked);
    if (distance(middle, at) < picture.radius * MIDDLE) aim.straighten();
    else aim.turnTo(angleTowards(middle, at));
  }
}

export function listenToPointer(play: Play, on: HTMLElement): () => void {
  const pointer = new Pointer(play);
  const place = (event: PointerEvent): Point => {
    const box = on.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const handlers = {
    pointermove: (event: PointerEvent) => pointer.move(place(event)),
    pointerdown: (event: PointerEvent) => {
      if (event.button !== 0 || event.defaultPrevented) return;
      on.setPointerCapture(event.pointerId);
      pointer.down(place(event));
    },
    pointerup: (event: PointerEvent) => pointer.up(place(event)),
    pointerleave: () => pointer.leave(),
  };
  const entries = Object.entries(handlers) as [keyof typeof handlers, (event: PointerEvent) => void][];
  for (const [name, handler] of entries) on.addEventListener(name, handler);
  return () => {
    for (const [name, handler] of entries) on.removeEventListener(name, handler);
  };
}
