// The desk: what the screens need besides the game, put together from what is kept, set and met.

import { CITIES, type City } from '../../core/run/cast.ts';
import { CAMPAIGN } from '../../core/run/cities.ts';
import { PLACES } from '../../core/run/places.ts';
import type { Desk, PictureSettings, Tongues } from '../desk.ts';
import type { Play } from '../play.ts';

export function makeDesk(play: Play, tongues: Tongues): Desk {
  const listeners = new Set<(settings: PictureSettings) => void>();
  return {
    last: null,
    notice: '',
    caption: '',
    endings: {},
    tongues,
    goOn: () => play.goOn(),
    beginAnew: () => play.openFresh(CAMPAIGN),
    hubPlaces: () => ({}),
    regions: () => CITIES.filter((city) => city !== 'sphere').map((city) => ({ city, state: stateOf(play, city) })),
    cityOfPlace: (place, otherwise) => PLACES.find(({ id }) => id === place)?.city ?? otherwise,
    picture: { quality: 'auto', reducedMotion: false, shake: true, colours: {} },
    onPicture: (listener) => void listeners.add(listener),
    panel: () => null,
  };
}

function stateOf(play: Play, city: City): 'shut' | 'open' | 'unison' | 'concord' | 'fracture' {
  const { game, content } = play.session;
  const ways = content.plans[CAMPAIGN]?.steps.find((one) => one.kind === 'hub');
  const ending = game.endings[city];
  if (ending !== undefined) return ending;
  return ways?.kind === 'hub' && ways.ways.some((one) => one.city === city) ? 'open' : 'shut';
}
