import type { Play } from '../play.ts';
import { commandFor } from './bindings.ts';
import { walk } from './walk.ts';

/** Keys anywhere on the page, but for those that a field or an open panel wants for itself. */
export function listenToKeys(play: Play): () => void {
  const down = (event: KeyboardEvent): void => {
    const on = event.target instanceof Element ? event.target : null;
    if (on?.closest('input, select, textarea') !== null && on !== null) return;
    const command = commandFor(event, on !== null && on.closest('button, a, summary') !== null);
    if (command === null) return;
    if (command.do === 'move' && play.screen !== 'playing') {
      // what has arrows of its own, or scrolls, keeps them
      if (on?.closest('[role="tablist"], .options, .past, .log, [role="radiogroup"]') !== null && on !== null) return;
      if (walk(command.way)) event.preventDefault();
      return;
    }
    event.preventDefault();
    play.command(command);
  };
  window.addEventListener('keydown', down);
  return () => window.removeEventListener('keydown', down);
}
