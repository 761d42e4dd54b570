// Players: registered by a key of their own, renamed, forgotten. No address of anybody is asked for or kept.

import { z } from 'zod';
import type { Service } from '../service.ts';
import { checkSignature, playerOf, readKey } from './auth.ts';
import { ApiError } from './errors.ts';
import { NAME_PROBLEMS, readName } from './names.ts';
import { route, type Route } from './route.ts';
import { Country, placed, Place, PlayerId, RunAnswer, runAnswer, wholeIn } from './shapes.ts';

const Me = z.object({
  id: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  since: z.string(),
  hidden: z.boolean(),
  why: z.string().nullable(),
});

const RENAME_MS = 7 * 24 * 3600 * 1000;
const Name = z.string().max(200).describe("2 to 24 letters, digits, gaps and . _ ' -");

export const players: readonly Route[] = [
  route({
    id: 'register',
    method: 'POST',
    path: '/api/players',
    doc: 'Registers a key. The same key again answers with the same player.',
    who: 'newcomer',
    limit: 'player',
    body: z.object({
      key: z.string().max(100).describe('P-256, uncompressed, base64url'),
      name: Name.optional(),
      country: Country.nullish(),
    }),
    answer: { status: 200, type: 'application/json', schema: Me },
    errors: ['nameTaken'],
    async handle({ service, request, body, bytes, claim, now }) {
      const key = readKey(body.key);
      if (key === null)
        throw new ApiError('badBody', 'The key should be P-256, uncompressed, base64url.', { field: 'key' });
      const id = playerOf(body.key);
      if (claim.player !== id)
        throw new ApiError('badSignature', 'The header Authorization names another player than the key is of.', {
          field: 'authorization',
        });
      checkSignature(request, claim, bytes, key);
      const { store } = service;
      for (const named of body.name === undefined ? ownNames(id) : [nameOf(body.name)]) {
        const how = await store.players.add({ id, key: body.key, ...named, country: body.country ?? null, at: now });
        if (how !== 'nameTaken') return { json: await meOf(service, id) };
      }
      throw taken();
    },
  }),
  route({
    id: 'me',
    method: 'GET',
    path: '/api/me',
    doc: 'Who signs.',
    who: 'player',
    limit: 'read',
    answer: { status: 200, type: 'application/json', schema: Me },
    errors: [],
    handle: async ({ service, player }) => ({ json: await meOf(service, player.id) }),
  }),
  route({
    id: 'changeMe',
    method: 'PATCH',
    path: '/api/me',
    doc: 'Another name (once a week), another country or none.',
    who: 'player',
    limit: 'write',
    once: true,
    body: z.object({ name: Name.optional(), country: Country.nullable().optional() }),
    answer: { status: 200, type: 'application/json', schema: Me },
    errors: ['nameTaken'],
    async handle({ service, player, body, now }) {
      if (body.name !== undefined && body.name !== player.name) {
        const named = nameOf(body.name);
        const since = now - player.renamed;
        if (since < RENAME_MS)
          throw new ApiError('tooMany', 'A name stays for a week, so that people know whom they race.', {
            field: 'name',
            retryAfter: (RENAME_MS - since) / 1000,
          });
        if ((await service.store.players.rename(player.id, named.name, named.skeleton, now)) === 'nameTaken')
          throw taken();
      }
      if (body.country !== undefined && body.country !== player.country)
        await service.store.players.moveTo(player.id, body.country);
      return { json: await meOf(service, player.id) };
    },
  }),
  route({
    id: 'forgetMe',
    method: 'DELETE',
    path: '/api/me',
    doc: 'Everything of this player is deleted: name, key, tickets, runs. It cannot be taken back.',
    who: 'player',
    limit: 'write',
    once: true,
    answer: { status: 204, type: '' },
    errors: [],
    async handle({ service, player, now }) {
      await service.store.players.forget(player.id, now);
      return { status: 204 };
    },
  }),
  route({
    id: 'exportMe',
    method: 'GET',
    path: '/api/me/export',
    doc: 'All that is kept of this player, as one file; runs’ replays have addresses of their own.',
    who: 'player',
    limit: 'write',
    answer: { status: 200, type: 'application/json', schema: z.looseObject({ me: Me }) },
    errors: [],
    async handle({ service, player }) {
      const runs = [];
      for (let before = Number.MAX_SAFE_INTEGER; runs.length < 20_000;) {
        const page = await service.store.runs.ofPlayer(player.id, 500, before);
        runs.push(...page.map((run) => runAnswer(run, null)));
        const last = page.at(-1);
        if (last === undefined || page.length < 500) break;
        before = last.submitted;
      }
      return {
        json: { me: await meOf(service, player.id), key: player.key, runs },
        headers: { 'Content-Disposition': 'attachment; filename="syntony-player.json"' },
      };
    },
  }),
  route({
    id: 'player',
    method: 'GET',
    path: '/api/players/{player}',
    doc: 'A player, and where they stand.',
    who: 'nobody',
    limit: 'read',
    cache: 'public, max-age=5',
    params: z.object({ player: PlayerId }),
    answer: {
      status: 200,
      type: 'application/json',
      schema: z.object({
        id: z.string(),
        name: z.string(),
        country: z.string().nullable(),
        since: z.string(),
        bests: z.array(Place.extend({ board: z.string() })),
      }),
    },
    errors: ['noSuchPlayer'],
    async handle({ service, params }) {
      return { json: await playerPage(service, params.player) };
    },
  }),
  route({
    id: 'playerRuns',
    method: 'GET',
    path: '/api/players/{player}/runs',
    doc: 'A player’s runs, the newest first. What is hidden is left out.',
    who: 'nobody',
    limit: 'read',
    params: z.object({ player: PlayerId }),
    query: z.object({ before: wholeIn(0, Number.MAX_SAFE_INTEGER).optional(), limit: wholeIn(1, 100).optional() }),
    answer: {
      status: 200,
      type: 'application/json',
      schema: z.object({ runs: z.array(RunAnswer), next: z.int().nullable() }),
    },
    errors: ['noSuchPlayer'],
    async handle({ service, params, query }) {
      const limit = query.limit ?? 50;
      await shownPlayer(service, params.player);
      const page = await service.store.runs.ofPlayer(params.player, limit, query.before ?? Number.MAX_SAFE_INTEGER);
      const runs = page.filter((run) => run.hidden === 0).map((run) => runAnswer(run, null));
      return { json: { runs, next: page.length < limit ? null : (page.at(-1)?.submitted ?? null) } };
    },
  }),
];

export async function playerPage(service: Service, id: string) {
  const player = await shownPlayer(service, id);
  const rows = await service.store.lists.ofPlayer(id);
  const bests = await Promise.all(
    rows.map(async (row) => ({
      ...placed(row, (await service.store.lists.faster(row.list, row.ticks)) + 1),
      board: row.board,
    })),
  );
  return { id, name: player.name, country: player.country, since: new Date(player.created).toISOString(), bests };
}

async function shownPlayer(service: Service, id: string) {
  const player = await service.store.players.get(id);
  if (player === undefined || player.hidden === 1) throw new ApiError('noSuchPlayer', 'There is no such player.');
  return player;
}

async function meOf(service: Service, id: string): Promise<z.infer<typeof Me>> {
  const player = await service.store.players.get(id);
  if (player === undefined) throw new ApiError('noSuchPlayer', 'There is no such player.');
  const { name, country, created, hidden } = player;
  const why = hidden === 1 ? ((await service.store.moderation.about(id))?.reason ?? null) : null;
  return { id, name, country, since: new Date(created).toISOString(), hidden: hidden === 1, why };
}

/** For who chose none: pieces of the id, more than one, as another may be called so by now, or it may spell something. */
function ownNames(id: string): readonly { readonly name: string; readonly skeleton: string }[] {
  const letters = id.replace(/[_-]/g, '');
  return [0, 6, 12].flatMap((at) => {
    const read = readName(`Runner ${letters.slice(at, at + 6)}`);
    return 'why' in read ? [] : [read];
  });
}

export function nameOf(said: string): { readonly name: string; readonly skeleton: string } {
  const read = readName(said);
  if ('why' in read) throw new ApiError('badBody', NAME_PROBLEMS[read.why], { field: 'name' });
  return read;
}

function taken(): ApiError {
  return new ApiError(
    'nameTaken',
    'Somebody is called that, or so much like it that people would take one for the other.',
    {
      field: 'name',
    },
  );
}
