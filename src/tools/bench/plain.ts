// The same model, written the way one would first write it: objects that know each other, floats, Math.sin. It is what the
// core is measured against, so it is to stay honest: nothing here is slow on purpose, and nothing is tuned.
//
// There are two of them. `plain` is the formula as every text on coupled oscillators has it, read aloud: each person sums
// the pull of their neighbours; then each tie learns. `byTies` goes over the ties once and pushes both ends, with one sine
// for the two: already an optimisation, and the better part of what the core does. The targets were set against the first
// (50 to 240 ns a bond when the core was first studied); the second is shown beside it, so that nobody is fooled.

import { LOAD, OUTCOME } from '../../core/network/layout.ts';
import type { Network } from '../../core/network/network.ts';

const TURN = 2 * Math.PI;
const TICKS_PER_SECOND = 120;
const DT = 1 / TICKS_PER_SECOND;

export type PlainWay = 'byPeople' | 'byTies';

interface Person {
  /** Their ties, as seen from them. */
  readonly ties: Tie[];
  /** Radians. */
  phase: number;
  speed: number;
  /** Radians a second. */
  rhythm: number;
  baseRhythm: number;
  birthRhythm: number;
  emit: number;
  feel: number;
  agitation: number;
  loss: number;
  part: number;
  group: Crowd;
  held: boolean;
  counted: boolean;
  force: number;
}

interface Tie {
  from: Person;
  to: Person;
  /** 1 pulls together, -1 pushes apart, 0 carries nothing. */
  sign: number;
  interval: number;
  trust: number;
  floor: number;
  /** Share a second. */
  grow: number;
  fade: number;
}

interface Crowd {
  x: number;
  y: number;
  count: number;
}

interface Settings {
  /** Radians a second that a whole tie at full trust pulls. */
  pull: number;
  noise: number;
  ease: number;
  calm: number;
  energyGain: number;
  energyMost: number;
  target: number;
  hold: number;
  authenticity: number;
  limit: number;
}

export class PlainNetwork {
  readonly people: Person[] = [];
  readonly ties: Tie[] = [];
  readonly groups: Crowd[] = [];
  readonly settings: Settings;
  readonly way: PlainWay;
  time = 0;
  energy = 0;
  load = 0;
  heldFor = 0;
  coherence = 0;
  authenticity = 1;
  outcome: 'playing' | 'won' | 'lost' = 'playing';

  constructor(settings: Settings, way: PlainWay) {
    this.settings = settings;
    this.way = way;
  }

  step(): void {
    if (this.outcome !== 'playing') return;
    this.time += DT;
    this.energy = Math.min(this.settings.energyMost, this.energy + this.settings.energyGain * DT);
    this.load *= 1 - 1 / 8192;
    if (this.way === 'byTies') {
      this.pullTies();
    } else {
      this.pullPeople();
      this.learn();
    }
    this.turnPeople();
    this.measure();
    this.judge();
  }

  private pullPeople(): void {
    for (const person of this.people) {
      person.force = 0;
      for (const tie of person.ties) {
        if (tie.sign === 0) continue;
        const other = tie.from === person ? tie.to : tie.from;
        const interval = tie.from === person ? tie.interval : -tie.interval;
        person.force += tie.sign * tie.trust * other.emit * Math.sin(other.phase - person.phase - interval);
      }
    }
  }

  private learn(): void {
    for (const tie of this.ties) {
      if (tie.sign === 0) continue;
      const { from, to } = tie;
      const want = 2 * Math.cos(to.phase - from.phase - tie.interval) - 1 - tie.trust;
      const rate = want > 0 ? tie.grow * (1 - Math.max(from.agitation, to.agitation)) : tie.fade;
      tie.trust = Math.min(1, Math.max(tie.floor, tie.trust + want * rate * DT));
    }
  }

  private pullTies(): void {
    for (const person of this.people) person.force = 0;
    for (const tie of this.ties) {
      if (tie.sign === 0) continue;
      const { from, to } = tie;
      const apart = to.phase - from.phase - tie.interval;
      const force = tie.sign * tie.trust * Math.sin(apart);
      from.force += force * to.emit;
      to.force -= force * from.emit;

      const want = 2 * Math.cos(apart) - 1 - tie.trust;
      const rate = want > 0 ? tie.grow * (1 - Math.max(from.agitation, to.agitation)) : tie.fade;
      tie.trust = Math.min(1, Math.max(tie.floor, tie.trust + want * rate * DT));
    }
  }

  private turnPeople(): void {
    const { pull, noise, ease, calm } = this.settings;
    for (const person of this.people) {
      const jitter = (Math.random() * 2 - 1) * (person.agitation + noise) * NOISE_REACH;
      if (person.held) {
        person.speed = 0;
      } else {
        person.speed = person.rhythm + person.force * pull * person.feel + jitter;
        person.phase += person.speed * DT;
        if (person.phase > TURN) person.phase -= TURN;
        else if (person.phase < 0) person.phase += TURN;
        person.rhythm += (person.baseRhythm - person.rhythm) * ease;
      }
      if (person.agitation > 0) person.agitation = Math.max(0, person.agitation * (1 - calm) - 1 / 32768);
    }
  }

  private measure(): void {
    for (const group of this.groups) {
      group.x = 0;
      group.y = 0;
      group.count = 0;
    }
    let lost = 0;
    let count = 0;
    for (const person of this.people) {
      if (!person.counted) continue;
      const angle = person.phase - person.part;
      person.group.x += Math.cos(angle);
      person.group.y += Math.sin(angle);
      person.group.count++;
      lost += person.loss + Math.abs(person.baseRhythm - person.birthRhythm) * AWAY_WEIGHS;
      count++;
    }
    let x = 0;
    let y = 0;
    for (const group of this.groups) {
      x += group.x;
      y += group.y;
    }
    this.coherence = count > 0 ? Math.sqrt(x * x + y * y) / count : 0;
    this.authenticity = Math.max(0, 1 - (count > 0 ? lost / count : 0) - this.load);
  }

  private judge(): void {
    const { target, hold, authenticity, limit } = this.settings;
    if (this.authenticity >= authenticity && this.coherence >= target) this.heldFor += DT;
    else this.heldFor = Math.max(0, this.heldFor - 2 * DT);
    if (this.heldFor >= hold) this.outcome = 'won';
    else if (this.authenticity + this.load < authenticity || this.time >= limit) this.outcome = 'lost';
  }
}

/** From the core's units to radians, seconds and shares. */
const RADIANS = TURN / 0x1_0000_0000;
const RADIANS_A_SECOND = RADIANS * TICKS_PER_SECOND;
const Q5 = 1 / 32;
const Q14 = 1 / 16384;
const Q15 = 1 / 32768;
const Q30 = 1 / 0x4000_0000;
/** Noise of full agitation, radians a second: 2^14 × 2^15 / 8 of a turn each tick. */
const NOISE_REACH = 0x400_0000 * RADIANS_A_SECOND;
/** A radian a second away from one's own rhythm, as a share of that person. */
const AWAY_WEIGHS = Q15 / 2048 / RADIANS_A_SECOND;

/** The same people, ties and rules as a network of the core has at this moment. */
export function plainFrom(net: Network, way: PlainWay): PlainNetwork {
  const { s, rules } = net;
  const { layout } = rules;
  const settings: Settings = {
    pull: rules.pull * 2048 * RADIANS_A_SECOND,
    noise: rules.noise * Q15,
    ease: 1 / (1 << rules.ease),
    calm: 1 / (1 << rules.calm),
    energyGain: rules.energyGain,
    energyMost: rules.energyMost / TICKS_PER_SECOND,
    target: rules.target * Q14,
    hold: rules.hold * DT,
    authenticity: rules.authenticity * Q15,
    limit: rules.limit * DT,
  };
  const plain = new PlainNetwork(settings, way);
  plain.load = s[LOAD] / 0x100_0000;
  plain.outcome = s[OUTCOME] === 0 ? 'playing' : 'lost';
  for (let g = 0; g < layout.groups; g++) plain.groups.push({ x: 0, y: 0, count: 0 });
  for (let i = 0; i < layout.nodes; i++) {
    plain.people.push({
      ties: [],
      phase: (s[layout.phase + i] >>> 0) * RADIANS,
      speed: 0,
      rhythm: s[layout.rhythm + i] * RADIANS_A_SECOND,
      baseRhythm: s[layout.base + i] * RADIANS_A_SECOND,
      birthRhythm: s[layout.birth + i] * RADIANS_A_SECOND,
      emit: s[layout.emit + i] * Q5,
      feel: s[layout.feel + i] * Q5,
      agitation: s[layout.agitation + i] * Q15,
      loss: s[layout.loss + i] * Q15,
      part: s[layout.part + i] * RADIANS,
      group: plain.groups[s[layout.group + i]],
      held: s[layout.holder + i] !== 0,
      counted: s[layout.counted + i] === 1,
      force: 0,
    });
  }
  for (let e = 0; e < layout.bonds; e++) {
    const from = plain.people[s[layout.from + e]];
    const to = plain.people[s[layout.to + e]];
    const tie: Tie = {
      from,
      to,
      sign: s[layout.pull + e],
      interval: s[layout.interval + e] * RADIANS,
      trust: s[layout.trust + e] * Q30,
      floor: s[layout.floor + e] * Q30,
      grow: s[layout.grow + e] * Q15 * TICKS_PER_SECOND,
      fade: s[layout.fade + e] * Q15 * TICKS_PER_SECOND,
    };
    plain.ties.push(tie);
    from.ties.push(tie);
    to.ties.push(tie);
  }
  return plain;
}
