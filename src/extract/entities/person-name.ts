import type { Entity } from '../../domain/entity.ts';
import type { Meaning } from './draft.ts';
import { type Reader, slugOf, termAt } from './reader.ts';
import { latin } from './transliterate.ts';
import { wordsOfName } from './word.ts';

/** Stems of Slavic family names that end like adjectives. */
const ADJECTIVAL = /sk$/;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;

/** What a name of one or more words says of whom it names. */
export function personOf(reader: Reader, from: number, to: number): Extract<Meaning, { type: 'person' }> {
  const name = reader.words.slice(from, to).map(({ fold }) => latin(fold));
  const family = to > from + 1 ? familySlug(reader, from, to) : slugOf(reader, from, to);
  return { type: 'person', name, family, candidates: sameName(reader, from, to), role: null, side: null };
}

/** A person's family name as an id: the last name with its particles, or the first where the family name stands there. */
function familySlug(reader: Reader, from: number, to: number): string {
  if (termAt(reader, from, 'surname-first') && to - from <= 3) return slugOf(reader, from, from + 1);
  let last = to - 1;
  while (last > from + 1 && SUFFIX.test(reader.words[last]?.fold ?? '')) last -= 1;
  let first = last;
  while (first > from && (termAt(reader, first - 1, 'particle') || reader.words[first]?.hyphened)) first -= 1;
  const slug = slugOf(reader, first, last + 1);
  return reader.names.language === 'en' ? slug : slug.replace(ADJECTIVAL, '$&y');
}

/** People of the gazetteer with that family name whose given name begins alike: it is spelled in many ways. */
function sameName({ words, names }: Reader, from: number, to: number): readonly Entity[] {
  const [given, family] = [words[from]?.fold ?? '', words[to - 1]?.fold ?? ''];
  if (to < from + 2 || to > from + 3) return [];
  const alike = (other: string): boolean => startOf(names.language, other) === startOf(names.language, given);
  return (names.names.byPhrase.get(family) ?? []).filter(
    ({ kind, names: own }) => kind === 'person' && [own.en, own.uk].some((name) => alike(wordsOfName(name)[0] ?? '')),
  );
}

/** One letter for names that come from another script, two for those that do not. */
const startOf = (language: string, given: string): string => latin(given).slice(0, language === 'en' ? 2 : 1);
