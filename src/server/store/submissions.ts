// A run's way in, in one transaction: who sent it was asked already, and what it says of itself was read.

import { liveList } from './lists.ts';
import { addJob, addRun, runIn, type Run } from './runs.ts';
import { sql, type Db } from './sql.ts';

export interface Submission {
  readonly run: Run;
  readonly bytes: Uint8Array;
  /** What it takes to judge, in milliseconds of the time that its player is given; at most `burst` of that is saved up. */
  readonly cost: number;
  readonly burst: number;
}

export type Submitted =
  | { readonly how: 'accepted' | 'known'; readonly run: Run }
  | { readonly how: 'ticketUsed' }
  | { readonly how: 'duplicate' }
  | { readonly how: 'noPlayer' }
  /** Whoever sends faster than anybody plays. */
  | { readonly how: 'tooSoon'; readonly until: number };

export function submissions(db: Db) {
  return {
    /** Answered when it is kept. The same bytes twice are one run. */
    take: ({ run, bytes, cost, burst }: Submission): Promise<Submitted> =>
      db
        .write(async (tx): Promise<Submitted> => {
          const { id, player, board, ticket, submitted: now } = run;
          // one at a time of each player: what they have paid, and their ticket, are read and written
          const who = await tx.one<{ paid_until: number }>(
            sql`select paid_until from players where id = ${player} ${db.kind === 'postgres' ? sql`for update` : sql``}`,
          );
          // in a statement of its own, which sees what was kept while that one waited
          const had = await tx.one<Had>(sql`select
            (select id from runs where id = ${id}) as known,
            (select id from runs where board = ${board} and log_inputs = ${run.log_inputs} and state in ('verified', 'pending')
              limit 1) as twin,
            (select ticks from best where list = ${board} and player = ${player}) as best,
            (select ticks from best where list = ${liveList(board)} and player = ${player}) as live`);
          const known = typeof had?.known === 'string' ? await runIn(tx, id) : undefined;
          if (known !== undefined) return { how: 'known', run: known };
          if (who === undefined) return { how: 'noPlayer' };
          if (typeof had?.twin === 'string') return { how: 'duplicate' };
          if (ticket !== '') {
            const used = await tx.run(
              sql`update tickets set run = ${id} where id = ${ticket} and (run is null or run = ${id})`,
            );
            if (used === 0) return { how: 'ticketUsed' };
          }
          const wouldBeBest =
            run.ticks < (had?.best ?? Infinity) || (run.live === 1 && run.ticks < (had?.live ?? Infinity));
          // nobody needs to judge what stands nowhere
          if (run.state === 'unranked' || !wouldBeBest) {
            const unranked: Run =
              run.state === 'unranked' ? run : { ...run, state: 'unranked', verdict: 'unranked:notBest' };
            await addRun(tx, unranked, bytes);
            return { how: 'accepted', run: unranked };
          }
          // whole milliseconds: PostgreSQL keeps no others
          const until = Math.ceil(Math.max(who.paid_until, now - burst) + cost);
          if (until > now) throw new TooSoon(until);
          const paid = sql`update players set paid_until = ${until} where id = ${player}`;
          if (!(await addJob(tx, run, bytes, paid))) return { how: 'known', run: (await runIn(tx, id)) ?? run };
          return { how: 'accepted', run };
        })
        .catch((error: unknown): Submitted => {
          // the ticket is not used up by a run that was not taken
          if (error instanceof TooSoon) return { how: 'tooSoon', until: error.until };
          throw error;
        }),
  };
}

interface Had {
  readonly known: string | null;
  readonly twin: string | null;
  readonly best: number | null;
  readonly live: number | null;
}

class TooSoon extends Error {
  readonly until: number;

  constructor(until: number) {
    super('too soon');
    this.until = until;
  }
}
