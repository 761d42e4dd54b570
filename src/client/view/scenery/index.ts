// Which composition a look is.

import { isBeforeCity, type Look } from '../look.ts';
import type { Composition, Tones } from './brush.ts';
import { allotment, city, mirrorCourt, tideSteps } from './coves-out.ts';
import { cityAfar } from './cities.ts';
import { ending } from './endings.ts';
import { assembly } from './rooms/assembly.ts';
import { coveOnNinth } from './rooms/cove-ninth.ts';
import { depot } from './rooms/depot.ts';
import { kiln } from './rooms/kiln.ts';
import { laundry } from './rooms/laundry.ts';
import { lumenOffice } from './rooms/lumen-office.ts';
import { scoreHall } from './rooms/score-hall.ts';
import { spiralHall } from './rooms/spiral-hall.ts';
import { tramNine } from './rooms/tram-nine.ts';
import { hubScreen, plaza, recordRoom, sphereGate, sphereHall, titleScreen } from './sphere.ts';
import { tonesOf } from './tones.ts';

type Painter = (tones: Tones, act: number) => Composition;

const PAINTERS: Readonly<Record<string, Painter>> = {
  cove_ninth: coveOnNinth,
  tide_steps: tideSteps,
  tram_nine: tramNine,
  kiln,
  laundry,
  spiral_hall: spiralHall,
  depot,
  mirror_court: mirrorCourt,
  score_hall: scoreHall,
  lumen_office: lumenOffice,
  allotment,
  assembly,
  sphere_gate: sphereGate,
  sphere_hall: sphereHall,
  record_room: recordRoom,
  plaza_2143: plaza,
};

export function compose(look: Look): Composition {
  const tones = tonesOf(look.city, look.act);
  const sphere = tonesOf('sphere', 0);
  if (look.screen === 'title') return titleScreen(sphere, look.regions ?? []);
  if (look.screen === 'hub') return hubScreen(sphere, look.regions ?? []);
  if (look.screen === 'ending' && look.ending !== undefined && look.city === 'coves') return ending(tones, look.ending);
  const painter = isBeforeCity(look) ? undefined : PAINTERS[look.place];
  if (painter !== undefined) return painter(tones, look.act);
  if (look.city === 'coves') return city(tones);
  return look.city === 'sphere' ? sphereHall(sphere) : cityAfar(tones, look.city);
}
