// What a player signs with the key that their browser made: who orders what, when. There are no passwords; whoever has the
// key is the player. Only the text is made here; client and server each have the platform's own means to sign and to check.

export interface Order {
  readonly method: string;
  /** With its query, as it is sent. */
  readonly path: string;
  /** SHA-256 of the body, base64url, as it is before anything packs it for the way; of nothing where there is none. */
  readonly body: string;
  readonly player: string;
  /** Milliseconds since 1970, by the player's clock. */
  readonly time: number;
  /** Thrown anew for every order. */
  readonly nonce: string;
}

export function orderText({ method, path, body, player, time, nonce }: Order): string {
  return `syntony 1\n${method}\n${path}\n${body}\n${player}\n${time}\n${nonce}`;
}

/** As it stands in the header `Authorization`. */
export function orderHeader({ player, time, nonce }: Order, signature: string): string {
  return `Syntony ${player}.${time}.${nonce}.${signature}`;
}

const HEADER = /^Syntony ([\w-]{22})\.(\d{1,15})\.([\w-]{8,40})\.([\w-]{86})$/;

export function readOrderHeader(
  header: string,
): { readonly player: string; readonly time: number; readonly nonce: string; readonly signature: string } | null {
  const [, player, time, nonce, signature] = HEADER.exec(header) ?? [];
  if (player === undefined || time === undefined || nonce === undefined || signature === undefined) return null;
  return { player, time: Number(time), nonce, signature };
}
