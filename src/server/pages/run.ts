// A run: what came of it, why, and what one can do with it.

import { parseBoard } from '../../core/board/category.ts';
import { percentile } from '../../core/board/rank.ts';
import { formatTime } from '../../core/replay/time.ts';
import type { Assist } from '../../core/run/actions.ts';
import { runAnswer } from '../api/shapes.ts';
import { shownRun } from '../api/runs.ts';
import type { Service } from '../service.ts';
import type { Run } from '../store/runs.ts';
import { html, type Markup } from './html.ts';
import type { Page } from './layout.ts';
import { badgesOf, LIVE_MEANS, PAUSED_MEANS, SIMULATED_MEANS } from './places.ts';
import { verdictWords } from './verdicts.ts';
import { ASSIST, boardName, momentWords, percentileWords } from './words.ts';

export async function runPageOf(service: Service, id: string): Promise<Page> {
  const run = await shownRun(service, id);
  const [player, why, standing] = await Promise.all([
    service.store.players.get(run.player),
    run.hidden === 1 ? service.store.moderation.about(id) : undefined,
    standingOf(service, run),
  ]);
  const isHidden = run.hidden === 1;
  const isShown = run.state === 'verified' && !isHidden;
  const name = player === undefined || player.hidden === 1 ? null : player.name;
  const time = formatTime(run.ticks);
  const board = boardName(service.boards, run.board);
  return {
    title: `${time}${name === null ? '' : ` by ${name}`}`,
    here: 'boards',
    live: { board: run.board, run: id },
    body: html`<p class="crumbs">
        <a href="/boards">All boards</a
        >${service.boards.get(run.board) !== null && html` · <a href="/boards/${run.board}">${board}</a>`}
      </p>
      <h1>
        <span class="time">${time}</span> by
        ${name === null ? 'a player who is not shown' : html`<a href="/players/${run.player}">${name}</a>`}
      </h1>
      <p class="lead">${board}</p>
      <div data-part="verdict">
        ${verdictOf(run, {
          why: isHidden ? whyHidden(why?.reason, run) : null,
          standing,
          isPlayerShown: name !== null,
        })}
        ${
          isShown &&
          html`<p>
            <a class="button" href="/?watch=${id}">Watch it</a>
            <a class="button" href="/api/runs/${id}/replay" download>Download the .echo</a>
          </p>`
        }
      </div>
      <section>
        <h2>How it was played</h2>
        ${facts(run)}
      </section>
      ${run.state === 'verified' && badges(run)}
      <section>
        <h2>Something wrong with it?</h2>
        <p>
          Report it in the game:
          ${isShown ? html`<a href="/?watch=${id}">watch the run</a>` : html`<a href="/">open the game</a>`} and choose
          “Report”. A report is signed with your key, which only the game has; a page cannot sign. A person reads every
          report.
        </p>
      </section>`,
  };
}

interface Standing {
  readonly place: number;
  readonly total: number;
}

/** Null for a run that is not its player's best. */
async function standingOf({ store: { lists } }: Service, run: Run): Promise<Standing | null> {
  const own = run.state === 'verified' ? await lists.of(run.board, run.player) : undefined;
  if (own?.run !== run.id) return null;
  const [faster, total] = await Promise.all([lists.faster(run.board, run.ticks), lists.size(run.board)]);
  return { place: faster + 1, total };
}

interface Shown {
  /** Why it is hidden, where it is: a sentence. */
  readonly why: string | null;
  readonly standing: Standing | null;
  readonly isPlayerShown: boolean;
}

function verdictOf(run: Run, { why, standing, isPlayerShown }: Shown): Markup {
  const { short, long } = verdictWords(run.verdict);
  const better =
    run.state === 'verified' && why === null && standing === null && isPlayerShown
      ? ' Its player has a faster run, and that is the one that stands on the board.'
      : '';
  return html`<section class="plate verdict-plate ${run.state}" data-says="${short}. ${long}">
    <h2><span class="verdict ${run.state}">${short}</span></h2>
    <p>${long}${better}</p>
    ${
      why !== null &&
      html`<p><strong>Hidden.</strong> It stands on no board. ${why} Its player can appeal in the game.</p>`
    }
    ${
      standing !== null &&
      html`<p>
        <strong>Place ${standing.place} of ${standing.total}.</strong>
        ${percentileWords(percentile(standing.place - 1, standing.total), standing.total)}
      </p>`
    }
    ${run.state === 'verified' && html`<p>${badgesOf(run.live === 1, run.paused === 1)}</p>`}
  </section>`;
}

function facts(run: Run): Markup {
  const { times, assists, submitted } = runAnswer(run, null);
  const board = parseBoard(run.board);
  return html`<dl class="facts">
    ${fact(run.state === 'verified' ? 'Time' : 'Time, as it says', html`${formatTime(run.ticks)} <span class="aside">(${run.ticks} ticks)</span>`)}
    ${times.realtime !== null && fact('By the server’s clock', formatTime(Math.round(times.realtime * 120)))}
    ${fact('Attempts', attempts(run.nth))} ${fact('Pauses', run.paused === 1 ? 'It was paused.' : 'None')}
    ${fact('Assists', assists.length === 0 ? 'None' : assists.map((one) => ASSIST[one as Assist] ?? one).join(', '))}
    ${fact('Seed', String(run.seed))} ${board !== null && fact('Board', html`<code>${run.board}</code>`)}
    ${fact('Sent', html`<time datetime="${submitted}">${momentWords(run.submitted)}</time>`)}
    ${run.verified !== null && fact('Judged', momentWords(run.verified))}
    ${fact('Content', html`<code>${run.content}</code>`)} ${fact('Build', html`<code>${run.build}</code>`)}
  </dl>`;
}

function attempts(nth: number): string {
  if (nth === 0) return 'Not counted: it was played without a ticket.';
  return nth === 1 ? 'This was the first on its board.' : `${nth} tickets taken on its board, with this one.`;
}

function badges({ live, paused }: Run): Markup {
  return html`<section>
    <h2>What its badges mean</h2>
    <p><strong>Simulated.</strong> ${SIMULATED_MEANS}</p>
    ${live === 1 && html`<p><strong>Live-timed.</strong> ${LIVE_MEANS}</p>`}
    ${paused === 1 && html`<p><strong>Paused.</strong> ${PAUSED_MEANS}</p>`}
  </section>`;
}

function fact(label: string, value: string | Markup): Markup {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

function whyHidden(reason: string | undefined, { suspect }: Run): string {
  if (reason !== undefined) return `A moderator hid it, for this reason: ${reason}.`;
  return `It looked wrong by itself (${suspect ?? 'why was not written down'}), and a person will look at it.`;
}
