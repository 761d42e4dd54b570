// Everything that can go wrong with a request, by a name that machines read and a sentence that people do.

export const STATUS = {
  badRequest: 400,
  badBody: 400,
  badReplay: 400,
  notSigned: 401,
  badSignature: 401,
  badClock: 401,
  usedOrder: 401,
  notAllowed: 403,
  playerHidden: 403,
  notFound: 404,
  noSuchBoard: 404,
  noSuchRun: 404,
  noSuchPlayer: 404,
  noSuchTicket: 404,
  wrongMethod: 405,
  nameTaken: 409,
  ticketUsed: 409,
  ticketExpired: 409,
  duplicateRun: 409,
  contradicts: 409,
  undoneAlready: 409,
  wrongRun: 409,
  tooLarge: 413,
  wrongType: 415,
  tooMany: 429,
  broken: 500,
  away: 503,
} as const;
export type Code = keyof typeof STATUS;

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: Code;
  readonly field: string | undefined;
  /** Seconds after which it may be asked again. */
  readonly retryAfter: number | undefined;

  constructor(
    code: Code,
    message: string,
    more: { readonly field?: string | undefined; readonly retryAfter?: number } = {},
  ) {
    super(message);
    this.code = code;
    this.field = more.field;
    this.retryAfter = more.retryAfter;
  }
}

export function answerTo(error: ApiError): Response {
  const { code, message, field, retryAfter } = error;
  const headers = new Headers({ 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  if (retryAfter !== undefined) headers.set('Retry-After', String(Math.max(1, Math.ceil(retryAfter))));
  // what is still coming of it is not read
  if (code === 'tooLarge') headers.set('Connection', 'close');
  if (STATUS[code] === 401) headers.set('WWW-Authenticate', 'Syntony');
  const body = { error: { code, message, ...(field === undefined ? {} : { field }) } };
  return new Response(JSON.stringify(body), { status: STATUS[code], headers });
}
