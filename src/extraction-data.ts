import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entity } from './domain/entity.ts';
import { createGrammar } from './extract/attribution/grammar.ts';
import { AttributionLexicon } from './extract/attribution/lexicon.ts';
import { createDetailWords, DetailsFile } from './extract/claims/details/words.ts';
import { ExcerptWords } from './extract/claims/excerpt-words.ts';
import { ClauseWords, clauseLexicon } from './extract/clauses/lexicon.ts';
import { dateLexicon } from './extract/dates/lexicon.ts';
import { ActorLexicon, EntityLexicon } from './extract/entities/lexicon.ts';
import { createNames } from './extract/entities/names.ts';
import { createFramesLexicon, FramesFile } from './extract/frames/lexicon.ts';
import type { Knowledge, KnowledgeOf } from './extract/knowledge.ts';
import { stem } from './extract/language/cyrillic.ts';
import { createTaggers, EXTRACTED_LANGUAGES, type ExtractedLanguage } from './extract/language/taggers.ts';
import { readWeights } from './extract/learned/linear.ts';
import { readVectors, type Vectors } from './extract/learned/vectors.ts';
import { type Model, ModelFile } from './extract/model.ts';
import { quantityLexicon } from './extract/quantities/lexicon.ts';
import { createStatementWords, StatementsFile } from './extract/statements/words.ts';

/** Numbers of a word vector. */
const VECTOR_SIZE = 50;

/** What is known of each language that articles are extracted in. Throws where a file is missing or of another shape. */
export function readKnowledge(dataDir: string, entities: readonly Entity[]): ReadonlyMap<string, Knowledge> {
  const read = knowledgeReader(dataDir, entities);
  return new Map(EXTRACTED_LANGUAGES.map((language) => [language, read(language)]));
}

/** The same, each language read when it is first asked for: together they take some 50 MB. */
export function knowledgeOnDemand(dataDir: string, entities: readonly Entity[]): KnowledgeOf {
  const read = knowledgeReader(dataDir, entities);
  const known = new Map<string, Knowledge>();
  return {
    get: (asked) => {
      const language = EXTRACTED_LANGUAGES.find((each) => each === asked);
      if (language !== undefined && !known.has(language)) known.set(language, read(language));
      return known.get(asked);
    },
  };
}

function knowledgeReader(dataDir: string, entities: readonly Entity[]): (language: ExtractedLanguage) => Knowledge {
  const parsed = (path: string): unknown => JSON.parse(readFileSync(join(dataDir, 'lexicon', path), 'utf8'));
  const taggers = createTaggers();
  const actors = ActorLexicon.parse(parsed('actors.json'));
  return (language) => ({
    tag: taggers[language],
    frames: createFramesLexicon(FramesFile.parse(parsed(`${language}/frames.json`)), normalOf(language)),
    names: createNames(entities, EntityLexicon.parse(parsed(`${language}/entities.json`)), actors),
    clauses: clauseLexicon(ClauseWords.parse(parsed(`${language}/clauses.json`))),
    attribution: createGrammar(AttributionLexicon.parse(parsed(`${language}/attribution.json`))),
    dates: dateLexicon(parsed(`${language}/dates.json`)),
    quantities: quantityLexicon(parsed(`${language}/quantities.json`), parsed('currencies.json')),
    vectors: language === 'en' ? readEnglishVectors(dataDir) : null,
    detailWords: createDetailWords(DetailsFile.parse(parsed(`${language}/details.json`)), normalOf(language)),
    statementWords: createStatementWords(
      StatementsFile.parse(parsed(`${language}/statements.json`)),
      normalOf(language),
    ),
    excerptWords: language === 'en' ? ExcerptWords.parse(parsed('en/excerpt.json')) : null,
  });
}

/** Lexicons hold English words by their lemma, the others in any form. */
const normalOf = (language: ExtractedLanguage): ((word: string) => string) =>
  language === 'en' ? (word) => word : stem;

function readEnglishVectors(dataDir: string): Vectors {
  const words = readFileSync(join(dataDir, 'extraction', 'vectors.en.txt'), 'utf8')
    .trimEnd()
    .split('\n');
  return readVectors(words, VECTOR_SIZE, readFileSync(join(dataDir, 'extraction', 'vectors.en.bin')));
}

/** The trained model. Throws where its files are missing or do not fit each other. */
export function readModel(dataDir: string): Model {
  const { step, thresholds } = ModelFile.parse(
    JSON.parse(readFileSync(join(dataDir, 'extraction', 'model.json'), 'utf8')),
  );
  return { weights: readWeights(step, readFileSync(join(dataDir, 'extraction', 'weights.bin'))), thresholds };
}
