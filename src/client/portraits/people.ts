// Everybody who has a portrait, by their id in core/run/cast.
import { COVES } from './people/coves.ts';
import { NEOTERRA } from './people/neoterra.ts';
import { SPHERE } from './people/sphere.ts';

export const PEOPLE = { ...COVES, ...SPHERE, ...NEOTERRA };
