// `npm run bench`: how fast the simulation is, beside a plain version of it and beside C; how fast scripts are, beside yarn-bound;
// how fast boards are, long beside short.

import { benchBoards, SHORT, TEN_MILLION } from './bench/boards.ts';
import { boardsInWords } from './bench/boards-words.ts';
import { benchDialogue, dialogueInWords } from './bench/dialogue.ts';
import { benchPage, pageInWords } from './bench/page.ts';
import { benchPicture, pictureInWords } from './bench/picture.ts';
import { benchCore, inWords } from './bench/report.ts';
import { allMet } from './bench/targets.ts';
import { EXIT, main, print, printJson, whole } from './cli.ts';

await main('bench', 'Measures how fast the game is, all contenders in one run.', {
  core: {
    usage: 'bench -- core',
    doc: 'The core’s step from 16 to 4096 nodes, beside a plain version and C. Exit code 1: a target is missed, and it says which.',
    words: [0, 0],
    options: { seconds: { type: 'string' } },
    help: { seconds: 'about how long to measure, 5 to 600; 40 unless said' },
    run(given) {
      const report = benchCore(whole(given, 'seconds', 40, 5, 600));
      if (given.json) printJson(report);
      else print(inWords(report));
      return allMet(report) ? EXIT.ok : EXIT.no;
    },
  },
  dialogue: {
    usage: 'bench -- dialogue',
    doc: 'Checking and playing a generated script of 5 000 to 80 000 lines, beside yarn-bound. Exit code 1: a target is missed.',
    words: [0, 0],
    options: {},
    help: {},
    run(given) {
      const report = benchDialogue();
      if (given.json) printJson(report);
      else print(dialogueInWords(report));
      return allMet(report) ? EXIT.ok : EXIT.no;
    },
  },
  picture: {
    usage: 'bench -- picture',
    doc: 'How long a frame takes in script, and how many draws, on each screen and in the busiest networks.',
    words: [0, 0],
    options: {},
    help: {},
    async run(given) {
      const report = await benchPicture();
      if (given.json) printJson(report);
      else print(pictureInWords(report));
      return allMet(report) ? EXIT.ok : EXIT.no;
    },
  },
  page: {
    usage: 'bench -- page',
    doc: 'The built page by 4G on a slow processor: first words, first play, bytes; a frame; and whether its heap grows.',
    words: [0, 0],
    options: { loads: { type: 'string' }, minutes: { type: 'string' } },
    help: {
      loads: 'how often it is loaded, 1 to 20; 5 unless said',
      minutes: 'how long is played on after two readings, in the game’s own time, 1 to 120; 20 unless said',
    },
    async run(given) {
      const report = await benchPage({
        loads: whole(given, 'loads', 5, 1, 20),
        minutes: whole(given, 'minutes', 20, 1, 120),
      });
      if (given.json) printJson(report);
      else print(pageInWords(report));
      return allMet(report) ? EXIT.ok : EXIT.no;
    },
  },
  boards: {
    usage: 'bench -- boards',
    doc: 'Boards of 100 000 and 1 000 000 runs on both databases, runs accepted a second, runs judged a second. Exit code 1: a target is missed.',
    words: [0, 0],
    options: { rows: { type: 'string' }, 'ten-million': { type: 'boolean' } },
    help: {
      rows: 'how long the long board is, 200000 to 10000000; 1000000 unless said',
      'ten-million': 'one of ten million besides, which takes many minutes and 10 GB',
    },
    async run(given) {
      const rows = whole(given, 'rows', 1_000_000, 2 * SHORT, TEN_MILLION);
      const isLong = given.flags['ten-million'] === true && rows < TEN_MILLION;
      const report = await benchBoards({ sizes: [SHORT, rows, ...(isLong ? [TEN_MILLION] : [])] });
      if (given.json) printJson(report);
      else print(boardsInWords(report));
      return allMet(report) ? EXIT.ok : EXIT.no;
    },
  },
});
