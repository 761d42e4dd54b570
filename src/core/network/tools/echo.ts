import { badTarget } from '../acts.ts';
import { LAST_ARGS, LAST_TICK, LAST_TOOL, TICK } from '../layout.ts';
import type { ToolRow } from './tool.ts';

/** Words: the tick it is due at (0 for none), slot + 1, and the three arguments. */
const DUE = 0;
const WHAT = 1;
const ARGS = 2;

/** The last act happens again a bar after it did, free of cost and of cooldown. It is used up by that: no echo of an echo. */
export const echo: ToolRow = {
  code: 11,
  doc: 'your last act happens again, one bar after it did',
  takes: [],
  cost: 5,
  cooldown: 4,
  unechoed: true,
  repeats: true,
  words: 5,
  refuse(net, tool) {
    const { s } = net;
    if (s[LAST_TOOL] === 0 || s[LAST_TICK] + net.rules.bar <= s[TICK]) return 'nothingToEcho';
    return s[tool.block + DUE] === 0 ? null : 'alreadyCarrying';
  },
  apply(net, tool) {
    const { s } = net;
    s[tool.block + DUE] = s[LAST_TICK] + net.rules.bar;
    s[tool.block + WHAT] = s[LAST_TOOL];
    for (let k = 0; k < 3; k++) s[tool.block + ARGS + k] = s[LAST_ARGS + k];
    s[LAST_TOOL] = 0;
  },
  tick(net, tool, heard) {
    const { s, rules } = net;
    const at = tool.block;
    if (s[at + DUE] === 0 || s[TICK] < s[at + DUE]) return;
    s[at + DUE] = 0;
    const again = rules.tools[s[at + WHAT] - 1];
    const aim = { a: s[at + ARGS], b: s[at + ARGS + 1], c: s[at + ARGS + 2] };
    // What could be done then may not be possible now; an echo that finds nothing fades.
    if (badTarget(net, again, aim) !== null || again.row.refuse?.(net, again, aim)) return;
    again.row.apply(net, again, aim, heard);
    heard('echoed', rules.slots[again.id], aim.a);
  },
};
