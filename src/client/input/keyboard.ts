import type { Bindings } from '../bound.ts';
import { PANELS, type Play } from '../play.ts';
import { commandFor } from './bindings.ts';
import { press, walk } from './walk.ts';

/** Keys anywhere on the page, but for those that a field or an open panel wants for itself. */
export function listenToKeys(play: Play, keys: () => Bindings, isDeaf: () => boolean = () => false): () => void {
  const down = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isDeaf()) return;
    const on = event.target instanceof Element ? event.target : null;
    if (on !== null && on.closest('input, select, textarea') !== null) {
      // a panel with a field in it still goes back
      if (event.key === 'Escape') play.command({ do: 'back' });
      return;
    }
    const onButton = on !== null && on.closest('button, a, summary') !== null;
    const command = commandFor(event, onButton, keys());
    if (command === null) return;
    if (command.do === 'move' && play.screen !== 'playing') {
      // what has arrows of its own, or scrolls, keeps them
      const own = '[role="tablist"], [role="radiogroup"], .options, .past, .log';
      if (on === null || on.closest(own) === null) if (walk(command.way)) event.preventDefault();
      return;
    }
    // over an open panel a key goes back from it, and opens no other
    if (play.screen !== play.place && isPanel(command.do) && command.do !== play.screen) return;
    event.preventDefault();
    // a key of the player's own presses what has the focus, as Enter does by itself
    if (command.do === 'use' && onButton && press()) return;
    play.command(command);
  };
  window.addEventListener('keydown', down);
  return () => window.removeEventListener('keydown', down);
}

function isPanel(what: string): boolean {
  return (PANELS as readonly string[]).includes(what);
}
