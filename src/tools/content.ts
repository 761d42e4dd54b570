// Content from the file system, for tools, server and tests: levels and dialogue. The browser gets the same through vite.

import { ContentError, makeContent } from '../content.ts';
import { NO_CITIES } from '../core/run/cities.ts';
import type { Content } from '../core/run/content.ts';
import { compile } from '../core/yarn/compile.ts';
import type { Program } from '../core/yarn/program.ts';
import { BadInput } from './cli.ts';
import { printed } from './dialogue/frame.ts';
import { loadProject } from './dialogue/project.ts';
import { readCities, readLevels } from './files.ts';

export function readContent(): Content {
  return contentWith(readProgram());
}

/** The levels alone: what plays networks does not fail for a sentence. */
export function readLevelContent(): Content {
  return contentWith(null);
}

function contentWith(program: Program | null): Content {
  const { files, problems } = readLevels();
  if (problems.length > 0) throw new BadInput(new ContentError(problems).message);
  try {
    return makeContent(files, program, program === null ? NO_CITIES : readCities());
  } catch (error) {
    if (error instanceof ContentError) throw new BadInput(error.message);
    throw error;
  }
}

/** The game's own dialogue, compiled; or every error of it, with its frame. */
export function readProgram(): Program {
  const { sources, options } = loadProject([]);
  const { program, diagnostics } = compile(sources, options);
  if (program !== null) return program;
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  const errors = diagnostics.filter((one) => one.severity === 'error');
  throw new BadInput(errors.map((one) => printed(one, texts.get(one.file))).join('\n\n'));
}
