// The command as it is typed, and its bounds: a slip of a digit should not keep a machine busy for a day.

import { BadInput, EXIT, needed, print, printJson, whole, type Command, type Given } from '../cli.ts';
import { borne, drive, type Drive } from './drive.ts';
import { loopback } from './wire.ts';
import { loadInWords } from './words.ts';

const REQUESTS_MOST = 100_000;

export const load: Command = {
  usage: 'load -- --url http://localhost:PORT --rps N --seconds S [--players P] [--connections C]',
  doc: 'Real runs by many players, and people who look at boards, at a steady rate whatever the service does. Drives only a service on this machine, which should run with LIMITS=off. Exit code 1: it did not bear it.',
  words: [0, 0],
  options: {
    url: { type: 'string' },
    rps: { type: 'string' },
    seconds: { type: 'string' },
    players: { type: 'string' },
    connections: { type: 'string' },
  },
  help: {
    url: 'where the service is',
    rps: 'requests a second, 1 to 2000; 50 unless said. Every fourth is a run',
    seconds: 'for how long, 1 to 600; 10 unless said. At most 100 000 requests in all',
    players: 'who send runs, 1 to 1000; 20 unless said',
    connections: 'so many requests under way at most, 1 to 512; 32 unless said',
  },
  async run(given) {
    const report = await drive(readDrive(given));
    if (given.json) printJson(report);
    else print(loadInWords(report));
    return borne(report) ? EXIT.ok : EXIT.no;
  },
};

function readDrive(given: Given): Drive {
  const url = loopback(needed(given, 'url'));
  const rps = whole(given, 'rps', 50, 1, 2000);
  const seconds = whole(given, 'seconds', 10, 1, 600);
  if (rps * seconds > REQUESTS_MOST)
    throw new BadInput(
      `${rps} a second for ${seconds} s are ${rps * seconds} requests, and ${REQUESTS_MOST} are the most; at that rate --seconds ${Math.floor(REQUESTS_MOST / rps)}`,
    );
  return {
    url,
    rps,
    seconds,
    players: whole(given, 'players', 20, 1, 1000),
    connections: whole(given, 'connections', 32, 1, 512),
  };
}
