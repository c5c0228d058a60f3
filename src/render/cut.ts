/** Longest that a name may be in print; beyond it stands "…". */
const NAME_CHARS = 120;

/** A name or title short enough to stand in a line. Never cuts a surrogate pair. */
export function clip(text: string, most = NAME_CHARS): string {
  const points = [...text];
  return points.length <= most
    ? text
    : `${points
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/**
 * The longest beginning of `text` that ends before a space and, with "…" after it, `fits`.
 * @returns null where not even the first word does
 */
export function cutAtWord(text: string, fits: (cut: string) => boolean): string | null {
  const borders = [...text.matchAll(/\s+/gu)].map(({ index }) => index).filter((index) => index > 0);
  let [low, high] = [0, borders.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(`${text.slice(0, borders[middle - 1])}…`)) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? null : `${text.slice(0, borders[low - 1])}…`;
}
