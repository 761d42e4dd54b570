// The slots of this browser.

import { localStore } from './disk.ts';
import { openStore } from './idb.ts';
import { Slots } from './slots.ts';

export async function openSlots(): Promise<Slots> {
  return new Slots({ store: await openStore(), mirror: localStore(), now: () => Date.now() });
}
