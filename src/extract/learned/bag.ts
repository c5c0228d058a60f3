/** Weights of all models lie in one table of this many places, most of them empty; features are hashed into it, so that no list of them is kept. */
export const TABLE_BITS = 23;
const MASK = 2 ** TABLE_BITS - 1;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const COLON = 0x3a;

/**
 * FNV-1a over the UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/).
 * @param before the hash of what stands before the text: with it, the two need not be written into one string
 */
export function hash(text: string, before: number = FNV_OFFSET): number {
  let value = before;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), FNV_PRIME);
  return value;
}

/** The hash of `before:part`. */
export const joined = (before: number, part: string): number => hash(part, Math.imul(before ^ COLON, FNV_PRIME));

/** What is seen of a thing to be judged, by the hashes of its features: they belong to no model yet. */
export interface Features {
  readonly hashes: readonly number[];
  readonly values: readonly number[];
}

export type Add = (hashed: number, value?: number) => void;

export interface Collector {
  /** One counts once, as it was first given. */
  readonly add: Add;
  readonly features: Features;
}

/** From here on looking through a list takes longer than a set does. */
const MANY = 64;

export function collector(): Collector {
  const [hashes, values]: [number[], number[]] = [[], []];
  let seen: Set<number> | null = null;
  const add = (hashed: number, value = 1): void => {
    if (seen === null ? hashes.includes(hashed) : seen.has(hashed)) return;
    hashes.push(hashed);
    values.push(value);
    if (seen !== null) seen.add(hashed);
    else if (hashes.length === MANY) seen = new Set(hashes);
  };
  return { add, features: { hashes, values } };
}

/** Where the weight of a feature lies, by the hash of its model's name: models share no weights but by chance. */
export function placeOf(hashed: number, model: number): number {
  // The low bits of FNV alone are poorly spread.
  const value = Math.imul(hashed ^ Math.imul(model, 0x9e3779b1), 0x85ebca6b);
  return (Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 5) & MASK;
}

/** Features of one thing as a model is trained with them: places in the table with their values. */
export interface Bag {
  readonly places: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** @param scale what each value is multiplied by */
export function bagOf(model: number, parts: readonly Features[], scale = 1): Bag {
  return {
    places: Int32Array.from(
      parts.flatMap(({ hashes }) => hashes),
      (hashed) => placeOf(hashed, model),
    ),
    values: Float32Array.from(
      parts.flatMap(({ values }) => values),
      (value) => value * scale,
    ),
  };
}

/** What features are to be multiplied by to have a length together: long sentences then weigh no more than short ones. */
export function scaleTo(length: number, parts: readonly Features[]): number {
  let squares = 0;
  for (const { values } of parts) for (const value of values) squares += value * value;
  return squares === 0 ? 1 : length / Math.sqrt(squares);
}
