// `npm run bench`: how fast the simulation is, beside a plain version of it and beside C; how fast scripts are, beside yarn-bound.

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
});
