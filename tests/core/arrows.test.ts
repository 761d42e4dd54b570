// The direction of the arrows: which room may import which. A picture of it is in the README.
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blank, lineOf, sourceFiles } from '../support/source.ts';

/** Each room of core, and the rooms of core that it may import besides itself. */
const CORE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  math: [],
  yarn: ['math'],
  story: ['math', 'yarn'],
  network: ['math'],
  run: ['math', 'yarn', 'story', 'network'],
  replay: ['math', 'yarn', 'story', 'network', 'run'],
  board: ['math', 'yarn', 'story', 'network', 'run', 'replay'],
  bots: ['math', 'network', 'run'],
};
const CORE_PACKAGES = ['yarn-bound'];

/** These take a Session or plain values of core; only client/main, and what it wires with in client/wiring, knows them all. */
const CLIENT_ROOMS = ['view', 'audio', 'ui', 'input', 'save', 'net'];

/** Each house, and the houses that it may import besides itself. */
const HOUSES: Readonly<Record<string, readonly string[]>> = {
  core: [],
  content: ['core'],
  client: ['core', 'content'],
  server: ['core', 'content'],
  // what operates, loads, breaks and measures the service
  tools: ['core', 'content', 'server'],
  // a page of the dev server, never shipped; what it hears from the server is written down in tools
  room: ['core', 'tools'],
  // the types of the modules that scripts become
  'dialogue.d': ['core'],
};

interface Place {
  readonly house: string;
  /** the folder inside the house; empty for a file that stands directly in it */
  readonly room: string;
  readonly isMain: boolean;
}

/** One reason why the import is wrong, or undefined. */
function wrong(from: string, specifier: string, typesOnly = false): string | undefined {
  const here = placeOf(from);
  if (!specifier.startsWith('.')) return wrongPackage(here, specifier);
  const target = posix.join(posix.dirname(from), specifier);
  if (!target.startsWith('src/')) return wrongOutside(here, target);
  const there = placeOf(target);

  if (there.isMain) return 'nobody imports a main';
  if (there.house !== here.house) {
    if (!(HOUSES[here.house] ?? []).includes(there.house)) return `${here.house} does not import ${there.house}`;
    const needsMain = there.house === 'content' && here.house !== 'tools' && !typesOnly;
    return needsMain && !here.isMain ? 'content comes in through main, which hands it on' : undefined;
  }
  if (here.house === 'core') return wrongInCore(here, there);
  if (here.house === 'client') return wrongInClient(here, there);
  return undefined;
}

function wrongPackage(here: Place, name: string): string | undefined {
  if (here.house === 'core' && !CORE_PACKAGES.includes(name)) return 'core imports only core and yarn-bound';
  const isPhaser = name === 'phaser' || name.startsWith('phaser/');
  if (isPhaser && !(here.house === 'client' && here.room === 'view')) return 'only client/view imports phaser';
  return undefined;
}

function wrongOutside(here: Place, target: string): string | undefined {
  if (target.startsWith('tests/')) return 'what ships does not import tests';
  return here.house === 'core' ? 'core imports only core and yarn-bound' : undefined;
}

function wrongInCore(here: Place, there: Place): string | undefined {
  const allowed = CORE_ROOMS[here.room];
  if (allowed === undefined) return `core/${here.room} is not a room; give it a row in this test`;
  if (here.room === there.room || allowed.includes(there.room)) return undefined;
  return `core/${here.room} does not import core/${there.room}`;
}

function wrongInClient(here: Place, there: Place): string | undefined {
  if (there.room === 'wiring' && !here.isMain && here.room !== 'wiring')
    return 'only client/main imports client/wiring';
  if (here.isMain || here.room === 'wiring') return undefined;
  if (here.room === there.room || !CLIENT_ROOMS.includes(there.room)) return undefined;
  return CLIENT_ROOMS.includes(here.room)
    ? `client/${here.room} and client/${there.room} do not know each other; client/main joins them`
    : `only client/main imports client/${there.room}`;
}

function placeOf(path: string): Place {
  const [, first = '', ...rest] = path.split('/');
  return {
    house: first.replace(/\.tsx?$/, ''),
    room: rest.length > 1 ? (rest[0] ?? '') : '',
    // a thread is the main of itself
    isMain: (rest.length === 1 && /^main\.tsx?$/.test(rest[0] ?? '')) || path === 'src/server/judge/thread.ts',
  };
}

const IMPORT =
  /\b(?:import|export)\s+(type\s)?(?:[^'"`;()]*?\sfrom\s*|\s*)(['"])([^'"\n]+)\2|\bimport\s*\(\s*(['"`])([^'"`\n]+)\4/g;

function wrongImports(path: string, text: string): string[] {
  const code = blank(text, { keepStrings: true });
  return [...code.matchAll(IMPORT)].flatMap((match) => {
    const specifier = match[3] ?? match[5] ?? '';
    const reason = wrong(path, specifier, match[1] !== undefined);
    return reason === undefined ? [] : [`${path}:${lineOf(text, match.index)}: '${specifier}': ${reason}`];
  });
}

describe('src', () => {
  it('has every import along the arrows', () => {
    const files = sourceFiles('src');
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap(({ path, text }) => wrongImports(path, text))).toEqual([]);
  });
});

describe('the rule itself', () => {
  const bad: readonly (readonly [string, string])[] = [
    ['src/core/network/step.ts', "import { a } from '../run/step.ts';"],
    ['src/core/network/tools/a.ts', "import type { A } from '../../story/host.ts';"],
    ['src/core/math/turn.ts', "import '../yarn/parse.ts';"],
    ['src/core/yarn/parse.ts', "export * from '../story/host.ts';"],
    ['src/core/run/step.ts', "import {\n  a,\n  b,\n} from '../replay/codec.ts';"],
    ['src/core/replay/codec.ts', "import { a } from '../board/rank.ts';"],
    ['src/core/run/step.ts', "import { a } from '../bots/idle.ts';"],
    ['src/core/bots/idle.ts', "import { a } from '../replay/codec.ts';"],
    ['src/core/odd/a.ts', "import { a } from '../math/turn.ts';"],
    ['src/core/run/step.ts', "import { a } from '../../content.ts';"],
    ['src/core/run/step.ts', "import { readFileSync } from 'node:fs';"],
    ['src/core/run/step.ts', "const a = await import('../../client/loop.ts');"],
    ['src/client/ui/title.tsx', "import { a } from '../audio/cues.ts';"],
    ['src/client/session.ts', "import { a } from './view/stage.ts';"],
    ['src/client/ui/title.tsx', "import Phaser from 'phaser';"],
    ['src/client/ui/title.tsx', "import { content } from '../../content.ts';"],
    ['src/client/net/boards.ts', "import { a } from '../../server/routes.ts';"],
    ['src/client/session.ts', "import { a } from './main.ts';"],
    ['src/client/session.ts', "import { a } from './wiring/kept.ts';"],
    ['src/client/wiring/kept.ts', "import { a } from '../main.ts';"],
    ['src/server/routes.ts', "import { a } from '../client/session.ts';"],
    ['src/server/routes.ts', "import { a } from '../tools/replay.ts';"],
    ['src/content.ts', "import { a } from './client/session.ts';"],
    ['src/tools/bench.ts', "import { a } from '../../tests/support/source.ts';"],
  ];
  it.each(bad)('%s may not say %j', (path, text) => {
    expect(wrongImports(path, text)).toHaveLength(1);
  });

  const good: readonly (readonly [string, string])[] = [
    ['src/core/board/verify.ts', "import { a } from '../math/hash.ts';\nimport { b } from '../replay/codec.ts';"],
    ['src/core/bots/planner.ts', "import { a } from '../network/step.ts';"],
    ['src/core/story/sequencer.ts', "import YarnBound from 'yarn-bound';"],
    ['src/core/run/step.ts', "// import { a } from '../bots/idle.ts';\nconst s = 1;"],
    ['src/client/main.ts', "import { content } from '../content.ts';\nimport { draw } from './view/stage.ts';"],
    ['src/client/view/stage.ts', "import type { Content } from '../../content.ts';\nimport Phaser from 'phaser';"],
    ['src/client/ui/title.tsx', "import type { Session } from '../session.ts';"],
    ['src/client/wiring/sound.ts', "import { a } from '../audio/sound.ts';"],
    ['src/server/main.ts', "import { content } from '../content.ts';\nimport { serve } from '@hono/node-server';"],
    ['src/tools/bench.ts', "import { content } from '../content.ts';\nimport { a } from '../core/bots/idle.ts';"],
  ];
  it.each(good)('%s may say %j', (path, text) => {
    expect(wrongImports(path, text)).toEqual([]);
  });

  it('says where and why', () => {
    expect(wrongImports('src/core/math/turn.ts', "\n\nimport { a } from '../run/step.ts';")).toEqual([
      "src/core/math/turn.ts:3: '../run/step.ts': core/math does not import core/run",
    ]);
  });
});
