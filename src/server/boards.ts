// Which boards there are: every plan of the content by the rules that a board may have, and no others.

import { dayOf, formatBoard, parseBoard, setSeed, TEXTS, PLAYS, type Board } from '../core/board/category.ts';
import { BUILD } from '../core/replay/build.ts';
import { hashFor, type Content } from '../core/run/content.ts';

export interface BoardRow {
  readonly id: string;
  readonly title: string;
  readonly board: Board;
}

/** What a plan is to a board; the content itself stays with main and the judges. */
interface PlanRow {
  readonly title: string;
  readonly isStory: boolean;
  readonly most: number;
  readonly hash: string;
}

export class Boards {
  readonly build = BUILD;
  private readonly plans: ReadonlyMap<string, PlanRow>;
  /** Earlier contents that are kept, `build content`: their runs are judged by their own. */
  private readonly archived: ReadonlySet<string>;

  constructor(content: Content, archived: readonly string[]) {
    this.plans = new Map(
      Object.values(content.plans).map((plan): [string, PlanRow] => [
        plan.id,
        {
          title: plan.title,
          isStory: plan.steps.some((step) => step.kind !== 'network'),
          most: plan.most,
          hash: hashFor(content, plan.id),
        },
      ]),
    );
    this.archived = new Set(archived);
  }

  /** Null for a name that no board has. */
  get(id: string): BoardRow | null {
    const board = parseBoard(id);
    const plan = board === null ? undefined : this.plans.get(board.plan);
    if (board === null || plan === undefined) return null;
    // a network has no text to be read
    if (!plan.isStory && board.text !== 'skip') return null;
    return { id, title: plan.title, board };
  }

  /** The longest run that a board takes, in ticks. */
  most(board: Board): number {
    return this.plans.get(board.plan)?.most ?? 0;
  }

  contentOf(board: Board): string {
    return this.plans.get(board.plan)?.hash ?? '';
  }

  /** Whether runs of this build and content can be judged here. */
  judges(board: Board, build: string, content: string): boolean {
    return (build === BUILD && content === this.contentOf(board)) || this.archived.has(`${build} ${content}`);
  }

  /** Open to be played now: a day's board on its day, by UTC. */
  isOpen(board: Board, now: number): boolean {
    const day = dayOf(board);
    return day === null || day === new Date(now).toISOString().slice(0, 10);
  }

  /** Null where the ticket says it. */
  setSeed(board: Board): number | null {
    return setSeed(board);
  }

  /** All that stand by themselves, today's among them. */
  all(now: number): readonly BoardRow[] {
    const today = `daily-${new Date(now).toISOString().slice(0, 10)}` as const;
    return [...this.plans].flatMap(([plan, { isStory, title }]) => {
      const seeds: readonly Board['seed'][] = isStory ? ['set', 'random'] : ['set', 'random', today];
      const texts = isStory ? TEXTS : (['skip'] as const);
      return seeds.flatMap((seed) =>
        texts.flatMap((text) =>
          PLAYS.filter((play) => play === 'plain' || seed === 'set').map((play): BoardRow => {
            const board = { plan, seed, text, play };
            return { id: formatBoard(board), title, board };
          }),
        ),
      );
    });
  }
}
