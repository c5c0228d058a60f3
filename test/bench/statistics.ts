/** The value below which the share `q` of them lies, by the nearest rank; NaN of none. */
export function quantile(values: readonly number[], q: number): number {
  const rank = Math.max(1, Math.ceil(q * values.length));
  return values.toSorted((a, b) => a - b)[rank - 1] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
