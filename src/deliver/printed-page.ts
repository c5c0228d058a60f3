import type { Brief } from '../domain/brief.ts';
import type { Correction } from '../domain/correction.ts';
import { type Corrections, withCorrections } from '../domain/corrections.ts';
import type { Page } from '../domain/page.ts';
import type { PrintedBody, PrintedMessage } from '../domain/printed-message.ts';
import { renderAlert } from '../render/alert-page.ts';
import { renderBrief } from '../render/brief-page.ts';
import { clip } from '../render/cut.ts';
import { renderDigestAgain } from '../render/digest-pages.ts';
import { MENTIONING_LIMITS } from './digest/parts.ts';
import { DISCORD_PAGE_LIMITS } from './message.ts';

/** How long reasons may be, in characters, where longer ones would push lines off: the evidence has them whole. */
const SHORTER = [80, 24] as const;

/**
 * The page that a message of ours shows, with what does not stand any more marked as such, and no line of it pushed off by that.
 * @param corrections null: it has the marks that it was sent with
 */
export function printedPage({ body, face }: PrintedMessage, corrections: Corrections | null): Page {
  const at = body.kind === 'digest' ? face.page - 1 : 0;
  const pages = corrections === null ? pagesOf(body, face, null) : correctedPages(body, face, corrections);
  const page = pages[at];
  if (!page) throw new RangeError(`a digest of ${pages.length} messages has no ${face.page}`);
  return page;
}

function correctedPages(body: PrintedBody, face: PrintedMessage['face'], corrections: Corrections): readonly Page[] {
  const before = linesIn(pagesOf(body, face, new Map()));
  const [whole, ...shorter] = [corrections, ...SHORTER.map((chars) => shortened(corrections, chars))];
  let pages = pagesOf(body, face, whole ?? corrections);
  for (const one of shorter) {
    const shown = linesIn(pages);
    if (before.isSubsetOf(shown)) break;
    pages = pagesOf(body, face, one);
  }
  return pages;
}

/** All messages of a digest; else the one. */
function pagesOf(body: PrintedBody, face: PrintedMessage['face'], corrections: Corrections | null): readonly Page[] {
  switch (body.kind) {
    case 'answer':
      return [renderBrief(marked(body.brief, corrections), { ...face, private: false }, DISCORD_PAGE_LIMITS)];
    case 'alert':
      return [renderAlert(marked(body.brief, corrections), body, MENTIONING_LIMITS)];
    case 'digest': {
      const content = { ...body.content, brief: marked(body.content.brief, corrections) };
      return renderDigestAgain(content, body, MENTIONING_LIMITS, body.parts);
    }
  }
}

const marked = (brief: Brief, corrections: Corrections | null): Brief =>
  corrections === null ? brief : withCorrections(brief, corrections);

const linesIn = (pages: readonly Page[]): ReadonlySet<string> =>
  new Set(pages.flatMap(({ blocks }) => blocks.flatMap((block) => ('of' in block ? (block.of ?? []) : []))));

const shortened = (corrections: Corrections, chars: number): Corrections =>
  new Map([...corrections].map(([key, all]) => [key, all.map((one) => withReason(one, chars))]));

const withReason = (correction: Correction, chars: number): Correction =>
  correction.kind === 'wrong' ? { ...correction, reason: clip(correction.reason, chars) } : correction;

/** The role that a message names; null: none. */
export const roleIn = (body: PrintedBody, { page }: PrintedMessage['face']): string | null =>
  body.kind === 'answer' || page > 1 ? null : body.roleId;
