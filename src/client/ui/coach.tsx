// The coach: a ring and an arrow at what is meant, and a line that a screen reader says too. What is meant, and when, is
// coach.ts's affair.

import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { coachStep, stepsOf, type Coached, type Way } from '../coach.ts';
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

/** Whether there is anything to be taught here at all: then the line keeps its room. */
export function isLesson(play: Play, wantsHints: boolean): boolean {
  const { session } = play;
  return wantsHints && session.net !== null && stepsOf(session.level, session.net).length > 0;
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

/** At what is meant, over the picture. */
export function CoachRing({ play, step }: { play: Play; step: Coached | null }): VNode | null {
  const spot = step === null ? null : spotOf(play, step);
  if (spot === null) return null;
  const { x, y, r } = spot;
  return (
    <span
      class="coach-ring"
      aria-hidden="true"
      style={{ left: `${x}px`, top: `${y}px`, width: `${r * 2}px`, height: `${r * 2}px` }}
    />
  );
}

/** The line itself. It is always there, so that what comes into it is read out. */
export function CoachLine({ step }: { step: Coached | null }): VNode {
  const way = useWay();
  return (
    <p class={step === null ? 'coach-line none' : 'coach-line'} role="status">
      {step === null ? '' : (step.says[way] ?? step.says.mouse)}
    </p>
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
