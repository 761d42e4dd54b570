// Wiring only: reads the settings and the content, starts the service, stops it when told to.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeContent } from '../content.ts';
import type { CitiesFile } from '../core/run/cities.ts';
import type { Program } from '../core/yarn/program.ts';
import type { ContentFile } from './judge/words.ts';
import { run } from './run.ts';
import { readSettings, SettingsError, type Settings } from './settings.ts';

const settings = settled();
const file = join(settings.distDir, 'content.json');
if (!existsSync(file)) giveUp(`There is no ${file}: npm run build makes it, and npm start builds first.`);
const contentFile = JSON.parse(readFileSync(file, 'utf8')) as ContentFile;
const content = makeContent(contentFile.levels, contentFile.program as Program, contentFile.cities as CitiesFile);

const running = await run({ settings, content, contentFile }).catch((error: NodeJS.ErrnoException) => {
  const { port } = settings;
  if (error.code === 'EADDRINUSE')
    giveUp(`Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`);
  if (error.code === 'EACCES') giveUp(`Port ${port} is not allowed. Choose one above 1023: PORT=8080 npm start`);
  return giveUp(error.message);
});
console.log(running.url === '' ? 'Syntony judges runs' : `Syntony is at ${running.url}`);

let stopping = false;
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

function stop(): void {
  // Ctrl-C in a terminal arrives twice: from the terminal, and passed on by `npm start`
  if (stopping) return;
  stopping = true;
  void running.stop().finally(() => process.exit(0));
}

function settled(): Settings {
  try {
    return readSettings(process.env, process.argv.slice(2));
  } catch (error) {
    if (error instanceof SettingsError) return giveUp(error.message);
    throw error;
  }
}

function giveUp(reason: string): never {
  console.error(reason);
  process.exit(1);
}
