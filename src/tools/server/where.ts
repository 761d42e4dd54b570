// The database that the service would open with this environment.

import { resolve } from 'node:path';
import { readSettings, SettingsError, type Settings } from '../../server/settings.ts';
import { AwayError } from '../../server/store/sql.ts';
import { openStore, type Store } from '../../server/store/store.ts';
import { BadInput } from '../cli.ts';

export const FROM_ENV = 'Reads DATA_DIR and DATABASE_URL as the service does.';

export function settingsNow(): Settings {
  try {
    return readSettings({ ...process.env, ROLE: 'all' }, []);
  } catch (error) {
    if (error instanceof SettingsError) throw new BadInput(error.message);
    throw error;
  }
}

export function fileOf({ dataDir }: Settings): string {
  return resolve(dataDir, 'boards.db');
}

/** Opened, brought up to date, and closed again whatever comes. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const settings = settingsNow();
  let store: Store;
  try {
    store = await openStore({ url: settings.databaseUrl, file: fileOf(settings), connections: 2 });
  } catch (error) {
    throw error instanceof AwayError || error instanceof Error ? new BadInput(error.message) : error;
  }
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
