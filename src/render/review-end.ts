import type { Language } from '../domain/language.ts';
import type { Block, Rich } from '../domain/page.ts';
import type { Review } from '../domain/review.ts';
import { paragraph, title } from './blocks.ts';
import { messageLinks } from './digest-history.ts';
import { messagesIn } from './messages/in-language.ts';

/** What came of a digest that moderators were shown, and who did what about it. */
export function reviewEnd(review: Review, language: Language): readonly Block[] {
  const { title: titleOf } = messagesIn(language).digest;
  return [title(titleOf(review.digestId)), ...endOf(review, language), ...deedsOf(review, language)];
}

function endOf({ end, digest }: Review, language: Language): readonly Block[] {
  const { end: words } = messagesIn(language).review;
  if (end === null || end === 'withdrawn') return [paragraph(words.withdrawn)];
  if (end.state === 'undecided') return [paragraph(words.undecided)];
  if (end.state === 'sent')
    return [said([{ text: `${words.sent(end.printed.length)} ` }, ...messageLinks(end, digest, language)])];
  return [paragraph(end.reason === 'held' || end.reason === 'dropped' ? words[end.reason] : words.late)];
}

function deedsOf({ verdict, dropped }: Review, language: Language): readonly Block[] {
  const { end: words } = messagesIn(language).review;
  const droppers = [...new Set(dropped.map(({ by }) => by))];
  return [
    ...(verdict === null ? [] : [by(verdict.kind === 'hold' ? words.heldBy : words.wantedBy, [verdict.by])]),
    ...(dropped.length === 0 ? [] : [by(words.droppedBy(dropped.length), droppers)]),
  ];
}

const by = (words: string, members: readonly string[]): Block =>
  said([
    { text: words },
    ...members.flatMap((id, at): Rich => [...(at > 0 ? [{ text: ', ' }] : []), { text: id, style: 'member' }]),
    { text: '.' },
  ]);

const said = (rich: Rich): Block => ({ kind: 'paragraph', rich });
