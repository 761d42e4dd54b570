import type { VNode } from 'preact';
import { scoreOf } from '../../core/network/scores.ts';
import { BEAT_AT, type Picture, type Point } from '../picture.ts';
import type { Play } from '../play.ts';
import { tagOf } from '../reading.ts';
import { groupWords } from './words.ts';

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
  const labels = picture.labels(net);
  const groups = picture.width >= GROUPS_FROM || APART.includes(net.rules.level.goal.kind) ? labels.groups : [];
  return (
    <div class="labels" aria-hidden="true">
      {labels.nodes.map((place, i) =>
        place === null ? null : (
          <span style={at(within(picture, clearOfNumber(play, place, i), tagOf(net, i)))}>{tagOf(net, i)}</span>
        ),
      )}
      {groups.map((place, g) => (
        <span class="group" style={at(place)}>
          {groupWords(net, g)}
        </span>
      ))}
      {net.rules.doors.map((name, id) => (
        <span class="door" style={at(picture.place(net, { kind: 'door', id }))}>
          {name}
        </span>
      ))}
      {net.rules.slots['pulse'] === undefined || play.place === 'round' ? null : (
        <span class="door" style={at(BEAT_AT)}>
          beat
        </span>
      )}
    </div>
  );
}

/** Who wears a number wears it under the ring: there the name goes above. */
function clearOfNumber(play: Play, place: Point, i: number): Point {
  const net = play.session.shownNetwork;
  const picture = play.drawnPicture;
  if (net === null || picture === null || scoreOf(net, i) === null) return place;
  const { y } = picture.nodes[i];
  return place.y < y + picture.radius * 0.3 ? place : { x: place.x, y: 2 * y - place.y };
}

/** Half of what a letter takes, in pixels. */
const HALF_LETTER = 4.2;

/** A long name at the edge stays in the picture. */
function within(picture: Picture, { x, y }: Point, name: string): Point {
  const half = name.length * HALF_LETTER;
  return { x: Math.max(half, Math.min(picture.width - half, x)), y };
}

function at({ x, y }: Point): { left: string; top: string } {
  return { left: `${x}px`, top: `${y}px` };
}
