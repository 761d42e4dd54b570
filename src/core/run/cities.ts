// The cities as levels/cities.json lists them, made into plans: one for each city alone, and the campaign that goes from
// the prologue to the Sphere and from there to any of them. What a writer has not written yet is left out, and told.

import type { Program } from '../yarn/program.ts';
import { CITIES, type City } from './cast.ts';
import type { Caller, Plan, PlanStep } from './content.ts';

export interface Act {
  readonly title: string;
  readonly opens: string;
  /** Scenes, of which the player makes `needs`. */
  readonly visits: readonly string[];
  readonly needs: number;
  readonly level: string;
  readonly after: string;
}

export interface CityFile {
  readonly id: City;
  readonly title: string;
  readonly year: number;
  readonly acts: readonly Act[];
  /** What is told in the Sphere when one comes back. */
  readonly returns?: string;
}

export interface CitiesFile {
  readonly cities: readonly CityFile[];
}

export const NO_CITIES: CitiesFile = { cities: [] };

export const CAMPAIGN = 'syntony';
const PROLOGUE = 'Prologue';

/** A reader may take their time, but no verifier sits longer than this over a plan of scenes: twelve hours. */
const MOST = 12 * 60 * 60 * 120;

/** Whatever the list names that is not there. */
export function citiesProblems(file: CitiesFile, program: Program, levels: readonly string[]): string[] {
  const problems: string[] = [];
  for (const { id, acts, returns } of file.cities) {
    if (returns !== undefined && !Object.hasOwn(program.nodes, returns))
      problems.push(`${id}: there is no node “${returns}”`);
    if (!CITIES.includes(id)) problems.push(`“${id}” is no city`);
    acts.forEach((act, k) => {
      const where = `${id}, act ${k + 1}`;
      for (const scene of scenesOf(act))
        if (!Object.hasOwn(program.nodes, scene)) problems.push(`${where}: there is no node “${scene}”`);
      if (!levels.includes(act.level)) problems.push(`${where}: there is no level “${act.level}”`);
      if (act.needs > act.visits.length)
        problems.push(`${where}: needs ${act.needs} visits and has ${act.visits.length}`);
    });
  }
  return problems;
}

export function scenesOf(act: Act): readonly string[] {
  return [act.opens, ...act.visits, act.after];
}

export function cityPlans(file: CitiesFile, program: Program, levels: readonly string[]): Record<string, Plan> {
  const plans: Record<string, Plan> = {};
  const isThere = (scene: string): boolean => Object.hasOwn(program.nodes, scene);
  const campaign: PlanStep[] = isThere(PROLOGUE)
    ? [{ kind: 'scene', scene: PROLOGUE, of: { city: 'sphere', act: 0, title: '' } }]
    : [];
  const hub = campaign.length;
  const ways: { city: City; at: number }[] = [];
  campaign.push({ kind: 'hub', ways, of: { city: 'sphere', act: 1, title: '' } });
  for (const { id, title, acts, returns = '' } of file.cities) {
    const steps = acts.flatMap((act, k) => stepsOf(id, k + 1, act, program, levels));
    if (steps.length === 0) continue;
    plans[id] = { id, title, steps, most: MOST };
    ways.push({ city: id, at: campaign.length });
    const back: PlanStep[] = isThere(returns)
      ? [{ kind: 'scene', scene: returns, of: { city: 'sphere', act: 1, title: '' } }]
      : [];
    campaign.push(...steps, ...back, { kind: 'home', to: hub });
  }
  if (ways.length > 0) plans[CAMPAIGN] = { id: CAMPAIGN, title: 'Syntony', steps: campaign, most: MOST };
  return plans;
}

function stepsOf(city: City, act: number, file: Act, program: Program, levels: readonly string[]): PlanStep[] {
  const of = { city, act, title: file.title };
  const isThere = (scene: string): boolean => Object.hasOwn(program.nodes, scene);
  const steps: PlanStep[] = [];
  const visits = file.visits.filter(isThere);
  if (isThere(file.opens)) steps.push({ kind: 'scene', scene: file.opens, of });
  if (visits.length > 0) {
    const callers = visits.map((scene) => callerOf(program, scene));
    steps.push({ kind: 'round', visits, needs: Math.min(file.needs, visits.length), callers, of });
  }
  if (levels.includes(file.level)) steps.push({ kind: 'network', level: file.level, of });
  if (isThere(file.after)) steps.push({ kind: 'scene', scene: file.after, of });
  return steps;
}

/** A visit's node says in its headers whom one meets, where, and why. */
function callerOf(program: Program, scene: string): Caller {
  const { visit = '', at = '', about = '' } = program.nodes[scene].headers;
  return { who: visit, at, about };
}
