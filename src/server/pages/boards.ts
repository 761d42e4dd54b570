// All boards, by what they are of.

import type { BoardRow } from '../boards.ts';
import type { Service } from '../service.ts';
import type { Head } from '../store/lists.ts';
import { formatTime } from '../../core/replay/time.ts';
import { html, type Markup } from './html.ts';
import type { Page } from './layout.ts';
import { boardWords, count, isStory } from './words.ts';

const GROUPS: readonly {
  readonly title: string;
  readonly about: string;
  readonly has: (plan: string, isStory: boolean) => boolean;
}[] = [
  {
    title: 'Training networks',
    about: 'One thing at a time, in a minute or two.',
    has: (plan) => plan.startsWith('training/'),
  },
  {
    title: 'Networks of the Coves',
    about: 'As they stand in the story of the Trust Coves.',
    has: (plan, isStoryPlan) => !isStoryPlan && plan.startsWith('coves/'),
  },
  { title: 'Other networks', about: 'From elsewhere in the story.', has: (_plan, isStoryPlan) => !isStoryPlan },
  { title: 'Stories', about: 'Whole stories, scenes and networks together.', has: () => true },
];

export async function boardsPage(service: Service, now: number): Promise<Page> {
  const rows = service.boards.all(now);
  const heads = await service.store.lists.heads(rows.map(({ id }) => id));
  const found = new Map(heads.map((one) => [one.list, one]));
  const plans = new Map<string, BoardRow[]>();
  for (const row of rows) plans.set(row.board.plan, [...(plans.get(row.board.plan) ?? []), row]);
  const left = new Map(plans);
  const groups = GROUPS.map(({ title, about, has }) => {
    const own = [...left].filter(
      ([plan, [first]]) => first !== undefined && has(plan, isStory(service.boards, first.board)),
    );
    for (const [plan] of own) left.delete(plan);
    return { title, about, own };
  });
  return {
    title: 'Boards',
    here: 'boards',
    body: html`<h1>Boards</h1>
      <p class="lead">
        Each network and each story has several boards: with one seed for all, or another for every attempt; by hand,
        with assists, or tool-assisted. Fewer ticks stand higher, and equals share a place.
      </p>
      ${groups
        .filter(({ own }) => own.length > 0)
        .map(
          ({ title, about, own }) =>
            html`<section>
              <h2>${title}</h2>
              <p>${about}</p>
              <ul class="plans">
                ${own.map(([plan, boards]) => planPlate(service, plan, boards, found))}
              </ul>
            </section>`,
        )}`,
  };
}

function planPlate(
  service: Service,
  plan: string,
  boards: readonly BoardRow[],
  found: ReadonlyMap<string, Head>,
): Markup {
  return html`<li class="plate">
    <h3>${boards[0]?.title ?? plan}</h3>
    <p class="id">${plan}</p>
    <ul class="boards">
      ${boards.map(({ id, board }) => {
        const head = found.get(id);
        return html`<li>
          <a href="/boards/${id}">${boardWords(board, isStory(service.boards, board))}</a>
          <span class="state"
            >${head === undefined ? 'nobody yet' : `${count(head.n, 'player', 'players')}, best ${formatTime(head.ticks)}`}</span
          >
        </li>`;
      })}
    </ul>
  </li>`;
}
