// `npm run bench`: how fast the simulation is, beside a plain version of it and beside C.

import { allMet, benchCore, inWords } from './bench/report.ts';
import { EXIT, main, print, printJson, whole } from './cli.ts';

await main('bench', 'Measures how fast the simulation is, all contenders in one run and in turns.', {
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
});
