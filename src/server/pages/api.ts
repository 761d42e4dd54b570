// The API for people to read, made from the rows that serve it.

import { z } from 'zod';
import { orderHeader, orderText } from '../../core/board/signing.ts';
import { STATUS, type Code } from '../api/errors.ts';
import { LIMITS } from '../api/limits.ts';
import { errorsOf } from '../api/openapi.ts';
import type { Route, Who } from '../api/route.ts';
import { html, type Markup } from './html.ts';
import type { Page } from './layout.ts';

const WHO: Readonly<Record<Who, string>> = {
  nobody: 'Anybody.',
  player: 'A player, signed.',
  newcomer: 'A new player, signed with the key in the body.',
  moderator: 'A moderator, with the token that the operator gave them.',
};

const GROUPS: readonly { readonly title: string; readonly has: (path: string) => boolean }[] = [
  { title: 'Boards', has: (path) => path.startsWith('/api/boards') },
  { title: 'Attempts and runs', has: (path) => /^\/api\/(tickets|runs)/.test(path) },
  { title: 'Players', has: (path) => /^\/api\/(players|me)/.test(path) },
  { title: 'To follow along', has: (path) => /^\/api\/(events|dump|webhooks)/.test(path) },
  { title: 'Reports and moderation', has: () => true },
];

const EXAMPLE = {
  method: 'POST',
  path: '/api/tickets',
  body: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
  player: 'Qm9hcmRzIG9mIFN5bnRvbn',
  time: 1_764_942_000_000,
  nonce: 'c2luZ2xlLXVzZS0x',
};

export function apiPage(routes: readonly Route[]): Page {
  const left = new Set(routes);
  const groups = GROUPS.map(({ title, has }) => {
    const own = [...left].filter(({ path }) => has(path));
    for (const one of own) left.delete(one);
    return { title, own };
  });
  return {
    title: 'API',
    here: 'api',
    body: html`<h1>The API of the boards</h1>
      <p class="lead">
        Everything on these pages, for programs. It speaks JSON over HTTP, and
        <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1) describes it for machines.
      </p>
      ${WORDS} ${signing()}
      ${groups.map(
        ({ title, own }) =>
          html`<section>
            <h2>${title}</h2>
            ${own.map(routeOf)}
          </section>`,
      )}
      ${errors()}`,
  };
}

const WORDS = html`<section>
  <h2>Words</h2>
  <p>Where speedrun.com has a word for something, it is the same word here.</p>
  <dl class="facts">
    <div>
      <dt><code>place</code></dt>
      <dd>Where a run stands. Equals share a place: 1, 2, 2, 4.</dd>
    </div>
    <div>
      <dt><code>times</code></dt>
      <dd>
        <code>primary</code> and <code>ingame</code> are seconds by the game: ticks / 120, rounded down to the
        millisecond. <code>realtime</code> is seconds by the server’s clock, or null where it did not see the run begin.
        <code>ticks</code> is what ranks.
      </dd>
    </div>
    <div>
      <dt><code>values</code></dt>
      <dd>
        What sets the boards of one network or story apart: <code>seed</code>, <code>text</code>, <code>play</code>.
      </dd>
    </div>
    <div>
      <dt>A board’s id</dt>
      <dd>
        <code>plan:seed:text:play</code>, as <code>training/01:set:skip:plain</code>. In a path, its slashes are written
        <code>%2F</code>.
      </dd>
    </div>
    <div>
      <dt>An error</dt>
      <dd><code>{"error": {"code", "message", "field"}}</code>, and the status that the list below has.</dd>
    </div>
  </dl>
  <p>
    Who asks too much at once gets 429 with <code>Retry-After</code>. Answers that may be kept have an
    <code>ETag</code>; send it back as <code>If-None-Match</code>. Pages of other sites cannot read the API in a
    browser: there is no CORS. They may show <code>/embed/boards/BOARD</code> in a frame, and a stream may lay
    <code>/overlay/PLAYER?board=BOARD</code> over its picture.
  </p>
</section>`;

function signing(): Markup {
  const text = orderText(EXAMPLE);
  return html`<section>
    <h2>Signing an order</h2>
    <p>
      There are no passwords. A player is a key pair (ECDSA, P-256) that their browser made; whoever has the key is the
      player.
    </p>
    <ol>
      <li>
        The player’s id is the first 22 signs of the SHA-256 of the public key (65 bytes, uncompressed), in base64url.
        Register the key once with <code>POST /api/players</code>.
      </li>
      <li>
        Write these seven lines, joined by line feeds, with none at the end: the word <code>syntony 1</code>, the
        method, the path with its query as it is sent, the SHA-256 of the body in base64url (of nothing, where there is
        no body), the id, the time in milliseconds since 1970, and a nonce of 8 to 40 signs, drawn anew for each order.
        <pre tabindex="0" role="region" aria-label="What is signed">${text}</pre>
      </li>
      <li>Sign that text with SHA-256, and write the signature as r and s (64 bytes) in base64url: 86 signs.</li>
      <li>
        Send it in one header:
        <pre tabindex="0" role="region" aria-label="The header">
Authorization: ${orderHeader(EXAMPLE, 'SIGNATURE')}</pre>
      </li>
    </ol>
    <p>
      Your clock may be five minutes off; the server’s is in the header <code>Date</code>. An order that changes
      something by itself is believed once: sign each anew.
    </p>
  </section>`;
}

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number;
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

function routeOf(one: Route): Markup {
  const { burst, perSecond } = LIMITS[one.limit];
  const minute = Math.round(perSecond * 60);
  return html`<article class="plate route" id="${one.id}">
    <h3><span class="method">${one.method}</span> <code>${one.path}</code></h3>
    <p>${one.doc}</p>
    ${fields([
      ...fieldsOf(one.params, 'path', true),
      ...fieldsOf(one.query, 'query', false),
      ...fieldsOf(one.body, 'body', false),
      ...(one.bytes === undefined ? [] : [bytesField(one.bytes)]),
    ])}
    <dl class="facts">
      <div>
        <dt>Who may</dt>
        <dd>${WHO[one.who]}</dd>
      </div>
      <div>
        <dt>Answers</dt>
        <dd>
          ${one.answer.status}${one.answer.type !== '' && html`, <code>${one.answer.type}</code>`}${answered(one)}
        </dd>
      </div>
      <div>
        <dt>How often</dt>
        <dd>${burst} at once, then ${minute} a minute.</dd>
      </div>
      <div>
        <dt>Errors</dt>
        <dd>${errorsOf(one).map((code) => html`<a href="#error-${code}"><code>${code}</code></a> `)}</dd>
      </div>
    </dl>
  </article>`;
}

interface Field {
  readonly name: string;
  readonly where: string;
  readonly isNeeded: boolean;
  readonly words: string;
}

function bytesField(bytes: number): Field {
  return {
    name: 'the file',
    where: 'body',
    isNeeded: true,
    words: `application/octet-stream, ${bytes / 1024} KiB at most`,
  };
}

function fields(all: readonly Field[]): Markup | false {
  return (
    all.length > 0 &&
    html`<ul class="fields">
      ${all.map(
        ({ name, where, isNeeded, words }) =>
          html`<li>
            <code>${name}</code> <span class="where">${where}${isNeeded ? '' : ', may be left out'}</span> ${words}
          </li>`,
      )}
    </ul>`
  );
}

function fieldsOf(shape: z.ZodObject | undefined, where: string, areNeeded: boolean): readonly Field[] {
  if (shape === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(shape, 'input');
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    where,
    isNeeded: areNeeded || required.includes(name),
    words: wordsOf(schema),
  }));
}

function answered({ answer }: Route): Markup | false {
  const names = answer.schema === undefined ? [] : Object.keys(schemaOf(answer.schema, 'output').properties ?? {});
  return names.length > 0 && html`: ${names.map((name, i) => html`${i > 0 && ', '}<code>${name}</code>`)}`;
}

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Schema {
  return z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Schema;
}

function wordsOf(schema: Schema): string {
  if (schema.description !== undefined) return schema.description;
  if (schema.enum !== undefined) return schema.enum.map(String).join(', ');
  if (schema.const !== undefined) return String(schema.const);
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(wordsOf))].join(' or ');
  return PATTERNS[schema.pattern ?? ''] ?? schema.type ?? '';
}

/** What the shapes of the answers say by a pattern, for people. */
const PATTERNS: Readonly<Record<string, string>> = {
  '^[\\w-]{22}$': 'an id of 22 signs',
  '^[\\w-]{43}$': 'a sum of 43 signs',
  '^[A-Z]{2}$': 'a country, as FI',
  '^\\d{1,16}$': 'a whole number',
  '^20\\d\\d-(0[1-9]|1[0-2])$': 'a month, as 2026-11',
};

function errors(): Markup {
  const all = Object.entries(STATUS) as [Code, number][];
  return html`<section>
    <h2>Errors</h2>
    <ul class="errors">
      ${all.map(([code, status]) => html`<li id="error-${code}"><code>${code}</code> <span class="status">${status}</span> ${MEANS[code]}</li>`)}
    </ul>
  </section>`;
}

const MEANS: Readonly<Record<Code, string>> = {
  badRequest: 'Something in the address is not as it should be; field says what.',
  badBody: 'Something in the body is not as it should be; field says what.',
  badReplay: 'The file is no replay that can be read, or one that is too long.',
  notSigned: 'There is no signature or token.',
  badSignature: 'The signature is not of this order, or nobody is registered with that key.',
  badClock: 'The clocks are more than five minutes apart. Set yours and sign anew.',
  usedOrder: 'This very order was given before. Sign a new one.',
  notAllowed: 'Whoever asks may not do that.',
  playerHidden: 'A moderator has hidden this player. GET /api/me says why, and POST /api/appeals answers it.',
  notFound: 'There is nothing by that name.',
  noSuchBoard: 'There is no such board, or it is not open today.',
  noSuchRun: 'There is no such run, or no replay of it to show.',
  noSuchPlayer: 'There is no such player, or not on that board.',
  noSuchTicket: 'The player has no such ticket.',
  wrongMethod: 'The address has no such method; the header Allow says which it has.',
  nameTaken: 'Somebody has that name, or one that looks like it.',
  ticketUsed: 'The ticket became a run already. Take a new one for each attempt.',
  ticketExpired: 'The ticket’s time is over.',
  duplicateRun: 'The board has a run with the same inputs.',
  contradicts: 'Something else was said before about the same attempt.',
  undoneAlready: 'That was taken back before.',
  wrongRun: 'The run is not the one its ticket was for; field says in what.',
  tooLarge: 'The body is larger than it may be.',
  wrongType: 'The body is of another type than it should be.',
  tooMany: 'Too much at once. Retry-After says when to try again.',
  broken: 'Something is broken on the server. It was written down.',
  away: 'The database does not answer. Nothing was lost; try again.',
};
