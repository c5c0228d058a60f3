import { placeId } from '../extract/entities/canonical.ts';
import type { Mention } from '../extract/entities/mention.ts';
import type { Names } from '../extract/entities/names.ts';
import { wordsOfName } from '../extract/entities/word.ts';

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an']);

/** A name as names are compared, without an article in front. */
function bare(name: string): readonly string[] {
  const words = wordsOfName(name);
  return ARTICLES.has(words[0] ?? '') ? words.slice(1) : words;
}

/** What the gazetteer calls by a name: ids and codes. */
function known(words: readonly string[], names: Names): ReadonlySet<string> {
  const key = words.join(' ');
  const entities = names.names.byPhrase.get(key) ?? [];
  const demonym = names.demonyms.byPhrase.get(key);
  return new Set([
    ...entities.flatMap((entity) => [placeId(entity), entity.id, ...(entity.code === undefined ? [] : [entity.code])]),
    ...(demonym === undefined ? [] : [demonym]),
  ]);
}

/** Tells whether a name that a model gave means what words of the text name, in one of their readings. */
export type Meaning = (mention: Mention, id: string) => boolean;

export function meaningOf(name: string, names: Names): Meaning {
  const words = bare(name);
  const ids = known(words, names);
  const slug = words.join('-');
  return (mention, id) => {
    if (slug === '') return false;
    return ids.has(id) || id === slug || (id === mention.id && isNamedBy(mention, words));
  };
}

/** People go by parts of their names; "Kharkiv" and "Kharkiv region" are two. */
function isNamedBy({ surface, kind }: Mention, words: readonly string[]): boolean {
  const named = bare(surface);
  if (named.join(' ') === words.join(' ')) return true;
  return kind === 'person' && (isPart(named, words) || isPart(words, named));
}

/** Whether all words of the one stand in a row in the other. */
const isPart = (short: readonly string[], long: readonly string[]): boolean =>
  short.length > 0 && ` ${long.join(' ')} `.includes(` ${short.join(' ')} `);
