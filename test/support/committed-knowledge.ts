import { createTaggers } from '../../src/extract/language/taggers.ts';
import { readKnowledge } from '../../src/extraction-data.ts';
import { openReader } from '../../src/open-reader.ts';
import { DATA_FOLDER } from '../../src/place.ts';
import { createArticleReading } from '../../src/reading/articles.ts';
import { readGazetteerFiles } from '../../src/store/gazetteer-files.ts';

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** What the gazetteer of the data folder holds. To read it takes half a second: once for all files of tests. */
export const committedNames = once(() => readGazetteerFiles(DATA_FOLDER));
export const committedEntities = once(() => committedNames().files.flatMap((file) => file.entities));

/** What is known of each language, with all names: more than a second. */
export const committedKnowledge = once(() => readKnowledge(DATA_FOLDER, committedEntities()));

export const committedTaggers = once(createTaggers);

/** What reads documents, in this thread. */
export const committedReader = once(() => openReader(DATA_FOLDER));

/** Texts are read for claims on one thread, whichever Sitrep of a test asks: each thread would take two seconds to start. */
export const sharedReading = once(() => createArticleReading(DATA_FOLDER));
