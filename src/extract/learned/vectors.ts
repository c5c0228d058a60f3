import type { Token } from '../document.ts';

/** Word vectors of one language: what words stand beside like words. */
export interface Vectors {
  readonly size: number;
  /** Row of a word in lower case. */
  readonly rows: ReadonlyMap<string, number>;
  /** Rows of `size` numbers, -127 to 127, all of about the same length. */
  readonly numbers: Int8Array;
}

const FULL_SCALE = 127;

/** The mean vector of the words that are known, each number about -1 to 1; null where none is. */
export function meanVector(tokens: readonly Token[], { size, rows, numbers }: Vectors): readonly number[] | null {
  const sum = new Int32Array(size);
  let known = 0;
  for (const { lower } of tokens) {
    const row = rows.get(lower);
    if (row === undefined) continue;
    known += 1;
    for (let at = 0; at < size; at += 1) sum[at] = (sum[at] ?? 0) + (numbers[row * size + at] ?? 0);
  }
  return known === 0 ? null : Array.from(sum, (number) => number / known / FULL_SCALE);
}

/** @throws RangeError where there are not `size` numbers for each word */
export function readVectors(words: readonly string[], size: number, bytes: Uint8Array): Vectors {
  if (bytes.length !== words.length * size)
    throw new RangeError(`${bytes.length} numbers for ${words.length} words of ${size}`);
  const numbers = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return { size, rows: new Map(words.map((word, row) => [word, row])), numbers };
}
