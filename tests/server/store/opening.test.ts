// A store that is opened: its tables are made once, whoever comes first, and never by an older build.
import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { migrate } from '../../../src/server/store/schema.ts';
import { sql } from '../../../src/server/store/sql.ts';
import { openStore } from '../../../src/server/store/store.ts';
import { ROOT } from '../../../src/tools/files.ts';
import { BOARD, newPlayer, verifiedRun } from '../support/rows.ts';
import { onBoth } from '../support/stores.ts';

const STORE = new URL('../../../src/server/store/store.ts', import.meta.url).href;

function anotherProcess(where: object): Promise<{ code: number | null; said: string }> {
  const script = `import(${JSON.stringify(STORE)}).then(async ({ openStore }) => { await (await openStore(${JSON.stringify(where)})).close(); });`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd: ROOT });
  let said = '';
  child.stderr.on('data', (text) => (said += String(text)));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, said })));
}

onBoth((at) => {
  it('makes its tables once when many open it at the same moment', async () => {
    const where = await at().fresh();
    const all = await Promise.all(Array.from({ length: 6 }, () => at().open(where)));
    const steps = await all[0].db.all<{ step: number }>(sql`select step from migrations order by step`);
    expect(steps.map(({ step }) => step)).toEqual(steps.map((_, i) => i + 1));
    expect(steps.length).toBeGreaterThan(0);
    expect(await migrate(all[1].db)).toBe(0);
    const ids = await Promise.all(all.map((store) => newPlayer(store)));
    for (const id of ids) expect((await all[5].players.get(id))?.id).toBe(id);
  });

  it('makes its tables once when processes open it at the same moment', async () => {
    const where = await at().fresh();
    const ended = await Promise.all([anotherProcess(where), anotherProcess(where)]);
    expect(ended.map(({ code, said }) => (code === 0 ? '' : said))).toEqual(['', '']);
    expect(await migrate((await at().open(where)).db)).toBe(0);
  });

  it('says so when a later build has used the database, and changes nothing', async () => {
    const where = await at().fresh();
    const store = await at().open(where);
    await store.db.run(sql`insert into migrations (step, at) values (900, 0)`);
    await expect(openStore(where)).rejects.toThrow(/at step 900 .* later build\. Start that one, or restore a backup/);
    const steps = await store.db.all<{ step: number }>(sql`select step from migrations where step > 800`);
    expect(steps).toEqual([{ step: 900 }]);
  });

  it('keeps nothing of a transaction that breaks, and goes on', async () => {
    const { store } = at();
    const id = await newPlayer(store, { name: 'before' });
    const broken = store.db.write(async (tx) => {
      await tx.run(sql`update players set name = 'after' where id = ${id}`);
      throw new Error('in the midst of it');
    });
    await expect(broken).rejects.toThrow('in the midst of it');
    expect((await store.players.get(id))?.name).toBe('before');
    await store.ping();
  });

  it('keeps bytes, large numbers and any text as they are', async () => {
    const { store } = at();
    const name = `'"%_\\ \u{1f3b5} ä\n`;
    const player = await newPlayer(store, { name });
    const late = 8_640_000_000_000_000;
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    const { id } = await verifiedRun(store, player, { submitted: late });
    await store.db.run(sql`update runs set bytes = ${bytes} where id = ${id}`);
    expect((await store.players.get(player))?.name).toBe(name);
    expect((await store.runs.get(id))?.submitted).toBe(late);
    expect(Uint8Array.from((await store.runs.bytes(id)) ?? [])).toEqual(bytes);
    expect(await store.lists.size(BOARD)).toBe(1);
  });
});
