// What people do about each other: reports and appeals by anybody who plays, deeds by moderators. Every deed has a reason that
// whoever it is about can read, and can be undone.

import { z } from 'zod';
import type { Service } from '../service.ts';
import { DEEDS } from '../store/moderation.ts';
import { ApiError } from './errors.ts';
import { nameOf } from './players.ts';
import { route, type Route } from './route.ts';
import { runAnswer, RunAnswer, wholeIn } from './shapes.ts';

const REASONS = ['cheating', 'stolen', 'name', 'other'] as const;
const Target = z.string().regex(/^[\w-]{22}$/, 'The id of a run or of a player.');
const Words = z.string().max(2000);
const Reason = z.string().trim().min(3, 'A reason that can be read.').max(500);
const Deed = z.enum(DEEDS);

const Done = z.object({
  id: z.int(),
  at: z.string(),
  by: z.string(),
  deed: Deed,
  target: z.string(),
  reason: z.string(),
  undoes: z.int().nullable(),
});
const Report = z.object({
  id: z.int(),
  at: z.string(),
  by: z.string(),
  kind: z.enum(['report', 'appeal']),
  target: z.string(),
  reason: z.string(),
  words: z.string(),
});

export const people: readonly Route[] = [
  route({
    id: 'report',
    method: 'POST',
    path: '/api/reports',
    doc: 'A run or a player that a moderator should look at.',
    who: 'player',
    limit: 'report',
    once: true,
    body: z.object({ target: Target, reason: z.enum(REASONS), words: Words.optional() }),
    answer: { status: 201, type: 'application/json', schema: z.object({ thanks: z.boolean() }) },
    errors: ['notFound'],
    async handle({ service, player, body, now }) {
      await exists(service, body.target);
      const { target, reason, words = '' } = body;
      await service.store.moderation.report({ at: now, by: player.id, kind: 'report', target, reason, words });
      return { status: 201, json: { thanks: true } };
    },
  }),
  route({
    id: 'appeal',
    method: 'POST',
    path: '/api/appeals',
    doc: 'Against what was done about one’s own run or name: another look is taken at it.',
    who: 'player',
    limit: 'report',
    once: true,
    body: z.object({ target: Target, words: z.string().trim().min(3, 'What should be looked at again?').max(2000) }),
    answer: { status: 201, type: 'application/json', schema: z.object({ thanks: z.boolean() }) },
    errors: ['notFound', 'notAllowed'],
    async handle({ service, player, body, now }) {
      const run = await service.store.runs.get(body.target);
      if (body.target !== player.id && run?.player !== player.id)
        throw new ApiError('notAllowed', 'One appeals for oneself: one’s own id, or a run of one’s own.', {
          field: 'target',
        });
      const { target, words } = body;
      await service.store.moderation.report({
        at: now,
        by: player.id,
        kind: 'appeal',
        target,
        reason: 'appeal',
        words,
      });
      return { status: 201, json: { thanks: true } };
    },
  }),
  route({
    id: 'queue',
    method: 'GET',
    path: '/api/moderation/queue',
    doc: 'What waits for a person: reports, appeals, runs that look wrong by themselves.',
    who: 'moderator',
    limit: 'read',
    answer: {
      status: 200,
      type: 'application/json',
      schema: z.object({ reports: z.array(Report), suspects: z.array(RunAnswer) }),
    },
    errors: [],
    async handle({ service }) {
      const { reports, suspects } = await service.store.moderation.queue();
      return {
        json: {
          reports: reports.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
          suspects: suspects.map((run) => runAnswer(run, run.suspect)),
        },
      };
    },
  }),
  route({
    id: 'closeReport',
    method: 'DELETE',
    path: '/api/moderation/queue/{report}',
    doc: 'Nothing is to be done about that.',
    who: 'moderator',
    limit: 'write',
    params: z.object({ report: wholeIn(1, 1e12) }),
    answer: { status: 204, type: '' },
    errors: ['notFound'],
    async handle({ service, params, now }) {
      if (!(await service.store.moderation.close(params.report, now)))
        throw new ApiError('notFound', 'There is no such open report.');
      return { status: 204 };
    },
  }),
  route({
    id: 'deeds',
    method: 'GET',
    path: '/api/moderation/deeds',
    doc: 'What was done, by whom and why, the newest first.',
    who: 'moderator',
    limit: 'read',
    query: z.object({ limit: wholeIn(1, 500).optional() }),
    answer: { status: 200, type: 'application/json', schema: z.object({ deeds: z.array(Done) }) },
    errors: [],
    async handle({ service, query }) {
      const deeds = await service.store.moderation.log(query.limit ?? 100);
      return {
        json: { deeds: deeds.map(({ before: _before, ...one }) => ({ ...one, at: new Date(one.at).toISOString() })) },
      };
    },
  }),
  route({
    id: 'deed',
    method: 'POST',
    path: '/api/moderation/deeds',
    doc: 'Hides or shows a run or a player, or gives a player another name.',
    who: 'moderator',
    limit: 'write',
    body: z.object({ deed: Deed, target: Target, reason: Reason, name: z.string().max(200).optional() }),
    answer: { status: 201, type: 'application/json', schema: z.object({ done: z.boolean() }) },
    errors: ['notFound', 'nameTaken'],
    async handle({ service, body, moderator, now }) {
      const { deed, target, reason } = body;
      if (deed === 'renamePlayer' && body.name === undefined)
        throw new ApiError('badBody', 'Which name should it be?', { field: 'name' });
      const name = body.name === undefined ? {} : { name: nameOf(body.name) };
      told(await service.store.moderation.do({ deed, target, reason, by: moderator, at: now, ...name }));
      return { status: 201, json: { done: true } };
    },
  }),
  route({
    id: 'undo',
    method: 'DELETE',
    path: '/api/moderation/deeds/{deed}',
    doc: 'Takes a deed back; that is a deed too.',
    who: 'moderator',
    limit: 'write',
    params: z.object({ deed: wholeIn(1, 1e12) }),
    answer: { status: 204, type: '' },
    errors: ['notFound', 'undoneAlready', 'nameTaken'],
    async handle({ service, params, moderator, now }) {
      told(await service.store.moderation.undo(params.deed, moderator, 'taken back', now));
      return { status: 204 };
    },
  }),
];

async function exists(service: Service, target: string): Promise<void> {
  const { store } = service;
  if ((await store.runs.get(target)) === undefined && (await store.players.get(target)) === undefined)
    throw new ApiError('notFound', 'There is no run and no player with that id.', { field: 'target' });
}

function told(how: 'done' | 'noSuchTarget' | 'nameTaken' | 'undoneAlready'): void {
  if (how === 'noSuchTarget') throw new ApiError('notFound', 'There is nothing with that id.', { field: 'target' });
  if (how === 'nameTaken') throw new ApiError('nameTaken', 'Somebody else is called that by now.', { field: 'name' });
  if (how === 'undoneAlready') throw new ApiError('undoneAlready', 'That was taken back before.');
}
