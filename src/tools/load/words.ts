// What a drive came to, for people.

import { tableOf } from '../bench/targets.ts';
import { LIMITED, type LoadReport } from './drive.ts';

export function loadInWords(report: LoadReport): string {
  const { statuses, errors, verdicts, sent, unsent, seconds } = report;
  const rows = report.routes.map(({ route, answers, p50, p99 }) => [route, String(answers), String(p50), String(p99)]);
  const missing = verdicts.wanted - verdicts.byEnd - verdicts.after;
  return [
    `${sent} requests in ${seconds} s to ${report.url}; ${unsent} could not be sent in time`,
    `Runs accepted: ${report.accepted}, ${report.acceptedPerSecond} a second`,
    `Verdicts: ${verdicts.byEnd} of ${verdicts.wanted} by the end, ${verdicts.perSecond} a second; ${verdicts.after} after it${missing > 0 ? `; ${missing} did not come` : ''}`,
    `Answers: ${counts(statuses)}`,
    `Without an answer: ${counts(errors)}`,
    '',
    'Milliseconds from when it was due to its answer:',
    '',
    ...tableOf([['route', 'answers', 'p50', 'p99'], ...rows]),
    ...(statuses['429'] === undefined ? [] : ['', `Some were refused (429): ${LIMITED}.`]),
    ...(missing > 0
      ? ['', 'Nobody judges the rest: is there a process with --role worker or all on that database?']
      : []),
  ].join('\n');
}

function counts(all: Readonly<Record<string, number>>): string {
  const each = Object.entries(all)
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([name, n]) => `${n} × ${name}`);
  return each.length === 0 ? 'none' : each.join(', ');
}
