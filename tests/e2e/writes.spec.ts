// As a writer works: the game runs, the script is broken in a usual way, and what is wrong and where stands over the game,
// which plays on; it is mended, and the player stands where they stood.
import { expect as once, type Page } from '@playwright/test';
import { makeScripts, serveScripts, type Scripts, type Serving } from './dev-server.ts';
import { test } from './support/page.ts';

// one dev server for the file, which builds as it is asked: the first page takes a while
test.describe.configure({ mode: 'default', timeout: 120_000 });
const expect = once.configure({ timeout: 20_000 });

const FILE = 'trial/one.yarn';
const LINES = 40;
const SCRIPT = [
  'title: Trial',
  'plan: trial',
  'about: The trial',
  '---',
  '<<declare $trust = 2>>',
  ...Array.from({ length: LINES }, (_, k) => `Jin: Sentence ${k + 1}. #line:t${k + 1}`),
  '<<jump Workshop>>',
  '===',
  'title: Workshop',
  '---',
  'Jin: Here things break. #line:w1',
  'Jin: Trust is {$trust}. #line:w2',
  '===',
  '',
].join('\n');

const HERE = '#line:w1\n';
/** Where lines are put in: below this one. */
const AT = SCRIPT.split('\n').findIndex((line) => line.endsWith('#line:w1')) + 1;

/** The script with lines put in at the place where things break. */
const put = (...lines: string[]): string => SCRIPT.replace(HERE, `${HERE}${lines.join('\n')}\n`);

interface Break {
  readonly name: string;
  readonly script: string;
  /** Every place that is shown, and its code. */
  readonly places: readonly (readonly [line: number, column: number, code: string])[];
  /** What else a writer should read. */
  readonly says: string;
}

const BREAKS: readonly Break[] = [
  {
    name: 'a node without its ===',
    script: SCRIPT.replace('===\ntitle: Workshop', 'title: Workshop'),
    places: [[AT - 3, 1, 'YS0004']],
    says: '===',
  },
  {
    name: 'a command that is not closed',
    script: put('<<set $trust to 1'),
    places: [[AT + 1, 18, 'YS0006']],
    says: '>>',
  },
  {
    name: 'an if without its endif',
    script: put('<<if $trust > 1>>', '    Jin: Some. #line:w3'),
    places: [[AT + 4, 1, 'YS0007']],
    says: `line ${AT + 1}`,
  },
  {
    name: 'a text put where a number belongs',
    script: put('<<set $trust to "much">>'),
    places: [[AT + 1, 1, 'YS0050']],
    says: '$trust',
  },
  {
    name: 'a jump to a node that is not there',
    script: put('<<jump Wrokshop>>'),
    places: [[AT + 1, 8, 'YS0012']],
    says: 'Did you mean Workshop?',
  },
  {
    name: 'two nodes of one name',
    script: `${SCRIPT}title: Trial\n---\nJin: Again. #line:w4\n===\n`,
    places: [
      [1, 1, 'YS0011'],
      [AT + 3, 1, 'YS0011'],
    ],
    says: 'Trial',
  },
  {
    name: 'an endif that is indented into an option',
    script: put('-> One #line:w5', '    <<endif>>'),
    places: [[AT + 2, 7, 'YS0005']],
    says: 'endif',
  },
  {
    name: 'a command that the game does not have',
    script: put('<<stgae record_room>>'),
    places: [[AT + 1, 3, 'YS0060']],
    says: 'Did you mean stage?',
  },
  {
    name: 'a wrong argument of a function',
    script: put('Jin: {dice("six")} #line:w5'),
    places: [[AT + 1, 12, 'YS0050']],
    says: '"six"',
  },
  {
    name: 'a line id that stands twice',
    script: put('Jin: Twice. #line:t1'),
    places: [
      [6, 18, 'YS0018'],
      [AT + 1, 13, 'YS0018'],
    ],
    says: 'line:t1',
  },
];

let scripts: Scripts;
let serving: Serving;
test.beforeAll(async () => {
  scripts = makeScripts({ [FILE]: SCRIPT });
  serving = await serveScripts(scripts);
});
test.afterAll(() => serving.close());
test.beforeEach(() => scripts.write(FILE, SCRIPT));

const overlay = (page: Page) => page.locator('syntony-faults');
const words = (page: Page) => page.locator('[data-dialogue-text]');
/** Which sentence is said. */
const said = async (page: Page): Promise<number> =>
  Number(/Sentence (\d+)\./.exec((await words(page).textContent()) ?? '')?.[1]);

/** As a player does it: a press, when the line has stood long enough. */
async function goOn(page: Page): Promise<void> {
  const before = await said(page);
  await expect(async () => {
    if ((await said(page)) === before) await page.keyboard.press('Enter');
    expect(await said(page)).toBe(before + 1);
  }).toPass({ intervals: [300] });
}

/** The same acts on the game's own page and in the writer's room. */
const PAGES = [
  { name: 'the game', open: (page: Page) => page.goto(`${serving.url}?plan=trial&seed=3`) },
  { name: 'the writer’s room', open: (page: Page) => page.goto(`${serving.url}writers-room.html?node=Trial`) },
];

for (const { name, open } of PAGES) {
  test(`${name}: broken in ten usual ways, and each time the place is shown, the old script plays on, and mending goes on from there`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await open(page);
    await expect(words(page)).toHaveText('Sentence 1.');
    for (let k = 0; k < 5; k++) await goOn(page);
    expect(BREAKS).toHaveLength(10);
    for (const one of BREAKS) {
      await test.step(one.name, async () => {
        const before = await said(page);
        scripts.write(FILE, one.script);
        await expect(overlay(page).locator('.panel')).toBeVisible();
        const errors = overlay(page).locator('li.error');
        await expect(errors).toHaveCount(one.places.length);
        for (const [k, [line, column, code]] of one.places.entries()) {
          const place = new RegExp(`${FILE.replaceAll('.', '\\.')}:${line}:${column}$`);
          await expect(errors.nth(k).locator('.place')).toHaveText(place);
          await expect(errors.nth(k).locator('.code')).toHaveText(`error ${code}`);
          const source = one.script.split('\n')[line - 1];
          await expect(errors.nth(k).locator('pre')).toContainText(`${line} | ${source}`);
        }
        await expect(overlay(page)).toContainText(one.says);

        // the game plays on
        expect(await said(page)).toBe(before);
        await goOn(page);
        await expect(overlay(page).locator('.panel')).toBeVisible();

        // mended, and the sentence that is shown is mended too: that is how one sees that it is the new script
        const here = before + 1;
        const mended = SCRIPT.replace(`Jin: Sentence ${here}.`, `Jin: Mended, Sentence ${here}.`);
        scripts.write(FILE, mended);
        await expect(overlay(page)).toHaveCount(0);
        await expect(words(page)).toHaveText(`Mended, Sentence ${here}.`);
        scripts.write(FILE, SCRIPT);
        await expect(words(page)).toHaveText(`Sentence ${here}.`);
      });
    }
  });
}

test('Escape puts the errors away and a bar brings them back; the place is opened in the editor', async ({ page }) => {
  const asked: string[] = [];
  await page.route('**/__open-in-editor**', (route) => {
    asked.push(decodeURIComponent(route.request().url()));
    return route.fulfill({ status: 200, body: '' });
  });
  await page.goto(`${serving.url}?plan=trial&seed=3`);
  await expect(words(page)).toHaveText('Sentence 1.');
  scripts.write(FILE, BREAKS[4].script);
  const panel = overlay(page).locator('.panel');
  await expect(panel).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await overlay(page).getByRole('button', { name: '1 error in the dialogue. Show' }).click();
  await expect(overlay(page).locator('.place').first()).toBeFocused();
  await page.waitForTimeout(400);
  await page.keyboard.press('Enter');
  await expect.poll(() => asked.join()).toMatch(new RegExp(`${FILE.replaceAll('.', '\\.')}:${AT + 1}:8$`));
  // the press was for the overlay
  await page.waitForTimeout(400);
  expect(await said(page)).toBe(1);
  scripts.write(FILE, SCRIPT);
  await expect(overlay(page)).toHaveCount(0);
});

test('several files at once: every error of each is listed under its file', async ({ page }) => {
  await page.goto(`${serving.url}?plan=trial&seed=3`);
  await expect(words(page)).toHaveText('Sentence 1.');
  scripts.write('trial/two.yarn', 'title: Two\n---\n<<jump Nobody>>\n<<stgae here>>\n===\n');
  scripts.write(FILE, BREAKS[3].script);
  await expect(overlay(page).locator('li.error')).toHaveCount(3);
  await expect(overlay(page).locator('h3')).toHaveText([/trial\/one\.yarn$/, /trial\/two\.yarn$/]);
  scripts.remove('trial/two.yarn');
  await expect(overlay(page).locator('li.error')).toHaveCount(1);
  scripts.write(FILE, SCRIPT);
  await expect(overlay(page)).toHaveCount(0);
});

test('a server that was started over a broken script shows what is wrong, and the page plays once it is mended', async ({
  page,
}) => {
  const broken = makeScripts({ [FILE]: BREAKS[2].script });
  const other = await serveScripts(broken);
  try {
    await page.goto(`${other.url}writers-room.html?node=Trial`);
    await expect(overlay(page).locator('li.error')).toHaveCount(1);
    await expect(overlay(page)).toContainText('No script has compiled');
    broken.write(FILE, SCRIPT);
    await expect(words(page)).toHaveText('Sentence 1.');
    await expect(overlay(page)).toHaveCount(0);
  } finally {
    await other.close();
  }
});
