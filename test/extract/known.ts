import type { Entity } from '../../src/domain/entity.ts';
import { analyse } from '../../src/extract/analyse.ts';
import type { Analysis } from '../../src/extract/analysis.ts';
import type { Reading } from '../../src/extract/document.ts';
import type { Knowledge } from '../../src/extract/knowledge.ts';
import { readKnowledge } from '../../src/extraction-data.ts';
import { DATA_FOLDER } from '../../src/place.ts';

const COUNTRIES = [
  ['russia', 'RU', 'Russia', 'Росія'],
  ['ukraine', 'UA', 'Ukraine', 'Україна'],
  ['germany', 'DE', 'Germany', 'Німеччина'],
  ['sudan', 'SD', 'Sudan', 'Судан'],
] as const;

/** Few enough that names are indexed at once. */
const GAZETTEER: readonly Entity[] = COUNTRIES.map(([id, code, en, uk]) => ({
  id,
  kind: 'country',
  code,
  names: { en, uk },
  aliases: [],
  within: [],
}));

/** The committed lexicons with a gazetteer of four states. */
export const KNOWLEDGE = readKnowledge(DATA_FOLDER, GAZETTEER);

/** An undated article without a title and with nothing but its text. */
export function aText(text: string, over: Partial<Reading> = {}): Reading {
  return { title: null, text, language: 'en', publishedOn: null, publisher: null, boilerplate: [], ...over };
}

/** What is known of English, and of four states. */
export function english(): Knowledge {
  const knowledge = KNOWLEDGE.get('en');
  if (knowledge === undefined) throw new Error('English is not known');
  return knowledge;
}

/** An English article, a sentence a line, taken apart. */
export const analysedText = (sentences: readonly string[], over: Partial<Reading> = {}): Analysis =>
  analyse(aText(sentences.join('\n'), over), english());
