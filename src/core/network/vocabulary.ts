// The closed sets of the network that are not tables of rules. Tools, hazards, kinds and goals are tables: see theirs.

/** Why an action was not taken. A refused action changes nothing, so the same answer serves previews and play. */
export const REFUSALS = [
  'networkOver',
  'notOffered',
  'noSuchNode',
  'noSuchBond',
  'noSuchDoor',
  'noSuchAngle',
  'sameNode',
  'outOfReach',
  'held',
  'alreadyShielded',
  'alreadyBonded',
  'noRoomForBond',
  'notBroken',
  'noRoad',
  'alreadyCarrying',
  'alreadySet',
  'nothingToEcho',
  'tooFew',
  'alreadyGathered',
  'coolingDown',
  'notEnoughEnergy',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What the screen, the score and the log may hear of. Never read by a rule. `a` and `b` say whom, by the kind's own sense. */
export const EVENTS = [
  'toolUsed',
  'echoed',
  'bondMended',
  'bondTied',
  'bondSnapped',
  'bondRevealed',
  'nothingHidden',
  'foreignCut',
  'pulseOnBeat',
  'pulseOffBeat',
  'beadArrived',
  'beadLost',
  'shieldEnded',
  'anchorEnded',
  'hazardNamed',
  'hazardStruck',
  'hazardTurned',
  'hazardEnded',
  'roundHeld',
  'seen',
  'won',
  'lost',
  'scoreMoved',
  'workshopHeld',
  'lensEnded',
  'joined',
  'overtouched',
] as const;
export type EventKind = (typeof EVENTS)[number];

/** Who hears. Rules call it and forget it. */
export type Heard = (event: EventKind, a: number, b: number) => void;
export const unheard: Heard = () => {};

/** How a network ended, and why. Stored in the header by position, so append only. */
export const OUTCOMES = ['playing', 'won', 'outOfTime', 'selvesLost'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What the arguments of a tool point at. */
export const TARGETS = ['node', 'angle', 'bond', 'door'] as const;
export type Target = (typeof TARGETS)[number];
