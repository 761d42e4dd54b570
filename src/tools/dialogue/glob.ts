// Which files a project takes: `*` and `?` within a name, `**` over any number of folders, `..` at the front.

import { readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** Nobody keeps scripts there, and looking takes longer than all the rest. */
const NEVER = new Set(['node_modules', '.git']);

/** Absolute paths under `root` (or where `..` leads), sorted, each once. */
export function findFiles(root: string, patterns: readonly string[], exclude: readonly string[]): string[] {
  const found = new Set<string>();
  for (const [base, inside] of groupByBase(root, patterns)) {
    for (const path of walk(base)) if (inside(path) && !matchesAny(root, exclude, path)) found.add(path);
  }
  return [...found].sort(byCodeUnit);
}

export function matchesAny(root: string, patterns: readonly string[], path: string): boolean {
  return groupByBase(root, patterns).some(([, inside]) => inside(path));
}

/** Each pattern's own folder to begin at, for `../shared/*.yarn` leaves the project's. */
function groupByBase(root: string, patterns: readonly string[]): (readonly [string, (path: string) => boolean])[] {
  return patterns.map((pattern) => {
    const parts = pattern.replaceAll('\\', '/').replace(/^\.\//, '').split('/');
    const firstWild = parts.findIndex((part) => /[*?]/.test(part));
    const plain = firstWild < 0 ? parts.length - 1 : firstWild;
    const base = resolve(root, ...parts.slice(0, plain));
    const wanted = regexOf(parts.slice(plain));
    return [
      base,
      (path: string): boolean => {
        const rest = relative(base, path).split(sep).join('/');
        return !rest.startsWith('../') && wanted.test(rest);
      },
    ] as const;
  });
}

function regexOf(parts: readonly string[]): RegExp {
  const last = parts.length - 1;
  const source = parts.map((part, k) => {
    if (part === '**') return k === last ? '.*' : '(?:[^/]+/)*';
    const name = part
      .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('*', '[^/]*')
      .replaceAll('?', '[^/]');
    return k === last ? name : `${name}/`;
  });
  return new RegExp(`^${source.join('')}$`, 'u');
}

function* walk(folder: string): Generator<string> {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return; // a pattern may name a folder that is not there
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!NEVER.has(entry.name)) yield* walk(path);
    } else if (entry.isFile() || entry.isSymbolicLink()) yield path;
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
