// Requests over so many connections and no more, which stay open: as many browsers behind one proxy, and cheap to send.

import { Agent, request } from 'node:http';
import { BadInput } from '../cli.ts';

/** Whoever waits longer has gone elsewhere. */
const PATIENCE_MS = 30_000;

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Only a service on this machine is asked: what bears down on somebody else's is an attack, whoever means well. */
export function loopback(said: string): URL {
  if (!URL.canParse(said)) throw new BadInput(`--url should be as http://localhost:8080, not “${said}”`);
  const url = new URL(said);
  const isHere = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  if (!isHere)
    throw new BadInput(
      `load is for a service on this machine, and “${url.hostname}” is elsewhere; start one here and name it: --url http://localhost:8080`,
    );
  if (url.protocol !== 'http:') throw new BadInput(`--url should begin with http://, not “${url.protocol}//”`);
  return url;
}

export class Wire {
  private readonly agent: Agent;
  private readonly url: URL;

  constructor(url: URL, connections: number) {
    this.url = url;
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Any status is an answer; an error is that none came. */
  ask({ method, path, headers = {}, body }: Asked): Promise<Answer> {
    const { hostname, port } = this.url;
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: hostname.replace(/^\[|\]$/g, ''),
          port,
          method,
          path,
          agent: this.agent,
          timeout: PATIENCE_MS,
          headers: body === undefined ? headers : { ...headers, 'Content-Length': body.length },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
          );
        },
      );
      sent.on('error', reject);
      sent.on('timeout', () => sent.destroy(new Error(`no answer in ${PATIENCE_MS / 1000} s`)));
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
