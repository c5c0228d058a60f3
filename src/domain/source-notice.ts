import type { ProbeFailure } from './probe-failure.ts';
import type { Source } from './source.ts';

/** What moderators are told of one of their sources without having asked. Instants are Unix ms. */
export type SourceNotice =
  | { readonly kind: 'failing'; readonly source: Source; readonly sinceMs: number; readonly failure: ProbeFailure }
  | { readonly kind: 'recovered'; readonly source: Source; readonly sinceMs: number; readonly atMs: number }
  /** Its server says that there is nothing any more: it is not asked again. */
  | { readonly kind: 'gone'; readonly source: Source }
  /** It waits for a second moderator. */
  | { readonly kind: 'request'; readonly source: Source };
