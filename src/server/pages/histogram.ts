// How many are how fast: bars, the same in words, and the same as a table.

import { html, type Markup } from './html.ts';
import { count, roughTime } from './words.ts';

interface Bar {
  readonly from: number;
  readonly to: number;
  readonly n: number;
}

/** Units of the drawing, which is stretched to whatever room there is. */
const WIDE = 10;
const HIGH = 100;
const GAP = 1;
/** Somebody alone among thousands is still to be seen. */
const LEAST = 2;

/** `own`: the seconds of whoever is looked for. */
export function histogramOf(bars: readonly Bar[], total: number, own: number | null): Markup {
  const most = Math.max(...bars.map(({ n }) => n));
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return html``;
  const isOwn = ({ from, to }: Bar): boolean => own !== null && own >= from && own < to;
  const middle = bars[Math.floor(bars.length / 2)];
  return html`<figure class="histogram">
    <div class="drawing">
      <p class="most" aria-hidden="true">${count(most, 'player', 'players')}</p>
      <svg
        viewBox="0 0 ${bars.length * WIDE} ${HIGH}"
        preserveAspectRatio="none"
        role="img"
        aria-label="Bars: how many players have which time. The table below says the same."
      >
        ${bars.map((bar, i) => {
          const height = bar.n === 0 ? 0 : Math.max(LEAST, Math.round((bar.n * HIGH) / most));
          return html`<rect
            ${isOwn(bar) && html`class="own"`}
            x="${i * WIDE + GAP}"
            y="${HIGH - height}"
            width="${WIDE - 2 * GAP}"
            height="${height}"
          />`;
        })}
      </svg>
      <p class="axis" aria-hidden="true">
        <span>${roughTime(first.from)}</span
        >${bars.length > 2 && html`<span>${roughTime(middle?.from ?? 0)}</span>`}<span>${roughTime(last.to)}</span>
      </p>
      <p class="axis-name" aria-hidden="true">Time, faster to the left</p>
    </div>
    <figcaption>
      ${inWords(bars, total)}${bars.some(isOwn) && ' The player who is looked for is in the bar that is drawn full.'}
    </figcaption>
    <details id="bars">
      <summary>The same as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Players</th>
          </tr>
        </thead>
        <tbody>
          ${bars
            .filter(({ n }) => n > 0)
            .map(
              (bar) =>
                html`<tr>
                  <td>${roughTime(bar.from)} to ${roughTime(bar.to)}</td>
                  <td>${bar.n}</td>
                </tr> `,
            )}
        </tbody>
      </table>
    </details>
  </figure>`;
}

function inWords(bars: readonly Bar[], total: number): string {
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (total === 1) return 'One player stands here.';
  let below = 0;
  const half = bars.find(({ n }) => (below += n) * 2 >= total) ?? last;
  return `${count(total, 'player', 'players')}, from ${roughTime(first.from)} to ${roughTime(last.to)}. Half of them take less than about ${roughTime(half.to)}.`;
}
