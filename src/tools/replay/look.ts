// Looking at replays: judge one, list one, compare two.

import { hashText } from '../../core/math/hash.ts';
import { diff, type Difference, type Part } from '../../core/replay/diff.ts';
import { FLAGS, type Logged, type Replay } from '../../core/replay/replay.ts';
import { simulate } from '../../core/replay/simulate.ts';
import { formatTime, timeOf } from '../../core/replay/time.ts';
import type { Action } from '../../core/run/actions.ts';
import { EXIT, print, printJson, type Command } from '../cli.ts';
import { contentOf, LEVELS_HELP, LEVELS_OPTION, readReplay } from './file.ts';

export const verify: Command = {
  usage: 'replay -- verify F',
  doc: 'Plays a replay again and says whether it is what it says: verified, rejected:why or unverifiable:why.',
  options: LEVELS_OPTION,
  help: LEVELS_HELP,
  run(given) {
    const { replay } = readReplay(given.words[0]);
    const { verdict, at, ticks, time, hash, outcome } = simulate(contentOf(given), replay);
    if (given.json) printJson({ verdict, at, ticks, time, hash, outcome });
    else if (hash === '') print(verdict);
    else
      print(
        `${verdict}${at === null ? '' : ` at tick ${at}`}, ${outcome}, ${ticks} ticks (${formatTime(ticks)}), ${hash}`,
      );
    return verdict === 'verified' ? EXIT.ok : EXIT.no;
  },
};

export const inspect: Command = {
  usage: 'replay -- inspect F',
  doc: 'What a replay holds, without playing it.',
  options: { actions: { type: 'boolean' } },
  help: { actions: 'every action with its tick, too' },
  run(given) {
    const { replay, bytes } = readReplay(given.words[0]);
    const { log, hashes, final, ...header } = replay;
    const uses = countUses(log);
    const listed = given.flags['actions'] === true;
    const minutes = timeOf(replay.ticks) / 60;
    const bytesAMinute = minutes > 0 ? Math.round(bytes.length / minutes) : bytes.length;
    if (given.json) {
      const time = timeOf(replay.ticks);
      const counts = { bytes: bytes.length, bytesAMinute, time, actions: log.length, hashes: hashes.length, uses };
      printJson({ ...header, ...counts, final: hashText(final), ...(listed ? { log } : {}) });
      return EXIT.ok;
    }
    print(headerText(replay));
    print(`size      ${bytes.length} bytes, ${bytesAMinute} a minute of play`);
    print(`actions   ${log.length}`);
    for (const [what, count] of Object.entries(uses)) print(`          ${String(count).padStart(6)} ${what}`);
    if (listed) for (const one of log) print(`${String(one.tick).padStart(8)} ${actionText(one.action)}`);
    return EXIT.ok;
  },
};

export const differ: Command = {
  usage: 'replay -- diff A B',
  doc: 'Where two replays part: in their headers, in what was done, and in the Worlds that came of it.',
  options: LEVELS_OPTION,
  help: LEVELS_HELP,
  run(given) {
    const [a, b] = [readReplay(given.words[0]), readReplay(given.words[1])];
    const found = diff(contentOf(given), a.replay, b.replay);
    if (given.json) printJson(found);
    else print(found.same ? 'the same' : differenceText(found));
    return found.same ? EXIT.ok : EXIT.no;
  },
};

function headerText(replay: Replay): string {
  const { version, build, content, plan, seed, board, ticket, player, ticks, flags, final } = replay;
  const set = FLAGS.filter((flag) => flags[flag]);
  const rows: readonly (readonly [string, string])[] = [
    ['format', String(version)],
    ['build', build],
    ['content', content],
    ['plan', plan],
    ['seed', String(seed)],
    ['board', board || '–'],
    ['ticket', ticket || '–'],
    ['player', player || '–'],
    ['flags', set.join(', ') || '–'],
    ['ticks', `${ticks} (${formatTime(ticks)})`],
    ['final', hashText(final)],
  ];
  return rows.map(([name, value]) => `${name.padEnd(9)} ${value}`).join('\n');
}

function countUses(log: readonly Logged[]): Record<string, number> {
  const uses: Record<string, number> = {};
  for (const { action } of log) {
    const what = action.act === 'tool' ? action.tool : action.act;
    uses[what] = (uses[what] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(uses).sort(([, x], [, y]) => y - x));
}

function actionText(action: Action): string {
  return action.act === 'tool'
    ? `${action.tool} ${action.a} ${action.b} ${action.c}`
    : `${action.act} ${action.a} ${action.b}`;
}

/** Of the parts of a World that differ, only the first few say anything: the rest follow. */
const PARTS_SHOWN = 12;

function differenceText({ header, action, world, hash }: Difference): string {
  const lines: string[] = [];
  if (header.length > 0) lines.push('header:', ...header.map(partText));
  if (action !== null) {
    const [a, b] = [action.a, action.b].map((list) => list.map(actionText).join('; ') || 'nothing');
    lines.push(`tick ${action.tick}: something else is done`, `  a ${a}`, `  b ${b}`);
  }
  if (world !== null) {
    lines.push(`tick ${world.tick}: the Worlds part`, ...world.parts.slice(0, PARTS_SHOWN).map(partText));
    const more = world.parts.length - PARTS_SHOWN;
    if (more > 0) lines.push(`  and ${more} more`);
  }
  if (hash !== null) lines.push(`tick ${hash.tick}: the recorded hashes part`, `  a ${hash.a}`, `  b ${hash.b}`);
  return lines.join('\n');
}

function partText({ name, a, b }: Part): string {
  return `  ${name}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`;
}
