// npm run dialogue -- coverage: what no player will ever see, and where a conversation gets stuck.

import type { BlockId } from '../../core/yarn/program.ts';
import { scenesOf, type CityFile } from '../../core/run/cities.ts';
import { isGameLibrary } from '../../core/run/library.ts';
import { BadInput, EXIT, print, printJson, progress, whole, type Command, type Given } from '../cli.ts';
import { count } from './check.ts';
import { lookOf, paint } from './frame.ts';
import {
  existsIn,
  firstNodes,
  knownNode,
  listed,
  placeOfBlock,
  placeOfLoop,
  placeOfNode,
  playable,
  settings,
  usualStarts,
  type Place,
  type Playable,
} from './playable.ts';
import { readCities } from '../files.ts';
import { walkCity } from './cities.ts';
import { loadProject } from './project.ts';
import { nothingFound, tryEverything, walkAndNote, type Found, type Start } from './search.ts';
import { tellingOf } from './telling.ts';
import { writtenText } from './wording.ts';

export const coverageCommand: Command = {
  usage: 'dialogue -- coverage [FOLDER|FILE…] [--from A,B] [--walks N] [--seed N] [--fail-under PCT] [--json]',
  doc: 'Tries every choice and walks by dice: what is never reached, dead ends, loops that show nothing.',
  options: {
    from: { type: 'string' },
    walks: { type: 'string' },
    again: { type: 'string' },
    steps: { type: 'string' },
    seed: { type: 'string' },
    set: { type: 'string', multiple: true },
    'fail-under': { type: 'string' },
  },
  help: {
    from: 'where conversations begin, by comma (nodes with a plan and the cities, Start, or else the first of each file)',
    walks: 'how many walks by dice from each of them (200); cities up to five times as many, while something is left',
    again: 'how often each of them begins once more, with all that is remembered (0)',
    steps: 'how many things may be shown while every choice is tried (20000)',
    seed: 'of the first walk (1)',
    set: '$variable=value at the beginning; may be given several times',
    'fail-under': 'exit with 1 when less than so many percent are reached',
  },
  run: coverage,
};

interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
interface Tally {
  readonly reached: number;
  readonly of: number;
}
interface FileTally {
  readonly file: string;
  readonly nodes: Tally;
  readonly lines: Tally;
  readonly options: Tally;
  readonly percent: number;
}

export interface Coverage {
  readonly from: readonly string[];
  readonly walks: number;
  /** Things shown while looking. */
  readonly steps: number;
  /** Was every choice tried, as far as memory matters? */
  readonly complete: boolean;
  readonly percent: number;
  readonly files: readonly FileTally[];
  readonly neverReached: {
    readonly nodes: readonly (Spot & { readonly name: string })[];
    /** Those of nodes that are never reached too. */
    readonly lines: readonly (Spot & { readonly id: string; readonly node: string; readonly text: string })[];
    readonly options: readonly (Spot & {
      readonly id: string;
      readonly node: string;
      readonly text: string;
      readonly why: 'never offered' | 'never open' | 'never chosen';
    })[];
  };
  readonly deadEnds: readonly (Spot & { readonly node: string; readonly message: string })[];
  readonly silentLoops: readonly (Spot & { readonly node: string; readonly message: string })[];
  /** Where a script failed while it was played. */
  readonly faults: readonly (Spot & { readonly node: string; readonly message: string })[];
}

function coverage(given: Given): number {
  const { words, flags, json } = given;
  const walks = whole(given, 'walks', 200, 0, 1_000_000);
  const again = whole(given, 'again', 0, 0, 1000);
  const steps = whole(given, 'steps', 20_000, 0, 100_000_000);
  const seed = whole(given, 'seed', 1, -0x8000_0000, 0x7fff_ffff);
  const least = whole(given, 'fail-under', 0, 0, 100);
  const played = playable(loadProject(words));
  if (played === null) return EXIT.no;
  const said = flags['from'];
  const from =
    said === undefined
      ? usualStarts(played)
      : String(said)
          .split(',')
          .map((one) => knownNode(played.program, one.trim()));
  if (from.length === 0) throw new BadInput('there is no node to begin with');
  const variables = settings(played, listed(flags['set']));
  const cities = said === undefined && words.length === 0 ? citiesIn(played) : [];
  const result = cover(played, { from: from.map((node) => ({ node, seed, variables })), walks, again, steps, cities });
  if (json) printJson(result);
  else print(textOf(result, farFrom(played, result)));
  return result.percent < least ? EXIT.no : EXIT.ok;
}

interface Effort {
  readonly from: readonly Start[];
  readonly walks: number;
  readonly again: number;
  readonly steps: number;
  /** Walked through act by act. */
  readonly cities?: readonly CityFile[];
}

/** While something of the game was never shown or chosen, cities are walked through up to so many times as often again. */
const FURTHER = 4;

function isLeft({ compiled, project }: Playable, { shown, chosen }: Found): boolean {
  for (const { id, kind, file } of compiled.strings.values()) {
    if (project.asked.has(file) && !(kind === 'option' ? chosen : shown).has(id)) return true;
  }
  return false;
}

/** The cities of the game whose scenes are all there. */
function citiesIn({ program, project }: Playable): CityFile[] {
  if (!isGameLibrary(project.library)) return [];
  return readCities().cities.filter(({ acts }) =>
    acts.every((act) => scenesOf(act).every((one) => existsIn(program, one))),
  );
}

export function cover(played: Playable, { from, walks, again, steps, cities = [] }: Effort): Coverage {
  const { program, compiled, project } = played;
  const blocks = new Set<BlockId>();
  const telling = tellingOf(program, project.library, compiled.inferredFunctions, {
    trace: (block) => blocks.add(block),
  });
  const found = nothingFound();
  tryEverything(telling, from, steps, found);
  const of = walks * from.length;
  for (let k = 0; k < walks; k++) {
    for (const start of from) {
      const seed = start.seed + k;
      let after = walkAndNote(telling, { ...start, seed }, found);
      for (let i = 0; i < again && after !== null; i++)
        after = walkAndNote(telling, { node: start.node, seed, after }, found);
    }
    for (const city of cities) walkCity(telling, city, k, found);
    progress((k + 1) * from.length, of, 'walks');
  }
  // A city is long, and some of it takes several choices made hours apart: dice are given more time where something is left.
  let further = 0;
  for (; cities.length > 0 && further < walks * FURTHER && isLeft(played, found); further++) {
    for (const city of cities) walkCity(telling, city, walks + further, found);
  }
  const begun = [...from.map(({ node }) => node), ...cities.map(({ id }) => id)];
  return reported(played, found, blocks, { from: begun, walks: of + (walks + further) * cities.length });
}

function reported(
  played: Playable,
  found: Found,
  blocks: ReadonlySet<BlockId>,
  { from, walks }: { readonly from: readonly string[]; readonly walks: number },
): Coverage {
  const { program, compiled, project } = played;
  const { strings } = compiled;
  const reachedNodes = new Set([...blocks].map((block) => program.homes[block]));
  const nodes = Object.keys(program.nodes).filter((name) => program.nodes[name].start !== null);
  const asked = [...strings.values()].filter(({ file }) => project.asked.has(file));
  const lines = asked.filter(({ kind }) => kind !== 'option');
  const options = asked.filter(({ kind }) => kind === 'option');

  const files = [...project.asked].map((file): FileTally => {
    const here = (one: { readonly file: string }): boolean => one.file === file;
    const tallies = {
      nodes: tally(
        nodes.filter((name) => here(program.nodes[name])),
        (name) => reachedNodes.has(name),
      ),
      lines: tally(lines.filter(here), ({ id }) => found.shown.has(id)),
      options: tally(options.filter(here), ({ id }) => found.chosen.has(id)),
    };
    return { file, ...tallies, percent: percentOf(Object.values(tallies)) };
  });
  const at = (block: BlockId, place = placeOfBlock(played, block)): Spot & { readonly node: string } => ({
    ...spot(place),
    node: program.homes[block] ?? block,
  });
  const failed = [...found.faults].map(([block, message]) => ({ block, message }));
  const loops = failed.filter(isLoop);
  const faults = failed.filter((one) => !isLoop(one));
  return {
    from,
    walks,
    steps: found.steps,
    complete: found.complete,
    percent: percentOf(files.flatMap((one) => [one.nodes, one.lines, one.options])),
    files,
    neverReached: {
      nodes: nodes
        .filter((name) => !reachedNodes.has(name) && project.asked.has(program.nodes[name].file))
        .map((name) => ({ ...spot(placeOfNode(compiled, program, name)), name })),
      lines: lines
        .filter(({ id }) => !found.shown.has(id))
        .map((one) => ({ ...spot(one), id: one.id, node: one.node, text: writtenText(strings, one.id) })),
      options: options
        .filter(({ id }) => !found.chosen.has(id))
        .map((one) => ({
          ...spot(one),
          id: one.id,
          node: one.node,
          text: writtenText(strings, one.id),
          why: found.open.has(one.id) ? 'never chosen' : found.shown.has(one.id) ? 'never open' : 'never offered',
        })),
    },
    deadEnds: [...found.deadEnds].map((block) => ({
      ...at(block),
      message: 'no option is open here, and the conversation ends',
    })),
    silentLoops: loops.map(({ block, message }) => ({ ...at(block, placeOfLoop(played, block)), message })),
    faults: faults.map(({ block, message }) => ({ ...at(block), message })),
  };
}

function spot(place: Place | null): Spot {
  const { line, column } = place?.range.start ?? { line: 0, column: 0 };
  return { file: place?.file ?? '', line: line + 1, column: column + 1 };
}

function isLoop({ message }: { readonly message: string }): boolean {
  return message.includes('in circles');
}

function cell({ reached, of }: Tally): string {
  return `${reached}/${of}`.padStart(11);
}

function tally<T>(all: readonly T[], isReached: (one: T) => boolean): Tally {
  return { reached: all.filter(isReached).length, of: all.length };
}

/** Rounded down, so that 100 means all. */
function percentOf(tallies: readonly Tally[]): number {
  const of = tallies.reduce((sum, one) => sum + one.of, 0);
  const reached = tallies.reduce((sum, one) => sum + one.reached, 0);
  return of === 0 ? 100 : Math.floor((reached * 100) / of);
}

/** Whoever looks at a new file has nothing yet that leads to it. */
function farFrom(played: Playable, { from, files }: Coverage): string[] {
  return files.flatMap(({ file, nodes }) => {
    if (nodes.of === 0 || nodes.reached > 0) return [];
    const [first] = firstNodes(played, (one) => one === file);
    const how = first === undefined ? '' : `; --from ${first} begins there`;
    return [`nothing of ${file} is reached from ${from.join(', ')}${how}`];
  });
}

function textOf(result: Coverage, far: readonly string[]): string {
  const look = lookOf(process.stdout);
  const { files, neverReached, deadEnds, silentLoops, faults } = result;
  const width = Math.max(4, ...files.map(({ file }) => file.length));
  const out = [paint(look, 'bold', `${'file'.padEnd(width)}      nodes      lines    options  reached`)];
  for (const one of files) {
    const percent = `${one.percent} %`.padStart(9);
    out.push(
      `${one.file.padEnd(width)}${cell(one.nodes)}${cell(one.lines)}${cell(one.options)}${paint(look, one.percent < 100 ? 'yellow' : 'green', percent)}`,
    );
  }
  const unseen = new Set(neverReached.nodes.map(({ name }) => name));
  const rows = (title: string, spots: readonly (Spot & { readonly said: string })[]): void => {
    if (spots.length === 0) return;
    out.push('', paint(look, 'bold', title));
    for (const { file, line, column, said } of spots) out.push(`  ${file}:${line}:${column}: ${said}`);
  };
  rows(
    'nodes never reached',
    neverReached.nodes.map((one) => ({ ...one, said: one.name })),
  );
  rows(
    'lines never reached, in nodes that are',
    neverReached.lines.filter(({ node }) => !unseen.has(node)).map((one) => ({ ...one, said: one.text })),
  );
  rows(
    'options never chosen, in nodes that are reached',
    neverReached.options
      .filter(({ node }) => !unseen.has(node))
      .map((one) => ({ ...one, said: `${one.text} (${one.why})` })),
  );
  rows(
    'dead ends',
    deadEnds.map((one) => ({ ...one, said: one.message })),
  );
  rows(
    'loops that show nothing',
    silentLoops.map((one) => ({ ...one, said: one.message })),
  );
  rows(
    'faults while playing',
    faults.map((one) => ({ ...one, said: one.message })),
  );
  const how = `from ${result.from.join(', ')}: ${count(result.walks, 'walk')} and ${result.complete ? 'every choice' : 'as many choices as --steps allows'}, ${count(result.steps, 'step')}`;
  out.push('', ...far, how, `${result.percent} % reached`);
  return out.join('\n');
}
