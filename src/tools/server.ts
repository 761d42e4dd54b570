// `npm run server`: what an operator does beside the running service: backups, ranks, moderation, keeping old builds.

import { main } from './cli.ts';
import { archive } from './server/archive.ts';
import { backup, restore } from './server/backup.ts';
import { deed, queue, undo } from './server/moderate.ts';
import { check, migrateNow, rebuild } from './server/ranks.ts';

await main('server', 'Looks after the boards: the same database as the service, from the same settings.', {
  migrate: migrateNow,
  backup,
  restore,
  check,
  'rebuild-ranks': rebuild,
  queue,
  deed,
  undo,
  archive,
});
