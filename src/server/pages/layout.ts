// What all pages have around them, and the pages that say that something is not there.

import { html, type Markup } from './html.ts';
import type { Files } from './files.ts';

export interface Page {
  /** What stands in the window's title before “Syntony”. */
  readonly title: string;
  readonly body: Markup;
  /** What the script needs to know: see boards.js. */
  readonly live?: { readonly board: string; readonly run?: string } | undefined;
  /** full: with the ways to other pages. embed: in a frame of another site. overlay: over a picture. */
  readonly frame?: 'full' | 'embed' | 'overlay';
  readonly here?: 'boards' | 'api';
  readonly status?: number;
  /** Not here now, but may be in a moment: the script asks again. */
  readonly isAway?: boolean;
}

export function documentOf({ title, body, live, frame = 'full', here, isAway = false }: Page, files: Files): string {
  const main = html`<main
    id="main"
    ${live === undefined ? '' : html`data-board="${live.board}"`}
    ${live?.run === undefined ? '' : html`data-run="${live.run}"`}
    ${isAway && html`data-away`}
  >
    ${body}${live !== undefined && html`<p class="connection" id="connection" role="status"></p>`}
    <p class="unseen" id="news" role="status"></p>
  </main>`;
  const { markup } = html`<!doctype html>
    <html lang="en-GB" class="${frame}">
      <head>
        <meta charset="utf-8" />
        <title>${title} · Syntony</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${frame !== 'overlay' && html`<meta name="color-scheme" content="light dark" />`}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${files.css.address}" />
        <script type="module" src="${files.js.address}"></script>
      </head>
      <body>
        ${frame === 'full' && top(here)}${main}${frame === 'full' && bottom}
      </body>
    </html> `;
  return markup;
}

function top(here: Page['here']): Markup {
  return html`<a class="skip" href="#main">To the content</a>
    <header class="top">
      <nav aria-label="Syntony">
        <ul>
          ${way('/', 'Play', false)}${way('/boards', 'Boards', here === 'boards')}${way('/api', 'API', here === 'api')}
        </ul>
      </nav>
    </header>`;
}

const bottom = html`<footer class="bottom">
  <p>Every time on a board was played again by the server. Times are ticks / 120, rounded down to the millisecond.</p>
</footer>`;

function way(address: string, words: string, isHere: boolean): Markup {
  return html`<li><a href="${address}" ${isHere && html`aria-current="page"`}>${words}</a></li>`;
}

export function missing(what: 'board' | 'player' | 'run' | 'address'): Page {
  const [title, words] = MISSING[what];
  return {
    title,
    status: 404,
    body: html`<h1>${title}</h1>
      <p>${words}</p>
      <p><a href="/boards">All boards</a></p>`,
  };
}

const MISSING = {
  board: [
    'No such board',
    'There is no board by that name. It may have been renamed, or the address has a slip in it.',
  ],
  player: ['No such player', 'There is no player with that id. They may have left, or the address has a slip in it.'],
  run: ['No such run', 'There is no run with that id. It may have been deleted, or the address has a slip in it.'],
  address: ['Nothing here', 'There is no page at this address. It may have moved, or the address has a slip in it.'],
} as const;

export const AWAY: Page = {
  title: 'Not now',
  status: 503,
  isAway: true,
  body: html`<h1>The boards cannot be read just now</h1>
    <p>The database does not answer. Nothing was lost. <span id="again">Load this page again in a moment.</span></p>
    <p><a href="/">Play meanwhile</a></p>`,
};

export const BROKEN: Page = {
  title: 'Something broke',
  status: 500,
  body: html`<h1>Something is broken here</h1>
    <p>It was written down, and somebody will look at it. Try again later.</p>
    <p><a href="/boards">All boards</a></p>`,
};

/** An address that asks for something that cannot be, or too often. */
export function refused(status: number, words: string): Page {
  return {
    title: 'That cannot be answered',
    status,
    body: html`<h1>That cannot be answered</h1>
      <p>${words}</p>
      <p><a href="/boards">All boards</a></p>`,
  };
}
