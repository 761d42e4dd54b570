// The bench of the boards in words.

import { inShort, type BoardsReport } from './boards.ts';
import { tableOf, verdicts } from './targets.ts';

export function boardsInWords({ stores, submissions, judging, targets }: BoardsReport): string {
  const queries = stores.flatMap(({ store, queries: all }) =>
    all.map(({ query, rows, p50, p99, batch }) => [
      store,
      query,
      inShort(rows),
      String(p50),
      String(p99),
      String(batch),
    ]),
  );
  const counts = stores.flatMap(({ store, counts: all }) =>
    all.map(({ rows, count, sums, ratio }) => [store, inShort(rows), String(count), String(sums), `${ratio} ×`]),
  );
  const accepts = stores.flatMap(({ store, accepts: all }) =>
    all.map(({ rows, taken, kept, keptP99 }) => [store, inShort(rows), String(taken), String(kept), String(keptP99)]),
  );
  const judged = judging.map(({ store, perSecond, bare, ratio }) => [
    store,
    String(perSecond),
    String(bare),
    String(ratio),
  ]);
  return [
    'What is asked of a board, in milliseconds (batch: one of 40 in a row, in the middle batch):',
    '',
    ...tableOf([['store', 'query', 'rows', 'p50', 'p99', 'batch'], ...queries]),
    '',
    'The rank of a time in the middle, in milliseconds:',
    '',
    ...tableOf([['store', 'rows', 'COUNT(*)', 'by sums', 'ratio'], ...counts]),
    '',
    'A better run, alone in its transaction and synced, in milliseconds:',
    '',
    ...tableOf([['store', 'rows', 'taken p50', 'kept p50', 'kept p99'], ...accepts]),
    '',
    `Over HTTP, 8 connections and --role web on PostgreSQL: ${submissions.perSecond} runs accepted a second (each hundred: ${submissions.least} to ${submissions.most})`,
    '',
    'Runs of 20 to 35 s judged a second by one thread, and simulated alone:',
    '',
    ...tableOf([['store', 'judged', 'alone', 'ratio'], ...judged]),
    '',
    ...verdicts(targets),
  ].join('\n');
}
