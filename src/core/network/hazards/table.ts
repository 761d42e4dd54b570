// Every hazard there is. A new hazard is a file beside this one and a row here.

import { arrivals } from './arrivals.ts';
import { drift } from './drift.ts';
import { enforcer } from './enforcer.ts';
import type { HazardRow } from './hazard.ts';
import { misread } from './misread.ts';
import { phage } from './phage.ts';
import { sever } from './sever.ts';
import { steer } from './steer.ts';
import { storm } from './storm.ts';
import { surge } from './surge.ts';
import { whispers } from './whispers.ts';

const TABLE = { misread, sever, surge, storm, drift, phage, enforcer, steer, whispers, arrivals } as const;

export type HazardId = keyof typeof TABLE;
export const HAZARDS: Readonly<Record<HazardId, HazardRow>> = TABLE;
export const HAZARD_IDS = Object.keys(TABLE) as readonly HazardId[];
