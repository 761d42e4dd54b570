// A player: where they stand, and what they sent of late.

import { playerPage } from '../api/players.ts';
import { formatTime } from '../../core/replay/time.ts';
import type { Service } from '../service.ts';
import type { Run } from '../store/runs.ts';
import { html, type Markup } from './html.ts';
import type { Page } from './layout.ts';
import { badgesOf, type Placed } from './places.ts';
import { verdictWords } from './verdicts.ts';
import { boardName, countryName, dayWords } from './words.ts';

const RUNS = 20;

export async function playerPageOf(service: Service, id: string): Promise<Page> {
  const { name, country, since, bests } = await playerPage(service, id);
  const [runs, sizes] = await Promise.all([
    service.store.runs.ofPlayer(id, RUNS, Number.MAX_SAFE_INTEGER),
    service.store.lists.sizesOf(bests.map(({ board }) => board)),
  ]);
  const shown = runs.filter(({ hidden }) => hidden === 0);
  const size = new Map(sizes.map(({ list, n }) => [list, n]));
  return {
    title: name,
    here: 'boards',
    body: html`<p class="crumbs"><a href="/boards">All boards</a></p>
      <h1>${name}</h1>
      <dl class="facts">
        ${
          country !== null &&
          html`<div>
            <dt>Country</dt>
            <dd>${countryName(country)}</dd>
          </div>`
        }
        <div>
          <dt>Here since</dt>
          <dd><time datetime="${since}">${dayWords(since)}</time></dd>
        </div>
        <div>
          <dt>Id</dt>
          <dd><code>${id}</code></dd>
        </div>
      </dl>
      <section>
        <h2>Best times</h2>
        ${
          bests.length === 0
            ? html`<p>None yet: nothing of theirs is verified. <a href="/boards">All boards</a></p>`
            : html`<ul class="rows">
                ${bests.map((best) => bestRow(service, id, best, size.get(best.board) ?? 0))}
              </ul>`
        }
      </section>
      <section>
        <h2>Latest runs</h2>
        ${
          shown.length === 0
            ? html`<p>None that are shown.</p>`
            : html`<ul class="rows">
                ${shown.map((run) => runRow(service, run))}
              </ul>`
        }
      </section>`,
  };
}

function bestRow(service: Service, player: string, best: Placed & { readonly board: string }, total: number): Markup {
  const name = boardName(service.boards, best.board);
  return html`<li>
    <p class="what">
      ${service.boards.get(best.board) === null ? name : html`<a href="/boards/${best.board}?player=${player}">${name}</a>`}
    </p>
    <p>
      Place <strong>${best.place}</strong> of ${total} with
      <a class="time" href="/runs/${best.run}">${formatTime(best.times.ticks)}</a>
      ${badgesOf(best.badges.includes('live'), best.paused)}
    </p>
  </li>`;
}

function runRow(service: Service, run: Run): Markup {
  const at = new Date(run.submitted).toISOString();
  return html`<li>
    <p class="what">
      <a class="time" href="/runs/${run.id}">${formatTime(run.ticks)}</a> ${boardName(service.boards, run.board)}
    </p>
    <p>
      <span class="verdict ${run.state}">${verdictWords(run.verdict).short}</span> ·
      <time datetime="${at}">${dayWords(at)}</time>
    </p>
  </li>`;
}
