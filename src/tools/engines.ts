// `npm run engines`: the same runs on every JavaScript engine there is, which must agree to the bit.

import { BadInput, clearProgress, EXIT, main, print, printJson, progress, whole, type Given } from './cli.ts';
import { compare, type Mismatch } from './engines/compare.ts';
import { makeCorpus, missing } from './engines/corpus.ts';
import { ENGINE_IDS, ENGINES, findEngine, type Engine, type EngineId } from './engines/engine.ts';
import { readProgram } from './content.ts';
import { readLevels } from './files.ts';

const REPLAYS = 208;
const TICKS_TO_REPLAY = 10_000;
const REPLAYS_TO_STORY = 20;
/** Each tool and hazard at least so often in a whole corpus; a smaller one is not asked. */
const LEAST_USES = 20;

const DOC = `Records ${REPLAYS} random runs over every level, tool and hazard (over ${(REPLAYS * TICKS_TO_REPLAY) / 1e6} million ticks),
plays them in each engine and compares every hash. The last line is the sum: one for each replay on each engine, and one
for each tool and hazard, which must all have been seen. Skipped are the replays of an engine that is not there.`;

await main('engines', DOC, {
  '': {
    usage: 'engines',
    doc: DOC,
    words: [0, 0],
    options: { engine: { type: 'string' }, replays: { type: 'string' } },
    help: {
      engine: `only this one: ${ENGINE_IDS.join(', ')}`,
      replays: `how many, instead of ${REPLAYS}, with as many ticks each; tools and hazards are then not counted`,
    },
    run: run,
  },
});

async function run(given: Given): Promise<number> {
  const wanted = chosen(given);
  const replays = whole(given, 'replays', REPLAYS, 1, 100_000);
  const { files, problems } = readLevels();
  if (problems.length > 0) throw new BadInput(problems.map((one) => `${one.file}: ${one.reason}`).join('; '));
  const corpus = makeCorpus(files, {
    replays,
    ticks: replays * TICKS_TO_REPLAY,
    program: readProgram(),
    stories: Math.ceil(replays / REPLAYS_TO_STORY),
    onEach: (made) => progress(made, replays, 'recording'),
  });
  clearProgress();
  const found = wanted.map((id) => ({ id, engine: findEngine(id, true) }));
  const absent = found.flatMap(({ id, engine }) => (typeof engine === 'string' ? [{ id, why: engine }] : []));
  const engines = found.flatMap(({ engine }): Engine[] => (typeof engine === 'string' ? [] : [engine]));
  const count = corpus.entries.length;
  const results = await compare(corpus, engines, (done) => progress(done, count * engines.length, 'playing'));
  clearProgress();

  const mismatches = results.flatMap((one) => one.mismatches);
  const isWhole = replays >= REPLAYS;
  const unseen = isWhole ? missing(corpus, LEAST_USES) : [];
  const seen = isWhole ? Object.keys({ ...corpus.tools, ...corpus.hazards }).length - unseen.length : 0;
  const passed = seen + results.reduce((sum, one) => sum + one.passed, 0);
  const failed = mismatches.length + unseen.length;
  const skipped = absent.length * count;
  const { tools, hazards, ticks } = corpus;
  if (given.json) {
    const engineRows = results.map(({ engine, passed: agreed, mismatches: wrong, seconds }) => ({
      engine,
      agreed,
      differed: wrong.length,
      seconds,
    }));
    printJson({
      passed,
      failed,
      skipped,
      replays: count,
      ticks,
      tools,
      hazards,
      unseen,
      engines: engineRows,
      absent,
      mismatches,
    });
    return failed > 0 ? EXIT.no : EXIT.ok;
  }
  print(`${count} replays, ${ticks} ticks, ${corpus.entries.reduce((sum, one) => sum + one.actions, 0)} actions`);
  print(`tools used: ${counted(tools)}`);
  print(`hazards struck: ${counted(hazards)}`);
  for (const { engine, passed: agreed, seconds } of results) {
    print(`${ENGINES[engine]}: ${agreed} of ${count} the same, ${seconds.toFixed(1)} s`);
  }
  for (const { id, why } of absent) print(`${ENGINES[id]}: skipped, ${why}`);
  for (const line of unseen) print(`not seen often enough: ${line}`);
  if (mismatches.length > 0) print(firstDifference(mismatches[0]));
  print(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed > 0 ? EXIT.no : EXIT.ok;
}

function chosen(given: Given): readonly EngineId[] {
  const said = given.flags['engine'];
  if (said === undefined) return ENGINE_IDS;
  const id = ENGINE_IDS.find((one) => one === said);
  if (id === undefined) throw new BadInput(`--engine should be one of ${ENGINE_IDS.join(', ')}, not “${String(said)}”`);
  return [id];
}

function counted(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([id, count]) => `${id} ${count}`)
    .join(', ');
}

function firstDifference({ replay, engine, tick, expected, said }: Mismatch): string {
  const where = tick === null ? '' : ` by tick ${tick}`;
  return `first difference: ${replay} on ${ENGINES[engine]}${where}\n  recorded ${expected}\n  it said  ${said}`;
}
