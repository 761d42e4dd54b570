// Every thing that can be asked of the service.

import { boards } from './boards.ts';
import { follow } from './follow.ts';
import { people } from './people.ts';
import { players } from './players.ts';
import type { Route } from './route.ts';
import { runs } from './runs.ts';
import { tickets } from './tickets.ts';

export const ROUTES: readonly Route[] = [...boards, ...tickets, ...runs, ...players, ...people, ...follow];
