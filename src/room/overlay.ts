// What is wrong with the scripts, over whatever page the dev server shows. The game plays on beneath with the script that
// compiled last; this goes away by itself when all is well again. In a shadow root, so that no page's style reaches it.

import { isAdvice } from '../tools/dialogue/help.ts';
import { EVENTS, type Fault, type Faults } from '../tools/vite/words.ts';
import { openInEditor } from './editor.ts';
import style from './overlay.css?inline';

const HOST = 'syntony-faults';

let host: HTMLElement | null = null;
let shown: Faults = { faults: [], plays: 'earlier' };
/** Put away by hand: a bar stays, and what changes opens it again. */
let isAway = false;
let focusBefore: Element | null = null;

if (import.meta.hot) {
  import.meta.hot.on(EVENTS.faults, (faults: Faults) => {
    if (JSON.stringify(faults) !== JSON.stringify(shown)) isAway = false;
    shown = faults;
    draw();
  });
  import.meta.hot.send(EVENTS.ask);
}

// before anyone else, for Escape means something in the game too
window.addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'Escape' || host === null || isAway) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    putAway();
  },
  true,
);

function errorsOf({ faults }: Pick<Faults, 'faults'>): readonly Fault[] {
  return faults.filter(({ severity }) => severity === 'error');
}

function putAway(): void {
  isAway = true;
  draw();
  if (focusBefore instanceof HTMLElement && focusBefore.isConnected) focusBefore.focus();
}

function draw(): void {
  const errors = errorsOf(shown);
  if (errors.length === 0) {
    const hadFocus = host !== null && document.activeElement === host;
    host?.remove();
    host = null;
    if (hadFocus && focusBefore instanceof HTMLElement) focusBefore.focus();
    return;
  }
  if (host === null) {
    host = document.createElement(HOST);
    host.attachShadow({ mode: 'open' });
    // what is pressed and clicked in here is not meant for the game
    for (const kind of ['keydown', 'keyup', 'pointerdown', 'pointerup', 'click', 'wheel']) {
      host.addEventListener(kind, (event) => event.stopPropagation());
    }
    focusBefore = document.activeElement;
  }
  const root = host.shadowRoot!;
  const body = isAway ? bar(errors.length) : panel(errors);
  root.replaceChildren(element('style', {}, style), body);
  place(host, isAway);
}

/** A modal dialog of the page would cover it and make it inert: it goes into the topmost open one, or into the page. */
function place(one: HTMLElement, away: boolean): void {
  const dialog = [...document.querySelectorAll<HTMLElement>('dialog:modal')].at(-1);
  const parent = dialog ?? document.body;
  if (one.parentElement !== parent) parent.append(one);
  if (!('popover' in one)) return;
  // the top layer, in which what was opened last lies uppermost
  one.popover = 'manual';
  if (one.matches(':popover-open')) one.hidePopover();
  one.showPopover();
  one.toggleAttribute('data-away', away);
}

function bar(count: number): HTMLElement {
  const button = element('button', { type: 'button', class: 'bar' }, `${countOf(count)} in the dialogue. Show`);
  button.addEventListener('click', () => {
    isAway = false;
    draw();
    host?.shadowRoot?.querySelector<HTMLElement>('.place')?.focus();
  });
  return button;
}

function panel(errors: readonly Fault[]): HTMLElement {
  const warnings = shown.faults.length - errors.length;
  const also = warnings === 0 ? '' : warnings === 1 ? ', and a warning' : `, and ${warnings} warnings`;
  const plays =
    shown.plays === 'earlier'
      ? 'The script that compiled last plays on.'
      : 'No script has compiled since the server was started, so there is nothing to play.';
  const hide = element('button', { type: 'button', class: 'hide' }, 'Hide ', element('kbd', {}, 'Esc'));
  hide.addEventListener('click', putAway);
  return element(
    'section',
    { class: 'panel', role: 'alertdialog', 'aria-label': 'Errors in the dialogue', 'aria-describedby': 'plays' },
    element(
      'header',
      {},
      element('h2', {}, `${countOf(errors.length)} in the dialogue`, element('small', {}, also)),
      hide,
    ),
    element('p', { id: 'plays', class: 'plays' }, plays),
    element('div', { class: 'files' }, ...byFile(shown.faults).map(([file, faults]) => fileOf(file, faults))),
  );
}

/** What has an error first, files and faults; otherwise as the compiler found them. */
function byFile(faults: readonly Fault[]): [string, readonly Fault[]][] {
  const files = new Map<string, Fault[]>();
  for (const fault of [...errorsOf({ faults }), ...faults.filter(({ severity }) => severity !== 'error')]) {
    files.set(fault.file, [...(files.get(fault.file) ?? []), fault]);
  }
  return [...files];
}

function fileOf(file: string, faults: readonly Fault[]): HTMLElement {
  return element('section', {}, element('h3', {}, file), element('ul', {}, ...faults.map(faultOf)));
}

function faultOf(fault: Fault): HTMLElement {
  const where = `${fault.file}:${fault.line}:${fault.column}`;
  const open = element('button', { type: 'button', class: 'place', title: 'Open in the editor' }, where);
  open.addEventListener('click', () => void openInEditor(fault.path, fault.line, fault.column));
  return element(
    'li',
    { class: fault.severity, 'data-code': fault.code },
    element('p', { class: 'head' }, open, element('span', { class: 'code' }, `${fault.severity} ${fault.code}`)),
    element('p', { class: 'message' }, fault.message),
    fault.frame === '' ? null : element('pre', { tabindex: '0', 'aria-label': 'The source' }, fault.frame),
    fault.suggestion === null
      ? null
      : isAdvice(fault.suggestion)
        ? element('p', { class: 'help' }, `Help: ${fault.suggestion}`)
        : element('p', { class: 'help' }, 'Did you mean ', element('code', {}, fault.suggestion), '?'),
  );
}

function countOf(count: number): string {
  return count === 1 ? '1 error' : `${count} errors`;
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string | null)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((one) => one !== null));
  return made;
}
