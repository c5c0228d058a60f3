import type { Claim } from '../domain/claim.ts';
import { excerptOf } from './quote.ts';

/** What stands next to an excerpt in its article: up to two sentences on either side, the rest of its own being one. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** How far is looked, in UTF-16 code units; what is cut off in the middle of a sentence is left out. */
const REACH = 400;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The surroundings of an excerpt, its line breaks as spaces; '' where the article begins or ends. undefined for other claims,
 * and where the text is not the one that the claim was read from.
 */
export function surroundingsOf(claim: Claim, text: string | undefined): Surroundings | undefined {
  if (claim.mode !== 'excerpt' || text === undefined || excerptOf(claim, text) === undefined) return undefined;
  const { start, end } = claim.excerpt;
  const before = sentencesIn(text.slice(Math.max(0, start - REACH), start));
  const after = sentencesIn(text.slice(end, end + REACH));
  const whole = { start: start <= REACH, end: end + REACH >= text.length };
  return {
    before: plain((whole.start ? before : before.slice(1)).slice(-SENTENCES).join('')),
    after: plain((whole.end ? after : after.slice(0, -1)).slice(0, SENTENCES).join('')),
  };
}

/** On either side: the rest of the excerpt's own, where it is only a part, and one more. */
const SENTENCES = 2;

const sentencesIn = (text: string): readonly string[] =>
  [...sentences.segment(text)].map(({ segment }) => segment).filter((segment) => segment.trim() !== '');

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();
