// A conversation as plain data that is replaced, for the World: each answer depends on what is given and on nothing else.
// The one sequencer behind it stays where it was, so that straight play copies nothing but what a step writes.

import type { Program } from '../yarn/program.ts';
import { createHost, type Functions } from './host.ts';
import { mend, type Mended } from './mend.ts';
import { createSequencer } from './sequencer.ts';
import type { Snapshot, View } from './story.ts';

export interface Teller {
  /** Opens a node or group over what is remembered. `dice` seeds its own random state. */
  readonly begin: (remembered: Snapshot | null, node: string, dice: number, context: unknown) => Snapshot;
  readonly view: (snapshot: Snapshot, context: unknown) => View;
  /** On from a line or command, or from options of which none is open (no option), or by an open option. */
  readonly advance: (snapshot: Snapshot, option: number | undefined, context: unknown) => Snapshot;
  /** A snapshot of another edit of the script, for this one. */
  readonly mend: (snapshot: Snapshot, context: unknown) => Mended;
}

export function createTeller(program: Program, functions: Functions = {}): Teller {
  const host = createHost(program, functions);
  const sequencer = createSequencer(host);
  let live: Snapshot | null = null;
  /** What the functions were asked about when it was shown: while that is the same, so is what is shown. */
  let shownFor: unknown = undefined;

  /** What the sequencer has come to; if it fails on the way, it is nowhere. */
  function settled(work: () => void): Snapshot {
    live = null;
    shownFor = host.context;
    work();
    return (live = sequencer.snapshot());
  }

  /** Shows what the snapshot shows, as the context is now. */
  function show(snapshot: Snapshot): void {
    const isLive = live === snapshot;
    if (isLive && shownFor === host.context) return;
    live = null;
    shownFor = host.context;
    if (isLive) sequencer.again();
    else sequencer.restore(snapshot);
    live = snapshot;
  }

  return {
    begin: (remembered, node, dice, context) => {
      host.context = context;
      return settled(() => {
        host.recall(remembered === null ? BLANK : mend(program, remembered).snapshot);
        host.seed(dice);
        sequencer.start(node);
      });
    },
    view: (snapshot, context) => {
      host.context = context;
      show(snapshot);
      return sequencer.view();
    },
    advance: (snapshot, option, context) => {
      host.context = context;
      show(snapshot);
      return settled(() => sequencer.advance(option));
    },
    mend: (snapshot, context) => {
      if (snapshot.program === program.hash) return { snapshot, restored: { at: 'same' } };
      host.context = context;
      const { restored } = mend(program, snapshot);
      return { snapshot: settled(() => void sequencer.restore(snapshot)), restored };
    },
  };
}

const BLANK: Snapshot = {
  program: '',
  at: null,
  node: '',
  start: '',
  stack: [],
  variables: {},
  visits: {},
  views: {},
  once: [],
  strategy: 'best_least_recently_seen',
  random: [0, 0, 0, 0],
};
