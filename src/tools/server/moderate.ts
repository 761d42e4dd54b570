// Moderation from the machine itself, for whoever has no token or no page at hand. The same deeds, in the same log.

import { readName } from '../../server/api/names.ts';
import { DEEDS, type Deed } from '../../server/store/moderation.ts';
import { BadInput, EXIT, needed, print, printJson, whole, type Command } from '../cli.ts';
import { FROM_ENV, withStore } from './where.ts';

export const queue: Command = {
  usage: 'server -- queue',
  doc: `What waits for a person: reports, appeals, and runs that look wrong by themselves.\n${FROM_ENV}`,
  words: [0, 0],
  options: {},
  help: {},
  run: (given) =>
    withStore(async (store) => {
      const { reports, suspects } = await store.moderation.queue();
      if (given.json) {
        printJson({ reports, suspects });
        return EXIT.ok;
      }
      if (reports.length + suspects.length === 0) print('nothing waits');
      for (const { id, at, kind, target, reason, words } of reports)
        print(
          `${kind} ${id}, ${new Date(at).toISOString()}, of ${target}: ${reason}${words === '' ? '' : `: ${JSON.stringify(words)}`}`,
        );
      for (const { id, board, player, suspect } of suspects) print(`run ${id} on ${board} by ${player}: ${suspect}`);
      return EXIT.ok;
    }),
};

export const deed: Command = {
  usage: 'server -- deed DEED --target ID --reason WORDS --by NAME [--name NEW]',
  doc: `${DEEDS.join(', ')}. It is written down with its reason, whoever it is about can read that, and undo takes it back.\n${FROM_ENV}`,
  words: [1, 1],
  options: { target: { type: 'string' }, reason: { type: 'string' }, by: { type: 'string' }, name: { type: 'string' } },
  help: {
    target: 'a run’s or a player’s id',
    reason: 'why, in words that whoever it is about may read',
    by: 'who does it',
    name: 'for renamePlayer, the new name',
  },
  run: (given) =>
    withStore(async (store) => {
      const said = given.words[0] ?? '';
      const which = DEEDS.find((one): one is Deed => one === said);
      if (which === undefined) throw new BadInput(`“${said}” is no deed; there are ${DEEDS.join(', ')}`);
      const [target, reason, by] = [needed(given, 'target'), needed(given, 'reason'), needed(given, 'by')];
      const name = which === 'renamePlayer' ? { name: nameOf(needed(given, 'name')) } : {};
      tell(await store.moderation.do({ deed: which, target, reason, by, at: Date.now(), ...name }));
      print(`done: ${which} ${target}`);
      return EXIT.ok;
    }),
};

export const undo: Command = {
  usage: 'server -- undo --deed N --reason WORDS --by NAME',
  doc: `Takes a deed back; that is a deed too.\n${FROM_ENV}`,
  words: [0, 0],
  options: { deed: { type: 'string' }, reason: { type: 'string' }, by: { type: 'string' } },
  help: { deed: 'its number in the log', reason: 'why', by: 'who does it' },
  run: (given) =>
    withStore(async (store) => {
      needed(given, 'deed');
      const id = whole(given, 'deed', 0, 1, 1_000_000_000);
      tell(await store.moderation.undo(id, needed(given, 'by'), needed(given, 'reason'), Date.now()));
      print(`taken back: deed ${id}`);
      return EXIT.ok;
    }),
};

function nameOf(said: string): { readonly name: string; readonly skeleton: string } {
  const read = readName(said);
  if ('why' in read) throw new BadInput(`“${said}” is no name for a player (${read.why})`);
  return read;
}

function tell(how: 'done' | 'noSuchTarget' | 'nameTaken' | 'undoneAlready'): void {
  if (how === 'noSuchTarget') throw new BadInput('there is nothing with that id');
  if (how === 'nameTaken') throw new BadInput('somebody else is called that');
  if (how === 'undoneAlready') throw new BadInput('that was taken back before');
}
