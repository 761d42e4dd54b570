// npm run dialogue: the writers' tools. One row a verb; each is a file of its own, loaded when it is asked for, so that
// none waits for what another needs.

import { main, type Command } from './cli.ts';

const VERBS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./dialogue/check.ts')).checkCommand,
  play: async () => (await import('./dialogue/play.ts')).playCommand,
  testplan: async () => (await import('./dialogue/testplan.ts')).testplanCommand,
  coverage: async () => (await import('./dialogue/coverage.ts')).coverageCommand,
  graph: async () => (await import('./dialogue/graph.ts')).graphCommand,
  tag: async () => (await import('./dialogue/tag.ts')).tagCommand,
  strings: async () => (await import('./dialogue/strings.ts')).strings,
  refs: async () => (await import('./dialogue/refs.ts')).refsCommand,
  rename: async () => (await import('./dialogue/rename.ts')).renameCommand,
  stats: async () => (await import('./dialogue/stats.ts')).statsCommand,
  lint: async () => (await import('./dialogue/lint.ts')).lintCommand,
  ysls: async () => (await import('./dialogue/ysls.ts')).yslsCommand,
};

const [asked = ''] = process.argv.slice(2);
const verbs = Object.hasOwn(VERBS, asked) ? [asked] : Object.keys(VERBS);
const commands = await Promise.all(verbs.map(async (verb) => [verb, await VERBS[verb]()] as const));

await main('dialogue', 'Yarn Spinner scripts: checked, played, counted, translated.', Object.fromEntries(commands));
