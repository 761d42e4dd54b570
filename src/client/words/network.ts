// The words of a network's own things, in tables keyed by the core's own sets: tools, hazards, what they do to people. What
// has none here yet is said in those of its own row; tests/client/words.test.ts sees to it that it gets them.

import type { HazardId } from '../../core/network/hazards/table.ts';
import type { KindId } from '../../core/network/kinds/table.ts';
import type { ByTool } from '../../core/network/tools/table.ts';
import type { Target as Takes } from '../../core/network/vocabulary.ts';
import type { Why } from '../why.ts';

export interface ToolWords {
  readonly name: string;
  readonly does: string;
}

export const TOOL_WORDS: Partial<ByTool<ToolWords>> = {
  tune: { name: 'Tune', does: 'Turn one person’s hand. Their rhythm rests for a few seconds.' },
  anchor: { name: 'Anchor', does: 'Hold one hand still and loud for a moment; the others gather to it.' },
  pulse: {
    name: 'Pulse',
    does: 'On the beat, calm a person and their neighbours, for energy. Off the beat it stirs them.',
  },
  bead: { name: 'Bead', does: 'Send one person’s angle along whole bonds to another, even out of reach.' },
  shield: { name: 'Shield', does: 'Close one person off for a while. Nothing reaches them.' },
  bond: {
    name: 'Tie',
    does: 'Tie two people who have no bond. It holds if they agree, and costs both if they do not.',
  },
  mend: { name: 'Mend', does: 'Put a broken bond right. A foreign bond is cut.' },
  interval: { name: 'Interval', does: 'Set how far apart the two ends of a bond want to stand.' },
  swap: { name: 'Swap', does: 'Two people change seats. Places keep their bonds.' },
  reveal: { name: 'Reveal', does: 'Show the hidden bonds that end at a person.' },
  echo: { name: 'Echo', does: 'Your last act happens once more, one bar after it.' },
  door: { name: 'Door', does: 'Open or shut the door: all the bonds through it at once.' },
  workshop: {
    name: 'Workshop',
    does: 'Sit a person down with all around them, three or more. Their numbers even out.',
  },
  lens: { name: 'Lens', does: 'Hear one person in full, whatever their number, and see where they are going.' },
};

export const TAKES: Readonly<Record<Takes, string>> = {
  node: 'people',
  bond: 'bonds',
  door: 'doors',
  angle: 'angles',
};

/** For the intro of a network that has one: what it does, in a breath. */
export const DANGER: Partial<Readonly<Record<HazardId, string>>> = {
  misread: 'Bonds get inverted, and then push apart.',
  sever: 'Bonds get cut, and then carry nothing.',
  surge: 'Waves make people restless: their hands tremble.',
  storm: 'Storms keep a whole group restless, hands trembling.',
  drift: 'Drifting people slip from their rhythm until tuned.',
  phage: 'A phage walks bonds and corrupts for good.',
  enforcer: 'An enforcer pins people; a shield frees them.',
  steer: 'Hidden bonds pull from somebody off the map.',
  whispers: 'Touch one table, and the other gains points.',
  arrivals: 'More people come while you work.',
};

/** `brief` is for a row of the lists, `news` for a sentence of its own. */
export const COMING: Partial<Readonly<Record<HazardId, { readonly brief: string; readonly news: string }>>> = {
  misread: { brief: 'soon inverted', news: 'about to be inverted' },
  sever: { brief: 'soon cut', news: 'about to be cut' },
  surge: { brief: 'a wave comes', news: 'a wave is about to start here' },
  storm: { brief: 'a storm comes', news: 'a storm is coming' },
  drift: { brief: 'slipping', news: 'about to slip from their own rhythm' },
  phage: { brief: 'a phage comes', news: 'a phage comes here next' },
  enforcer: { brief: 'an enforcer comes', news: 'an enforcer is coming' },
  steer: { brief: 'steered', news: 'steered from off the map' },
  whispers: { brief: 'talked about', news: 'is being talked about: points will go' },
  arrivals: { brief: 'is coming', news: 'is about to join' },
};

export const STRUCK: Partial<Readonly<Record<HazardId, string>>> = {
  misread: 'was inverted',
  sever: 'was cut',
  surge: 'started a wave of unrest',
  storm: 'is under a storm',
  drift: 'slips away from their own rhythm',
  phage: 'lost something of themselves to a phage',
  enforcer: 'was pinned by an enforcer',
  steer: 'is steered from off the map',
  whispers: 'lost points to a whisper',
  arrivals: 'has joined',
};

export const TURNED: Partial<Record<HazardId, string>> = {
  drift: 'is back in their own rhythm',
  phage: 'starved the phage',
  enforcer: 'turned the enforcer away',
};

/** For who is not simply a person. */
export const KIND_WORDS: Readonly<Record<KindId, string>> = {
  plain: '',
  far: 'off the map',
  foreign: 'not one of them',
  elder: 'an elder, heard from afar',
  stage: 'on a stage, loud',
  mirror: 'a mirror, a second late',
  channel: 'a channel, passes on',
  watcher: 'watches, is not moved',
  buyer: 'buys',
  glare: 'a mirror that glares',
  balm: 'a mirror that calms',
  portrait: 'a portrait of whom you touched',
};

/** Why a hand will not come to stand with the others, as it stands in a list. */
export const WHY_WORDS: Readonly<Record<Exclude<Why['kind'], 'quiet'>, string>> = {
  inverted: 'bond inverted',
  alone: 'no bond carries',
  fast: 'too fast for its bonds',
  torn: 'pulled two ways',
  weak: 'bonds too weak yet',
};

export type MeterId = 'coherence' | 'held' | 'authenticity' | 'energy';

/** What each figure over the picture means, where it stands. */
export const METER_WORDS: Readonly<Record<MeterId, string>> = {
  coherence: 'How far all hands point together. Bring it to the mark.',
  held: 'How long they have held it. Letting go costs twice as much.',
  authenticity: 'How much they are still themselves. Forcing costs it; left alone it recovers.',
  energy: 'What your tools cost. It refills by itself.',
};

/** One line before a lesson of a story, in its own words. */
export const LESSON_LINES: Readonly<Record<string, string>> = {
  'prologue/00': 'Two that tick, and neither hears the other. There is no hurry.',
  'prologue/00-fuse': 'Three are on, and the fuse does two. There is no hurry.',
};

/** And after it. */
export const LESSONS_WON: Readonly<Record<string, string>> = {
  'prologue/00': 'They tick as one, and nobody is turning them.',
  'prologue/00-fuse': 'Two hold, and one was left be.',
};

/** Marks in the picture that only some networks have. */
export const MARKS_HERE = {
  score: 'A number under a ring: how loudly the others hear them. A quiet one who is right moves nobody.',
  touches: 'Small strokes under a ring: hands they still allow. A bar: each further one costs them.',
  late: 'A dotted ring: somebody who is on the way. Nothing is held until all are here.',
} as const;
