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

/** Collects features under the name of a model, so that models share no weights but by chance. */
export function createBag(model: string): {
  readonly add: (feature: string, value?: number) => void;
  readonly bag: Bag;
} {
  const seed = hash(`${model}\u0000`);
  const [places, values]: [number[], number[]] = [[], []];
  const seen = new Set<number>();
  const add = (feature: string, value = 1): void => {
    const place = mix(hash(feature, seed)) & MASK;
    if (seen.has(place)) return;
    seen.add(place);
    places.push(place);
    values.push(value);
  };
  return { add, bag: { places, values } };
}

/** The low bits of FNV alone are poorly spread. */
const mix = (value: number): number => Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 5;

/** The same features scaled to a length: long sentences then weigh no more than short ones. Compact, for keeping many. */
export function scaled({ places, values }: Bag, length: number): Bag {
  const floats = Float32Array.from(values);
  const norm = Math.sqrt(floats.reduce((sum, value) => sum + value * value, 0));
  return {
    places: Int32Array.from(places),
    values: norm === 0 ? floats : floats.map((value) => (value * length) / norm),
  };
}
