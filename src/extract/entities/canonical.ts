import type { Entity } from '../../domain/entity.ts';
import { wordsOfName } from './word.ts';

/** An entity's id without the parent that only tells homonyms apart: `marinka` for `marinka-donetsk-oblast`. */
export function placeId({ id, kind, names, within }: Entity): string {
  if (kind !== 'settlement' || !within.some((parent) => id.endsWith(`-${parent}`))) return id;
  const slug = wordsOfName(names.en).join('-');
  return id.startsWith(slug) ? slug : id;
}
