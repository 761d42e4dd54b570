// Runs that nobody plays: by somebody who presses everything, or by a bot.

import { BOT_IDS, BOTS, isBot, type BotId } from '../../core/bots/table.ts';
import { hashText } from '../../core/math/hash.ts';
import { Recorder } from '../../core/replay/record.ts';
import type { Replay } from '../../core/replay/replay.ts';
import type { OnTick } from '../../core/replay/simulate.ts';
import { formatTime } from '../../core/replay/time.ts';
import { useTool } from '../../core/run/actions.ts';
import type { Content } from '../../core/run/content.ts';
import { networkOf } from '../../core/run/world.ts';
import {
  BadInput,
  clearProgress,
  EXIT,
  needed,
  print,
  printJson,
  progress,
  whole,
  type Command,
  type Given,
} from '../cli.ts';
import { recordRandom } from '../engines/actor.ts';
import { contentOf, LEVELS_HELP, LEVELS_OPTION, writeReplay } from './file.ts';

const TICKS_MOST = 5_000_000;

const MAKE_OPTIONS = {
  level: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  ...LEVELS_OPTION,
} as const;
const MAKE_HELP = {
  level: 'which network, as training/03',
  seed: 'of the network and of whoever plays it, 1 unless said',
  out: 'the file to write, as run.echo',
  ...LEVELS_HELP,
} as const;

export const random: Command = {
  usage: 'replay -- random --level L --seed S --ticks N --out F',
  doc: `Records somebody who presses everything: tools that can be used and tools that cannot, numbers far out of range,
pauses, assists, retries. The same seed gives the same file. Lost networks are tried again; a won one ends the run.`,
  words: [0, 0],
  options: { ...MAKE_OPTIONS, ticks: { type: 'string' } },
  help: { ...MAKE_HELP, ticks: 'how long, 7200 (a minute) unless said' },
  run(given) {
    const ticks = whole(given, 'ticks', 7200, 1, TICKS_MOST);
    return make(given, (content, plan, seed) => {
      const most = Math.min(ticks, content.plans[plan].most);
      return recordRandom(content, plan, seed, most, { onTick: (tick) => progress(tick, most, 'ticks recorded') });
    });
  },
};

export const bot: Command = {
  usage: 'replay -- bot --level L --bot planner --seed S --out F',
  doc: 'Records a bot that plays one network, once.',
  words: [0, 0],
  options: { ...MAKE_OPTIONS, bot: { type: 'string' } },
  help: { ...MAKE_HELP, bot: `who plays: ${BOT_IDS.join(', ')}` },
  run(given) {
    const id = needed(given, 'bot');
    if (!isBot(id)) throw new BadInput(`there is no bot “${id}”; there are ${BOT_IDS.join(', ')}`);
    return make(given, (content, plan, seed) =>
      recordBot(content, plan, seed, id, (tick) => progress(tick, content.levels[plan].limit, 'ticks played')),
    );
  },
};

/** To the end of its first network, won or lost. */
export function recordBot(content: Content, plan: string, seed: number, id: BotId, onTick?: OnTick): Replay {
  const recorder = new Recorder(content, plan, seed);
  const { world } = recorder;
  const net = networkOf(content, world);
  if (net === null) throw new BadInput(`${plan} does not begin with a network, and bots play nothing else`);
  const player = BOTS[id](net.rules, seed);
  while (world.mode === 'network') {
    const use = player.act(net);
    onTick?.(world.tick);
    recorder.tick(use === null ? [] : [useTool(use.tool, use.a, use.b, use.c)]);
  }
  return recorder.finish();
}

function make(given: Given, record: (content: Content, plan: string, seed: number) => Replay): number {
  const out = needed(given, 'out');
  const plan = needed(given, 'level');
  const seed = whole(given, 'seed', 1, -0x8000_0000, 0x7fff_ffff);
  const content = contentOf(given);
  if (!Object.hasOwn(content.plans, plan)) {
    throw new BadInput(`there is no level “${plan}”; there are ${Object.keys(content.plans).join(', ')}`);
  }
  const replay = record(content, plan, seed);
  clearProgress();
  const bytes = writeReplay(out, replay);
  const { ticks, log, final } = replay;
  if (given.json) printJson({ out, bytes, ticks, actions: log.length, hash: hashText(final) });
  else
    print(`${out}: ${bytes} bytes, ${log.length} actions, ${ticks} ticks (${formatTime(ticks)}), ${hashText(final)}`);
  return EXIT.ok;
}
