import { type Bag, bagOf, collector, hash } from '../../src/extract/learned/bag.ts';

/** The bag of some features, each of value 1, for a toy model. */
export function bagWith(features: readonly string[], model = 'toy'): Bag {
  const collected = collector();
  for (const feature of features) collected.add(hash(feature));
  return bagOf(hash(model), [collected.features]);
}
