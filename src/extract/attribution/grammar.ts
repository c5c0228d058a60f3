import type { Token } from '../document.ts';
import type { ConfirmationStatus, VerbClass } from './attribution.ts';
import type { AttributionLexicon, Complement } from './lexicon.ts';
import { type Phrases, phrasesOf } from './phrases.ts';

export interface SpeechVerb {
  readonly class: VerbClass;
  readonly complement: Complement;
}

const WORD_SETS = [
  'that',
  'relatives',
  'subordinators',
  'contrasts',
  'conjunctions',
  'prepositions',
  'agents',
  'locatives',
  'auxiliaries',
  'be',
  'unreal',
  'negations',
  'speakerPronouns',
  'pronouns',
  'fillers',
  'audiences',
  'telling',
  'outlets',
  'eventNouns',
  'raising',
  'topics',
  'evidential',
  'as',
  'origins',
  'pleading',
  'documents',
] as const;
type WordSet = (typeof WORD_SETS)[number];

/** A lexicon made ready for looking words up. */
export interface Grammar {
  readonly sets: Readonly<Record<WordSet, ReadonlySet<string>>>;
  readonly verbs: ReadonlyMap<string, SpeechVerb>;
  readonly nouns: ReadonlyMap<string, VerbClass>;
  readonly hearsay: ReadonlyMap<string, VerbClass>;
  readonly adverbs: Phrases<VerbClass>;
  readonly according: Phrases<VerbClass>;
  readonly citing: Phrases<true>;
  readonly backReference: Phrases<true>;
  readonly contrasts: Phrases<true>;
  readonly occasions: Phrases<true>;
  readonly occasionNouns: ReadonlySet<string>;
  readonly confirming: ReadonlySet<string>;
  readonly confirmations: Phrases<ConfirmationStatus>;
  readonly anaphors: ReadonlySet<string>;
  /** Words that are more than nouns and verbs, and first words of phrases: most words are neither, and need no other look. */
  readonly closed: ReadonlySet<string>;
  readonly starters: ReadonlySet<string>;
}

export function createGrammar(lexicon: AttributionLexicon): Grammar {
  const { confirmation } = lexicon;
  const phrases = phrasesIn(lexicon);
  return {
    ...phrases,
    closed: new Set(CLOSED.flatMap((name) => lexicon[name])),
    starters: new Set(Object.values(phrases).flatMap((index) => [...index.keys()])),
    sets: wordSets(lexicon),
    verbs: verbsOf(lexicon),
    nouns: new Map(classed(lexicon.nouns)),
    hearsay: new Map(classed(lexicon.hearsay)),
    contrasts: phraseSet(lexicon.contrasts),
    occasions: phraseSet(lexicon.occasions.openers),
    occasionNouns: new Set(lexicon.occasions.nouns),
    confirming: new Set(confirmation.words),
    confirmations: phrasesOf(confirmation.phrases.flatMap((p) => p.words.map((words) => [words, p.status] as const))),
    anaphors: new Set(confirmation.anaphors),
  };
}

const CLOSED = [
  'that',
  'relatives',
  'conjunctions',
  'subordinators',
  'prepositions',
  'auxiliaries',
  'negations',
  'fillers',
] as const satisfies readonly WordSet[];

/** Phrases that hand over without a verb. */
const phrasesIn = (lexicon: AttributionLexicon) => ({
  adverbs: phrasesOf(classed(lexicon.adverbs)),
  according: phrasesOf(classed(lexicon.according)),
  citing: phraseSet(lexicon.citing),
  backReference: phraseSet(lexicon.backReference),
});

function wordSets(lexicon: AttributionLexicon): Grammar['sets'] {
  const sets: Partial<Record<WordSet, ReadonlySet<string>>> = {};
  for (const name of WORD_SETS) sets[name] = new Set(lexicon[name]);
  return sets as Record<WordSet, ReadonlySet<string>>;
}

/** Every form of every verb; of two readings the first in the lexicon counts. */
function verbsOf({ verbs, endings }: AttributionLexicon): ReadonlyMap<string, SpeechVerb> {
  const forms = new Map<string, SpeechVerb>();
  for (const verb of verbs)
    for (const form of verb.words.flatMap((word) => endings.map((ending) => word + ending)))
      if (!forms.has(form)) forms.set(form, verb);
  return forms;
}

const phraseSet = (phrases: readonly string[]): Phrases<true> =>
  phrasesOf(phrases.map((words) => [words, true] as const));

type Classed = readonly { readonly class: VerbClass; readonly words: readonly string[] }[];
const classed = (lists: Classed): readonly (readonly [string, VerbClass])[] =>
  lists.flatMap((list) => list.words.map((word) => [word, list.class] as const));

/** The verb of speaking that a token is a form of, whatever it is tagged as. */
export const speechVerb = ({ verbs }: Grammar, { lemma, lower }: Token): SpeechVerb | undefined =>
  verbs.get(lemma) ?? verbs.get(lower);
