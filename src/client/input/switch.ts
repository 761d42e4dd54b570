// The one switch at work: Space, Enter, any button of a pad, a press anywhere. Outside a network it walks over what has the
// focus as a stop, within one over the tools and then over what the tool is for.

import type { Settings } from '../settings.ts';
import type { Play } from '../play.ts';
import { isSame, type Target } from '../reading.ts';
import { SCAN_WORDS } from '../words/scan.ts';
import { Scan, SCAN_MS, worthwhile } from './scan.ts';
import { stopsHere } from './walk.ts';
import './switch.css';

type Stop =
  | { readonly kind: 'element'; readonly on: HTMLElement }
  | { readonly kind: 'tool'; readonly slot: number }
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'angle'; readonly angle: number }
  | { readonly kind: 'back' };

function isSameStop(a: Stop, b: Stop): boolean {
  if (a.kind === 'element') return b.kind === 'element' && a.on === b.on;
  if (a.kind === 'tool') return b.kind === 'tool' && a.slot === b.slot;
  if (a.kind === 'target') return b.kind === 'target' && isSame(a.target, b.target);
  if (a.kind === 'angle') return b.kind === 'angle' && a.angle === b.angle;
  return a.kind === b.kind;
}

/** The angle of a bond is for the player to find: the ghost hand goes round by eighths of a turn. */
const EIGHTHS = Array.from({ length: 8 }, (_, k) => (k * 0x2000_0000) | 0);

export interface OneSwitch {
  /** Then keys and pads do nothing else. */
  readonly isOn: boolean;
  /** Once a frame. */
  frame(now: number): void;
}

export function listenToSwitch(play: Play, scan: () => Settings['scan'], isDeaf: () => boolean): OneSwitch {
  const walker = new Scan<Stop>(isSameStop);
  const says = document.createElement('p');
  says.className = 'scan-says';
  says.setAttribute('aria-hidden', 'true');
  let now = 0;
  /** Whether a tool was picked whose targets are walked now, and which these are: they keep their order while they are. */
  let isAtTargets = false;
  let targets: readonly Target[] | null = null;
  let marked: HTMLElement | null = null;
  let wasHeld = false;
  let swallows = false;

  const each = (): number => {
    const speed = scan();
    return speed === 'off' ? Infinity : SCAN_MS[speed];
  };
  const isPlaying = (): boolean => play.screen === 'playing' && play.session.net !== null;

  function stops(): Stop[] {
    if (!isPlaying()) {
      isAtTargets = false;
      targets = null;
      return elementsHere().map((on) => ({ kind: 'element', on }));
    }
    const net = play.session.network;
    const { aim } = play;
    if (aim.ghost !== null) return [...EIGHTHS.map((angle): Stop => ({ kind: 'angle', angle })), { kind: 'back' }];
    if (isAtTargets) {
      const fitting = aim.fitting();
      // once round: who is worst by now comes first
      if (walker.lit?.kind === 'back') targets = null;
      if (targets !== null) targets = targets.filter((one) => fitting.some((other) => isSame(one, other)));
      if (targets === null || targets.length === 0) targets = worthwhile(net, aim);
      if (targets.length > 0) return [...targets.map((target): Stop => ({ kind: 'target', target })), { kind: 'back' }];
      isAtTargets = false;
    }
    targets = null;
    const tools = net.rules.tools.map((_, slot): Stop => ({ kind: 'tool', slot }));
    const menu = document.querySelector<HTMLElement>('[data-menu]');
    return menu === null ? tools : [...tools, { kind: 'element', on: menu }];
  }

  function press(): void {
    const stop = walker.press(now, each());
    if (stop === null) return;
    take(stop);
    // in a network every press opens or closes something; on a page one may want the same again
    walker.walk(now, stops(), each());
    if (stop.kind !== 'element') walker.begin(now, each());
    show();
  }

  function take(stop: Stop): void {
    const { aim } = play;
    switch (stop.kind) {
      case 'element':
        return pressElement(stop.on);
      case 'tool': {
        play.command({ do: 'tool', slot: stop.slot });
        const isDoorOnly = aim.wants === 'door' && play.session.network.rules.doors.length === 1;
        isAtTargets = aim.wants !== null && !isDoorOnly;
        return;
      }
      case 'target':
        play.at(stop.target);
        targets = null;
        // a person's hand goes where it is offered: that is what one would turn it to
        if (aim.ghost !== null && stop.target.kind === 'node') play.confirm();
        return;
      case 'angle':
        aim.turnTo(stop.angle);
        play.confirm();
        return;
      case 'back':
        if (!aim.cancel()) isAtTargets = false;
        targets = null;
        play.hover(null);
        return;
    }
  }

  function show(): void {
    const stop = scan() === 'off' ? null : walker.lit;
    mark(stop === null ? null : elementOf(stop));
    says.textContent = stop?.kind === 'back' ? SCAN_WORDS.back : '';
    if (says.isConnected !== (says.textContent !== '')) {
      if (says.isConnected) says.remove();
      else document.body.append(says);
    }
    if (!isPlaying() || stop === null) return;
    if (stop.kind === 'angle') play.aim.turnTo(stop.angle);
    else play.hover(stop.kind === 'target' ? stop.target : null);
  }

  function mark(on: HTMLElement | null): void {
    if (marked === on) return;
    marked?.removeAttribute('data-lit');
    // the ring of the focus must not stay behind: there is one light
    if (marked !== null && marked === document.activeElement) marked.blur();
    marked = on;
    if (on === null) return;
    on.setAttribute('data-lit', '');
    if (on.matches('[data-target]')) return document.querySelector('.stage')?.scrollIntoView({ block: 'nearest' });
    on.focus({ preventScroll: true });
    on.scrollIntoView({ block: 'nearest' });
  }

  // -------------------------------------------------------------------------------------------------- the switch itself

  const isOurs = (event: KeyboardEvent): boolean =>
    (event.key === ' ' || event.key === 'Enter') &&
    scan() !== 'off' &&
    !isDeaf() &&
    !event.ctrlKey &&
    !event.altKey &&
    !event.metaKey &&
    !isWriting(event.target);
  const key = (event: KeyboardEvent): void => {
    if (!isOurs(event)) return;
    // the keyboard leaves what is answered; sound wakes up by it all the same
    event.preventDefault();
    if (event.type === 'keydown' && !event.repeat) press();
  };
  const pointer = (event: PointerEvent): void => {
    swallows = false;
    if (scan() === 'off' || event.button !== 0) return;
    if (event.pointerType === 'mouse' && event.target instanceof Element && event.target.closest(REAL) !== null) return;
    swallows = true;
    event.preventDefault();
    press();
  };
  /** The click that a press as the switch would become. What the walk itself presses comes from no finger. */
  const click = (event: MouseEvent): void => {
    if (!swallows || !event.isTrusted) return;
    swallows = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', key, true);
  window.addEventListener('keyup', key, true);
  window.addEventListener('pointerdown', pointer, true);
  window.addEventListener('click', click, true);

  return {
    get isOn() {
      return scan() !== 'off';
    },
    frame(at) {
      now = at;
      if (scan() === 'off') {
        if (marked !== null || says.isConnected) show();
        return;
      }
      const isHeld = isPadHeld();
      walker.walk(now, stops(), each());
      if (isHeld && !wasHeld && !isDeaf()) press();
      wasHeld = isHeld;
      show();
    },
  };
}

/** What a mouse presses by itself though the switch is on. */
const REAL = 'button, a[href], select, input, textarea, label, summary';

function isWriting(on: EventTarget | null): boolean {
  return on instanceof HTMLElement && on.matches(FIELDS);
}

const FIELDS = 'textarea, input:not([type="checkbox"], [type="radio"], [type="range"])';

/** What can be pressed here, ways out last. What asks for letters or for a key is passed: a switch has none to give. */
function elementsHere(): HTMLElement[] {
  const all = stopsHere().filter(
    (one) =>
      one.matches('button, a[href], select, input, summary') &&
      !one.matches(FIELDS) &&
      !one.matches('[data-bind]') &&
      one.getAttribute('aria-disabled') !== 'true',
  );
  return [...all.filter((one) => !isWayOut(one)), ...all.filter(isWayOut)];
}

function isWayOut(one: HTMLElement): boolean {
  return one.matches('[data-back], .top *');
}

/** A slider or a list goes one on, and from its end to its beginning. */
function pressElement(on: HTMLElement): void {
  if (on instanceof HTMLSelectElement) {
    on.selectedIndex = (on.selectedIndex + 1) % Math.max(1, on.options.length);
    on.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (on instanceof HTMLInputElement && on.type === 'range') {
    if (on.valueAsNumber >= Number(on.max)) on.value = on.min;
    else on.stepUp();
    on.dispatchEvent(new Event('input', { bubbles: true }));
    on.dispatchEvent(new Event('change', { bubbles: true }));
  } else on.click();
}

function elementOf(stop: Stop): HTMLElement | null {
  if (stop.kind === 'element') return stop.on;
  if (stop.kind === 'tool') return document.querySelector(`.tools .tool:nth-child(${stop.slot + 1})`);
  if (stop.kind === 'target') return document.querySelector(`[data-target="${stop.target.kind}-${stop.target.id}"]`);
  return null;
}

function isPadHeld(): boolean {
  if (typeof navigator.getGamepads !== 'function') return false;
  return navigator.getGamepads().some((pad) => pad?.connected === true && pad.buttons.some((one) => one.pressed));
}
