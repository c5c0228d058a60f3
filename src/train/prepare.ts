import { join } from 'node:path';
import { readKnowledge } from '../extraction-data.ts';
import { DATA_FOLDER } from '../place.ts';
import { readGazetteerFiles } from '../store/gazetteer-files.ts';
import { readAnnotated, readExtra } from './articles.ts';
import { type Lesson, lessonOf, withoutRare } from './samples.ts';

/** Folds of the cross-validation. */
export const FOLDS = 5;

const BESIDE = join(DATA_FOLDER, '..', '..', 'shared');
/** The annotated articles, which are no part of the project. */
export const SHARED = join(BESIDE, 'eval');

/** Reads everything that is trained and tested with. */
export function prepare(): {
  readonly knowledge: ReturnType<typeof readKnowledge>;
  readonly lessons: readonly Lesson[];
} {
  const entities = readGazetteerFiles(DATA_FOLDER).files.flatMap((file) => file.entities);
  const knowledge = readKnowledge(DATA_FOLDER, entities);
  const articles = [...readAnnotated(BESIDE), ...readExtra(BESIDE, join(DATA_FOLDER, 'training', 'annotations.jsonl'))];
  const lessons = articles.flatMap((article) => {
    const known = knowledge.get(article.reading.language);
    return known ? [lessonOf(article, known)] : [];
  });
  return { knowledge, lessons: withoutRare(lessons) };
}
