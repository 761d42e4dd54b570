import type { VNode } from 'preact';
import { isOnBeat } from '../../core/network/beat.ts';
import { ENERGY_UNIT, TICK } from '../../core/network/layout.ts';
import { isTool } from '../../core/network/tools/table.ts';
import type { Coached } from '../coach.ts';
import type { Play } from '../play.ts';
import { refusalWords, toolWords } from './words.ts';

/** A button a tool: what it costs, whether it is ready, and why not. */
export function Toolbar({ play, step }: { play: Play; step: Coached | null }): VNode {
  const net = play.session.network;
  const { tools, layout } = net.rules;
  return (
    <section class="tools" role="group" aria-label="Tools">
      {tools.map((tool, slot) => {
        if (!isTool(tool.id)) return null;
        const { id } = tool;
        const { name, does } = toolWords(id);
        const why = play.screen === 'playing' ? play.aim.readiness(id) : null;
        const cooling = Math.max(0, net.s[layout.ready + slot] - net.s[TICK]) / Math.max(1, tool.cooldown);
        const cost = Math.ceil(tool.cost / ENERGY_UNIT);
        const isChosen = play.aim.tool === id;
        const coached = step?.at?.kind === 'tool' && step.at.id === id ? ' coached' : '';
        const beat = id === 'pulse' && isOnBeat(net) ? ' onbeat' : '';
        return (
          <button
            key={id}
            type="button"
            class={`tool${why === null ? '' : ' unready'}${beat}${coached}`}
            aria-pressed={isChosen}
            title={why === null ? does : refusalWords(why)}
            onClick={() => play.command({ do: 'tool', slot })}
          >
            <span class="sweep" style={{ width: `${cooling * 100}%` }} />
            <kbd>{slot + 1}</kbd>
            <span class="name">{name}</span>
            <span class="cost">
              <span class="unseen">costs </span>
              {cost}
              <span class="unseen"> energy. {why === null ? '' : refusalWords(why)}</span>
            </span>
          </button>
        );
      })}
    </section>
  );
}
