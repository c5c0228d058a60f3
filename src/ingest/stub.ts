import type { StubReason } from '../domain/page-text.ts';
import { fold } from './fold.ts';
import { holds } from './lexicon.ts';
import type { StubWords } from './stub-words.ts';

/** What a page shows and says of itself. */
export interface Shown {
  readonly title: string | null;
  /** Paragraphs of what was taken for the article; null: none was found. */
  readonly text: string | null;
  /** What it shows to readers without scripts. */
  readonly withoutScripts: string;
  /** Whether it says of itself that it is one article. */
  readonly isArticle: boolean;
  /** https://schema.org/isAccessibleForFree; null: it does not say. */
  readonly isFree: boolean | null;
}

/** Longer texts are articles, whatever notices stand in them. */
const MOST_CHARS = { notice: 400, error: 1_200, scripts: 1_200, consent: 3_000, paywall: 3_000, unpaid: 1_500 };
/** Share of a text that a notice and the paragraphs around it have to be. */
const CONSENT_SHARE = 0.5;
/** An offer to subscribe that ends an article stands among its last paragraphs. */
const LAST_LINES = 4;
/** Of a list of articles: lines, and the share of them that are no sentences. */
const LIST = { lines: 8, share: 0.75, chars: 160 };
/** What stands between the title of a page and the name of its site, blanks around it. */
const TITLE_PARTS = /\s[|·•–—-]\s|:\s/;
const SENTENCE_END = /[.!?…。»”"]$/;

/**
 * Why what a page shows is not the article, in doubt null: a short report beside an offer to subscribe is one all the same.
 * The order is from what is told by most to what is told by least.
 */
export function stubOf(shown: Shown, words: StubWords): StubReason | null {
  const lines = (shown.text ?? '')
    .split('\n')
    .map(fold)
    .filter((line) => line !== '');
  const chars = lines.reduce((sum, line) => sum + line.length, 0);
  if (isError(shown.title, lines, chars, words)) return 'error';
  if (chars <= MOST_CHARS.scripts && asksForScripts(lines, fold(shown.withoutScripts), words)) return 'scripts';
  if (chars <= MOST_CHARS.consent && isAbout(lines, words.consent)) return 'consent';
  if (isUnpaid(shown, lines, chars, words)) return 'paywall';
  return !shown.isArticle && isList(lines) ? 'list' : null;
}

/** A part of the title, which often names the site too; or how a very short text begins. */
function isError(title: string | null, lines: readonly string[], chars: number, { error }: StubWords): boolean {
  const parts = (title ?? '').split(TITLE_PARTS).map(fold);
  if (chars <= MOST_CHARS.error && parts.some((part) => error.includes(part))) return true;
  const heads = lines.filter((line) => line !== fold(title ?? '')).slice(0, 2);
  return chars <= MOST_CHARS.notice && heads.some((line) => error.some((phrase) => line.startsWith(phrase)));
}

/** A page that works without scripts may offer more to those who have them. */
const asksForScripts = (lines: readonly string[], withoutScripts: string, { scripts }: StubWords): boolean =>
  lines.some((line) => hasAny(line, scripts)) || (lines.length <= 1 && hasAny(withoutScripts, scripts));

function isAbout(lines: readonly string[], phrases: readonly string[]): boolean {
  const about = lines.filter((line) => hasAny(line, phrases));
  const [all, some] = [lines, about].map((group) => group.reduce((sum, line) => sum + line.length, 0));
  return about.length > 0 && (some ?? 0) >= CONSENT_SHARE * (all ?? 0);
}

function isUnpaid({ isFree }: Shown, lines: readonly string[], chars: number, { paywall }: StubWords): boolean {
  if (isFree === false && chars <= MOST_CHARS.unpaid) return true;
  return (
    isFree !== true && chars <= MOST_CHARS.paywall && lines.slice(-LAST_LINES).some((line) => hasAny(line, paywall))
  );
}

function isList(lines: readonly string[]): boolean {
  const heads = lines.filter((line) => line.length <= LIST.chars && !SENTENCE_END.test(line));
  return lines.length >= LIST.lines && heads.length >= LIST.share * lines.length;
}

const hasAny = (line: string, phrases: readonly string[]): boolean => phrases.some((phrase) => holds(line, phrase));
