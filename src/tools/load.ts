// `npm run load`: a running service under a steady stream of requests.

import { main } from './cli.ts';
import { load } from './load/command.ts';

await main('load', 'Drives a running service on this machine.', { '': load });
