import type { ClaimOf, Count } from '../../domain/claim.ts';
import type { Language } from '../../domain/language.ts';
import { clip } from '../cut.ts';
import { countWords } from '../figure-words.ts';
import { perLanguage } from '../per-language.ts';
import { quoted } from '../quoted.ts';
import { type Labels, nameOf } from '../speaker.ts';

/** What a claim's slots are put into words with. */
export interface WordsContext {
  readonly labels: Labels;
  /** Of the answer. */
  readonly language: Language;
  /** Of the article that words in the slots come from; a BCP 47 primary subtag. */
  readonly written: string;
}

const lists = perLanguage((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const ARTICLE_WORDS_CHARS = 80;

export const listWords = (words: readonly string[], language: Language): string => lists(language).format(words);

/** Words of the article in a slot: as they are where the reader knows their language, else in quotation marks. */
export function articleWords(words: string, { language, written }: Pick<WordsContext, 'language' | 'written'>): string {
  const shown = clip(words, ARTICLE_WORDS_CHARS);
  return language === written ? shown : quoted(shown, language);
}

type Aid = ClaimOf<'aid'>;

/** Words for aid as such, what may be of any kind, and aid with its kind. */
const AID_AS_SUCH = /^(?:aid|support|help|assistance|backing)$/iu;
const OF_ANY_KIND = /^(?:package|parcel|tranche)s?$/iu;
const AID_OF_A_KIND = /^(military|financial|humanitarian)[ -](?:aid|support|help|assistance|backing)$/iu;

const isOfKind = (item: string, kind: Aid['kind']): boolean =>
  AID_OF_A_KIND.exec(item)?.[1]?.toLowerCase() === kind && kind !== undefined;

/** The kind of aid, unless it is a guess: where the article's words are "aid" or "a package" alone, or tell of another. */
export const kindTold = ({ kind, items }: Pick<Aid, 'kind' | 'items'>): Aid['kind'] =>
  items.some((item) =>
    AID_OF_A_KIND.test(item) ? isOfKind(item, kind) : !AID_AS_SUCH.test(item) && !OF_ANY_KIND.test(item),
  )
    ? kind
    : undefined;

/** What is given beside what the kind of aid and the count say already: items go by their English names, in kebab case. */
export const givenWords = (
  { items, count, kind }: Pick<Aid, 'items' | 'count' | 'kind'>,
  language: Language,
): readonly string[] =>
  items
    .filter((item) => !AID_AS_SUCH.test(item) && !isOfKind(item, kind) && item !== count?.unit)
    .map((item) => articleWords(spaced(item), { language, written: 'en' }));

/** "fighter-jets" is two words, "F-16" is one. */
const spaced = (item: string): string => (/\d/.test(item) ? item : item.replaceAll('-', ' '));

/** A number with its bound and with what is counted: "more than 30 soldiers", "“several” (drones)". */
export function countedWords(count: Count, context: WordsContext): string {
  const figure = countWords(count, context.language);
  if (count.unit === undefined) return figure;
  const unit = articleWords(count.unit, context);
  return 'vague' in count ? `${figure} (${unit})` : `${figure} ${unit}`;
}

export const namesOf = (refs: readonly string[], { labels, language }: WordsContext): string =>
  listWords(
    refs.map((ref) => nameOf(ref, labels, language)),
    language,
  );
