// SQL as it is written: sql`select … ${value}` keeps values out of the text. Both databases speak the same of it; what
// differs (placeholders, locks, claims) is each driver's. A query builder was tried on paper and left out: every hot
// statement here is an upsert, a claim or a keyset, which it would only spell out in another way.

export interface Query {
  readonly parts: readonly string[];
  readonly values: readonly Value[];
}

export type Value = string | number | null | Uint8Array;

export function sql(parts: TemplateStringsArray, ...given: readonly (Value | Query)[]): Query {
  const texts: string[] = [parts[0]];
  const values: Value[] = [];
  given.forEach((one, i) => {
    if (isQuery(one)) append(texts, values, one);
    else {
      values.push(one);
      texts.push('');
    }
    texts[texts.length - 1] += parts[i + 1];
  });
  return { parts: texts, values };
}

/** Several after one another: rows of an insert, conditions of a where. */
function joined(all: readonly Query[], between: string): Query {
  const texts = [''];
  const values: Value[] = [];
  all.forEach((one, i) => {
    if (i > 0) texts[texts.length - 1] += between;
    append(texts, values, one);
  });
  return { parts: texts, values };
}

/** A small whole number as part of the text: PostgreSQL plans a limit that it knows once, and one that it does not each time. */
export function limitOf(most: number): Query {
  return { parts: [`limit ${Math.max(0, Math.floor(most))}`], values: [] };
}

/** `(a, b, c)`, for `in`. */
export function listed(values: readonly Value[]): Query {
  return sql`(${joined(
    values.map((one) => sql`${one}`),
    ', ',
  )})`;
}

/** So many rows in one value: far fewer than a statement could do, and enough that it does not count. */
const ROWS = 500;

export function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < all.length; i += ROWS) yield all.slice(i, i + ROWS);
}

/**
 * Rows as a table, in one value as JSON: however many there are, the statement has the same text, and is planned once. Written
 * out as `values (…), (…)`, each number of them is another statement to both databases, and most of the time goes into plans.
 */
export function rowsOf(
  kind: Db['kind'],
  columns: Readonly<Record<string, 'text' | 'integer' | 'bigint'>>,
  rows: readonly (readonly (string | number | null)[])[],
): Query {
  const each = Object.entries(columns).map(([name, type], i) => `cast(e.value ->> ${i} as ${type}) as ${name}`);
  const [before, after] =
    kind === 'postgres' ? ['json_array_elements(cast(', ' as json)) as e(value)'] : ['json_each(', ') as e'];
  return { parts: [`(select ${each.join(', ')} from ${before}`, `${after})`], values: [JSON.stringify(rows)] };
}

/**
 * Said again for PostgreSQL, which may otherwise go through all of a table that it believes to be short and hold each row
 * beside such rows as these. SQLite takes tables in the order of a cross join, and would go by this instead.
 */
export function among(kind: Db['kind'], column: Query, list: Query): Query {
  return kind === 'postgres' ? sql`and ${column} in ${list}` : sql``;
}

function append(texts: string[], values: Value[], { parts, values: more }: Query): void {
  texts[texts.length - 1] += parts[0];
  texts.push(...parts.slice(1));
  values.push(...more);
}

function isQuery(one: Value | Query): one is Query {
  return typeof one === 'object' && one !== null && 'parts' in one;
}

export interface Sql {
  readonly kind: 'sqlite' | 'postgres';
  all<Row>(query: Query): Promise<readonly Row[]>;
  one<Row>(query: Query): Promise<Row | undefined>;
  /** How many rows it changed. */
  run(query: Query): Promise<number>;
}

/** Inside a transaction. */
export interface Tx extends Sql {
  /** Until the transaction ends nobody else holds any of these names: in one order, so that two never wait for each other. */
  lock(names: readonly string[]): Promise<void>;
}

export interface Db extends Sql {
  /** One transaction; it is kept when this answers. May be tried again, so `work` has no effect but on the database. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Statements without values, one after the other, by one process at a time. */
  migrate(work: (tx: Tx) => Promise<void>): Promise<void>;
  /** What was deleted is gone from the files too, as far as the database lets us say so. */
  scrub(): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The database does not answer, or not now. Whoever asked may ask again. */
export class AwayError extends Error {
  override readonly name = 'AwayError';

  constructor(cause: unknown) {
    super(`the database does not answer: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
