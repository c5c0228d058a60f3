/** Weights of all models lie in one table of this many places, most of them empty; features are hashed into it, so that no list of them is kept. */
export const TABLE_BITS = 23;
const MASK = 2 ** TABLE_BITS - 1;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over the UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hash(text: string, seed: number = FNV_OFFSET): number {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), FNV_PRIME);
  return value;
}

/** Features of one thing to be judged: places in the table with their values. A feature counts once, as it was first given. */
export interface Bag {
  readonly places: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** Features by their hash, before they belong to a model: what several models look at is hashed once. */
export interface Hashed {
  readonly hashes: readonly number[];
  readonly values: readonly number[];
}

export const NO_FEATURES: Hashed = { hashes: [], values: [] };

export interface Adder<T> {
  readonly add: (feature: string, value?: number) => void;
  readonly bag: T;
}

/** Collects features for several models; one counts once, as it was first given. */
export function createHashed(): Adder<Hashed> {
  const [hashes, values]: [number[], number[]] = [[], []];
  const seen = new Set<number>();
  const add = (feature: string, value = 1): void => {
    const hashed = hash(feature);
    if (seen.has(hashed)) return;
    seen.add(hashed);
    hashes.push(hashed);
    values.push(value);
  };
  return { add, bag: { hashes, values } };
}

/** Collects features under the name of a model, so that models share no weights but by chance. */
export function createBag(model: string, shared: Hashed = NO_FEATURES): Adder<Bag> {
  const seed = hash(model);
  const places = shared.hashes.map((hashed) => placeOf(hashed, seed));
  const values = [...shared.values];
  const seen = new Set<number>();
  const add = (feature: string, value = 1): void => {
    const place = placeOf(hash(feature), seed);
    if (seen.has(place)) return;
    seen.add(place);
    places.push(place);
    values.push(value);
  };
  return { add, bag: { places, values } };
}

/** The low bits of FNV alone are poorly spread. */
function placeOf(hashed: number, seed: number): number {
  const value = Math.imul(hashed ^ Math.imul(seed, 0x9e3779b1), 0x85ebca6b);
  return (Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 5) & MASK;
}

/** The same features scaled to a length: long sentences then weigh no more than short ones. Compact, for keeping many. */
export function scaled({ places, values }: Bag, length: number): Bag {
  const floats = Float32Array.from(values);
  const norm = Math.sqrt(floats.reduce((sum, value) => sum + value * value, 0));
  return {
    places: Int32Array.from(places),
    values: norm === 0 ? floats : floats.map((value) => (value * length) / norm),
  };
}
