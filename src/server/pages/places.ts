// Who stands where, as a table. On narrow screens each row is a card; its roles are said outright, because a row that is laid
// out as a grid is no row to some browsers.

import type { z } from 'zod';
import { formatTime } from '../../core/replay/time.ts';
import type { Place } from '../api/shapes.ts';
import { html, type Markup } from './html.ts';
import { countryName, dayWords } from './words.ts';

export type Placed = z.infer<typeof Place>;

interface TableOptions {
  readonly caption: string;
  /** Of whom the row is marked. */
  readonly marked?: string | undefined;
  /** For a frame in another site: less of each, and links open beside it. */
  readonly isSmall?: boolean;
}

export function placesTable(entries: readonly Placed[], { caption, marked, isSmall = false }: TableOptions): Markup {
  const heads = isSmall ? ['Place', 'Player', 'Time'] : ['Place', 'Player', 'Time', 'Badges', 'Date'];
  return html`<table class="places" role="table">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${entries.map((one) => row(one, one.player.id === marked, isSmall))}
    </tbody>
  </table>`;
}

function row({ place, run, times, player, badges, paused, date }: Placed, isMarked: boolean, isSmall: boolean): Markup {
  const time = formatTime(times.ticks);
  const beside = isSmall && html`target="_blank" rel="noopener"`;
  return html`<tr
    role="row"
    data-row="${run}"
    data-says="${player.name}, place ${place}, ${time}"
    ${isMarked && html`class="marked" aria-current="true"`}
  >
    <td role="cell" class="place">${place}</td>
    <td role="cell" class="player">
      <a href="/players/${player.id}" ${beside}>${player.name}</a>${country(player.country)}${
        isMarked && html` <span class="you">this player</span>`
      }
    </td>
    <td role="cell" class="time"><a href="/runs/${run}" ${beside}>${time}</a></td>
    ${
      !isSmall &&
      html`<td role="cell" class="badges">${badgesOf(badges.includes('live'), paused)}</td>
        <td role="cell" class="date"><time datetime="${date}">${dayWords(date)}</time></td>`
    }
  </tr> `;
}

function country(code: string | null): Markup | null {
  return code === null ? null : html` <abbr title="${countryName(code)}">${code}</abbr>`;
}

export function badgesOf(isLive: boolean, isPaused: boolean): Markup {
  return html`<span class="badge simulated">Simulated</span>
    ${isLive && html`<span class="badge live">Live-timed</span> `}${
      isPaused && html`<span class="badge paused">Paused</span>`
    }`;
}

export const SIMULATED_MEANS = 'The server played the inputs again, and they reach the end in exactly this time.';
export const LIVE_MEANS =
  'By the server’s own clock it was also played at the speed of the game, from its start to its end. Runs that were played without a net, or sent later, do not have this; that says nothing against them.';
export const PAUSED_MEANS = 'The game was paused while it was played. The clock of the run stands still then.';
