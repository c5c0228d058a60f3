import type { FeedState } from '../domain/feed-state.ts';
import type { Language } from '../domain/language.ts';
import { clip } from './cut.ts';
import { instantWords } from './date-words.ts';
import { failureTold } from './failure-words.ts';
import { messagesIn } from './messages/in-language.ts';

/**
 * Since when a feed cannot be read, why, and what to do, for moderators; null: it can.
 * @param isRead whether it is read on
 */
export function failureNote(
  { failure, failures, failingSinceMs }: FeedState,
  isRead: boolean,
  language: Language,
): string | null {
  if (failure === null) return null;
  const words = messagesIn(language).source.view;
  const { what, todo } = failureTold(failure, isRead, language);
  const since =
    failingSinceMs === null ? words.failed(failures) : words.failing(instantWords(failingSinceMs, language), failures);
  return `⚠ ${since} ${clip(what, 300)} ${todo}`;
}
