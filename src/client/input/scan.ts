// One switch: what can be pressed is lit up in turn, by itself, and a press takes what is lit. Here is which comes next and
// when; where the switch is and what a stop does stands in switch.ts. Pure.

import type { Aim } from '../aim.ts';
import { bondState, isBroken, isWrong, offBy, standing, trustOf, type Target } from '../reading.ts';
import type { Network } from '../../core/network/network.ts';

/** How long each stop is lit. */
export const SCAN_MS = { slow: 1800, middle: 1200, fast: 800 } as const;
/** After a press all stands still, so that one sees what it did; a hand that trembles presses once. */
export const REST_MS = 500;

export class Scan<T> {
  private stops: readonly T[] = [];
  private at = 0;
  private dueAt = 0;
  private restsUntil = 0;
  private readonly isSame: (a: T, b: T) => boolean;

  constructor(isSame: (a: T, b: T) => boolean) {
    this.isSame = isSame;
  }

  get lit(): T | null {
    return this.stops[this.at] ?? null;
  }

  /** Once a frame: the stops there are now. The lit one stays lit wherever it stands among them; one that went begins anew. */
  walk(now: number, stops: readonly T[], each: number): void {
    const { lit } = this;
    const kept = lit === null ? -1 : stops.findIndex((one) => this.isSame(one, lit));
    this.stops = stops;
    if (kept < 0) return this.begin(now, each);
    this.at = kept;
    if (now < this.dueAt) return;
    this.at = (kept + 1) % stops.length;
    this.dueAt = now + each;
  }

  /** From the first stop. */
  begin(now: number, each: number): void {
    this.at = 0;
    this.dueAt = Math.max(now, this.restsUntil) + each;
  }

  /** What the switch presses; null while it rests from the last press. */
  press(now: number, each: number): T | null {
    if (now < this.restsUntil || this.lit === null) return null;
    this.restsUntil = now + REST_MS;
    this.dueAt = this.restsUntil + each;
    return this.lit;
  }
}

/** More than this would be too long a walk; who comes after them comes when they are done. */
const TARGETS_MOST = 6;

/** What the tool in hand is of most use on, the most urgent first: what is broken, and who is furthest from the others. */
export function worthwhile(net: Network, aim: Aim): Target[] {
  const fitting = aim.fitting();
  if (fitting[0]?.kind === 'node') {
    const stands = standing(net);
    return sorted(fitting, ({ id }) => -Math.abs(offBy(net, stands, id))).slice(0, TARGETS_MOST);
  }
  const urgency = ({ id }: Target): number =>
    isBroken(bondState(net, id)) ? 0 : isWrong(net, id) ? 1 : 2 + trustOf(net, id);
  const bonds = sorted(fitting, urgency);
  const urgent = bonds.filter((one) => urgency(one) < 2);
  return (urgent.length > 0 ? urgent : bonds).slice(0, TARGETS_MOST);
}

function sorted(targets: readonly Target[], by: (target: Target) => number): Target[] {
  return targets
    .map((one) => ({ one, at: by(one) }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
