import type { Claim } from '../domain/claim.ts';
import type { Language } from '../domain/language.ts';
import type { Block, Rich } from '../domain/page.ts';
import type { Probe, ProbedFeed, ProbedItem } from '../domain/probe.ts';
import { item, quote, small } from './blocks.ts';
import { clip } from './cut.ts';
import { dayWords } from './date-words.ts';
import { failureTold } from './failure-words.ts';
import { messagesIn } from './messages/in-language.ts';
import type { Piece } from './pack.ts';
import { addressRun, shortLink } from './source-facts.ts';
import { statementRuns } from './statement.ts';

const TITLE_CHARS = 160;
const TEXT_LINES = 3;
const TEXT_CHARS = 280;
const QUOTE_CHARS = 300;

/** An item of a feed: its title, day, whether it is known, and why it could not be read. */
export function itemPiece({ title, url, publishedAtMs, standing, read }: ProbedItem, language: Language): Piece {
  const words = messagesIn(language).source.probe;
  const notes = [
    publishedAtMs === null ? words.undated : dayWords(publishedAtMs, language),
    ...(standing.kind === 'known' ? [words.known] : []),
    ...(standing.kind === 'copy' ? [words.copy(clip(standing.of))] : []),
    ...(read?.ok === false ? [words.unread(failureTold(read.error, false, language).what)] : []),
  ];
  const name = title?.trim() ? clip(title, TITLE_CHARS) : words.untitled;
  return [item([shortLink(name, url), { text: ` · ${notes.join(' · ')}` }])];
}

/** Of how many items all that is shown is, where others are read later. */
export function partPieces({ kind, items, total }: Probe, language: Language): readonly Piece[] {
  const read = items.filter((one) => one.read !== null).length;
  if (kind !== 'feed' || read === 0 || read >= total) return [];
  return [moreBlock(messagesIn(language).source.probe.partRead(read))];
}

/** The first lines of the newest text that was read; [] where none was. */
export function textPieces({ items }: Pick<Probe, 'items'>): readonly Piece[] {
  const text = items.flatMap(({ read }) => (read?.ok ? [read.value.text] : []))[0] ?? '';
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(0, TEXT_LINES).map((line) => [quote(clip(line, TEXT_CHARS))]);
}

/** Every claim as an answer would print it, with the words that it rests on; of several with one excerpt, the first. */
export function claimPieces(
  { items, labels }: Probe,
  language: Language,
  fits: (piece: Piece) => boolean,
): readonly Piece[] {
  return items.flatMap(({ read }) => {
    if (!read?.ok) return [];
    const { file, text } = read.value;
    const context = { labels, language, written: file.article.language };
    return saidOnce(file.claims, text).map((claim): Piece => {
      const told = { claim, ...excerptOf(claim, text) };
      const rich = statementRuns(told, '', context, (statement) => fits(withQuotes(statement, claim, text)));
      const whole = withQuotes(rich, claim, text);
      return fits(whole) ? whole : [item(rich)];
    });
  });
}

function saidOnce(claims: readonly Claim[], text: string): readonly Claim[] {
  const said = Map.groupBy(claims, (claim) => excerptOf(claim, text).excerpt ?? claim.id);
  return [...said.values()].flatMap(([first]) => first ?? []);
}

const withQuotes = (rich: Rich, claim: Claim, text: string): Piece => [item(rich), ...quotesOf(claim, text)];

/** An excerpt is its own quotation. */
function quotesOf(claim: Claim, text: string): readonly Block[] {
  if (claim.mode === 'excerpt') return [];
  const spans = claim.evidence.map(({ start, end }) => text.slice(start, end).trim());
  return spans.filter((words) => words !== '').map((words) => quote(clip(words, QUOTE_CHARS)));
}

function excerptOf(claim: Claim, text: string): { readonly excerpt?: string } {
  const words = claim.mode === 'excerpt' ? text.slice(claim.excerpt.start, claim.excerpt.end) : '';
  return words === '' ? {} : { excerpt: words };
}

/** A feed of a list, or of a site that has several. */
export function feedPiece({ url, title, isFollowed }: ProbedFeed, nth: number, language: Language): Piece {
  const words = messagesIn(language).source.probe;
  const name = title?.trim() ? [{ text: `${clip(title)} · ` }] : [];
  return [
    item([{ text: `${nth}. ` }, ...name, addressRun(url), ...(isFollowed ? [{ text: ` · ${words.isFollowed}` }] : [])]),
  ];
}

/** Small print below a list of which not all is shown. */
export const moreBlock = (words: string): Piece => [small(words)];
