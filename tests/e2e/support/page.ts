// A page that complains about nothing, and the read-only window that ?e2e opens in it.
import { expect, test as base, type Page } from '@playwright/test';
import type { TestWindow } from '../../../src/client/testing.ts';

declare global {
  interface Window {
    readonly syntony: TestWindow;
  }
}

export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    await use(page);
    expect(complaints).toEqual([]);
  },
});

export type State = ReturnType<TestWindow['state']>;
export const state = (page: Page): Promise<State> => page.evaluate(() => window.syntony.state());

/** A network, its picture there, and begun. */
export async function begin(page: Page, level: string, seed = 7): Promise<void> {
  await page.goto(`/?level=${level}&seed=${seed}&e2e`);
  await expect(page.locator('.backdrop canvas')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.syntony.state().tick > 0);
}

/** `away`: so far from the middle, in radii, to the right of it. */
export async function spot(page: Page, kind: 'node' | 'bond', id: number, away = 0): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ([wanted, index, radii]) => {
      const { x, y } = window.syntony.place({ kind: wanted, id: index });
      return { x: x + radii * window.syntony.radius, y };
    },
    [kind, id, away] as const,
  );
}
