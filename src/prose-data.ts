import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LANGUAGES, type Language } from './domain/language.ts';
import { EntityLexicon } from './extract/entities/lexicon.ts';
import { type QuantityLexicon, quantityLexicon } from './extract/quantities/lexicon.ts';
import { numeralAt } from './extract/quantities/numeral.ts';
import { tokenise } from './extract/quantities/token.ts';
import { createProseWords, type NumberIn, ProseFile, type ProseWords } from './prose/words.ts';

const Currencies = z.object({ symbols: z.record(z.string(), z.string()), codes: z.array(z.string()) });
const Places = z.object({
  entities: z.array(
    z.object({ kind: z.string(), code: z.string().optional(), names: z.record(z.string(), z.string()) }),
  ),
});

/** What sentences of a language model are held against, of each language that answers are written in. Throws where a file is missing or of another shape. */
export function readProseWords(dataDir: string): Readonly<Record<Language, ProseWords>> {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(dataDir, path), 'utf8'));
  const currencies = read('lexicon/currencies.json');
  const { symbols, codes } = Currencies.parse(currencies);
  const signs = { ...symbols, ...Object.fromEntries(codes.map((code) => [code, code])) };
  const { entities } = Places.parse(read('gazetteer/places.json'));
  const wordsIn = (language: Language): ProseWords => {
    const numbers = quantityLexicon(read(`lexicon/${language}/quantities.json`), currencies);
    const { demonyms } = EntityLexicon.parse(read(`lexicon/${language}/entities.json`));
    const file = ProseFile.parse(read(`prose/${language}.json`));
    const peoples = entities
      .filter(({ kind }) => kind === 'country')
      .map(({ code = '', names }) => [`${names[language] ?? code}'s`, ...(demonyms[code] ?? []).slice(0, 1)]);
    // "Russia's forces" are Russian; "a Russian" is not Russia. Where endings tell who does what, no two words stand for one.
    const names = file.ordered ? peoples : [];
    return createProseWords(file, { numbersIn: (text) => numbersIn(text, numbers), names, currencies: signs });
  };
  return Object.fromEntries(LANGUAGES.map((language) => [language, wordsIn(language)])) as Record<Language, ProseWords>;
}

function numbersIn(text: string, lexicon: QuantityLexicon): readonly NumberIn[] {
  const tokens = tokenise(text, true);
  const found: NumberIn[] = [];
  for (let at = 0; at < tokens.length; ) {
    const numeral = numeralAt(tokens, at, lexicon);
    const [first, last] = [tokens[at], tokens[(numeral?.next ?? 1) - 1]];
    if (numeral && first && last) found.push({ value: numeral.value, start: first.start, end: last.end });
    at = Math.max(at + 1, numeral?.next ?? 0);
  }
  return found;
}
