// What happened, in order, for whoever follows along: pages, webhooks, other services.

import { sql, type Db } from './sql.ts';

export interface Event {
  readonly id: number;
  readonly at: number;
  readonly board: string;
  readonly kind: string;
  readonly data: string;
}

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  /** '' for all of them. */
  readonly board: string;
  /** The last event that it was told of. */
  readonly after: number;
  readonly failures: number;
  readonly next_at: number;
}

export function events(db: Db) {
  return {
    after: (id: number, limit: number): Promise<readonly Event[]> =>
      db.all(sql`select id, at, board, kind, data from events where id > ${id} order by id limit ${limit}`),
    last: async (): Promise<number> =>
      (await db.one<{ id: number | null }>(sql`select max(id) as id from events`))?.id ?? 0,
    forgetOld: (before: number): Promise<number> => db.run(sql`delete from events where at < ${before}`),
    webhooks: (): Promise<readonly Webhook[]> =>
      db.all(sql`select id, url, secret, board, after, failures, next_at from webhooks order by id`),
    /** One that is due, for a while: two processes do not tell it twice. */
    takeWebhook: (now: number, forMs: number): Promise<Webhook | undefined> =>
      db.write(async (tx) => {
        const due = await tx.one<Webhook>(sql`select id, url, secret, board, after, failures, next_at from webhooks w
          where next_at <= ${now} and exists (select 1 from events e where e.id > w.after) order by next_at limit 1
          ${db.kind === 'postgres' ? sql`for update skip locked` : sql``}`);
        if (due !== undefined) await tx.run(sql`update webhooks set next_at = ${now + forMs} where id = ${due.id}`);
        return due;
      }),
    addWebhook: async ({ id, url, secret, board }: Pick<Webhook, 'id' | 'url' | 'secret' | 'board'>): Promise<void> => {
      const last = await db.one<{ id: number | null }>(sql`select max(id) as id from events`);
      await db.run(sql`insert into webhooks (id, url, secret, board, after, failures, next_at)
        values (${id}, ${url}, ${secret}, ${board}, ${last?.id ?? 0}, 0, 0)`);
    },
    removeWebhook: async (id: string): Promise<boolean> =>
      (await db.run(sql`delete from webhooks where id = ${id}`)) === 1,
    told: async (id: string, after: number): Promise<void> =>
      void (await db.run(sql`update webhooks set after = ${after}, failures = 0, next_at = 0 where id = ${id}`)),
    failed: async (id: string, nextAt: number): Promise<void> =>
      void (await db.run(sql`update webhooks set failures = failures + 1, next_at = ${nextAt} where id = ${id}`)),
  };
}
