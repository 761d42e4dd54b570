// A level compiled: everything a step needs to know and never changes.

import type { HazardRow } from './hazards/hazard.ts';
import type { GoalRow } from './goals/goal.ts';
import type { KindRow } from './kinds/kind.ts';
import type { Layout } from './layout.ts';
import type { Level, ScoreMode } from './level.ts';
import type { ToolId } from './tools/table.ts';
import type { ToolRow } from './tools/tool.ts';

/** A tool as this level offers it. */
export interface OfferedTool {
  readonly id: ToolId;
  readonly row: ToolRow;
  readonly cost: number; // energy units
  readonly cooldown: number; // ticks
  readonly ticks: number; // how long its effect lasts, where it lasts
  readonly block: number; // where its own words begin
}

export interface PlacedHazard {
  readonly id: string;
  readonly row: HazardRow;
  readonly values: Readonly<Record<string, number>>;
  readonly block: number;
  readonly index: number;
}

/** A node whose kind has rules of its own. */
export interface PlacedKind {
  readonly node: number;
  readonly row: KindRow;
  readonly block: number;
}

/** What the numbers people wear do, where people wear numbers. */
export interface ScoreRules {
  readonly mode: ScoreMode;
  /** The Compassion Metric's prototype: overreacts. */
  readonly fast: boolean;
  /** Q15 that a score moves in a SCORE_TICKS at full agreement. */
  readonly hum: number;
  /** Q15: the share of a voice that is left at score 0. */
  readonly quiet: number;
  /** Q30 that a cut bond gains in a SCORE_TICKS at full agreement, where scores are hidden. */
  readonly knit: number;
}

export interface Rules {
  readonly level: Level;
  readonly layout: Layout;
  readonly names: readonly string[]; // of the nodes
  readonly tools: readonly OfferedTool[];
  /** Slot of a tool by its id. */
  readonly slots: Readonly<Record<string, number>>;
  readonly hazards: readonly PlacedHazard[];
  readonly kinds: readonly PlacedKind[];
  readonly goal: {
    readonly row: GoalRow;
    readonly values: Readonly<Record<string, number>>;
    /** Nodes that the level's goal names. */
    readonly who: readonly number[];
    readonly block: number;
  };
  readonly doors: readonly string[];
  readonly scores: ScoreRules | null;
  /** Hands that may be laid on each person before each further one costs them; -1 for as many as one likes. */
  readonly touches: number;
  /** By group, Q15: how much closer people of it couple inside than out; 32768 where it is no room. */
  readonly rooms: readonly number[];
  /** Turn a tick at full trust, shifted right by 11 so that a step can multiply in 32 bits. */
  readonly pull: number;
  readonly grow: number;
  readonly fade: number;
  readonly trust: number; // what a bond begins with, and its floor
  readonly noise: number; // Q15
  readonly ease: number; // rhythm eases back by 1 / 2^ease a tick
  readonly breath: number; // Q15: how much of the way to the common rhythm is given up at a breath
  readonly calm: number; // agitation eases by 1 / 2^calm a tick
  readonly energyMost: number;
  readonly energyGain: number; // units a tick
  readonly limit: number; // ticks
  readonly hold: number; // ticks
  readonly target: number; // Q14
  readonly authenticity: number; // Q15
  readonly bar: number; // ticks
  readonly beatStep: number; // 2^32 / bar
}
