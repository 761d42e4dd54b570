// @ts-check
// What the pages do by themselves: they hear of verdicts, fetch themselves anew and replace the parts that changed. Without
// this script they are the same pages, loaded again by hand. Nothing here moves the focus.

/** As soon as the server lets the same page be asked for again. */
const FETCH_MS = 2200;
const AGAIN_MS = [3000, 6000, 15_000, 60_000];
const AWAY_MS = 3000;
const NAMES_MOST = 3;

const main = /** @type {HTMLElement} */ (document.querySelector('main'));
const { board, run } = main.dataset;

if (main.dataset.away !== undefined) comeBack();
else if (board !== undefined) follow(board);

/** The database went away: the same address is asked until it answers. */
function comeBack() {
  const again = document.querySelector('#again');
  if (again !== null) again.textContent = 'This page tries again by itself every few seconds.';
  setInterval(async () => {
    const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => null);
    if (answer !== null && answer.status < 500) location.reload();
  }, AWAY_MS);
}

/** @param {string} of */
function follow(of) {
  /** @type {EventSource | null} */
  let source = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let due;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let retry;
  let failures = 0;
  let fetched = 0;
  const isOverlay = document.documentElement.classList.contains('overlay');

  const renew = () => {
    if (due !== undefined) return;
    const wait = Math.max(0, fetched + FETCH_MS - performance.now());
    due = setTimeout(async () => {
      due = undefined;
      fetched = performance.now();
      await replaceParts().catch(() => say('What stands here may be old: the page could not be fetched again.'));
    }, wait);
  };
  /** @param {MessageEvent<string>} event */
  const hear = (event) => {
    const said = JSON.parse(event.data);
    if (run !== undefined && said.run !== run && said.verdict !== 'verified') return;
    if (run === undefined && said.verdict !== undefined && said.verdict !== 'verified') return;
    renew();
  };
  const connect = () => {
    clearTimeout(retry);
    source?.close();
    const opened = new EventSource(`/api/events?board=${encodeURIComponent(of)}`);
    source = opened;
    for (const kind of ['verdict', 'hidden', 'shown'])
      opened.addEventListener(
        kind,
        /** @param {Event} event */ (event) => hear(/** @type {MessageEvent<string>} */ (event)),
      );
    opened.addEventListener('open', () => {
      failures = 0;
      say('');
      // something may have happened between the page and this moment
      renew();
    });
    opened.addEventListener('error', () => {
      say('Not connected: what stands here may be old. Trying again.');
      // a browser comes back by itself after a break, and gives up after a refusal
      if (opened.readyState !== EventSource.CLOSED) return;
      retry = setTimeout(connect, AGAIN_MS[Math.min(failures++, AGAIN_MS.length - 1)]);
    });
  };
  // a page that nobody sees holds no line; what is laid over a picture is always seen
  document.addEventListener('visibilitychange', () => {
    if (isOverlay) return;
    if (document.visibilityState === 'visible') connect();
    else {
      clearTimeout(retry);
      source?.close();
    }
  });
  connect();
}

/** @param {string} words */
function say(words) {
  const connection = /** @type {HTMLElement | null} */ (document.querySelector('#connection'));
  if (connection === null) return;
  if (connection.textContent !== words) connection.textContent = words;
}

async function replaceParts() {
  const answer = await fetch(location.href, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(String(answer.status));
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const had = rowsIn(document);
  /** @type {string[]} */
  const news = [];
  for (const part of document.querySelectorAll('[data-part]')) {
    const other = next.querySelector(`[data-part="${part.getAttribute('data-part')}"]`);
    if (other === null || other.innerHTML === part.innerHTML) continue;
    const focused = part.contains(document.activeElement) ? document.activeElement : null;
    const isOpen = part.querySelector('details')?.open === true;
    part.replaceChildren(...other.childNodes);
    const details = part.querySelector('details');
    if (details !== null) details.open = isOpen;
    if (focused !== null) sameIn(part, focused)?.focus({ preventScroll: true });
    for (const one of part.querySelectorAll('section[data-says]')) news.push(one.getAttribute('data-says') ?? '');
  }
  for (const row of document.querySelectorAll('tr[data-row]')) {
    const says = row.getAttribute('data-says') ?? '';
    if (had.has(row.getAttribute('data-row') ?? '')) continue;
    row.classList.add('fresh');
    if (!news.includes(says)) news.push(says);
  }
  const all = /** @type {HTMLElement} */ (document.querySelector('#news'));
  const more = news.length - NAMES_MOST;
  if (news.length > 0)
    all.textContent = `New: ${news.slice(0, NAMES_MOST).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
}

/** @param {Document} page */
function rowsIn(page) {
  return new Set([...page.querySelectorAll('tr[data-row]')].map((row) => row.getAttribute('data-row') ?? ''));
}

/**
 * What stands for it among what was put in its place.
 * @param {Element} part
 * @param {Element} focused
 */
function sameIn(part, focused) {
  const { tagName } = focused;
  const all = /** @type {HTMLElement[]} */ ([...part.querySelectorAll(tagName.toLowerCase())]);
  const to = focused.getAttribute('href');
  return all.find((one) => one.getAttribute('href') === to && one.textContent === focused.textContent) ?? all[0];
}
