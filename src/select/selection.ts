import type { Findings } from '../brief/build.ts';

/** What of the findings the store was searched for; the rest is what lies around it. */
export type Selection = Pick<
  Findings,
  | 'span'
  | 'coverage'
  | 'known'
  | 'found'
  | 'eventsAtMost'
  | 'topicCounts'
  | 'wider'
  | 'onlyDisputed'
  | 'news'
  | 'checked'
  | 'hits'
  | 'search'
>;
