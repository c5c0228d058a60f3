import { fold } from '../fold.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Dateline } from '../reading.ts';
import type { Line } from './line.ts';

/** Datelines end before this. */
const HEAD_CHARS = 110;
const DASH = /\s?(?:[—–]|--|-(?=[\s*]))[*_]{0,2}\s?/gu;
const AGENCY = /\([^()]{2,40}\)|(?<=^|[\s,.])\/[\p{L}\s.-]{2,30}\/\.?/gu;
/** Emphasis of Markdown. */
const BOLD = /^[*_]{1,2}/;
const PLACE =
  /^\p{Lu}[\p{L}\p{M}.'’/-]*(?:[\s,]+(?:(?:de|del|al|el|la|am|of|the|and|on)\s)?\p{Lu}[\p{L}\p{M}.'’/-]*){0,5}$/u;
const NEXT = /^["“«'‘(]?[\p{Lu}\p{N}]/u;
const MOST_PLACE_WORDS = 6;

/**
 * The dateline that a paragraph begins with. A place in mixed case counts only in bold or with a date or an agency beside it, since
 * "Kyiv — the capital — …" is none.
 */
export function datelineOf(line: Line, lexicon: Lexicon): Dateline | null {
  const head = line.text.slice(0, HEAD_CHARS);
  for (const { 0: dash, index } of head.matchAll(DASH)) {
    const to = index + dash.length;
    const opened = NEXT.test(line.text.slice(to, to + 3)) ? placeIn(head.slice(0, index), lexicon) : null;
    if (opened !== null) return { place: opened.place, span: { start: line.start, end: line.start + to } };
  }
  return null;
}

/** @returns null where the words before the dash are no dateline */
function placeIn(head: string, lexicon: Lexicon): Pick<Dateline, 'place'> | null {
  const bare = head.replace(AGENCY, ' ').replace(BOLD, '');
  const isMarked = bare !== head;
  const { words, hasDate } = withoutDate(bare, lexicon);
  const place = words.join(' ').replace(/[\s,.:;]+$/u, '');
  if (place === '') return isMarked && hasDate ? { place: null } : null;
  if (words.length > MOST_PLACE_WORDS || !PLACE.test(place)) return null;
  return hasDate || isMarked || isInCapitals(place) ? { place } : null;
}

function withoutDate(text: string, { months, dateWords }: Lexicon): { words: readonly string[]; hasDate: boolean } {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const isDate = (word: string): boolean => {
    const plain = fold(word).replace(/[.,:;]+$/u, '');
    return months.has(plain) || /^\d{1,4}$/.test(plain) || (dateWords.has(plain) && plain.length > 2);
  };
  return { words: words.filter((word) => !isDate(word)), hasDate: words.some((word) => /\d/.test(word)) };
}

/** The first word in capitals and longer than a short name of an organisation, or a country behind a comma. */
const isInCapitals = (place: string): boolean =>
  /^\p{Lu}{3}[\p{Lu}\s.'’/-]*(?:,|$)/u.test(place) && (place.length > 4 || place.includes(','));
