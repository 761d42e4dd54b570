// npm run dialogue: the writers' tools. One row a verb; each is a file of its own.

import { main } from './cli.ts';
import { checkCommand } from './dialogue/check.ts';
import { coverageCommand } from './dialogue/coverage.ts';
import { graphCommand } from './dialogue/graph.ts';
import { playCommand } from './dialogue/play.ts';
import { refsCommand } from './dialogue/refs.ts';
import { renameCommand } from './dialogue/rename.ts';
import { tagCommand } from './dialogue/tag.ts';
import { testplanCommand } from './dialogue/testplan.ts';
import { yslsCommand } from './dialogue/ysls.ts';

await main('dialogue', 'Yarn Spinner scripts: checked, played, counted, translated.', {
  check: checkCommand,
  play: playCommand,
  testplan: testplanCommand,
  coverage: coverageCommand,
  graph: graphCommand,
  tag: tagCommand,
  refs: refsCommand,
  rename: renameCommand,
  ysls: yslsCommand,
});
