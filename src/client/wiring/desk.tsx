// The desk: what the screens need besides the game, put together from what is kept, set and met.

import type { VNode } from 'preact';
import { CITIES, type City } from '../../core/run/cast.ts';
import { CAMPAIGN, type CitiesFile } from '../../core/run/cities.ts';
import type { Ending } from '../../core/run/cues.ts';
import { PLACES } from '../../core/run/places.ts';
import type { Program } from '../../core/yarn/program.ts';
import { branchesOf } from '../branches.ts';
import type { Desk, Tongues } from '../desk.ts';
import { transcriptAt } from '../kept.ts';
import type { Point } from '../picture.ts';
import type { Play, Screen } from '../play.ts';
import type { SettingId } from '../settings.ts';
import type { KeptSettings } from '../save/settings.ts';
import { About } from '../ui/panels/about.tsx';
import { Branches } from '../ui/panels/branches.tsx';
import { Chapters } from '../ui/panels/chapters.tsx';
import { Codex } from '../ui/panels/codex.tsx';
import { Endings } from '../ui/panels/endings.tsx';
import { Transcript } from '../ui/panels/transcript.tsx';
import { LOAD_WORDS } from '../words/load.ts';
import type { Kept } from './kept.ts';
import { savesPanel } from './saves.tsx';
import { settingsPanel } from './settings-panel.tsx';

/** Who is there, some of them only after a while. */
export interface Parts {
  readonly play: Play;
  readonly tongues: Tongues;
  readonly settings: KeptSettings;
  readonly cities: CitiesFile;
  program(): Program;
  kept(): Kept | null;
  caption(): string;
  /** Of a run that is watched; it stands before what the saves have to say. */
  notice(): string;
  dismiss(): void;
  hubPlaces(): Partial<Record<City, Point>>;
  readonly testSound: (id: SettingId) => void;
  /** While a key is waited for, the game hears none. */
  readonly capture: (on: boolean) => void;
  readonly changed: () => void;
}

export function makeDesk(parts: Parts): Desk {
  const { play, tongues, settings } = parts;
  const desk: Desk = {
    get settings() {
      return settings.all;
    },
    get last() {
      return parts.kept()?.last ?? null;
    },
    get notice() {
      return parts.notice() || (parts.kept()?.notice ?? '');
    },
    dismiss() {
      if (parts.notice() === '') parts.kept()?.dismiss();
      parts.dismiss();
      parts.changed();
    },
    get isReadOnly() {
      return parts.kept()?.writer.state === 'waiting';
    },
    takeOver: () => void parts.kept()?.writer.takeOver(),
    get caption() {
      return settings.all.captions ? parts.caption() : '';
    },
    get endings() {
      return (parts.kept()?.profile.endings ?? {}) as Partial<Record<City, readonly Ending[]>>;
    },
    tongues,
    goOn: () => (play.isUnderWay ? play.goOn() : void parts.kept()?.goOn().then(parts.changed)),
    beginAnew: () => play.openFresh(CAMPAIGN),
    hubPlaces: () => parts.hubPlaces(),
    regions: () => CITIES.filter((city) => city !== 'sphere').map((city) => ({ city, state: stateOf(play, city) })),
    get city() {
      return cityOf(play);
    },
    panel: (which) => panelOf(parts, desk, which),
  };
  return desk;
}

/** The city whose colours are worn: that of the place, or of the step of the plan. */
export function cityOf(play: Play): City {
  if (play.place === 'title' || play.place === 'hub') return 'sphere';
  const { game, step, mode } = play.session;
  if (mode === 'scene' && game.stage !== '') return PLACES.find(({ id }) => id === game.stage)?.city ?? 'sphere';
  return step?.of?.city ?? 'coves';
}

function stateOf(play: Play, city: City): 'shut' | 'open' | Ending {
  const { game, content } = play.session;
  const hub = content.plans[CAMPAIGN]?.steps.find((one) => one.kind === 'hub');
  const ending = game.endings[city];
  if (ending !== undefined) return ending;
  return hub?.kind === 'hub' && hub.ways.some((one) => one.city === city) ? 'open' : 'shut';
}

function panelOf(parts: Parts, desk: Desk, which: Screen): VNode | null {
  const { play } = parts;
  const kept = parts.kept();
  switch (which) {
    case 'codex':
      return <Codex play={play} met={[...new Set([...(kept?.profile.met ?? []), ...play.session.game.codex])]} />;
    case 'branches':
      return <Branches play={play} acts={actsOf(parts)} />;
    case 'chapters':
      return (
        <Chapters
          play={play}
          acts={actsOf(parts)}
          rows={kept?.rows ?? []}
          onOpen={(row) => void kept?.load(row.id).then(parts.changed)}
        />
      );
    case 'transcript':
      return (
        <Transcript
          play={play}
          onReturn={(mark) => {
            const transcript = transcriptAt(play.tale.transcript, mark);
            play.returnTo(mark);
            play.tale.recall(transcript);
            parts.changed();
          }}
        />
      );
    case 'endings':
      return <Endings play={play} desk={desk} />;
    case 'about':
      return <About play={play} />;
    case 'settings':
      return settingsPanel(parts);
    case 'saves':
      return kept === null ? <p class="notice">{LOAD_WORDS.opening}</p> : savesPanel(parts, kept);
    case 'title':
    case 'hub':
    case 'round':
    case 'scene':
    case 'start':
    case 'playing':
    case 'result':
    case 'told':
    case 'paused':
    case 'help':
    case 'networks':
      return null;
  }
}

function actsOf(parts: Parts): ReturnType<typeof branchesOf> {
  const profile = parts.kept()?.profile;
  const { session } = parts.play;
  const told = new Set(session.splits.map((one) => one.what));
  return branchesOf(parts.cities, parts.program(), {
    chosen: (line) => profile?.hasChosen(line) ?? false,
    told: (scene) => told.has(scene) || (profile?.hasSeen(`scene:${scene}`) ?? false),
    decided: (level) => Object.hasOwn(session.game.results, level) || (profile?.hasSeen(`level:${level}`) ?? false),
  });
}
