/** Words in a row that two texts hardly share unless one has them from the other, or both from a third. */
const SHINGLE_WORDS = 8;
/** Shingles kept of a text: those with the lowest hashes, so that two texts keep the same ones of what they share. */
const KEPT = 96;
/** Share of the shorter text's shingles that the longer one has, from which on one is a copy. */
const COPIED = 0.5;
/** Hashes by which copies are found: of two texts of one length that share half, 1 pair in 100 has none of these in common. */
const MARKS = 12;
/** Texts with fewer shingles are too short to tell. */
const LEAST = 12;

/** The number of a text's shingles, then the lowest hashes of them, ascending, as 32-bit numbers (little-endian). */
export function sketchOf(text: string): Uint8Array {
  const hashes = [...new Set(shinglesOf(text))].sort((a, b) => a - b);
  const view = new DataView(new ArrayBuffer(4 * (1 + Math.min(KEPT, hashes.length))));
  for (const [at, value] of [hashes.length, ...hashes.slice(0, KEPT)].entries()) view.setUint32(4 * at, value, true);
  return new Uint8Array(view.buffer);
}

export interface Sketch {
  /** Different shingles of the whole text. */
  readonly count: number;
  /** Ascending. */
  readonly lowest: readonly number[];
}

/** Never throws: bytes that are no sketch are like no other. */
export function sketchFrom(bytes: Uint8Array): Sketch {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = Array.from({ length: Math.floor(bytes.byteLength / 4) }, (_, at) => view.getUint32(4 * at, true));
  const [count = 0, ...lowest] = numbers;
  return { count, lowest };
}

/** Whether one text has most of the other. */
export const areCopies = (a: Sketch, b: Sketch): boolean => sharedOf(a, b) >= COPIED;

/** `EventRules.likeness`. */
export function likeness(a: Uint8Array, b: Uint8Array): number {
  const shared = sharedOf(sketchFrom(a), sketchFrom(b));
  return shared >= COPIED ? Math.min(1, shared) : 0;
}

/** `EventRules.marksOf`. */
export const marksOf = (sketch: Uint8Array): readonly number[] => sketchFrom(sketch).lowest.slice(0, MARKS);

/** The share of the shorter text that the longer one has: an estimate, which may exceed 1. */
function sharedOf(a: Sketch, b: Sketch): number {
  const shorter = Math.min(a.count, b.count);
  if (shorter < LEAST) return 0;
  const alike = jaccard(a.lowest, b.lowest);
  return ((alike / (1 + alike)) * (a.count + b.count)) / shorter;
}

/** Of the lowest hashes of both texts together, the share that both have. */
function jaccard(a: readonly number[], b: readonly number[]): number {
  const [ofA, ofB] = [new Set(a), new Set(b)];
  const lowest = [...ofA.union(ofB)].sort((x, y) => x - y).slice(0, Math.max(a.length, b.length));
  return lowest.filter((hash) => ofA.has(hash) && ofB.has(hash)).length / Math.max(1, lowest.length);
}

function shinglesOf(text: string): readonly number[] {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(wordHash);
  return words.slice(SHINGLE_WORDS - 1).map((_, at) => mixed(words.slice(at, at + SHINGLE_WORDS)));
}

/** FNV-1a. @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
function wordHash(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** In order, with the bits stirred, so that the lowest are a fair draw. @see https://github.com/aappleby/smhasher/wiki/MurmurHash3 */
function mixed(words: readonly number[]): number {
  const all = words.reduce((hash, word) => (Math.imul(hash, 31) + word) | 0, 7);
  const once = Math.imul(all ^ (all >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
