import type { Brief } from '../domain/brief.ts';
import { type Corrections, withCorrections } from '../domain/corrections.ts';
import type { Page } from '../domain/page.ts';
import type { PrintedBody, PrintedMessage } from '../domain/printed-message.ts';
import { renderAlert } from '../render/alert-page.ts';
import { renderBrief } from '../render/brief-page.ts';
import { renderDigestPart } from '../render/digest-pages.ts';
import { MENTIONING_LIMITS } from './digest/parts.ts';
import { DISCORD_PAGE_LIMITS } from './message.ts';

/** The page that a message of ours shows, with what does not stand any more marked as such. */
export function printedPage({ body, face }: PrintedMessage, corrections: Corrections): Page {
  const marked = (brief: Brief): Brief => withCorrections(brief, corrections);
  switch (body.kind) {
    case 'answer':
      return renderBrief(marked(body.brief), { ...face, private: false }, DISCORD_PAGE_LIMITS);
    case 'alert':
      return renderAlert(marked(body.brief), body, MENTIONING_LIMITS);
    case 'digest': {
      const { content, parts } = body;
      const place = { part: face.page, parts };
      return renderDigestPart({ ...content, brief: marked(content.brief) }, body, MENTIONING_LIMITS, place);
    }
  }
}

/** The role that a message names; null: none. */
export const roleIn = (body: PrintedBody, { page }: PrintedMessage['face']): string | null =>
  body.kind === 'answer' || page > 1 ? null : body.roleId;
