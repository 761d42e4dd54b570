// What a screen that stands over the game is made of.

import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ComponentChildren, VNode } from 'preact';

function isPress(event: KeyboardEvent): boolean {
  return event.key === 'Enter' || event.key === ' ';
}

interface PanelProps {
  readonly title: string;
  readonly name: string;
  readonly onBack?: () => void;
  /** Whether it takes a press by now: one that does not do so from the first begins with its heading, to be read. */
  readonly takes?: () => boolean;
  /** Wide ones have more to show than sentences. */
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** Who had the focus before there was a panel, and where it was in each that another came over. */
let before: HTMLElement | null = null;
const left = new Map<string, number>();

function stopsOf(panel: HTMLElement | null): HTMLElement[] {
  return panel === null ? [] : [...panel.querySelectorAll<HTMLElement>('button, a[href], select, input, textarea')];
}

/**
 * The browser's own dialog keeps the focus in; when it goes, the focus goes back to where it was. Esc is the keyboard's to
 * answer. A key that was down already when the panel came, or is held, presses nothing.
 */
export function Panel(props: PanelProps): VNode {
  const { takes } = props;
  const own = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const pressed = useRef<string | null>(null);
  useEffect(() => {
    const name = `${props.name} ${props.title}`;
    const had = document.activeElement;
    if (had instanceof HTMLElement && had !== document.body && had.closest('dialog') === null) before = had;
    own.current?.showModal();
    const at = left.get(name);
    const stop = at === undefined ? undefined : stopsOf(own.current)[at];
    if (stop !== undefined) stop.focus();
    else if (takes !== undefined || props.wide === true) heading.current?.focus();
  }, []);
  // while it is still on the page; one that is taken off it, and not closed, gives no focus back by itself
  useLayoutEffect(
    () => () => {
      const at = stopsOf(own.current).findIndex((one) => one === document.activeElement);
      if (at >= 0) left.set(`${props.name} ${props.title}`, at);
      queueMicrotask(() => {
        if (document.querySelector('dialog.panel') !== null) return;
        left.clear();
        if (document.activeElement === document.body) before?.focus({ preventScroll: true });
        before = null;
      });
    },
    [],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isPress(event) || isText(event.target)) return;
    const isTaken = !event.repeat && takes?.() !== false;
    pressed.current = isTaken ? event.key : null;
    if (!isTaken) event.preventDefault();
    // read, and on: the heading has the focus first, and Enter means what the panel offers first
    else if (event.key === 'Enter' && event.target === heading.current) {
      // nor does this press go on to what comes after the panel
      event.preventDefault();
      own.current?.querySelector<HTMLButtonElement>('button.first')?.click();
    }
  };
  const onKeyUp = (event: KeyboardEvent): void => {
    if (isPress(event) && !isText(event.target) && pressed.current !== event.key) event.preventDefault();
  };
  const onClickCapture = (event: MouseEvent): void => {
    if (takes?.() === false) event.stopPropagation();
  };
  return (
    <dialog
      ref={own}
      class={`panel ${props.name}${props.wide === true ? ' wide' : ''}`}
      aria-labelledby={`panel-${props.name}`}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      onKeyUp={onKeyUp}
      onClickCapture={onClickCapture}
    >
      <div class="heading">
        <h2 ref={heading} id={`panel-${props.name}`} tabIndex={-1}>
          {props.title}
        </h2>
        {props.onBack === undefined ? null : (
          <button type="button" data-back onClick={props.onBack}>
            Back <kbd>Esc</kbd>
          </button>
        )}
      </div>
      {props.children}
    </dialog>
  );
}

/** Where one writes, Space and Enter are letters. */
function isText(on: EventTarget | null): boolean {
  return on instanceof HTMLInputElement || on instanceof HTMLTextAreaElement || on instanceof HTMLSelectElement;
}
