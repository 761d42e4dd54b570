// The writer's room, as a writer uses it: over a dev server of its own with a script of its own.
import { expect as once, type Page } from '@playwright/test';
import { makeScripts, serveScripts, type Scripts, type Serving } from './dev-server.ts';
import { test } from './support/page.ts';

// one dev server for the file, which builds as it is asked: the first page takes a while
test.describe.configure({ mode: 'default', timeout: 120_000 });
const expect = once.configure({ timeout: 20_000 });

const SCRIPT = `title: Start
---
<<declare $trust = 2>>
<<declare $named = false>>
<<stage record_room>>
<<enter jin left>>
Jin: Come in. You are early. #line:a1
Jin: The [wave]Record[/wave] is open. #line:a2
-> Ask about it #line:o1
    Jin: It keeps what was said, not what was meant. #line:a3
    <<set $trust += 1>>
-> Say nothing <<if $trust > 5>> #line:o2
    Jin: Quiet one. #line:a4
Jin: Trust is at {$trust}. #line:a5
<<network prologue/01>>
<<if won("prologue/01")>>
    Jin: They hold, at {coherence("prologue/01")} percent. #line:a6
<<else>>
    Jin: They fell apart. #line:a7
<<endif>>
<<detour Aside>>
<<jump Evening>>
===
title: Aside
---
Jin: A word aside. #line:b1
===
title: Evening
---
Jin: The lamps are on. #line:e1
===
`;
const GERMAN = 'id,text\nline:a1,Jin: Komm herein. Du bist früh.\n';

let scripts: Scripts;
let serving: Serving;
test.beforeAll(async () => {
  scripts = makeScripts({ 'a.yarn': SCRIPT, 'locale/de.csv': GERMAN });
  serving = await serveScripts(scripts);
});
test.afterAll(() => serving.close());
test.beforeEach(async ({ page }) => {
  scripts.write('a.yarn', SCRIPT);
  await page.goto(`${serving.url}writers-room.html`);
  await expect(page.getByRole('button', { name: /^Begin at Start/ })).toBeVisible();
  await expect(page.locator('syntony-faults')).toHaveCount(0);
});

const text = (page: Page) => page.locator('[data-dialogue-text]');
const begin = (page: Page, node: string) => page.getByTitle(`Begin at ${node}`, { exact: true }).click();

test('a node is found, played, gone back in and begun anew, by keyboard', async ({ page }) => {
  await page.keyboard.press('/');
  await page.keyboard.type('sta');
  await page.keyboard.press('Enter');
  await expect(text(page)).toHaveText('Come in. You are early.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-option="1"]')).toBeDisabled();
  await page.keyboard.press('2');
  await expect(page.locator('[data-option="0"]')).toBeVisible();
  await page.keyboard.press('1');
  await expect(text(page)).toHaveText('It keeps what was said, not what was meant.');
  await page.keyboard.press('Enter');
  await expect(text(page)).toHaveText('Trust is at 3.');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('[data-option="0"]')).toBeVisible();
  await page.keyboard.press('r');
  await expect(text(page)).toHaveText('Come in. You are early.');
});

test('a line of the transcript is a way back to it', async ({ page }) => {
  await begin(page, 'Start');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.locator('[data-past="line:a1"]').click();
  await expect(text(page)).toHaveText('Come in. You are early.');
  await expect(page.locator('[data-past]')).toHaveCount(0);
});

test('variables are set, and the script hears of it at once', async ({ page }) => {
  await begin(page, 'Start');
  await page.getByRole('tab', { name: 'State' }).click();
  await page.getByLabel('$trust', { exact: true }).fill('9');
  await page.getByLabel('$trust', { exact: true }).press('Enter');
  await page.getByLabel('$named', { exact: true }).check();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.locator('[data-option="1"]')).toBeEnabled();
  await page.locator('[data-option="1"]').click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(text(page)).toHaveText('Trust is at 9.');
});

test('a network is answered for, and the script goes on from that', async ({ page }) => {
  await begin(page, 'Start');
  for (let k = 0; k < 2; k++) await page.getByRole('button', { name: 'Go on' }).click();
  await page.locator('[data-option="0"]').click();
  for (let k = 0; k < 2; k++) await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByLabel('Coherence %').fill('77');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(text(page)).toHaveText('They hold, at 77 percent.');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByLabel('out of time').check();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(text(page)).toHaveText('They fell apart.');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('tab', { name: 'State' }).click();
  await expect(page.getByText('Detours, innermost last')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(text(page)).toHaveText('The lamps are on.');
  await page.getByRole('tab', { name: 'Map' }).click();
  await expect(page.locator('[data-map="Evening"]')).toHaveClass(/here/);
  await expect(page.locator('.edge.taken')).not.toHaveCount(0);
});

test('another language on the shown line, what is missing marked, and a pseudo-language', async ({ page }) => {
  await begin(page, 'Start');
  await page.getByLabel('Language').selectOption('de');
  await expect(text(page)).toHaveText('Komm herein. Du bist früh.');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('not translated')).toBeVisible();
  await page.getByLabel('Language').selectOption({ label: 'pseudo, longer' });
  await expect(text(page)).toHaveText(/^⟦.{26,}⟧$/);
  await page.getByLabel('Language').selectOption({ label: 'en (as written)' });
  await expect(text(page)).toHaveText('The Record is open.');
});

test('a source line is opened in the editor', async ({ page }) => {
  const asked: string[] = [];
  await page.route('**/__open-in-editor**', (route) => {
    asked.push(decodeURIComponent(route.request().url()));
    return route.fulfill({ status: 200, body: '' });
  });
  await begin(page, 'Start');
  await page.locator('.line .source').click();
  await expect.poll(() => asked.join()).toMatch(/a\.yarn:7:1$/);
});

test('an edit keeps the place; when the place is gone, it says so', async ({ page }) => {
  await begin(page, 'Start');
  await page.getByRole('button', { name: 'Go on' }).click();
  scripts.write('a.yarn', SCRIPT.replace('The [wave]Record', 'Here the [wave]Record'));
  await expect(text(page)).toHaveText('Here the Record is open.');
  await expect(page.locator('[data-past]')).toHaveCount(1);
  scripts.write('a.yarn', SCRIPT.replace(/^.*#line:a2\n/m, ''));
  await expect(text(page)).toHaveText('Come in. You are early.');
  await expect(page.locator('.notice')).toContainText('start of Start');
});

test('the page fits its window, wide and narrow', async ({ page }) => {
  for (const width of [1280, 800, 400]) {
    await page.setViewportSize({ width, height: 800 });
    await begin(page, 'Start');
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, `at ${width}`).toBeLessThanOrEqual(0);
  }
});
