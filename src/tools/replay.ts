// `npm run replay`: record, judge, look into and compare runs.

import { main } from './cli.ts';
import { bot, random } from './replay/make.ts';
import { differ, inspect, verify } from './replay/look.ts';
import { renew } from './replay/renew.ts';

await main('replay', 'Records runs, plays them again, and says what came of them.', {
  random,
  bot,
  verify,
  inspect,
  diff: differ,
  renew,
});
