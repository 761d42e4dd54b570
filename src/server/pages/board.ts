// One board: who stands where, how many are how fast, and where one player is among them.

import type { z } from 'zod';
import { dayOf, formatBoard, PLAYS, TEXTS, type Board } from '../../core/board/category.ts';
import { around, boardPage, histogram, listOf } from '../api/boards.ts';
import { Filter, PlayerId } from '../api/shapes.ts';
import type { BoardRow } from '../boards.ts';
import type { Service } from '../service.ts';
import { histogramOf } from './histogram.ts';
import { html, type Markup } from './html.ts';
import { refused, type Page } from './layout.ts';
import { LIVE_MEANS, placesTable, SIMULATED_MEANS } from './places.ts';
import {
  boardMeans,
  boardWords,
  count,
  countryName,
  dayWords,
  isStory,
  PLAY,
  percentileWords,
  playAddress,
  seedWords,
  TEXT,
} from './words.ts';

type FilterName = z.infer<typeof Filter>;

const BARS = 24;
const SIDE = 3;
const DAY_MS = 24 * 3600 * 1000;
/** How far back the days of a daily board are offered. */
const DAYS = 14;

interface Asked {
  readonly filter: FilterName;
  readonly after: string | undefined;
  readonly player: string | undefined;
}

export async function boardPageOf(service: Service, row: BoardRow, query: URLSearchParams, now: number): Promise<Page> {
  const filter = Filter.safeParse(query.get('filter') ?? 'all');
  if (!filter.success) return refused(400, 'A filter is all, live, or a country in two capital letters, as FI.');
  const asked: Asked = {
    filter: filter.data,
    after: query.get('after') ?? undefined,
    player: query.get('player')?.trim() ?? undefined,
  };
  const list = listOf(row.id, asked.filter);
  const [page, countries, bars, nearby, days] = await Promise.all([
    boardPage(service, row.id, asked),
    service.store.lists.countries(row.id),
    histogram(service, list, BARS),
    nearbyOf(service, row, asked),
    daysOf(service, row.board, now),
  ]);
  const isStoryBoard = isStory(service.boards, row.board);
  const words = boardWords(row.board, isStoryBoard);
  const isEmpty = page.entries.length === 0;
  const standings = html`<section>
    <h2>Standings</h2>
    ${asked.player === undefined && html`<p><a href="#around">Find one player on this board</a></p>`}
    ${filters(row.id, asked.filter, countries)}
    <div data-part="standings">
      ${
        isEmpty
          ? nobody(row, asked, isStoryBoard)
          : html`${placesTable(page.entries, {
                caption: `${count(page.total, 'player stands', 'players stand')} here${filterWords(asked.filter)}.`,
                marked: asked.player,
              })}
              <p class="turn">
                ${asked.after !== undefined && html`<a class="button" href="${address(row.id, asked.filter)}">Back to the top</a> `}${
                  page.next !== null &&
                  html`<a class="button" rel="next" href="${address(row.id, asked.filter, { after: page.next })}"
                    >Next ${page.entries.length}</a
                  >`
                }
              </p>`
      }
    </div>
  </section>`;
  const nearbyPart = html`<section>
    <h2>Around one player</h2>
    ${form(row.id, asked)}
    <div data-part="nearby">${nearby.shown}</div>
  </section>`;
  return {
    title: `${row.title}, ${words}`,
    here: 'boards',
    live: { board: row.id },
    body: html`<p class="crumbs"><a href="/boards">All boards</a></p>
      <h1>${row.title} <span class="words">${words}</span></h1>
      <p class="lead">${boardMeans(row.board, isStoryBoard)}</p>
      <p><a class="button" href="${playAddress(row.board, isStoryBoard)}">Play it</a></p>
      ${others(service, row.board, isStoryBoard, now)}${days}
      ${asked.player === undefined ? [standings, nearbyPart] : [nearbyPart, standings]}
      <div data-part="bars">
        ${
          bars.total > 0 &&
          html`<section>
            <h2>How fast everybody is</h2>
            ${histogramOf(bars.bars, bars.total, nearby.seconds)}
          </section>`
        }
      </div>
      <section>
        <h2>What the badges mean</h2>
        <p><strong>Simulated.</strong> ${SIMULATED_MEANS}</p>
        <p><strong>Live-timed.</strong> ${LIVE_MEANS}</p>
      </section>`,
  };
}

function address(board: string, filter: FilterName, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...(filter === 'all' ? {} : { filter }), ...more }).toString();
  return `/boards/${board}${query === '' ? '' : `?${query}`}`;
}

function filterWords(filter: FilterName): string {
  if (filter === 'all') return '';
  return filter === 'live' ? ', each with their best live-timed run' : `, from ${countryName(filter)}`;
}

function filters(board: string, chosen: FilterName, countries: readonly string[]): Markup {
  // one that nobody is of is still the one that was asked for
  const all: readonly FilterName[] = [
    'all',
    'live',
    ...new Set([...countries, ...(chosen === 'all' || chosen === 'live' ? [] : [chosen])]),
  ];
  const named = (one: FilterName): string =>
    one === 'all' ? 'Everybody' : one === 'live' ? 'Live-timed' : countryName(one);
  return html`<nav aria-label="Who is shown">
    <ul class="choices">
      ${all.map((one) => choice(address(board, one), named(one), one === chosen))}
    </ul>
  </nav>`;
}

function choice(to: string, words: string, isChosen: boolean): Markup {
  return html`<li><a href="${to}" ${isChosen && html`aria-current="page"`}>${words}</a></li>`;
}

/** The boards that differ in one thing. */
function others(service: Service, board: Board, isStoryBoard: boolean, now: number): Markup {
  const open = new Map(
    service.boards
      .all(now)
      .filter((one) => one.board.plan === board.plan)
      .map((one) => [one.id, one.board]),
  );
  const near = (wanted: Partial<Board>): Board | undefined =>
    [
      { ...board, ...wanted },
      { ...board, play: 'plain', ...wanted },
      { ...board, seed: 'set', ...wanted },
    ]
      .map((one) => formatBoard(one as Board))
      .map((id) => open.get(id))
      .find((one) => one !== undefined);
  const seeds = [...new Set([...[...open.values()].map(({ seed }) => seed), board.seed])];
  return html`<nav class="others" aria-labelledby="others">
    <h2 id="others">Other boards of this ${isStoryBoard ? 'story' : 'network'}</h2>
    ${line(
      'Seed',
      seeds.map((seed) => [
        seed === board.seed ? board : near({ seed }),
        seedWords({ ...board, seed }),
        seed === board.seed,
      ]),
    )}
    ${line(
      'Play',
      PLAYS.map((play) => [play === board.play ? board : near({ play }), PLAY[play], play === board.play]),
    )}
    ${
      isStoryBoard &&
      line(
        'Scenes',
        TEXTS.map((text) => [text === board.text ? board : near({ text }), TEXT[text], text === board.text]),
      )
    }
  </nav>`;
}

function line(label: string, all: readonly (readonly [Board | undefined, string, boolean])[]): Markup {
  return html`<div>
    <h3>${label}</h3>
    <ul class="choices">
      ${all.map(([to, words, isChosen]) => to !== undefined && choice(`/boards/${formatBoard(to)}`, words, isChosen))}
    </ul>
  </div>`;
}

/** Of a daily board: the days of late on which anybody stands. */
async function daysOf(service: Service, board: Board, now: number): Promise<Markup | null> {
  const own = dayOf(board);
  if (own === null) return null;
  const ids = Array.from({ length: DAYS }, (_, back) => new Date(now - back * DAY_MS).toISOString().slice(0, 10)).map(
    (day) => formatBoard({ ...board, seed: `daily-${day}` }),
  );
  const sizes = new Map((await service.store.lists.sizesOf(ids)).map(({ list, n }) => [list, n]));
  const days = ids.filter((id) => (sizes.get(id) ?? 0) > 0 && !id.includes(own));
  if (days.length === 0) return null;
  return html`<nav aria-labelledby="days">
    <h2 id="days">Other days</h2>
    <ul class="choices">
      ${days.map((id) => choice(`/boards/${id}`, `${dayWords(dayIn(service, id))} (${sizes.get(id) ?? 0})`, false))}
    </ul>
  </nav>`;
}

function dayIn(service: Service, id: string): string {
  const row = service.boards.get(id);
  return (row === null ? null : dayOf(row.board)) ?? '';
}

function nobody({ id, board }: BoardRow, { filter, after }: Asked, isStoryBoard: boolean): Markup {
  const play = playAddress(board, isStoryBoard);
  if (after !== undefined)
    return html`<p>There is nobody further down. <a href="${address(id, filter)}">Back to the top</a></p>`;
  if (filter !== 'all')
    return html`<p>Nobody stands here${filterWords(filter)}. <a href="${address(id, 'all')}">Show everybody</a></p>`;
  return html`<div class="empty plate">
    <p>Nobody stands on this board yet.</p>
    <p>
      <a href="${play}">Play this ${isStoryBoard ? 'story' : 'network'}</a>, win it, and send the run: then you are
      first.${board.play === 'assisted' && ' Assists are turned on in the settings of the game.'}
    </p>
  </div>`;
}

function form(board: string, { filter, player }: Asked): Markup {
  return html`<form method="get" action="/boards/${board}#around" class="look" id="around">
    ${filter !== 'all' && html`<input type="hidden" name="filter" value="${filter}" />`}
    <label for="player">A player’s id</label>
    <div class="line">
      <input
        id="player"
        name="player"
        value="${player ?? ''}"
        minlength="22"
        maxlength="22"
        pattern="[A-Za-z0-9_\\-]{22}"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        required
        aria-describedby="player-hint"
      />
      <button>Show</button>
    </div>
    <p class="hint" id="player-hint">22 signs: the end of the address of a player’s page.</p>
  </form>`;
}

interface Nearby {
  readonly shown: Markup | null;
  readonly seconds: number | null;
}

async function nearbyOf(service: Service, row: BoardRow, { filter, player }: Asked): Promise<Nearby> {
  if (player === undefined || player === '') return { shown: null, seconds: null };
  if (!PlayerId.safeParse(player).success)
    return {
      shown: html`<p class="problem">That is no player’s id: it has 22 letters, digits, _ and -.</p>`,
      seconds: null,
    };
  const found = await around(service, row.id, player, { filter, limit: SIDE });
  const own = found?.entries.find((one) => one.player.id === player);
  if (found === null || own === undefined)
    return {
      shown: html`<p class="problem">
        That player does not stand here${filterWords(filter)}. <a href="/players/${player}">Where they stand</a>
      </p>`,
      seconds: null,
    };
  return {
    shown: html`<p>
        <strong>${own.player.name}: place ${own.place} of ${found.total}.</strong>
        ${percentileWords(found.percentile, found.total)}
      </p>
      ${placesTable(found.entries, { caption: `Around ${own.player.name}${filterWords(filter)}`, marked: player })}`,
    seconds: own.times.primary,
  };
}
