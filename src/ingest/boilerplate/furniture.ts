import { daysIn } from '../calendar.ts';
import { withoutBullet } from '../fold.ts';
import { holds, type Lexicon, startIn } from '../lexicon.ts';
import { type Line, LONG_LINE_CHARS } from './line.ts';
import { hasFurnitureShape } from './shape.ts';

const LETTER = /\p{L}/u;
const LETTERS = /\p{L}[\p{L}'.]*/gu;
const DATE_LINE_CHARS = 160;
/** Words beside the date in a line such as "Jane Doe · Example News · May 15, 2024". */
const MOST_OTHER_WORDS = 7;

/** Whether a line by itself is no part of a report: navigation, notices, credits, bylines, dates. */
export function isFurniture(line: Line, lexicon: Lexicon): boolean {
  if (!LETTER.test(line.text)) return true;
  if (line.text.length > LONG_LINE_CHARS) return hasFurnitureShape(line.text, lexicon);
  return (
    lexicon.lines.has(line.folded) ||
    hasPhrase(line, lexicon) ||
    isDateLine(line, lexicon) ||
    isByline(line, lexicon) ||
    hasFurnitureShape(line.text, lexicon)
  );
}

function hasPhrase({ folded, isClosed }: Line, { starts, anywhere, ends }: Lexicon): boolean {
  if (startIn(starts, folded) > 0) return true;
  if (anywhere.some((phrase) => holds(folded, phrase))) return true;
  return !isClosed && ends.some((phrase) => folded.endsWith(phrase));
}

/** A line that is a date, or that has one among few other words and is no sentence. */
export function isDateLine({ text, folded, isClosed, words }: Line, { months, dateWords }: Lexicon): boolean {
  if (text.length > DATE_LINE_CHARS || !/\d/.test(text)) return false;
  const others = (folded.match(LETTERS) ?? []).filter((word) => !isDateWord(word, months, dateWords));
  if (others.length === 0) return true;
  return !isClosed && others.length <= MOST_OTHER_WORDS && words > 2 && daysIn(text, months).length > 0;
}

const isDateWord = (word: string, months: Lexicon['months'], dateWords: Lexicon['dateWords']): boolean =>
  months.has(word) ||
  dateWords.has(word) ||
  months.has(word.replace(/\.$/, '')) ||
  dateWords.has(word.replace(/\.$/, ''));

const NAME_PART = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const NAMES = new RegExp(
  String.raw`^[:\s]*${NAME_PART}(?:\s+(?:(?:de|del|da|van|von|der|bin|al|el|la|le)\s+){0,2}${NAME_PART}){1,3}(?:$|[\s]*[,|·—–-]|\s+(?:and|und|et|y|и|та|і|in|for|for the|at)\s)`,
  'u',
);
const BYLINE_CHARS = 120;

/** "By Jane Doe and John Roe, Example News": the word for it, then a name, and no sentence. */
function isByline({ text, folded, isClosed }: Line, { bylines }: Lexicon): boolean {
  if (isClosed || text.length > BYLINE_CHARS) return false;
  const label = startIn(bylines, folded);
  return label > 0 && NAMES.test(withoutBullet(text).slice(label));
}
