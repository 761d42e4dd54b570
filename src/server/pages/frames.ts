// For others: the top of a board in a frame of another site, and one player's place to lay over a picture.

import { formatTime } from '../../core/replay/time.ts';
import { around, boardPage } from '../api/boards.ts';
import { Filter, PlayerId } from '../api/shapes.ts';
import type { BoardRow } from '../boards.ts';
import type { Service } from '../service.ts';
import { html, type Markup } from './html.ts';
import { refused, type Page } from './layout.ts';
import { placesTable } from './places.ts';
import { boardWords, count, isStory } from './words.ts';

const TOP = 10;

export async function embedPage(service: Service, row: BoardRow): Promise<Page> {
  const { entries, total } = await boardPage(service, row.id, { limit: TOP });
  const words = boardWords(row.board, isStory(service.boards, row.board));
  return {
    title: `${row.title}, ${words}`,
    frame: 'embed',
    live: { board: row.id },
    body: html`<h1>
        <a href="/boards/${row.id}" target="_blank" rel="noopener">${row.title}</a> <span class="words">${words}</span>
      </h1>
      <div data-part="standings">
        ${
          entries.length === 0
            ? html`<p>Nobody stands on this board yet.</p>`
            : placesTable(entries, {
                caption: total <= TOP ? count(total, 'player', 'players') : `The first ${TOP} of ${total}`,
                isSmall: true,
              })
        }
      </div>`,
  };
}

/** Each line by itself, so that nothing moves when a number grows. */
export async function overlayPage(service: Service, player: string, query: URLSearchParams): Promise<Page> {
  const id = query.get('board') ?? '';
  const row = service.boards.get(id);
  const filter = Filter.safeParse(query.get('filter') ?? 'all');
  if (row === null || !filter.success)
    return refused(
      400,
      'Say which board: /overlay/PLAYER?board=training/01:set:skip:plain, and if you like &filter=live.',
    );
  const known = PlayerId.safeParse(player).success ? await service.store.players.get(player) : undefined;
  const isShown = known !== undefined && known.hidden === 0;
  const found = isShown ? await around(service, row.id, player, { filter: filter.data, limit: 1 }) : null;
  const own = found?.entries.find((one) => one.player.id === player);
  const name = isShown ? known.name : 'No such player';
  return {
    title: `${name}, ${row.title}`,
    frame: 'overlay',
    status: isShown ? 200 : 404,
    live: { board: row.id },
    body: html`<div class="over" data-part="over">
      <h1>${name}</h1>
      <p class="board">${row.title}</p>
      ${
        own === undefined || found === null
          ? html`<p>${isShown ? 'not on this board yet' : ''}</p>`
          : numbers(own.place, found.total, formatTime(own.times.ticks), found.percentile)
      }
    </div>`,
  };
}

function numbers(place: number, total: number, time: string, percent: number): Markup {
  return html`<p class="big">Place ${place} <span class="of">of ${total}</span></p>
    <p class="big time">${time}</p>
    <p>as fast as, or faster than, ${percent} %</p>`;
}
