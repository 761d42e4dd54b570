// What a bot is: asked once a tick, before the tick, what it does now. It keeps its own memory and its own dice, never the world's.

import type { Network } from '../network/network.ts';
import type { ToolId } from '../network/tools/table.ts';

export interface Use {
  readonly tool: ToolId;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export interface Bot {
  act(net: Network): Use | null;
}

export function use(tool: ToolId, a = 0, b = 0): Use {
  return { tool, a, b, c: 0 };
}
