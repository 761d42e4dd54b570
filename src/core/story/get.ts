// A table that came as JSON: what it has of its own, and nothing of what every object has.

/** A node may be called `constructor`. */
export function get<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
