// Many measurements in few numbers.

/** The smallest that so large a share of all is not above; null of nothing. */
export function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

/** To so many digits that mean something: nobody reads the rest. */
export function short(value: number): number {
  return Number(value.toPrecision(3));
}
