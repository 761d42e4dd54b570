// What a project may set for lint, in the `syntony` part of its .yarnproject, and what holds unless it does.

import { readFileSync } from 'node:fs';
import { BadInput } from '../../cli.ts';
import { nameOf, type Project } from '../project.ts';
import { isRecord, parseLooseJson } from '../project-file.ts';

export interface Settings {
  /** Letters that fit into the box of a line, and of an option. */
  readonly line: number;
  readonly option: number;
  /** The school year that a scene may ask for. */
  readonly grade: number;
}

export const USUAL: Settings = { line: 220, option: 90, grade: 9 };

export function settingsOf({ file }: Project): Settings {
  if (file === null) return USUAL;
  const all = parseLooseJson(readFileSync(file, 'utf8'), nameOf(file));
  const own = isRecord(all) ? (all['syntony'] ?? {}) : {};
  if (!isRecord(own)) throw new BadInput(`${nameOf(file)}: “syntony” should be an object`);
  const number = (key: keyof Settings): number => {
    const value = own[key] ?? USUAL[key];
    if (typeof value === 'number' && value > 0) return value;
    throw new BadInput(`${nameOf(file)}: “syntony.${key}” should be a number above 0, not ${JSON.stringify(value)}`);
  };
  return { line: number('line'), option: number('option'), grade: number('grade') };
}
