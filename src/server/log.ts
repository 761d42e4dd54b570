// What happens here, a line of JSON each, for machines that read logs. No address, no key, no name of anybody in it.

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type Level = (typeof LEVELS)[number];

type Facts = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  readonly info: (what: string, facts?: Facts) => void;
  readonly warn: (what: string, facts?: Facts) => void;
  readonly error: (what: string, facts?: Facts) => void;
}

export function isLevel(said: string): said is Level {
  return (LEVELS as readonly string[]).includes(said);
}

export const LEVEL_NAMES = LEVELS.join(', ');

export function logTo(write: (line: string) => void, least: Level): Log {
  const at =
    (level: Level) =>
    (what: string, facts: Facts = {}) => {
      if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return;
      write(JSON.stringify({ at: new Date().toISOString(), level, what, ...facts }));
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
