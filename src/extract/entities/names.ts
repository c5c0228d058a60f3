import type { Entity } from '../../domain/entity.ts';
import type { ActorLexicon, EntityLexicon, TermClass } from './lexicon.ts';
import { indexPhrases, type PhraseIndex } from './phrase-index.ts';
import { wordsOfName } from './word.ts';

/** A word of the lexicon, with the English word that ids use for it. */
export interface Term {
  readonly cls: TermClass;
  readonly slug: string;
}

/** What a language calls whom and where, indexed. Built once, then only read. */
export interface Names {
  readonly language: string;
  readonly byId: ReadonlyMap<string, Entity>;
  /** By code, states and blocs alone. */
  readonly byCode: ReadonlyMap<string, Entity>;
  readonly names: PhraseIndex<readonly Entity[]>;
  /** Folded abbreviations that are other words when written small. */
  readonly abbreviations: ReadonlySet<string>;
  /** Codes, or ids of peoples and stretches of land. */
  readonly demonyms: PhraseIndex<string>;
  readonly terms: PhraseIndex<readonly Term[]>;
  readonly capitals: Readonly<Record<string, string>>;
  readonly armies: Readonly<Record<string, string>>;
  readonly variants: Readonly<Record<string, string>>;
  /** Ids of armed groups. */
  readonly armed: ReadonlySet<string>;
  readonly adjectives: Readonly<Record<string, string>>;
  readonly spelling: Readonly<Record<string, string>>;
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
const ABBREVIATION = /^\p{Lu}[\p{Lu}.]{1,5}$/u;
/** Longer abbreviations are no words of a language, and some outlets write them as names (Nato, Isis). */
const MAX_AMBIGUOUS = 3;

/**
 * Indexes the names of a gazetteer for one language.
 * @param entities all of the gazetteer; names in another script than the language's are left out
 */
export function createNames(entities: readonly Entity[], lexicon: EntityLexicon, actors: ActorLexicon): Names {
  const cyrillic = lexicon.language !== 'en';
  const byId = new Map<string, Entity>();
  for (const entity of entities) byId.set(entity.id, entity);
  return {
    language: lexicon.language,
    byId,
    byCode: new Map(entities.flatMap((entity) => (entity.code === undefined ? [] : [[entity.code, entity]]))),
    names: indexPhrases<readonly Entity[]>(phrasesOf(entities, cyrillic), (old, added) =>
      added.every((entity) => old.includes(entity)) ? old : [...old, ...added],
    ),
    abbreviations: new Set(
      entities.flatMap((entity) => writtenNames(entity, cyrillic).flatMap((name) => abbreviationOf(name))),
    ),
    demonyms: indexPhrases(demonymsOf(lexicon), (old) => old),
    terms: indexPhrases(termsOf(lexicon), (old, added) => [...old, ...added]),
    capitals: actors.capitals,
    armies: actors.armies,
    variants: actors.variants,
    armed: new Set(actors.armed),
    adjectives: actors.adjectives,
    spelling: lexicon.spelling,
  };
}

/** Names of an entity in a language's script. */
const writtenNames = ({ names, aliases }: Entity, cyrillic: boolean): readonly string[] =>
  [names.en, names.uk, ...aliases].filter((name) => CYRILLIC.test(name) === cyrillic);

/** One after the other: as a list they would take several megabytes more while the index is built. */
function* phrasesOf(
  entities: readonly Entity[],
  cyrillic: boolean,
): Generator<readonly [readonly string[], readonly Entity[]]> {
  for (const entity of entities) {
    const own = [entity];
    for (const name of writtenNames(entity, cyrillic)) yield [wordsOfName(name), own];
  }
}

function abbreviationOf(name: string): readonly string[] {
  if (!ABBREVIATION.test(name)) return [];
  const [word] = wordsOfName(name);
  return word === undefined || word.length > MAX_AMBIGUOUS ? [] : [word];
}

const demonymsOf = ({ demonyms }: EntityLexicon): readonly (readonly [readonly string[], string])[] =>
  Object.entries(demonyms).flatMap(([ref, forms]) => forms.map((form) => [wordsOfName(form), ref] as const));

function* termsOf({ classes }: EntityLexicon): Generator<readonly [readonly string[], readonly Term[]]> {
  for (const [cls, terms] of Object.entries(classes))
    for (const [slug, forms] of Object.entries(terms))
      for (const form of forms) yield [wordsOfName(form), [{ cls: cls as TermClass, slug }]];
}
