import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateLexicon } from '../../../src/extract/dates/lexicon.ts';
import { quantityLexicon } from '../../../src/extract/quantities/lexicon.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../data/lexicon', path), 'utf8'));

export const LANGUAGES = ['en', 'ru', 'uk'] as const;
export type Written = (typeof LANGUAGES)[number];

export const quantities = (language: Written) =>
  quantityLexicon(read(`${language}/quantities.json`), read('currencies.json'));
export const dates = (language: Written) => dateLexicon(read(`${language}/dates.json`));
