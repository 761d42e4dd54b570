// What this is, and who made what of it.

import type { VNode } from 'preact';
import type { Play } from '../../play.ts';
import { ABOUT } from '../../words/about.ts';
import { Panel } from '../panel.tsx';

export function About({ play }: { play: Play }): VNode {
  return (
    <Panel name="about" title="About" onBack={() => play.command({ do: 'back' })}>
      {ABOUT.what.map((one) => (
        <p key={one}>{one}</p>
      ))}
      <h3>Made by</h3>
      <p>{ABOUT.made}</p>
      <h3>With the work of others</h3>
      <ul class="credits">
        {ABOUT.others.map(([name, licence, why]) => (
          <li key={name}>
            <strong>{name}</strong> ({licence}), {why}
          </li>
        ))}
      </ul>
      <h3>What is kept</h3>
      <p>{ABOUT.private}</p>
    </Panel>
  );
}
