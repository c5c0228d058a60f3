import { join } from 'node:path';
import { readKnowledge } from '../extraction-data.ts';
import { readInput } from '../ingest/read-input.ts';
import { publishedOn } from '../ingest/reading.ts';
import { DATA_FOLDER } from '../place.ts';
import { readReadingLexicon } from '../reading-lexicon.ts';
import { readGazetteerFiles } from '../store/gazetteer-files.ts';
import { type ReadText, readAnnotated, readExtra } from './articles.ts';
import { type Lesson, lessonOf, withoutRare } from './samples.ts';

/** Folds of the cross-validation. */
export const FOLDS = 5;

/** Where what is no part of the project lies. */
export const BESIDE = join(DATA_FOLDER, '..', '..', 'shared');
/** The annotated articles, which are no part of the project. */
export const SHARED = join(BESIDE, 'eval');

/** Reads everything that is trained and tested with. */
export function prepare(): {
  readonly knowledge: ReturnType<typeof readKnowledge>;
  readonly lessons: readonly Lesson[];
} {
  const entities = readGazetteerFiles(DATA_FOLDER).files.flatMap((file) => file.entities);
  const knowledge = readKnowledge(DATA_FOLDER, entities);
  const read = createReadText();
  const articles = [
    ...readAnnotated(BESIDE, read),
    ...readExtra(BESIDE, join(DATA_FOLDER, 'training', 'annotations.jsonl'), read),
  ];
  const lessons = articles.flatMap((article) => {
    const known = knowledge.get(article.reading.language);
    return known ? [lessonOf(article, known)] : [];
  });
  return { knowledge, lessons: withoutRare(lessons) };
}

/** As `sitrep extract` reads a JSON file. */
function createReadText(): ReadText {
  const lexicon = readReadingLexicon(DATA_FOLDER);
  return ({ cluster: _, ...text }) => {
    const read = readInput({ kind: 'json', body: JSON.stringify(text), url: null }, lexicon);
    if (!read.ok) throw new Error(`an annotated article cannot be read: ${read.error.kind}`);
    const { title, text: body, language, publisher, boilerplate } = read.value;
    return { title, text: body, language, publisher, boilerplate, publishedOn: publishedOn(read.value) };
  };
}
