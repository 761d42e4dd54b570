import type { VNode } from 'preact';
import type { Network } from '../../core/network/network.ts';
import { scoreOf } from '../../core/network/scores.ts';
import { namesIn, type Name } from '../naming.ts';
import type { Picture } from '../picture.ts';
import type { Play } from '../play.ts';
import { seenBonds, seenNodes } from '../reading.ts';
import { groupWords } from './people-words.ts';

/** On a picture narrower than this the names of groups that are not measured apart would only be in the way. */
const GROUPS_FROM = 480;
const APART = ['groups', 'chord', 'rounds'];

/** More names than this would be a heap of letters. */
const NAMED_MOST = 40;

/** The names in the picture. The lists say them too, so they are for the eye alone. */
export function Labels({ play }: { play: Play }): VNode | null {
  const net = play.session.shownNetwork;
  const picture = play.drawnPicture;
  if (net === null || picture === null || picture.nodes.length > NAMED_MOST) return null;
  const { cursor, picked } = play.aim;
  const isMeant = ({ of, id }: Name): boolean => [cursor, picked].some((one) => one?.kind === of && one.id === id);
  const isApart = APART.includes(net.rules.level.goal.kind);
  const names = placed(play, net, picture).filter(
    (one) => isMeant(one) || (one.fits && (one.of !== 'group' || isApart || picture.width >= GROUPS_FROM)),
  );
  return (
    <div class="labels" aria-hidden="true">
      {names.map((one) => (
        <span
          key={`${one.of} ${one.id}`}
          class={`${one.of}${isMeant(one) ? ' meant' : ''}`}
          style={{ left: `${one.at.x}px`, top: `${one.at.y}px` }}
        >
          {one.words}
        </span>
      ))}
    </div>
  );
}

const known = new WeakMap<Picture, { readonly key: string; readonly names: readonly Name[] }>();

/** Looked for once for a picture, and again when somebody or something comes into sight: it is a long search. */
function placed(play: Play, net: Network, picture: Picture): readonly Name[] {
  const beat = net.rules.slots['pulse'] !== undefined && play.place !== 'round';
  const seen = seenNodes(net);
  const key = [beat, seen, seenBonds(net).length, seen.filter((i) => scoreOf(net, i) !== null).length].join(' ');
  const before = known.get(picture);
  if (before?.key === key) return before.names;
  const groupsFirst = APART.includes(net.rules.level.goal.kind);
  const names = namesIn(picture, net, { beat, groupsFirst, groups: (group) => groupWords(net, group) });
  known.set(picture, { key, names });
  return names;
}
