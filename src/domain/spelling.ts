/**
 * How many letters must be put in, left out, changed or swapped with the next to get from one word to the other
 * (Damerau-Levenshtein, no letter edited twice). Counts UTF-16 code units.
 * @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance#Optimal_string_alignment_distance
 */
export function spellingDistance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = nextRow(a, b, row, last, beforeLast);
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? 0;
}

/** How far a name may be from what was typed and still be offered: a third of a short word, three letters of a long one. */
export function farthest(typed: string): number {
  return Math.min(3, Math.max(1, Math.floor(typed.length / 3)));
}

function nextRow(
  a: string,
  b: string,
  row: number,
  last: readonly number[],
  beforeLast: readonly number[],
): readonly number[] {
  const current = [row];
  for (let column = 1; column <= b.length; column++) {
    const changed = cell(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
    const swaps = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    const swapped = swaps ? cell(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY;
    current.push(Math.min(cell(last, column) + 1, cell(current, column - 1) + 1, changed, swapped));
  }
  return current;
}

const cell = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
