// One row a verb; each is a file of its own, loaded when it is asked for, so that none waits for what another needs.

import type { Command } from '../cli.ts';

export const DOC = 'Yarn Spinner scripts: checked, played, counted, translated.';

const VERBS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).checkCommand,
  play: async () => (await import('./play.ts')).playCommand,
  testplan: async () => (await import('./testplan.ts')).testplanCommand,
  graph: async () => (await import('./graph.ts')).graphCommand,
  coverage: async () => (await import('./coverage.ts')).coverageCommand,
  tag: async () => (await import('./tag.ts')).tagCommand,
  strings: async () => (await import('./strings.ts')).strings,
  voices: async () => (await import('./voices.ts')).voices,
  stats: async () => (await import('./stats.ts')).statsCommand,
  lint: async () => (await import('./lint.ts')).lintCommand,
  refs: async () => (await import('./refs.ts')).refsCommand,
  rename: async () => (await import('./rename.ts')).renameCommand,
  ysls: async () => (await import('./ysls.ts')).yslsCommand,
};

/** The one that is asked for, or all, for whoever wants to know what there is. */
export async function commandsFor(asked: string | undefined): Promise<Record<string, Command>> {
  const verbs = asked !== undefined && Object.hasOwn(VERBS, asked) ? [asked] : Object.keys(VERBS);
  return Object.fromEntries(await Promise.all(verbs.map(async (verb) => [verb, await VERBS[verb]()] as const)));
}
