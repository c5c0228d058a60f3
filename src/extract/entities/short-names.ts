import type { Entity } from '../../domain/entity.ts';
import type { Draft, Meaning } from './draft.ts';
import { type Reading, unknown } from './knowledge.ts';
import { wordsOfName } from './word.ts';

const SMALL = new Set(['of', 'for', 'the', 'and', 'in', 'to', 'on', 'de', 'des']);

/**
 * What organisations of the document go by later: initials ("SNC") and the last word ("the Observatory").
 * The first organisation has them.
 */
export function shortNamesOf(drafts: readonly Draft[]): ReadonlyMap<string, Reading> {
  const short = new Map<string, Reading>();
  for (const { meaning } of drafts) {
    const named = organisationOf(meaning);
    if (named === null) continue;
    for (const key of keysOf(named.words)) if (!short.has(key)) short.set(key, named.reading);
  }
  return short;
}

function keysOf(words: readonly string[]): readonly string[] {
  if (words.length < 2) return [];
  const initials = words.filter((word) => !SMALL.has(word)).map((word) => word.charAt(0));
  const last = words.at(-1) ?? '';
  return [...(initials.length > 2 ? [initials.join('')] : []), ...(last.length > 3 ? [last] : [])];
}

function organisationOf(meaning: Meaning): { readonly words: readonly string[]; readonly reading: Reading } | null {
  if (meaning.type === 'settled' && meaning.kind === 'organisation')
    return { words: meaning.id.split('-'), reading: unknown('organisation', meaning.id, meaning.side) };
  if (meaning.type !== 'entity' || meaning.candidates.length !== 1) return null;
  const [entity] = meaning.candidates;
  return entity?.kind === 'organisation' ? { words: wordsOfName(entity.names.en), reading: ofEntity(entity) } : null;
}

const ofEntity = (entity: Entity): Reading => ({
  ...unknown('organisation', entity.code ?? entity.id, entity.side ?? null),
  entity: entity.id,
});
