// Content moves on, and runs of what went before are judged by what they were played with.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeContent } from '../../src/content.ts';
import type { CitiesFile } from '../../src/core/run/cities.ts';
import type { Program } from '../../src/core/yarn/program.ts';
import type { ContentFile } from '../../src/server/judge/words.ts';
import { run } from '../../src/server/run.ts';
import { readSettings } from '../../src/server/settings.ts';
import { contentFile } from '../../src/tools/content-file.ts';
import { archiveInto } from '../../src/tools/server/archive.ts';
import { Player } from '../../src/tools/service/player.ts';
import { variedRuns } from '../../src/tools/service/runs.ts';

const BOARD = 'training/03:set:skip:plain';
const folder = mkdtempSync(join(tmpdir(), 'syntony-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const contentOf = ({ levels, program, cities }: ContentFile) =>
  makeContent(levels, program as Program, cities as CitiesFile);

it('a run of content that was kept is verified by it; of content that nobody kept it is refused by name', async () => {
  const old = JSON.parse(contentFile()) as ContentFile;
  const level = old.levels['training/03.json'] as { limit: number };
  const changed = (limit: number): ContentFile => ({
    ...old,
    levels: { ...old.levels, 'training/03.json': { ...level, limit } },
  });
  const archive = join(folder, 'archive');
  await archiveInto(archive, JSON.stringify(old));
  const contentNow = changed(level.limit + 10);
  const settings = readSettings(
    { PORT: '0', DATA_DIR: join(folder, 'data'), ARCHIVE_DIR: archive, LIMITS: 'off', LOG: 'error' },
    [],
  );
  const running = await run({ settings, content: contentOf(contentNow), contentFile: contentNow });
  try {
    const player = await Player.registered((path, init) => fetch(running.url + path, init));
    const send = async (of: ContentFile) => {
      const [replay] = variedRuns(contentOf(of), BOARD);
      const answer = await player.send(player.bound(replay, BOARD));
      return { status: answer.status, ...((await answer.json()) as { id?: string; error?: object }) };
    };
    const kept = await send(old);
    expect(kept.status).toBe(202);
    await expect
      .poll(
        async () => ((await (await fetch(`${running.url}/api/runs/${kept.id}`)).json()) as { verdict: string }).verdict,
        { timeout: 30_000 },
      )
      .toBe('verified');
    expect(await send(changed(level.limit + 20))).toMatchObject({
      status: 409,
      error: { code: 'wrongRun', field: 'content' },
    });
  } finally {
    await running.stop();
  }
});
