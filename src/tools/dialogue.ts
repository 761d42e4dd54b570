// npm run dialogue: the writers' tools. The verbs are in dialogue/verbs.ts.

import { main } from './cli.ts';
import { commandsFor, DOC } from './dialogue/verbs.ts';

await main('dialogue', DOC, await commandsFor(process.argv[2]));
