// How it is played, and which keys there are.

import type { VNode } from 'preact';
import type { Play } from '../../play.ts';
import { Panel } from '../panel.tsx';
import { isTouch } from '../touch.ts';
import { MARKS_HERE } from '../../words/network.ts';
import { Tools } from './start.tsx';

export function Help({ play }: { play: Play }): VNode {
  return (
    <Panel name="help" title="How it is played" onBack={() => play.command({ do: 'back' })}>
      <p>
        Every ring is a person, and the hand in it turns at a rhythm of its own. Bonds pull hands together and grow
        thicker where two agree; broken ones do harm or nothing. The small mark outside a ring shows where the others
        point. Bring all hands together before time runs out, without forcing people too often: that costs authenticity.
      </p>
      <Tools play={play} />
      <h3>Marks</h3>
      <ul class="learn">
        <li>
          Thin whole ring: turning freely. Long dashes: near the others. Short dashes: torn, for most bonds there are
          broken.
        </li>
        <li>Thick ring, cream inside: in tune. Bristles: restless, the hand trembles until it calms.</li>
        <li>Zigzag bond: inverted, it pushes apart. Two dashed stubs: cut. Dots with a bar: behind a shut door.</li>
        <li>A dashed ring with four teeth that closes in: something is about to happen there.</li>
        {marksHere(play).map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <Keys play={play} />
    </Panel>
  );
}

/** Marks of rules that only some networks have. */
function marksHere(play: Play): readonly string[] {
  const { net } = play.session;
  if (net === null) return [];
  const { level, scores, touches } = net.rules;
  return [
    ...(scores !== null && scores.mode !== 'hidden' ? [MARKS_HERE.score] : []),
    ...(touches >= 0 ? [MARKS_HERE.touches] : []),
    ...(level.hazards?.some(({ kind }) => kind === 'arrivals') === true ? [MARKS_HERE.late] : []),
  ];
}

export function Keys({ play }: { play: Play }): VNode {
  const press = isTouch() ? 'tap' : 'click';
  return (
    <>
      <h3>By hand</h3>
      <p>
        Choose a tool, then {press} a person or a bond. To tune, drag from the ring to where the hand should point, or{' '}
        {press}, aim and {press}. A double {press} turns it to where the others point.
      </p>
      <h3>By keys</h3>
      <ul class="learn keys">
        <li>
          <kbd>1</kbd> to <kbd>9</kbd> choose a tool
        </li>
        <li>
          <kbd>←</kbd> <kbd>↑</kbd> <kbd>→</kbd> <kbd>↓</kbd> or <kbd>Tab</kbd> go from one to the next
        </li>
        <li>
          <kbd>Enter</kbd> uses the tool there; in a scene it goes on, and <kbd>1</kbd> to <kbd>9</kbd> answer
        </li>
        <li>
          While turning a hand, <kbd>←</kbd> <kbd>→</kbd> turn it (with <kbd>Shift</kbd> finely), <kbd>Enter</kbd> sets
          it
        </li>
        <li>
          <kbd>Esc</kbd> lets go, or pauses · <kbd>P</kbd> pause · <kbd>R</kbd> again ·{' '}
          {play.session.isStory ? null : (
            <>
              <kbd>N</kbd> new people ·{' '}
            </>
          )}
          <kbd>L</kbd> networks
        </li>
      </ul>
    </>
  );
}
