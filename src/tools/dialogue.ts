// npm run dialogue: the writers' tools. One row a verb; each is a file of its own.

import { main } from './cli.ts';
import { checkCommand } from './dialogue/check.ts';

await main('dialogue', 'Yarn Spinner scripts: checked, played, counted, translated.', {
  check: checkCommand,
});
