// What is kept, in a real browser's own storage: a tab that is simply gone, two tabs, slots, a journey as text, and what is broken.
import { expect, type Page } from '@playwright/test';
import { test } from './support/page.ts';

// what is kept does not hang on the picture, and without a graphics card that is nearly all the work
test.use({ viewport: { width: 900, height: 640 } });
test.beforeEach(async ({ context }) => {
  test.setTimeout(120_000);
  await context.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
});

/** From the title into the first scene, and so many lines on. */
async function read(page: Page, lines: number): Promise<void> {
  await page.goto('/?e2e');
  await page
    .getByRole('button', { name: /^Begin/ })
    .first()
    .click();
  await expect.poll(() => screenOf(page)).toBe('scene');
  for (let k = 0; k < lines; k++) {
    const before = await lineOf(page);
    await expect
      .poll(async () => {
        await page.keyboard.press('Enter');
        return lineOf(page);
      })
      .not.toBe(before);
  }
}

const screenOf = (page: Page): Promise<string> => page.evaluate(() => window.syntony.state().screen);
/** What was said so far, and what is said now. */
const lineOf = (page: Page): Promise<string> => page.locator('.page').innerText();

const lineAt = (page: Page): Promise<string | null> => page.evaluate(() => window.syntony.state().line);

/** On by the virtual clock: the first answer, where one is asked for. */
async function readLine(page: Page): Promise<void> {
  await page.evaluate(() => window.syntony.skip(80));
  await page.keyboard.press((await page.locator('[data-option]').count()) > 0 ? '1' : 'Enter');
  await page.evaluate(() => window.syntony.skip(2));
}

interface Kept {
  readonly id: string;
  readonly text: string;
}

/** What is really in the database. */
function inStore(page: Page): Promise<readonly Kept[]> {
  return page.evaluate(
    () =>
      new Promise<Kept[]>((resolve, reject) => {
        const opening = indexedDB.open('syntony');
        opening.addEventListener('error', () => reject(new Error('no database')));
        opening.addEventListener('success', () => {
          const db = opening.result;
          const asked = db.transaction('kept').objectStore('kept').getAll();
          asked.addEventListener('success', () => {
            db.close();
            resolve(asked.result as Kept[]);
          });
        });
      }),
  );
}

/** Spoils the middle of a save, as a bad disk would. */
function spoil(page: Page, id: string): Promise<string> {
  return page.evaluate(
    (which) =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('syntony');
        opening.addEventListener('success', () => {
          const db = opening.result;
          const change = db.transaction('kept', 'readwrite');
          const store = change.objectStore('kept');
          const asked = store.get(which);
          asked.addEventListener('success', () => {
            const kept = asked.result as Kept;
            const at = kept.text.indexOf('"run":"') + 40;
            const text = `${kept.text.slice(0, at)}${kept.text[at] === 'A' ? 'B' : 'A'}${kept.text.slice(at + 1)}`;
            store.put({ ...kept, text });
            change.addEventListener('complete', () => {
              db.close();
              resolve(text);
            });
          });
        });
      }),
    id,
  );
}

async function openSaves(page: Page): Promise<void> {
  await page.keyboard.press('s');
  await expect(page.locator('dialog.saves')).toBeVisible();
}

function goOnFromTitle(page: Page): Promise<void> {
  return page
    .getByRole('button', { name: /^Go on/ })
    .first()
    .click();
}

const slot = (page: Page, id: string) => page.locator(`.save-card[data-slot="${id}"]`);

test('a tab that is gone without a word has lost no line, and a second tab is told of the first', async ({
  page,
  context,
}) => {
  await read(page, 4);
  const said = await lineOf(page);
  await expect.poll(async () => (await inStore(page)).map((one) => one.id)).toContain('auto');

  // nothing tells the first one that it is over: what the second finds was already stored
  const second = await context.newPage();
  await second.goto('/?e2e');
  await goOnFromTitle(second);
  await expect.poll(() => screenOf(second)).toBe('scene');
  const last =
    said
      .split('\n')
      .filter((line) => line.length > 20)
      .at(-1) ?? said;
  await expect(second.locator('.page')).toContainText(last);
  await expect(second.locator('.told-of')).toContainText('Another tab');

  await openSaves(second);
  await expect(second.locator('.saves-trouble')).toContainText('Another tab');
  await expect(slot(second, '1').locator('[data-save]')).toHaveCount(0);
  await second.locator('.saves-trouble button').click();
  await expect(second.locator('.saves-trouble')).toHaveCount(0);
  await openSaves(page);
  await expect(page.locator('.saves-trouble')).toContainText('Another tab');
});

test('a tab that only waited does not write its older sitting over what the other played further', async ({
  page,
  context,
}) => {
  const auto = async (): Promise<string | undefined> => (await inStore(page)).find((one) => one.id === 'auto')?.text;
  await read(page, 3);
  await expect.poll(auto).toBeDefined();
  const second = await context.newPage();
  await second.goto('/?e2e');
  await goOnFromTitle(second);
  await expect(second.locator('.told-of')).toContainText('Another tab');

  // the first reads on, and its end is what stands there when it is closed
  const before = await auto();
  await page.bringToFront();
  for (let k = 0; k < 3; k++) await readLine(page);
  await expect.poll(auto).not.toBe(before);
  const onwards = await lineAt(page);
  expect(onwards).not.toBe(await lineAt(second));
  await page.close();

  await second.bringToFront();
  await expect(second.locator('.told-of')).toContainText('keeps the saves again');
  await second.goto('/?e2e');
  await goOnFromTitle(second);
  await expect.poll(() => screenOf(second)).toBe('scene');
  expect(await lineAt(second)).toBe(onwards);
});

test('Back comes to the reading that was left for another, as far as it was read', async ({ page }) => {
  const at = (): Promise<readonly [number, string | null]> =>
    page.evaluate(() => [window.syntony.state().seed, window.syntony.state().line] as const);
  const readOn = async (seed: number, lines: number): Promise<void> => {
    await page.goto(`/?plan=prologue&seed=${seed}&e2e`);
    await page.waitForFunction(() => typeof window.syntony?.state === 'function');
    for (let k = 0; k < lines; k++) await readLine(page);
  };
  await readOn(3, 3);
  const first = await at();
  await openSaves(page);
  await slot(page, '1').locator('[data-save]').click();
  await expect(page.locator('.saves-said p')).toHaveText('Saved as Save 1.');
  // another reading, longer than the first, is left for the saved one
  await readOn(4, 5);
  const second = await at();
  await openSaves(page);
  await slot(page, '1').locator('[data-load]').click();
  const sure = slot(page, '1').locator('[data-sure]');
  if ((await sure.count()) > 0) await sure.click();
  await expect.poll(at).toEqual(first);
  await page.goBack();
  await expect.poll(at).toEqual(second);
});

test('slots are written, named, deleted and undone, and travel as text', async ({ page }) => {
  await read(page, 2);
  await openSaves(page);
  await slot(page, '1').locator('[data-save]').click();
  await expect(page.locator('.saves-said p')).toHaveText('Saved as Save 1.');
  await slot(page, '1').locator('[data-rename]').click();
  await page.getByLabel('Name of this save').fill('Before the tram');
  await page.keyboard.press('Enter');
  await expect(slot(page, '1').locator('h4')).toContainText('Before the tram');

  await page.locator('[data-export-text]').click();
  const text = await page.locator('#saves-text-out').inputValue();
  expect(text).toMatch(/^SYNTONY1-[\w-]+$/);

  await slot(page, '1').locator('[data-remove]').click();
  await expect(slot(page, '1')).toHaveClass(/empty/);
  await page.locator('[data-undo]').click();
  await expect(slot(page, '1').locator('h4')).toContainText('Before the tram');

  await page.locator('[data-paste]').click();
  await page.locator('#saves-text-in').fill(`${text.slice(0, 200)}\n${text.slice(200)}`);
  await page.locator('[data-look]').click();
  await expect(page.locator('.saves-preview')).toContainText('Before the tram');
  await page.locator('[data-take]').click();
  await expect(slot(page, '2').locator('h4')).toContainText('Before the tram');
  await page.locator('#saves-text-in').waitFor({ state: 'detached' });

  await page.locator('[data-paste]').click();
  await page.locator('#saves-text-in').fill(text.slice(0, -40));
  await page.locator('[data-look]').click();
  await expect(page.getByRole('alert')).toContainText('cut off');

  // and after another visit they are still there
  await page.goto('/?e2e');
  await expect(page.getByRole('button', { name: /^Go on/ }).first()).toBeVisible();
  await openSaves(page);
  await expect(slot(page, '1').locator('h4')).toContainText('Before the tram');
});

test('a save that cannot be read is set aside with every byte, and the story goes on from another', async ({
  page,
}) => {
  await read(page, 3);
  await openSaves(page);
  await slot(page, '3').locator('[data-save]').click();
  await expect(slot(page, '3')).toHaveClass(/whole/);
  await page.goto('/?e2e');
  await expect(page.getByRole('button', { name: /^Go on/ }).first()).toBeVisible();
  const spoilt = await spoil(page, 'auto');
  await page.goto('/?e2e');
  await openSaves(page);
  await expect(slot(page, 'auto')).toHaveClass(/broken/);
  await expect(slot(page, 'auto')).toContainText('Nothing was written over it');
  // another reading begins: the broken one is not in its way, and is not lost
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /^Begin/ })
    .first()
    .click();
  await expect.poll(() => screenOf(page)).toBe('scene');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await inStore(page)).filter((one) => one.text === spoilt).map((one) => one.id.split(':')[0]))
    .toEqual(['aside']);
});

test('settings hold after a visit, take a key of one’s own, and are undone', async ({ page }) => {
  await page.goto('/?e2e');
  await page.keyboard.press('o');
  await page.getByRole('slider', { name: 'Text size', exact: true }).fill('150');
  await expect(page.locator('html')).toHaveAttribute('style', /--text-size: 1\.5/);
  await page.getByRole('tab', { name: 'Controls' }).click();
  await page.locator('[data-setting="keys"] [data-bind="pause"]').click();
  await page.keyboard.press('z');
  await expect(page.locator('[data-setting="keys"] [role="status"]')).toHaveText('Pause is Z now.');
  await page.locator('[data-setting="keys"] [data-bind="again"]').click();
  await page.keyboard.press('z');
  await expect(page.locator('[data-setting="keys"] [role="status"]')).toContainText('“Pause” has it no more');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('[data-setting="keys"] [data-bind="pause"]')).toContainText('Z');

  await page.reload();
  await page.keyboard.press('o');
  await expect(page.getByRole('slider', { name: 'Text size', exact: true })).toHaveValue('150');
  await page.getByRole('button', { name: 'Text size: as at first' }).click();
  await expect(page.locator('html')).toHaveAttribute('style', /--text-size: 1;/);
});
