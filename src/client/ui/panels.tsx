// Which panel stands over the game. Each has a file in panels/.

import type { VNode } from 'preact';
import type { Desk } from '../desk.ts';
import type { Play } from '../play.ts';
import { Help } from './panels/help.tsx';
import { Networks } from './panels/networks.tsx';
import { Paused } from './panels/paused.tsx';
import { Result } from './panels/result.tsx';
import { Start } from './panels/start.tsx';

export function Panels({ play, desk }: { play: Play; desk: Desk }): VNode | null {
  switch (play.screen) {
    case 'start':
      return <Start play={play} />;
    case 'result':
      return <Result play={play} />;
    case 'paused':
      return <Paused play={play} />;
    case 'networks':
      return <Networks play={play} />;
    case 'help':
      return <Help play={play} />;
    case 'settings':
    case 'saves':
    case 'codex':
    case 'branches':
    case 'transcript':
    case 'chapters':
    case 'endings':
    case 'about':
      return desk.panel(play.screen);
    case 'title':
    case 'hub':
    case 'round':
    case 'scene':
    case 'playing':
    case 'told':
      return null;
  }
}
