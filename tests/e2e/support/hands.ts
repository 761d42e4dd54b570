// Four ways to lay hands on the page: pointer, keyboard, touch, and the lists in words with no picture at all. Each does the
// same things; which of them a test holds, it does not know.

import { expect, type Page } from '@playwright/test';
import type { Target } from '../../../src/client/reading.ts';
import type { ToolId } from '../../../src/core/network/tools/table.ts';
import { state } from './page.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Hands {
  readonly name: string;
  /** Past a line, by the button that is there. */
  advance(spot: Spot | null): Promise<void>;
  choose(option: number): Promise<void>;
  visit(which: number): Promise<void>;
  /** A panel's button, by what it is for: `begin`, `onward`, `enter` (a region of the Sphere). */
  press(selector: string): Promise<void>;
  tool(slot: number): Promise<void>;
  /** The tool in hand, on this. A hand that is to be turned is turned to where the others point. */
  use(tool: ToolId, targets: readonly Target[]): Promise<void>;
}

/** In the middle of it, wherever that is now: what covers it takes the press, as it would a finger's. */
async function middle(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const one = page.locator(selector).first();
  await one.evaluate((found) => found.scrollIntoView({ block: 'nearest' }));
  const box = await one.boundingBox();
  if (box === null) throw new Error(`nobody can press ${selector}: it is not there`);
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 40) };
}

export function pointer(page: Page): Hands {
  const click = async (selector: string): Promise<void> => {
    const { x, y } = await middle(page, selector);
    await page.mouse.click(x, y);
  };
  const at = async (target: Target): Promise<void> => {
    const { x, y } = await page.evaluate((one) => window.syntony.place(one), target);
    await page.mouse.click(x, y);
  };
  return {
    ...byClicks(click),
    name: 'pointer',
    advance: (spot) => (spot === null ? click('.scene .box .now') : page.mouse.click(spot.x, spot.y)),
    use: (tool, targets) => useAt(page, tool, targets, at),
  };
}

export function touch(page: Page): Hands {
  const tap = async (selector: string): Promise<void> => {
    const { x, y } = await middle(page, selector);
    await page.touchscreen.tap(x, y);
  };
  const at = async (target: Target): Promise<void> => {
    const { x, y } = await page.evaluate((one) => window.syntony.place(one), target);
    await page.touchscreen.tap(x, y);
  };
  return {
    ...byClicks(tap),
    name: 'touch',
    advance: (spot) => (spot === null ? tap('[data-next]') : page.touchscreen.tap(spot.x, spot.y)),
    use: (tool, targets) => useAt(page, tool, targets, at),
  };
}

/** The lists alone: no picture is there. */
export function twin(page: Page): Hands {
  const click = async (selector: string): Promise<void> => {
    const { x, y } = await middle(page, selector);
    await page.mouse.click(x, y);
  };
  const at = (target: Target): Promise<void> => click(`[data-target=${target.kind}-${target.id}]`);
  return {
    ...byClicks(click),
    name: 'twin',
    advance: (spot) => (spot === null ? click('[data-next]') : page.mouse.click(spot.x, spot.y)),
    use: (tool, targets) => useAt(page, tool, targets, at),
  };
}

export function keyboard(page: Page): Hands {
  const focusBy = async (selector: string): Promise<void> => {
    const wanted = page.locator(selector).first();
    for (let presses = 0; presses < 60; presses++) {
      if (await wanted.evaluate((one) => one === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never comes to ${selector}`);
  };
  const press = async (selector: string): Promise<void> => {
    await focusBy(selector);
    await page.keyboard.press('Enter');
  };
  return {
    name: 'keyboard',
    advance: () => page.keyboard.press('Enter'),
    choose: (option) => page.keyboard.press(String(option + 1)),
    visit: (which) => press(`[data-visit="${which}"]`),
    press,
    tool: (slot) => page.keyboard.press(String(slot + 1)),
    use: (tool, targets) =>
      useAt(page, tool, targets, async (target) => {
        await reach(page, target);
        await page.keyboard.press('Enter');
      }),
  };
}

/** By arrows, as one goes who sees the picture; what they do not come to is reached by Tab. */
async function reach(page: Page, target: Target): Promise<void> {
  const isThere = async (): Promise<boolean> => {
    const { cursor } = await state(page);
    return cursor?.kind === target.kind && cursor.id === target.id;
  };
  for (let presses = 0; presses < 8 && !(await isThere()); presses++) {
    const { cursor } = await state(page);
    const [from, to] = await page.evaluate(
      ([a, b]) => [a === null ? { x: 0, y: 0 } : window.syntony.place(a), window.syntony.place(b)] as const,
      [cursor, target] as const,
    );
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const way = Math.abs(dx) > Math.abs(dy) ? (dx > 0 ? 'ArrowRight' : 'ArrowLeft') : dy > 0 ? 'ArrowDown' : 'ArrowUp';
    await page.keyboard.press(way);
  }
  if (await isThere()) return;
  // the lists are walked with Tab, row by row
  const row = page.locator(`[data-target=${target.kind}-${target.id}]`);
  if ((await row.count()) > 0) await row.focus();
}

function byClicks(click: (selector: string) => Promise<void>): Omit<Hands, 'name' | 'use' | 'advance'> {
  return {
    choose: (option) => click(`.options li:nth-child(${option + 1}) [data-option]`),
    visit: (which) => click(`[data-visit="${which}"]`),
    press: click,
    tool: (slot) => click(`.tools .tool:nth-child(${slot + 1})`),
  };
}

async function useAt(
  page: Page,
  tool: ToolId,
  targets: readonly Target[],
  at: (target: Target) => Promise<void>,
): Promise<void> {
  for (const target of targets) await at(target);
  if ((await state(page)).ghost === null) return;
  // the hand is held: the same place once more sets it to where the others point
  const [last] = targets.slice(-1);
  if (last !== undefined) await at(last);
  expect(['tune', 'interval']).toContain(tool);
}
