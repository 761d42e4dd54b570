// A level as a person writes it. level-shape.ts describes the file, level-check.ts finds what is wrong with one, compile.ts
// makes rules of it, build.ts a network for a seed.

import type { Field } from './fields.ts';
import type { GoalId } from './goals/table.ts';
import type { HazardId } from './hazards/table.ts';
import { KINDS, type KindId } from './kinds/table.ts';
import type { ToolId } from './tools/table.ts';

export interface Level {
  readonly $schema?: string;
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly teaches?: readonly ToolId[];
  /** The first lessons: no gradient is asked of them. */
  readonly lesson?: boolean;
  readonly limit: number;
  readonly bar?: number;
  readonly groups: readonly Group[];
  readonly between?: readonly Between[];
  readonly hurt?: number;
  readonly wrong?: number;
  /** Bonds broken at the start, by name. */
  readonly cut?: readonly (readonly [string, string])[];
  readonly exchanged?: number;
  readonly goal: { readonly kind: GoalId } & Readonly<Record<string, number | string | readonly string[]>>;
  readonly scores?: Scores;
  /** Hands that may be laid on each person before each further one costs them. */
  readonly touches?: number;
  readonly energy?: { readonly start?: number; readonly most?: number; readonly gain?: number };
  readonly tools: readonly (ToolId | ({ readonly tool: ToolId } & Readonly<Record<string, number | string>>))[];
  readonly hazards?: readonly ({ readonly kind: HazardId } & Readonly<Record<string, number | string>>)[];
  readonly world?: {
    readonly pull?: number;
    readonly growth?: number;
    readonly fade?: number;
    readonly trust?: number;
    readonly noise?: number;
    readonly calm?: number;
    readonly ease?: number;
    readonly breath?: number;
  };
}

export interface Group {
  readonly name: string;
  readonly people: number | readonly Person[];
  readonly bonds: number | readonly (readonly [string, string])[];
  readonly shape?: 'web' | 'star';
  readonly kind?: KindId;
  readonly rhythm?: { readonly spread?: number; readonly mean?: number; readonly hub?: number };
  readonly part?: number;
  readonly score?: number;
  readonly room?: number;
  readonly late?: number;
}

export interface Person {
  readonly name: string;
  readonly kind?: KindId;
  readonly rhythm?: number;
  readonly at?: readonly [number, number];
  readonly score?: number;
  readonly late?: number | undefined;
}

export const SCORE_MODES = ['shown', 'hidden', 'metric'] as const;
export type ScoreMode = (typeof SCORE_MODES)[number];
export const METRIC_PACES = ['slow', 'fast'] as const;

interface Scores {
  readonly mode?: ScoreMode;
  readonly pace?: (typeof METRIC_PACES)[number];
  readonly hum?: number;
  readonly quiet?: number;
  readonly growth?: number;
  readonly knit?: number;
}

/** What a level says of its scores when it says nothing. */
export const SCORES = {
  hum: {
    unit: 'points',
    least: 0,
    most: 40,
    otherwise: 2,
    doc: 'shown: points a second that a score hums up in a room that agrees, and drops by standing apart',
  },
  quiet: { unit: 'share', least: 0.05, most: 1, otherwise: 0.25, doc: 'the share of a voice that is left at score 0' },
  growth: { unit: 'share', least: 0, most: 10, otherwise: 0.6, doc: 'hidden: trust gained a second at full agreement' },
  knit: {
    unit: 'seconds',
    least: 0.5,
    most: 60,
    otherwise: 5,
    doc: 'hidden: seconds of full agreement that join a cut bond again',
  },
} as const satisfies Record<string, Field>;

export interface Between {
  readonly groups: readonly [string, string];
  readonly bonds: number;
  readonly door?: string;
  readonly shut?: boolean;
  readonly trust?: number;
}

/** What a level says of the world when it says nothing: the figures of the resonance study. */
export const WORLD = {
  breath: {
    unit: 'share',
    least: 0,
    most: 1,
    otherwise: 0,
    doc: 'how much of their own rhythm everybody gives up to the common one in a second, for good',
  },
  pull: {
    unit: 'hertz',
    least: 0.01,
    most: 1,
    otherwise: 0.22,
    doc: 'turns a second that a whole bond at full trust pulls',
  },
  growth: { unit: 'share', least: 0, most: 10, otherwise: 1.5, doc: 'trust gained a second at full agreement' },
  fade: { unit: 'share', least: 0, most: 10, otherwise: 1, doc: 'trust lost a second at full disagreement' },
  trust: { unit: 'trust', least: 0, most: 1, otherwise: 0.06, doc: 'trust a bond begins with, and never falls below' },
  noise: { unit: 'share', least: 0, most: 0.5, otherwise: 0.02, doc: 'restlessness of every hand' },
  calm: { unit: 'count', least: 5, most: 14, otherwise: 10, doc: 'agitation halves in about 2^calm / 170 seconds' },
  ease: {
    unit: 'count',
    least: 5,
    most: 14,
    otherwise: 9,
    doc: 'a rested rhythm is half its own again in about 2^ease / 170 seconds',
  },
} as const satisfies Record<string, Field>;

export const ENERGY_FIELDS = {
  start: { unit: 'energy', least: 0, most: 1000, otherwise: 30, doc: 'energy at the start' },
  most: { unit: 'energy', least: 1, most: 1000, otherwise: 100, doc: 'energy at most' },
  gain: { unit: 'count', least: 0, most: 100, otherwise: 10, doc: 'energy gained a second' },
} as const satisfies Record<string, Field>;

/** A level whose file is well formed and which still cannot be built, by name. */
export class LevelError extends Error {
  override readonly name = 'LevelError';
}

export const LEVEL_LIMITS = { nodes: 4096, groups: 8, bonds: 16384 } as const;

export function peopleIn(one: Group): number {
  return typeof one.people === 'number' ? one.people : one.people.length;
}

export function namesIn(one: Group): string[] {
  if (typeof one.people !== 'number') return one.people.map((who) => who.name);
  return Array.from({ length: one.people }, (_, i) => `${one.name} ${i + 1}`);
}

export function bondsIn(level: Level): number {
  const inside = level.groups.reduce(
    (sum, one) => sum + (typeof one.bonds === 'number' ? one.bonds : one.bonds.length),
    0,
  );
  return inside + (level.between ?? []).reduce((sum, one) => sum + one.bonds, 0);
}

export function kindOfPerson(one: Group, i: number): KindId {
  const who = typeof one.people === 'number' ? undefined : one.people[i];
  return who?.kind ?? one.kind ?? 'plain';
}

/** The number somebody begins with, or undefined for nobody's. */
export function scoreOfPerson(one: Group, i: number): number | undefined {
  const who = typeof one.people === 'number' ? undefined : one.people[i];
  return who?.score ?? one.score;
}

/** Seconds until somebody joins, or undefined for who is here. */
export function latenessOf(one: Group, i: number): number | undefined {
  const who = typeof one.people === 'number' ? undefined : one.people[i];
  return who?.late ?? one.late;
}

export function hasRules(id: KindId): boolean {
  const kind = KINDS[id];
  return kind.tick !== undefined || kind.onAct !== undefined || kind.begin !== undefined;
}
