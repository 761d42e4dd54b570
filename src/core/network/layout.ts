// Where everything is in a network's one Int32Array. The header and the columns are fixed names; hazards, tools, kinds
// and goals that need memory of their own get a block each, in the order of the level.

/** Header words. */
export const TICK = 0;
export const RANDOM = 1; // four words
export const ENERGY = 5; // ENERGY_UNIT to the point
export const HELD_FOR = 6; // ticks the goal has been held
export const OUTCOME = 7; // index into OUTCOMES
export const LOAD = 8; // Q24, what overrides weigh on everyone's authenticity; wears off slowly
export const AUTHENTICITY = 9; // Q15, as last measured
export const SUM_X = 10; // Q14 sums of cosine and sine over the counted nodes, as last measured
export const SUM_Y = 11;
export const COUNTED = 12; // how many nodes were counted in the last measure
export const NEXT_TIMER = 13; // the earliest tick at which a shield, an anchor or a promise may end
export const HAZARD_RATE = 14; // percent of full pace (an assist); 100 unless asked
export const HAZARD_CARRY = 15;
export const UNLIMITED = 16; // 1: the clock never loses the network (an assist)
export const LAST_TOOL = 17; // slot + 1 of the last act that can be echoed, 0 for none
export const LAST_ARGS = 18; // three words
export const LAST_TICK = 21;
export const BEST_HELD = 22; // the longest HELD_FOR so far
export const LOST_AT = 23; // the tick at which the goal was last let go, for saying why
export const ALARM = 24; // acts done in a watcher's sight
export const AWAITED = 25; // people still on the way: nothing is won without them
const HEADER = 26;

export const ENERGY_UNIT = 120;
export const NEVER = 0x7fff_ffff;

/** Node columns. */
export const NODE_COLUMNS = [
  'phase',
  'speed', // turn moved in the last tick
  'rhythm', // natural frequency as it is now
  'base', // what rhythm eases back to
  'birth', // what base was when the network began: the identity that authenticity measures against
  'emit', // Q5: how loudly the neighbours hear it
  'feel', // Q5: how much it is moved by them
  'agitation', // Q15
  'loss', // Q15: authenticity lost for good
  'group',
  'part', // the interval this node holds in the chord
  'kind',
  'holder', // who keeps its hand still: HOLDERS
  'heldUntil',
  'shieldedUntil',
  'counted', // 1: the goal asks for it
  'x', // place on a 4096-wide square, for waves, walkers and the picture
  'y',
  'voice', // Q5: what emit comes to at full voice; emit follows it by score and lens (refreshVoice)
  'score', // Q15: the public number, or -1 for nobody's
  'memory', // what the Compassion Metric goes by: Q15 of agreement where it is slow, an impulse where it is fast
  'lensUntil',
  'gatheredBy', // the host of the workshop it sits in, + 1; 0 for none
  'gatheredUntil',
  'touched', // how often a hand was laid on it
  'arrives', // the tick at which it joins; 0 once it is here
] as const;
export type NodeColumn = (typeof NODE_COLUMNS)[number];

/** Values of `holder`. */
export const HOLDER = { nobody: 0, anchor: 1, enforcer: 2 } as const;

/** Bond columns. */
export const BOND_COLUMNS = [
  'from',
  'to',
  'pull', // +1, -1 or 0: what `state` and the shields of both ends come to
  'interval', // the angle at which the two agree
  'trust', // Q30
  'floor', // Q30: trust never falls below
  'grow', // Q15 a tick, toward agreement
  'fade', // Q15 a tick, away from it
  'state', // BOND bits
  'door', // door + 1, or 0
  'promisedUntil',
] as const;
export type BondColumn = (typeof BOND_COLUMNS)[number];

/** Bits of a bond's state. */
export const BOND = { free: 1, cut: 2, flipped: 4, shut: 8, hidden: 16, foreign: 32, tied: 64 } as const;

export type Layout = Readonly<
  Record<NodeColumn | BondColumn, number> & {
    nodes: number;
    bonds: number;
    /** One word a tool offered: the tick at which it is ready again. */
    ready: number;
    /** Three words a group: Q14 sums and how many, as last measured. */
    sums: number;
    groups: number;
    /** Where the blocks of hazards, tools, kinds and the goal begin. */
    blocks: number;
    size: number;
  }
>;

/**
 * Written out, key by key, so that every layout has the same hidden class: put together in a loop each would be a
 * dictionary of its own, and the hot loops would be compiled anew for every level (a quarter of their speed).
 */
export function layOut(nodes: number, bonds: number, tools: number, groups: number, blockWords: number): Layout {
  const ready = HEADER;
  const sums = ready + tools;
  const nodesAt = sums + groups * 3;
  const bondsAt = nodesAt + NODE_COLUMNS.length * nodes;
  const blocks = bondsAt + BOND_COLUMNS.length * bonds;
  const node = (column: NodeColumn): number => nodesAt + NODE_COLUMNS.indexOf(column) * nodes;
  const bond = (column: BondColumn): number => bondsAt + BOND_COLUMNS.indexOf(column) * bonds;
  return {
    nodes,
    bonds,
    groups,
    ready,
    sums,
    phase: node('phase'),
    speed: node('speed'),
    rhythm: node('rhythm'),
    base: node('base'),
    birth: node('birth'),
    emit: node('emit'),
    feel: node('feel'),
    agitation: node('agitation'),
    loss: node('loss'),
    group: node('group'),
    part: node('part'),
    kind: node('kind'),
    holder: node('holder'),
    heldUntil: node('heldUntil'),
    shieldedUntil: node('shieldedUntil'),
    counted: node('counted'),
    x: node('x'),
    y: node('y'),
    voice: node('voice'),
    score: node('score'),
    memory: node('memory'),
    lensUntil: node('lensUntil'),
    gatheredBy: node('gatheredBy'),
    gatheredUntil: node('gatheredUntil'),
    touched: node('touched'),
    arrives: node('arrives'),
    from: bond('from'),
    to: bond('to'),
    pull: bond('pull'),
    interval: bond('interval'),
    trust: bond('trust'),
    floor: bond('floor'),
    grow: bond('grow'),
    fade: bond('fade'),
    state: bond('state'),
    door: bond('door'),
    promisedUntil: bond('promisedUntil'),
    blocks,
    size: blocks + blockWords,
  };
}
