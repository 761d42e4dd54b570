// The coach: a ring and an arrow at what is meant, and a line that a screen reader says too. What is meant is coach.ts's affair.

import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { coachStep, type Coached, type Way } from '../coach.ts';
import { pointOn } from '../picture.ts';
import type { Play } from '../play.ts';
import { isTouch } from './touch.ts';
import './coach.css';

/** The step that is due, unless the player wants no hints. */
export function coachedNow(play: Play, wantsHints: boolean): Coached | null {
  const { session, aim } = play;
  if (!wantsHints || session.net === null || play.screen !== 'playing') return null;
  return coachStep(session.level, {
    net: session.net,
    tool: aim.tool,
    turning: aim.ghost !== null && aim.picked?.kind === 'node' ? aim.picked.id : null,
    used: session.used,
  });
}

/** What one pressed last says how one plays. */
function useWay(): Way {
  const [way, setWay] = useState<Way>(isTouch() ? 'touch' : 'mouse');
  useEffect(() => {
    const press = (event: PointerEvent): void => setWay(event.pointerType === 'mouse' ? 'mouse' : 'touch');
    const key = (): void => setWay('keys');
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('keydown', key, true);
    return () => {
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('keydown', key, true);
    };
  }, []);
  return way;
}

/** Over the picture. The line is always there, so that what comes into it is read out. */
export function Coach({ play, step }: { play: Play; step: Coached | null }): VNode {
  const way = useWay();
  const spot = step === null ? null : spotOf(play, step);
  const isBelow = spot === null ? step?.at?.kind === 'tool' : spot.y < (play.drawnPicture?.height ?? 0) / 2;
  return (
    <div class={`coach ${isBelow ? 'below' : 'above'}`}>
      {spot === null ? null : (
        <span
          class="coach-ring"
          aria-hidden="true"
          style={{ left: `${spot.x}px`, top: `${spot.y}px`, width: `${spot.r * 2}px`, height: `${spot.r * 2}px` }}
        />
      )}
      <p class={step === null ? 'coach-line none' : 'coach-line'} role="status">
        {step === null ? '' : (step.says[way] ?? step.says.mouse)}
      </p>
    </div>
  );
}

function spotOf(play: Play, { at }: Coached): { x: number; y: number; r: number } | null {
  const picture = play.drawnPicture;
  const { net } = play.session;
  if (picture === null || net === null || at === null) return null;
  if (at.kind === 'node') return { ...picture.place(net, at), r: picture.radius + 14 };
  if (at.kind === 'bond') return { ...pointOn(picture.curve(net, at.id), 0.5), r: 22 };
  return null;
}
