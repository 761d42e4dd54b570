// The tables and the ranks: brought up to date, counted again, made anew.

import { miscounted, rebuildRanks } from '../../server/store/lists.ts';
import { EXIT, print, printJson, type Command } from '../cli.ts';
import { FROM_ENV, withStore } from './where.ts';

export const migrateNow: Command = {
  usage: 'server -- migrate',
  doc: `Brings the tables up to date, as the service does when it starts.\n${FROM_ENV}`,
  words: [0, 0],
  options: {},
  help: {},
  run: (given) =>
    withStore(async (store) => {
      const row = await store.db.one<{ step: number }>({
        parts: ['select max(step) as step from migrations'],
        values: [],
      });
      if (given.json) printJson({ step: row?.step });
      else print(`the tables are at step ${row?.step}`);
      return EXIT.ok;
    }),
};

export const check: Command = {
  usage: 'server -- check',
  doc: `Counts again what the ranks are made of. Exit code 1: something differs, and it says what.\n${FROM_ENV}`,
  words: [0, 0],
  options: {},
  help: {},
  run: (given) =>
    withStore(async (store) => {
      const wrong = await miscounted(store.db);
      if (given.json) printJson({ wrong });
      else if (wrong.length === 0) print('every count is what it should be');
      else for (const { list, what } of wrong) print(`${list}: ${what}`);
      return wrong.length === 0 ? EXIT.ok : EXIT.no;
    }),
};

export const rebuild: Command = {
  usage: 'server -- rebuild-ranks',
  doc: `Makes every list and count anew from the runs, in one transaction; the service may run meanwhile and waits.\n${FROM_ENV}`,
  words: [0, 0],
  options: {},
  help: {},
  run: (given) =>
    withStore(async (store) => {
      const players = await store.db.write((tx) => rebuildRanks(tx));
      if (given.json) printJson({ players });
      else print(`${players} places on boards, made anew`);
      return EXIT.ok;
    }),
};
