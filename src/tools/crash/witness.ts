// A witness inside the database itself: whenever a run gets its verdict it writes down which run, and whose connection it
// was. It is kept or lost with the verdict, so nothing that a killed process did escapes it.

import { openStore, type Store, type Where } from '../../server/store/store.ts';

const SQLITE = [
  'create table if not exists crash_witness (run text not null, who text not null)',
  `create trigger if not exists crash_verdict after update of state on runs
    when old.state = 'pending' and new.state <> 'pending'
    begin insert into crash_witness values (new.id, 'all'); end`,
];
const POSTGRES = [
  'create table if not exists crash_witness (run text not null, who text not null)',
  `create or replace function crash_told() returns trigger language plpgsql as
    'begin insert into crash_witness values (new.id, current_setting(''application_name'')); return null; end'`,
  `create or replace trigger crash_verdict after update of state on runs for each row
    when (old.state = 'pending' and new.state <> 'pending') execute function crash_told()`,
];

/** Before the service is started for the first time. */
export async function placeWitness(where: Where): Promise<void> {
  const store = await openStore(where);
  for (const text of store.kind === 'sqlite' ? SQLITE : POSTGRES) await store.db.run({ parts: [text], values: [] });
  await store.close();
}

export function testimony({ db }: Store): Promise<readonly { readonly run: string; readonly who: string }[]> {
  return db.all({ parts: ['select run, who from crash_witness'], values: [] });
}

/** So that its verdicts are known from another's. */
export function namedUrl(url: string, name: string): string {
  return url === '' ? '' : `${url}&application_name=${name}`;
}
