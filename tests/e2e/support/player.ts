// A player of whole plans through the page: a bot decides, hands do. The page's World is read after every act, so that what
// the bot sees is what the page has.

import type { Page } from '@playwright/test';
import type { Target } from '../../../src/client/reading.ts';
import { reader } from '../../../src/core/bots/reader.ts';
import { BOTS, type BotId } from '../../../src/core/bots/table.ts';
import type { Bot, Use } from '../../../src/core/bots/bot.ts';
import { TOOLS } from '../../../src/core/network/tools/table.ts';
import type { Action } from '../../../src/core/run/actions.ts';
import { run } from '../../../src/core/run/actions.ts';
import type { Content } from '../../../src/core/run/content.ts';
import { isShut } from '../../../src/core/run/refuse.ts';
import { step } from '../../../src/core/run/step.ts';
import { copyWorld, networkOf, stepOf, type World } from '../../../src/core/run/world.ts';
import type { Hands, Spot } from './hands.ts';
import { state } from './page.ts';

/** A press that follows another is not taken at once: half a second of the page's clock, and some. */
const SETTLED_TICKS = 72;
/** A line is there so long before it may be passed. */
const LINE_TICKS = 26;
const LOOK_AHEAD = 2400;

export interface Wishes {
  readonly plays: BotId;
  /** Which answer, or null for the dice. */
  readonly answer: (world: World, content: Content) => number | null;
  /** Whether this network is to be let go: nobody lays a hand on it. */
  readonly letsGo: (level: string) => boolean;
}

export interface Journal {
  readonly lines: number;
  readonly choices: number;
  readonly acts: number;
  /** What the hands did and nothing came of: the network, the tool, its targets. */
  readonly refused: readonly string[];
  readonly results: World['game']['results'];
  readonly endings: World['game']['endings'];
  readonly codex: readonly string[];
}

export async function playOut(
  page: Page,
  content: Content,
  hands: Hands,
  seed: number,
  wishes: Wishes,
  until: (world: World) => boolean,
): Promise<Journal> {
  const dice = reader(seed, 'idle');
  const count = { lines: 0, choices: 0, acts: 0 };
  const refused: string[] = [];
  let bot: Bot | null = null;
  let playing = '';
  let world = await worldOf(page);
  for (let turns = 0; turns < 8000 && !until(world); turns++) {
    if (turns % 12 === 0) await page.evaluate(() => window.syntony.step(0));
    switch (world.mode) {
      case 'scene': {
        bot = null;
        await told();
        break;
      }
      case 'round': {
        const act = dice.act(content, world);
        await pass(page, SETTLED_TICKS);
        if (act !== null) await hands.visit(act.a);
        await pass(page, 2);
        break;
      }
      case 'hub': {
        const here = stepOf(content, world);
        const way =
          here?.kind === 'hub' ? here.ways.find(({ city }) => world.game.endings[city] === undefined) : undefined;
        await pass(page, SETTLED_TICKS);
        await hands.press(`[data-city="${way?.city ?? ''}"]`);
        await pass(page, 2);
        break;
      }
      case 'network':
        await network();
        break;
      case 'result':
        await pass(page, SETTLED_TICKS);
        await hands.press('[data-onward]');
        await pass(page, 2);
        break;
      case 'over':
        return journal(world);
    }
    world = await worldOf(page);
  }
  if (!until(world)) throw new Error(`${hands.name} does not come to the end: ${world.mode} at ${world.at}`);
  return journal(world);

  function journal({ game }: World): Journal {
    return { ...count, refused, results: game.results, endings: game.endings, codex: game.codex };
  }

  /** Line after line, in step with a copy of the World, until something else is asked of the player. */
  async function told(): Promise<void> {
    let next: Action | null = null;
    const goOn = async (ticks: number): Promise<Spot | null> => {
      const spot = await passTo(page, ticks);
      for (let k = 0; k < ticks && world.mode !== 'network'; k++)
        step(content, world, k === 0 && next !== null ? [next] : []);
      next = null;
      return spot;
    };
    while (world.mode === 'scene') {
      if (world.waiting > 0) {
        await goOn(world.waiting + 1);
        continue;
      }
      const view = content.story.view(world.story, world.game);
      if (view.kind === 'options' && !isShut(view)) {
        count.choices++;
        await goOn(SETTLED_TICKS);
        const wished = wishes.answer(world, content);
        const act = wished === null ? dice.act(content, ready(world)) : run('choose', wished);
        await hands.choose(act?.a ?? 0);
        return pass(page, 2);
      }
      count.lines++;
      const spot = await goOn(LINE_TICKS);
      // the tick that took the last press may have ended the scene
      if (world.mode !== 'scene' || content.story.view(world.story, world.game).kind !== view.kind) continue;
      await hands.advance(spot);
      next = run('advance');
      await goOn(1);
    }
  }

  async function network(): Promise<void> {
    const { screen } = await state(page);
    if (screen === 'start') {
      await pass(page, SETTLED_TICKS);
      await hands.press('.panel.start button.first');
      await pass(page, 1);
      return;
    }
    const level = `${world.at} ${world.level} ${world.attempt}`;
    if (bot === null || playing !== level) {
      const net = networkOf(content, world)!;
      playing = level;
      bot = wishes.letsGo(world.level ?? '') ? BOTS.idle() : BOTS[wishes.plays](net.rules, seed);
    }
    const { ticks, use } = ahead(content, world, bot);
    await pass(page, ticks);
    if (use === null) return;
    const before = (await worldOf(page)).used;
    const targets = targetsOf(use);
    const { tool } = await state(page);
    const { slots, doors } = networkOf(content, world)!.rules;
    // the only door there is answers to its tool
    const isByTool = use.tool === 'door' && doors.length === 1;
    if (isByTool || tool !== use.tool) await hands.tool(slots[use.tool] ?? 0);
    if (!isByTool) await hands.use(use.tool, targets);
    await pass(page, 2);
    const { used } = await worldOf(page);
    if ((used[use.tool] ?? 0) > (before[use.tool] ?? 0)) count.acts++;
    else {
      const meant = targets.map(({ kind, id }) => `${kind} ${id}`).join(', ');
      refused.push(`${world.level} at ${world.tick}: ${use.tool} on ${meant}; ${await seenThere(page, targets[0])}`);
      await page.keyboard.press('Escape');
      if ((await state(page)).screen === 'paused') await page.keyboard.press('Escape');
    }
  }
}

/** As it will be when a line may be passed, for a bot that waits for that. */
function ready(now: World): World {
  return { ...now, tick: now.shownAt + 200 };
}

/** How long until the bot lays a hand on something, by playing on in a copy. */
function ahead(content: Content, world: World, bot: Bot): { ticks: number; use: Use | null } {
  const copy = copyWorld(world);
  for (let ticks = 0; ticks < LOOK_AHEAD; ticks++) {
    const net = networkOf(content, copy);
    if (net === null || copy.mode !== 'network') return { ticks, use: null };
    const use = bot.act(net);
    if (use !== null) return { ticks, use };
    step(content, copy, []);
  }
  return { ticks: LOOK_AHEAD, use: null };
}

function targetsOf({ tool, a, b }: Use): Target[] {
  const given = [a, b];
  return TOOLS[tool].takes.flatMap((takes, k): Target[] =>
    takes === 'angle' ? [] : [{ kind: takes, id: given[k] ?? 0 }],
  );
}

/** Where the way past a line is pressed just now. */
async function passTo(page: Page, ticks: number): Promise<Spot | null> {
  return page.evaluate((n) => {
    window.syntony.skip(n);
    const box = document.querySelector('[data-next]')?.getBoundingClientRect();
    return box === undefined ? null : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, ticks);
}

/** What a hand comes upon there, and what the page says to it. */
function seenThere(page: Page, target: Target | undefined): Promise<string> {
  return page.evaluate((one) => {
    const { x, y } = one === undefined ? { x: 0, y: 0 } : window.syntony.place(one);
    const there = document.elementFromPoint(x, y);
    const said = document.querySelector('.news')?.textContent ?? '';
    return `${there?.tagName ?? 'nothing'}.${there?.className ?? ''} at ${Math.round(x)} ${Math.round(y)}, “${said}”`;
  }, target);
}

/** Painted now and then: software paints slowly, and what is played is the same. */
export async function pass(page: Page, ticks: number): Promise<void> {
  await page.evaluate((n) => window.syntony.skip(n), ticks);
}

async function worldOf(page: Page): Promise<World> {
  const plain = await page.evaluate(() => {
    const world = window.syntony.world();
    return { ...world, network: world.network === null ? null : [...world.network] };
  });
  const { network, ...rest } = plain;
  return { ...(rest as Omit<World, 'network'>), network: network === null ? null : Int32Array.from(network) };
}

/** The answers that cannot be taken back, tried out: which of them leads to a network tuned like that. */
export function answerThatTunes(world: World, content: Content, words: readonly string[]): number | null {
  const view = content.story.view(world.story, world.game);
  if (view.kind !== 'options') return null;
  const leads = view.options.map((_, option) => {
    const copy = { ...copyWorld(world), shownAt: -1000 };
    const before = copy.game.tunings.length;
    const act: Action = run('choose', option);
    if (step(content, copy, [act])[0] !== null) return false;
    return copy.game.tunings.slice(before).some((one) => words.every((word, k) => one[k] === word));
  });
  const found = leads.indexOf(true);
  return found < 0 ? null : found;
}
