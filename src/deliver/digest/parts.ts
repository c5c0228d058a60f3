import type { Outgoing } from '../../digest/channel.ts';
import { MESSAGES_AT_MOST } from '../../domain/digest.ts';
import type { Page, PageLimits } from '../../domain/page.ts';
import { eventsOn, renderDigest } from '../../render/digest-pages.ts';
import type { MessageBody } from '../edge.ts';
import { illustrate } from '../illustrate.ts';
import { DISCORD_PAGE_LIMITS, toMessage } from '../message.ts';
import type { Pictures } from '../pictures.ts';

/** `<@&` and `>` around the longest id. */
const MENTION_CHARS = 30;
/** Nobody waits for it but the channel; what takes longer comes without its picture. */
const DRAWN_WITHIN_MS = 8_000;
const CODE_CHARS = 10;

/** What of a mark stands in the message, for eyes too. */
export const codeOf = (mark: string): string => mark.slice(0, CODE_CHARS);

/** Of a message above which a role may be mentioned. */
export const MENTIONING_LIMITS: PageLimits = {
  ...DISCORD_PAGE_LIMITS,
  budget: DISCORD_PAGE_LIMITS.budget - MENTION_CHARS,
};

/** The pages of a digest, one for each of its messages. */
export const pagesOf = ({ content, digest: { id, how }, mark }: Outgoing): readonly Page[] =>
  renderDigest(content, { digestId: id, code: codeOf(mark) }, MENTIONING_LIMITS, MESSAGES_AT_MOST[how]);

export function eventsAfter(outgoing: Outgoing, messages: number): readonly string[] {
  const pages = pagesOf(outgoing);
  const there = new Set(eventsOn(pages.slice(0, messages)));
  return eventsOn(pages.slice(messages)).filter((event) => !there.has(event));
}

export interface Drawing {
  readonly pictures: Pictures;
  /** Told what kept a picture from being drawn. */
  readonly report: (error: unknown) => void;
}

/** @param roleId of the role that it mentions; null: none */
export async function messageOf(
  page: Page,
  roleId: string | null,
  ref: string,
  { pictures, report }: Drawing,
): Promise<MessageBody> {
  const shown = await illustrate(page, { pictures, withinMs: DRAWN_WITHIN_MS, ref, report });
  return toMessage(shown.page, shown.drawn, roleId);
}
