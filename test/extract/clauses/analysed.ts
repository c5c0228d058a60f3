import type { Argument, Clauses, Predicate } from '../../../src/extract/clauses/clauses.ts';
import { findClauses } from '../../../src/extract/clauses/find-clauses.ts';
import { type ClauseLexicon, ClauseWords, clauseLexicon } from '../../../src/extract/clauses/lexicon.ts';
import type { Sentence } from '../../../src/extract/document.ts';
import type { ExtractedLanguage } from '../../../src/extract/language/taggers.ts';
import { committedTaggers } from '../../support/committed-knowledge.ts';
import { lexiconFile } from '../../support/lexicon-file.ts';

const taggers = committedTaggers();

const lexiconOf = (language: ExtractedLanguage): ClauseLexicon =>
  clauseLexicon(ClauseWords.parse(lexiconFile(`${language}/clauses.json`)));

export const LEXICON: Readonly<Record<ExtractedLanguage, ClauseLexicon>> = {
  en: lexiconOf('en'),
  ru: lexiconOf('ru'),
  uk: lexiconOf('uk'),
};

/** A text as one sentence. */
function sentenceOf(text: string, language: ExtractedLanguage = 'en'): Sentence {
  const tokens = taggers[language](text).flat();
  return { index: 0, paragraph: 0, start: 0, end: text.length, tokens };
}

export interface Analysed {
  readonly sentence: Sentence;
  readonly clauses: Clauses;
}

export function analysed(text: string, language: ExtractedLanguage = 'en'): Analysed {
  const sentence = sentenceOf(text, language);
  return { sentence, clauses: findClauses(sentence, LEXICON[language]) };
}

/** The text of a part, in the characters of its sentence. */
const wordsOf = (text: string, { tokens }: Sentence, part: Argument | null): string | null =>
  part === null ? null : text.slice(tokens[part.from]?.start, tokens[part.to - 1]?.end);

/** The predicate whose head is a word; fails where none is. */
export function predicateAt({ sentence, clauses }: Analysed, word: string): Predicate {
  const found = clauses.predicates.find(({ head }) => sentence.tokens[head]?.text === word);
  if (found === undefined) throw new Error(`no predicate at "${word}"`);
  return found;
}

/** The roles of a predicate as words; prepositions by their name. Roles that it has not are left out. */
export function rolesOf(
  text: string,
  word: string,
  language: ExtractedLanguage = 'en',
): Readonly<Record<string, string>> {
  const found = analysed(text, language);
  const predicate = predicateAt(found, word);
  const nominal =
    predicate.kind === 'noun' ? [['possessor', predicate.possessor] as const, ['of', predicate.of] as const] : [];
  const parts = [
    ['subject', predicate.subject] as const,
    ['object', predicate.object] as const,
    ['agent', predicate.agent] as const,
    ...nominal,
    ...predicate.complements.map((complement) => [complement.preposition, complement] as const),
  ];
  return Object.fromEntries(
    parts.flatMap(([name, part]) => {
      const words = wordsOf(text, found.sentence, part);
      return words === null ? [] : [[name, words]];
    }),
  );
}
