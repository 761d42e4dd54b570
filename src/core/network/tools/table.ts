// Every tool there is. A new tool is a file beside this one and a row here.

import { anchor } from './anchor.ts';
import { bead } from './bead.ts';
import { bond } from './bond.ts';
import { door } from './door.ts';
import { echo } from './echo.ts';
import { interval } from './interval.ts';
import { lens } from './lens.ts';
import { mend } from './mend.ts';
import { pulse } from './pulse.ts';
import { reveal } from './reveal.ts';
import { shield } from './shield.ts';
import { swap } from './swap.ts';
import type { ToolRow } from './tool.ts';
import { tune } from './tune.ts';
import { workshop } from './workshop.ts';

const TABLE = {
  tune,
  anchor,
  pulse,
  bead,
  shield,
  bond,
  mend,
  interval,
  swap,
  reveal,
  echo,
  door,
  workshop,
  lens,
} as const;

export type ToolId = keyof typeof TABLE;
export type ByTool<T> = Readonly<Record<ToolId, T>>;
export const TOOLS: ByTool<ToolRow> = TABLE;
export const TOOL_IDS = Object.keys(TABLE) as readonly ToolId[];

export function isTool(id: string): id is ToolId {
  return Object.hasOwn(TABLE, id);
}
