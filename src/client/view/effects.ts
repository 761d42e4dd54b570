// What an act leaves on the screen for a moment: rings give and spring back, six sparks, a ripple. Nothing here is read by
// a rule; the clock is the picture's own, so a paused game pauses them.

import { outcome, type Network } from '../../core/network/network.ts';
import type { EventKind } from '../../core/network/vocabulary.ts';
import type { Picture, Point } from '../picture.ts';
import { bondEnds, type NodeState, type Target } from '../reading.ts';
import type { Inks } from './palette.ts';
import type { Pen } from './pen.ts';
import { ease } from './sheet.ts';

/** Milliseconds. */
const SQUASH = 180;
const HIT_STOP = 50;
const SPARKS = 420;
const RIPPLE = 650;
/** Nothing turns into what it is not faster than this: linear light sees a blink as saturated red. */
const EASE = 420;
const BLOOM = 900;
/** The most that the picture shakes, in pixels, and how fast it calms. */
const SHAKE = 4;
const CALMS = 1.6;

interface Spark {
  readonly kind: 'sparks' | 'ripple';
  readonly at: Target;
  readonly since: number;
  readonly isBad: boolean;
}

interface Mood {
  now: NodeState;
  was: NodeState;
  since: number;
}

export class Effects {
  private readonly squashed = new Map<number, number>();
  private readonly stopped = new Map<number, { until: number; phase: number }>();
  private readonly moods = new Map<number, Mood>();
  private readonly broken = new Map<number, number>();
  private sparks: Spark[] = [];
  private trauma = 0;
  private bloomed = 0;
  private now = 0;
  /** Set by the stage. */
  isCalm = false;
  shakes = true;

  forget(): void {
    this.squashed.clear();
    this.stopped.clear();
    this.moods.clear();
    this.broken.clear();
    this.sparks = [];
    this.trauma = 0;
    this.bloomed = 0;
  }

  /** The picture's clock goes on, in milliseconds. */
  advance(now: number): void {
    const seconds = Math.max(0, now - this.now) / 1000;
    this.now = now;
    this.trauma = Math.max(0, this.trauma - seconds * CALMS);
    this.sparks = this.sparks.filter((one) => now - one.since < (one.kind === 'sparks' ? SPARKS : RIPPLE));
  }

  get isBusy(): boolean {
    return (
      this.sparks.length > 0 ||
      this.trauma > 0 ||
      (this.bloomed > 0 && this.now - this.bloomed < BLOOM) ||
      [...this.moods.values()].some((mood) => mood.was !== mood.now && this.now - mood.since < EASE)
    );
  }

  heard(net: Network, event: EventKind, a: number, b: number): void {
    switch (event) {
      case 'toolUsed':
      case 'echoed': {
        const takes = net.rules.tools[a]?.row.takes[0];
        if (takes === 'node') this.struck(net, [b], { kind: 'node', id: b });
        else if (takes === 'bond' || takes === 'door') this.spark({ kind: takes, id: b });
        return;
      }
      case 'bondMended':
      case 'bondTied':
        return this.struck(net, bondEnds(net, a), { kind: 'bond', id: a });
      case 'bondRevealed':
        return this.ripple({ kind: 'bond', id: a });
      case 'foreignCut':
      case 'bondSnapped':
        this.shake(event === 'bondSnapped' ? 0.55 : 0.3);
        for (const id of [a, b]) this.spark({ kind: 'node', id }, event === 'bondSnapped');
        return;
      case 'pulseOnBeat':
      case 'beadArrived':
        this.struck(net, [a], { kind: 'node', id: a });
        return this.ripple({ kind: 'node', id: a });
      case 'roundHeld':
        return this.ripple({ kind: 'node', id: b });
      case 'anchorEnded':
      case 'shieldEnded':
      case 'nothingHidden':
        return this.ripple({ kind: 'node', id: a });
      case 'hazardStruck':
        this.shake(0.6);
        if (net.rules.hazards[a]?.row.names === 'bond') this.spark({ kind: 'bond', id: b }, true);
        if (net.rules.hazards[a]?.row.names === 'node') this.spark({ kind: 'node', id: b }, true);
        return;
      case 'lensEnded':
      case 'joined':
        return this.ripple({ kind: 'node', id: a });
      case 'workshopHeld':
        return this.struck(net, [a], { kind: 'node', id: a });
      case 'overtouched':
        this.shake(0.3);
        return this.spark({ kind: 'node', id: a }, true);
      case 'won':
        this.bloomed = this.now;
        return;
      // What the rings, the tells and the words already say.
      case 'beadLost':
      case 'hazardEnded':
      case 'hazardNamed':
      case 'hazardTurned':
      case 'lost':
      case 'pulseOffBeat':
      case 'scoreMoved':
      case 'seen':
        return;
    }
  }

  private struck(net: Network, nodes: readonly number[], at: Target): void {
    for (const i of nodes) {
      this.squashed.set(i, this.now);
      this.stopped.set(i, { until: this.now + HIT_STOP, phase: net.s[net.rules.layout.phase + i] });
    }
    this.spark(at);
  }

  private spark(at: Target, isBad = false): void {
    this.sparks.push({ kind: 'sparks', at, since: this.now, isBad });
  }

  private ripple(at: Target): void {
    this.sparks.push({ kind: 'ripple', at, since: this.now, isBad: false });
  }

  private shake(by: number): void {
    if (this.shakes && !this.isCalm) this.trauma = Math.min(1, this.trauma + by);
  }

  /** How far the network is off its place. */
  get shift(): Point {
    const far = SHAKE * this.trauma * this.trauma;
    return { x: Math.sin(this.now / 23) * far, y: Math.cos(this.now / 31) * far * 0.7 };
  }

  /** How wide a ring stands: .92, then 1.06, then as it was. */
  squashOf(i: number): number {
    const since = this.squashed.get(i);
    if (since === undefined || this.isCalm) return 1;
    const t = (this.now - since) / SQUASH;
    if (t >= 1) {
      this.squashed.delete(i);
      return 1;
    }
    return t < 0.35
      ? 1 - 0.08 * ease(t / 0.35)
      : t < 0.7
        ? 0.92 + 0.14 * ease((t - 0.35) / 0.35)
        : 1.06 - 0.06 * ease((t - 0.7) / 0.3);
  }

  /** Joined hands stand for a moment: the clock never does. */
  phaseOf(i: number, phase: number): number {
    const stop = this.stopped.get(i);
    if (stop === undefined) return phase;
    if (this.now >= stop.until + HIT_STOP) {
      this.stopped.delete(i);
      return phase;
    }
    if (this.now < stop.until) return stop.phase;
    const t = ease((this.now - stop.until) / HIT_STOP);
    return (stop.phase + Math.round(((phase - stop.phase) | 0) * t)) | 0;
  }

  /** What a node looks like: two states and how far from the one to the other. */
  moodOf(i: number, state: NodeState): { readonly from: NodeState; readonly to: NodeState; readonly t: number } {
    let mood = this.moods.get(i);
    if (mood === undefined) {
      mood = { now: state, was: state, since: -Infinity };
      this.moods.set(i, mood);
    }
    if (mood.now !== state) {
      mood.was = mood.now;
      mood.now = state;
      mood.since = this.now;
    }
    return { from: mood.was, to: mood.now, t: ease((this.now - mood.since) / EASE) };
  }

  /** 0 to 1: how much of a break is to be seen yet. */
  breakOf(e: number, isBroken: boolean): number {
    if (!isBroken) {
      this.broken.delete(e);
      return 1;
    }
    let since = this.broken.get(e);
    if (since === undefined) {
      // What was broken when the network opened is not news.
      since = this.broken.size === 0 && this.moods.size === 0 ? -Infinity : this.now;
      this.broken.set(e, since);
    }
    return ease((this.now - since) / EASE);
  }

  bloomOf(net: Network): number {
    if (outcome(net) !== 'won') return 0;
    return this.bloomed === 0 ? 1 : ease((this.now - this.bloomed) / BLOOM);
  }

  draw(pen: Pen, net: Network, picture: Picture, inks: Inks): void {
    for (const { kind, at, since, isBad } of this.sparks) {
      const middle = picture.place(net, at);
      const colour = isBad ? inks.fracture : inks.accent;
      const ring = at.kind === 'node' ? picture.radius : 10;
      if (kind === 'ripple') {
        const t = (this.now - since) / RIPPLE;
        pen.style(2.5 * (1 - t) + 0.5, colour, 0.8 * (1 - t)).ring(middle, ring + 6 + (this.isCalm ? 8 : 34 * ease(t)));
        continue;
      }
      if (this.isCalm) continue;
      const t = (this.now - since) / SPARKS;
      const out = 1 - (1 - t) * (1 - t) * (1 - t);
      for (let k = 0; k < 6; k++) {
        const angle = ((k + 0.25) / 6) * 2 * Math.PI;
        const far = ring + 5 + 24 * out;
        const near = ring + 5 + 24 * Math.max(0, out - 0.28);
        pen.style(2.6 * (1 - t) + 0.6, colour, 0.95 * (1 - t)).line([
          { x: middle.x + Math.sin(angle) * near, y: middle.y - Math.cos(angle) * near },
          { x: middle.x + Math.sin(angle) * far, y: middle.y - Math.cos(angle) * far },
        ]);
      }
    }
  }
}
