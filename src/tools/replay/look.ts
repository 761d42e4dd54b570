// Looking at replays: judge one, list one, compare two.

import { hashText } from '../../core/math/hash.ts';
import { decodeHeader } from '../../core/replay/codec.ts';
import { diff, type Difference, type Part } from '../../core/replay/diff.ts';
import { FLAGS, type Logged, type Replay } from '../../core/replay/replay.ts';
import { simulateFile } from '../../core/replay/simulate.ts';
import { formatTime, timeOf } from '../../core/replay/time.ts';
import type { Action } from '../../core/run/actions.ts';
import { clearProgress, EXIT, print, printJson, progress, type Command } from '../cli.ts';
import { contentOf, LEVELS_HELP, LEVELS_OPTION, named, readBytes, readReplay } from './file.ts';

export const verify: Command = {
  usage: 'replay -- verify F',
  doc: 'Plays a replay again and says whether it is what it says: verified, rejected:why or unverifiable:why.',
  words: [1, 1],
  options: LEVELS_OPTION,
  help: LEVELS_HELP,
  run(given) {
    const [path] = given.words;
    const bytes = readBytes(path);
    const content = contentOf(given);
    const { plan } = named(path, () => decodeHeader(bytes));
    const onTick = (tick: number): void => progress(tick, content.plans[plan].most, 'ticks played, at most');
    const judged = named(path, () => simulateFile(content, bytes, {}, onTick));
    clearProgress();
    const { verdict, at, ticks, time, hash, outcome } = judged;
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
  words: [1, 1],
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
  words: [2, 2],
  options: LEVELS_OPTION,
  help: LEVELS_HELP,
  run(given) {
    const [a, b] = [readReplay(given.words[0]).replay, readReplay(given.words[1]).replay];
    const most = Math.max(a.ticks, b.ticks);
    const found = diff(contentOf(given), a, b, (tick) => progress(tick, most, 'ticks compared'));
    clearProgress();
    if (given.json) printJson(found);
    else print(found.same && found.unplayed === null ? 'the same' : differenceText(found));
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

function differenceText({ same, header, action, unplayed, world, hash }: Difference): string {
  const lines: string[] = same ? ['the files are the same'] : [];
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
  if (unplayed !== null) lines.push(`the Worlds were not compared: of ${unplayed.which}, ${unplayed.verdict}`);
  return lines.join('\n');
}

function partText({ name, a, b }: Part): string {
  return `  ${name}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`;
}
