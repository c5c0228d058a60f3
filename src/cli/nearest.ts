/** Names, those first that are the least signs away from what was typed; of equals in their order. */
export const nearestFirst = (typed: string, names: readonly string[]): readonly string[] =>
  names
    .map((name) => ({ name, away: signsApart(typed, name) }))
    .toSorted((a, b) => a.away - b.away)
    .map(({ name }) => name);

/** How many signs are to be put in, left out, or replaced, or turned with their neighbour, to make one word of the other. */
function signsApart(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (const [i, sign] of [...a].entries()) {
    const [above = [], before = []] = [rows.at(-1), rows.at(-2)];
    const row = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const isTurned = i > 0 && j > 0 && sign === b[j - 1] && a[i - 1] === other;
      const replaced = (above[j] ?? 0) + (sign === other ? 0 : 1);
      const turned = isTurned ? (before[j - 1] ?? 0) + 1 : replaced;
      row.push(Math.min((above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1, replaced, turned));
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}
