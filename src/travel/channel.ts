import type { Page } from '../domain/page.ts';
import type { PrintedMessage } from '../domain/printed-message.ts';
import type { Unreachable } from '../domain/travelled.ts';

/** What became of an edit. */
export type EditOutcome =
  | { readonly kind: 'done' }
  /** It surely was not done. `afterMs`: how long to wait before it is tried again. */
  | { readonly kind: 'later'; readonly afterMs: number }
  /** It was not done and will not be. */
  | { readonly kind: 'unreachable'; readonly why: Unreachable }
  /** It may have been done: no answer came, or one that does not tell. */
  | { readonly kind: 'unknown' };

/**
 * Has a message of ours show a page in place of what it shows, and tells nobody that it does. Doing it twice is doing it once. Does not
 * reject for what the platform or the network does, and gives up within `EDIT_WITHIN_MS`.
 */
export type EditMessage = (message: PrintedMessage, page: Page) => Promise<EditOutcome>;

/** How long an edit may take. */
export const EDIT_WITHIN_MS = 20_000;
