import type { Digest } from '../domain/digest.ts';
import type { Language } from '../domain/language.ts';
import type { Delivery } from '../domain/outbox.ts';
import type { Page, PageLimits, Rich } from '../domain/page.ts';
import { item, paragraph, title } from './blocks.ts';
import { digestAction } from './digest-action.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Piece, paginate } from './pack.ts';
import { runWords } from './schedule-words.ts';
import { turned } from './turned.ts';

/** What was made of the slots of a digest, the last first, each with links to its messages. */
export function renderHistory(
  digest: Digest,
  deliveries: readonly Delivery[],
  page: number,
  language: Language,
  limits: PageLimits,
): Page {
  const { history: words, button } = messagesIn(language).digest;
  const top = [title(words.title(digest.id))];
  const pieces = runsOf(deliveries, digest, language).map((rich): Piece => [item(rich)]);
  const none: readonly Piece[] = [[paragraph(words.none)]];
  const groups = [{ heading: [], continued: [], pieces: pieces.length > 0 ? pieces : none }];
  const pages = paginate(groups, { first: top, later: top, foot: [] }, limits, 'filled');
  const actionOf = (at: number): string => digestAction({ kind: 'history', id: digest.id, page: at });
  const { blocks, turns } = turned(pages, page, actionOf, language);
  const back = {
    action: digestAction({ kind: 'show', id: digest.id }),
    label: button.back,
    look: 'secondary',
  } as const;
  return { language, tone: 'neutral', blocks, actions: [[...turns, back]] };
}

/** What was made of the last slot. */
export function lastRuns(last: Delivery | null, digest: Digest, language: Language): Rich {
  const [rich = [{ text: messagesIn(language).digest.nothingYet }]] = runsOf(last ? [last] : [], digest, language);
  return rich;
}

function runsOf(deliveries: readonly Delivery[], digest: Digest, language: Language): readonly Rich[] {
  const slots = deliveries.map(({ slotMs }) => slotMs);
  const when = runWords(slots, digest.timetable.zone, language);
  return deliveries.map((delivery, at) => deliveryRuns(delivery, when[at] ?? '', digest, language));
}

/** "Wed, 15 May 2024, 09:00 GMT+3 · sent · 5 events · message". */
function deliveryRuns(delivery: Delivery, when: string, digest: Digest, language: Language): Rich {
  const { states, reasons, lines } = messagesIn(language).digest.history;
  const { state, reason, printed } = delivery;
  const told = [
    when,
    reason === null ? states[state] : `${states[state]}: ${reasons[reason]}`,
    ...(state === 'sent' ? [lines(printed.length)] : []),
  ];
  const links = messageLinks(delivery, digest, language);
  return [{ text: [...told, ...(links.length > 0 ? [''] : [])].join(' · ') }, ...links];
}

/** "message 1 · message 2". */
export function messageLinks({ channelId, messageIds }: Delivery, { guildId, how }: Digest, language: Language): Rich {
  // A thread has the id of the message that it hangs on, and a forum post that of its first.
  const [thread = channelId] = messageIds;
  const placeOf = (at: number): string => (how === 'forum-post' || (how === 'thread' && at > 0) ? thread : channelId);
  const { message } = messagesIn(language).digest.history;
  return messageIds.flatMap((id, at): Rich => {
    const link = { text: message(at + 1, messageIds.length), href: messageUrl(guildId, placeOf(at), id) };
    return at > 0 ? [{ text: ' · ' }, link] : [link];
  });
}

const messageUrl = (guildId: string, channelId: string, messageId: string): string =>
  `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;
