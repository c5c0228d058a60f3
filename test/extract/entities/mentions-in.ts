import type { Document } from '../../../src/extract/document.ts';
import { findMentions } from '../../../src/extract/entities/find-mentions.ts';
import { ActorLexicon, EntityLexicon } from '../../../src/extract/entities/lexicon.ts';
import type { Mention } from '../../../src/extract/entities/mention.ts';
import { createNames, type Names } from '../../../src/extract/entities/names.ts';
import type { ExtractedLanguage } from '../../../src/extract/language/taggers.ts';
import { readDocument } from '../../../src/extract/read-document.ts';
import { committedEntities, committedTaggers } from '../../support/committed-knowledge.ts';
import { lexiconFile } from '../../support/lexicon-file.ts';

const taggers = committedTaggers();
const entities = committedEntities();
const actors = ActorLexicon.parse(lexiconFile('actors.json'));
const built = new Map<ExtractedLanguage, Names>();

/** The committed gazetteer and lexicon, indexed once per test file. */
export function namesOf(language: ExtractedLanguage): Names {
  const names =
    built.get(language) ?? createNames(entities, EntityLexicon.parse(lexiconFile(`${language}/entities.json`)), actors);
  built.set(language, names);
  return names;
}

export function documentOf(text: string, language: ExtractedLanguage = 'en', title: string | null = null): Document {
  const reading = { title, text, language, publishedOn: null, publisher: null, boilerplate: [] };
  return readDocument(reading, taggers[language]);
}

export const mentionsIn = (
  text: string,
  language: ExtractedLanguage = 'en',
  title: string | null = null,
): readonly Mention[] => findMentions(documentOf(text, language, title), namesOf(language));

/** Ids by the words that name them, as a table of cases has them: "Russian troops=RU". */
export const told = (text: string, language: ExtractedLanguage = 'en'): readonly string[] =>
  mentionsIn(text, language).map(({ surface, id }) => `${surface}=${id}`);
