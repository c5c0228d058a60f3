import type { Backing } from '../domain/brief.ts';
import type { Rich } from '../domain/page.ts';
import type { WordsContext } from './claim-words/context.ts';
import { claimDateWords, toldDate } from './date-words.ts';
import { DOUBT, leadWords } from './line-lead.ts';
import { lineWords } from './line-words.ts';
import { messagesIn } from './messages/in-language.ts';

/**
 * A claim as it is printed, with who says it, when, and why it should be doubted.
 * @param mark of the kind of words it is printed in; '' for none
 * @param fits whether there is room for it; where there is none, a note stands in place of its words, and no word falls off
 */
export function statementRuns(
  { claim, excerpt }: Pick<Backing, 'claim' | 'excerpt'>,
  mark: string,
  { labels, language, written }: WordsContext,
  fits: (statement: Rich) => boolean,
): Rich {
  const { suspect } = claim;
  const date = toldDate(claim);
  const words = messagesIn(language).line;
  const lead = leadWords(claim, labels, language);
  const said = lineWords(claim, excerpt, { labels, language, written }) ?? words.wordsGone;
  const when = date ? ` (${claimDateWords(date, language)})` : '';
  const doubt = suspect ? ` · ${DOUBT} ${words.note(suspect[language])}` : '';
  const around = (body: string): Rich => [
    ...(lead === '' ? [] : [{ text: lead, style: 'bold' } as const, { text: ' ' }]),
    { text: `${body}${when}` },
    ...(mark === '' ? [] : [{ text: mark, style: 'italic' } as const]),
    ...(doubt === '' ? [] : [{ text: doubt }]),
  ];
  const whole = around(said);
  return fits(whole) ? whole : around(words.tooLong);
}
