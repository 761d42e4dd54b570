// What is remembered across runs: what was read, answered, met, reached. It only grows, so that two of them are joined by
// taking everything of both.

import { ENDINGS, type Ending } from '../../core/run/cues.ts';
import { ACHIEVEMENT_IDS, earnedBy, type Achievement, type Facts } from '../achievements.ts';
import type { Bests } from '../bests.ts';
import type { Json } from './pack.ts';
import { isRecord } from './shape.ts';
import type { Slots } from './slots.ts';

/**
 * The format's version and its history.
 *  1  version · lines, answers (see `packed`) · endings by city · codex · achievements and when · best ticks by level · last
 */
const PROFILE_VERSION = 1;
const PROFILE_ID = 'profile';
/** Where best times were kept before there was a profile. */
const OLD_BESTS = 'syntony.best';
/** It is no hurry: what is lost of it at worst is having read a few lines. */
const WRITE_AFTER_MS = 3000;

export interface Last {
  readonly plan: string;
  readonly when: number;
}

type Results = Facts['results'];

export class Profile implements Bests {
  private lines = new Set<string>();
  private answers = new Set<string>();
  private codex = new Set<string>();
  private readonly ends = new Map<string, Set<Ending>>();
  private readonly earned = new Map<string, number>();
  private readonly best = new Map<string, number>();
  private lastPlan: Last | null = null;
  private readonly keepText: (text: string) => void;
  private readonly clock: () => number;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(keepText: (text: string) => void, clock: () => number) {
    this.keepText = keepText;
    this.clock = clock;
  }

  /** Was this line read before? A line is seen when it is left, so that going back to it does not skip it. */
  hasSeen(line: string): boolean {
    return this.lines.has(line);
  }
  see(line: string): void {
    if (grows(this.lines, line)) this.due();
  }
  get linesSeen(): number {
    return this.lines.size;
  }

  /** Was this answer given before, in any run? */
  hasChosen(option: string): boolean {
    return this.answers.has(option);
  }
  choose(option: string): void {
    if (grows(this.answers, option)) this.due();
  }

  meet(systems: readonly string[]): void {
    const isNew = systems.map((one) => grows(this.codex, one));
    if (isNew.includes(true)) this.due();
  }
  hasMet(system: string): boolean {
    return this.codex.has(system);
  }
  get met(): readonly string[] {
    return [...this.codex];
  }

  reach(city: string, ending: Ending): void {
    const ends = this.ends.get(city) ?? new Set();
    this.ends.set(city, ends);
    if (grows(ends, ending)) this.due();
  }
  /** By city, each in the order of the list. */
  get endings(): Readonly<Record<string, readonly Ending[]>> {
    return Object.fromEntries([...this.ends].map(([city, ends]) => [city, ENDINGS.filter((one) => ends.has(one))]));
  }

  /** What is earned now and was not before. `results` are those of the present run. */
  earn(results: Results): readonly Achievement[] {
    const { endings, codex, linesSeen } = this;
    const facts = { endings, codex, linesSeen, answersTried: this.answers.size, results };
    const fresh = earnedBy(facts).filter((one) => !this.earned.has(one));
    for (const one of fresh) this.earned.set(one, this.clock());
    if (fresh.length > 0) this.due();
    return fresh;
  }
  /** By id, when. */
  get achieved(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.earned);
  }

  of(level: string): number | null {
    return this.best.get(level) ?? null;
  }
  keep(level: string, ticks: number): void {
    const before = this.best.get(level);
    if (!isTicks(ticks) || (before !== undefined && before <= ticks)) return;
    this.best.set(level, ticks);
    this.due();
  }

  get last(): Last | null {
    return this.lastPlan;
  }
  play(plan: string): void {
    this.lastPlan = { plan, when: this.clock() };
    this.due();
  }

  /** To travel with saves. */
  export(): Json {
    return {
      version: PROFILE_VERSION,
      lines: packed(this.lines),
      answers: packed(this.answers),
      endings: Object.fromEntries(Object.entries(this.endings)),
      codex: [...this.codex],
      achievements: Object.fromEntries(this.earned),
      best: Object.fromEntries(this.best),
      last: this.lastPlan === null ? null : { plan: this.lastPlan.plan, when: this.lastPlan.when },
    };
  }

  /** Takes everything that is in there and not here. Parts that cannot be read are as if they were not there. */
  merge(found: unknown): boolean {
    if (!isRecord(found) || found.version !== PROFILE_VERSION) return false;
    for (const line of unpacked(found.lines)) this.lines.add(line);
    for (const answer of unpacked(found.answers)) this.answers.add(answer);
    for (const system of texts(found.codex)) this.codex.add(system);
    for (const [city, ends] of entries(found.endings)) {
      const known = ENDINGS.filter((one) => texts(ends).includes(one));
      this.ends.set(city, new Set([...(this.ends.get(city) ?? []), ...known]));
    }
    for (const [id, when] of entries(found.achievements)) {
      if (ACHIEVEMENT_IDS.includes(id) && isTime(when))
        this.earned.set(id, Math.min(when, this.earned.get(id) ?? when));
    }
    this.mergeBests(entries(found.best));
    const { last } = found;
    if (
      isRecord(last) &&
      typeof last.plan === 'string' &&
      isTime(last.when) &&
      last.when > (this.lastPlan?.when ?? 0)
    ) {
      this.lastPlan = { plan: last.plan, when: last.when };
    }
    this.due();
    return true;
  }

  mergeBests(found: readonly (readonly [string, unknown])[]): void {
    for (const [level, ticks] of found) if (isTicks(ticks)) this.keep(level, ticks);
  }

  /** At once: the page goes. */
  flush(): void {
    if (this.timer === null) return;
    clearTimeout(this.timer);
    this.timer = null;
    this.keepText(JSON.stringify(this.export()));
  }

  private due(): void {
    this.timer ??= setTimeout(() => this.flush(), WRITE_AFTER_MS);
  }
}

export async function openProfile(slots: Slots, storage: Storage | null, clock: () => number): Promise<Profile> {
  const profile = new Profile((text) => void slots.writeText(PROFILE_ID, text), clock);
  profile.mergeBests(entries(parsed(readFrom(storage))));
  const text = await slots.readText(PROFILE_ID);
  if (text !== null && !profile.merge(parsed(text))) {
    // of a later build, or harmed: its bytes stay beside the new one
    void slots.writeText(`${PROFILE_ID}:aside:${clock()}`, text);
  }
  return profile;
}

function readFrom(storage: Storage | null): string {
  try {
    return storage?.getItem(OLD_BESTS) ?? 'null';
  } catch {
    return 'null';
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Ids in order, each as how many letters it has in common with the one before (in base 36) and its other letters. Exact, and
 * a quarter of the size: ids of one scene differ in their last letters.
 */
export function packed(ids: ReadonlySet<string>): string {
  let before = '';
  const parts: string[] = [];
  for (const id of [...ids].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0))) {
    let common = 0;
    while (common < 35 && common < id.length && id[common] === before[common]) common++;
    parts.push(common.toString(36) + id.slice(common));
    before = id;
  }
  return parts.join('\n');
}

export function unpacked(text: unknown): string[] {
  if (typeof text !== 'string' || text === '') return [];
  let before = '';
  return text.split('\n').map((part) => {
    const common = parseInt(part.slice(0, 1), 36);
    before = before.slice(0, Number.isNaN(common) ? 0 : common) + part.slice(1);
    return before;
  });
}

function grows<T>(set: Set<T>, one: T): boolean {
  const { size } = set;
  return set.add(one).size > size;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return isRecord(value) ? Object.entries(value) : [];
}

function isTicks(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0;
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
