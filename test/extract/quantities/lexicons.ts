import { dateLexicon } from '../../../src/extract/dates/lexicon.ts';
import { quantityLexicon } from '../../../src/extract/quantities/lexicon.ts';
import { lexiconFile } from '../../support/lexicon-file.ts';

export const LANGUAGES = ['en', 'ru', 'uk'] as const;
export type Written = (typeof LANGUAGES)[number];

export const quantities = (language: Written) =>
  quantityLexicon(lexiconFile(`${language}/quantities.json`), lexiconFile('currencies.json'));
export const dates = (language: Written) => dateLexicon(lexiconFile(`${language}/dates.json`));
