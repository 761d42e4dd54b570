// Sound, opened after the first words and told everything that may be heard.

import type { City } from '../../core/run/cast.ts';
import type { Sound } from '../audio/sound.ts';
import type { Play } from '../play.ts';
import { soundOf, type Settings } from '../settings.ts';

export interface Heard {
  /** Once a frame. */
  frame(city: City): void;
  settings(settings: Settings): void;
  test(id: string): void;
}

export function openEars(play: Play, settings: () => Settings, caption: (text: string) => void): Heard {
  let sound: Sound | null = null;
  let music = '';
  let nth = play.session.game.sound[1];
  let screen = play.screen;
  let isOpening = false;
  // browsers let nobody sound before the first press, so nothing of sound is fetched or made before it either
  const unlock = (): void => {
    sound?.unlock();
    if (isOpening) return;
    isOpening = true;
    void open();
  };
  addEventListener('pointerdown', unlock, { passive: true });
  addEventListener('keydown', unlock, { passive: true });
  document.addEventListener('visibilitychange', () => sound?.hidden(document.hidden));
  play.session.hear((heard) => sound?.heard(heard));

  return {
    frame(city) {
      if (sound === null) return;
      const { session } = play;
      const { game } = session;
      const wanted = play.place === 'title' || play.place === 'hub' ? 'sphere_hub' : game.music;
      if (wanted !== music) sound.scene((music = wanted));
      // a save that is taken up has counted its sounds already
      if (game.sound[1] === nth + 1) sound.cue(game.sound[0]);
      nth = game.sound[1];
      if (play.screen !== screen) sound.ui(play.screen === play.place ? 'back' : 'open');
      screen = play.screen;
      const isNetwork = play.place === 'playing' || play.place === 'start' || play.place === 'result';
      sound.network(isNetwork ? session.net : null, city, play.screen !== 'playing');
    },
    settings: (now) => sound?.settings(soundOf(now)),
    test: (id) => (id === 'interface' ? sound?.ui('press') : sound?.cue(id === 'music' ? 'choir_note' : 'glass_ring')),
  };

  async function open(): Promise<void> {
    try {
      const { openSound } = await import('../audio/sound.ts');
      sound = await openSound(caption);
      sound.settings(soundOf(settings()));
      sound.unlock();
    } catch {
      // a machine without sound plays on in silence; captions still say what would be heard
    }
  }
}
