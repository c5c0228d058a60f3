import type { Amount, Count } from '../domain/claim.ts';

export type Figure = Amount | Extract<Count, { readonly value: number }>;

/** "About 30,000" stands for anything within a tenth of it. */
const ABOUT = 0.1;

/** The values a figure allows, both ends included. */
function rangeOf({ value, valueMax, op }: Figure): readonly [number, number] {
  switch (op) {
    case 'eq':
      return [value, valueMax ?? value];
    case 'about':
      return [value * (1 - ABOUT), (valueMax ?? value) * (1 + ABOUT)];
    case 'gt':
    case 'ge':
      return [value, Number.POSITIVE_INFINITY];
    case 'lt':
    case 'le':
      return [0, value];
  }
}

/** The step to which a number is given: 61 billion to the billion, 60.84 billion to ten million, 8,000 to the thousand. */
function stepOf(value: number): number {
  const scale = [1e12, 1e9, 1e6, 1e3, 1].find((s) => value >= s) ?? 1;
  const decimals =
    [0, 1, 2, 3].find((d) => Math.abs((value / scale) * 10 ** d - Math.round((value / scale) * 10 ** d)) < 1e-6) ?? 3;
  return scale / 10 ** decimals;
}

const roundsTo = (fine: number, coarse: number): boolean =>
  Math.round(fine / stepOf(coarse)) * stepOf(coarse) === coarse;

/** Whether two figures of one thing cannot both hold. A figure and its rounding do not contradict each other. */
export function contradict(a: Figure, b: Figure): boolean {
  const [[aFrom, aTo], [bFrom, bTo]] = [rangeOf(a), rangeOf(b)];
  return (aTo < bFrom || bTo < aFrom) && !roundsTo(a.value, b.value) && !roundsTo(b.value, a.value);
}

/** How far apart two figures are, as a share of the larger one. */
export const gapOf = (a: Figure, b: Figure): number => Math.abs(a.value - b.value) / Math.max(a.value, b.value);
