import type { Voices } from '../../../src/extract/attribution/attribution.ts';
import { confirmationAt, epiOf, voiceAt } from '../../../src/extract/attribution/attribution-at.ts';
import { findVoices } from '../../../src/extract/attribution/find-voices.ts';
import { createGrammar } from '../../../src/extract/attribution/grammar.ts';
import { AttributionLexicon } from '../../../src/extract/attribution/lexicon.ts';
import type { Document } from '../../../src/extract/document.ts';
import type { Mention } from '../../../src/extract/entities/mention.ts';
import type { ExtractedLanguage } from '../../../src/extract/language/taggers.ts';
import { readDocument } from '../../../src/extract/read-document.ts';
import { committedTaggers } from '../../support/committed-knowledge.ts';
import { lexiconFile } from '../../support/lexicon-file.ts';

const taggers = committedTaggers();

const lexiconOf = (language: ExtractedLanguage): AttributionLexicon =>
  AttributionLexicon.parse(lexiconFile(`${language}/attribution.json`));

const grammars = {
  en: createGrammar(lexiconOf('en')),
  ru: createGrammar(lexiconOf('ru')),
  uk: createGrammar(lexiconOf('uk')),
};

export function read(text: string, language: ExtractedLanguage, title: string | null = null): Document {
  const reading = { title, text, language, publishedOn: null, publisher: null, boilerplate: [] };
  return readDocument(reading, taggers[language]);
}

export const voicesOf = (document: Document, mentions: readonly Mention[] = []): Voices =>
  findVoices(document, mentions, grammars[document.reading.language as ExtractedLanguage]);

/** Whose word the part in brackets is. */
export function heard(marked: string, language: ExtractedLanguage, named: Readonly<Record<string, Named>> = {}) {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const document = read(marked.replace('[', '').replace(']', ''), language);
  const voices = voicesOf(document, mentionsOf(document, named));
  const voice = voiceAt({ start, end }, voices);
  const confirmation = confirmationAt({ start, end }, voices);
  const { who = null, via = null, side = null } = voice?.holder ?? {};
  return {
    who,
    via,
    side,
    epi: voice ? epiOf(voice.attribution, null) : 'asserted',
    quoted: voice?.quoted ?? false,
    confirmation,
  };
}

export type Named = Partial<Mention> & Pick<Mention, 'id' | 'kind'>;

/** Mentions of the words given, wherever a document has them. */
export function mentionsOf(document: Document, named: Readonly<Record<string, Named>>): readonly Mention[] {
  const sentences = [...(document.title ? [document.title] : []), ...document.sentences];
  return sentences.flatMap((sentence) =>
    Object.entries(named).flatMap(([surface, given]) => {
      const words = surface.split(' ');
      return sentence.tokens.flatMap((token, from) => {
        if (!words.every((word, k) => sentence.tokens[from + k]?.text === word)) return [];
        const last = sentence.tokens[from + words.length - 1] ?? token;
        const place = { sentence: sentence.index, from, to: from + words.length, start: token.start, end: last.end };
        const rest = {
          naming: 'name',
          alternatives: [],
          slug: given.id,
          role: null,
          side: null,
          entity: given.id,
        } as const;
        return [{ ...rest, ...place, surface, ...given }];
      });
    }),
  );
}
