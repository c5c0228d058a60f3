import type { Ownership } from '../../domain/ownership.ts';
import type { Tier } from '../../domain/source.ts';
import type { OnlyFrom, SourceLimit } from '../../domain/trust.ts';

/** Words on whom publishers belong to and how far they are trusted. */
export interface TrustMessages {
  /** What an outlet is, in a word; without those of which nobody needs to be told at a glance. */
  readonly kind: Readonly<Partial<Record<Ownership['kind'], string>>>;
  readonly tier: Readonly<Record<Exclude<Tier, 'usual'>, string>>;
  /** Who alone tells of an event. */
  readonly only: Readonly<Record<OnlyFrom['kind'], string>>;
  readonly limits: Readonly<Record<SourceLimit, string>>;
  /** That not everybody's reports count in an answer. */
  readonly limited: Readonly<Record<Exclude<SourceLimit, 'all'>, string>>;
  /** What else covers the question, of any date. */
  readonly leftOut: (articles: number, outlets: number) => string;
  readonly nothingLeftOut: string;
  /** None of those who count covers the subject. */
  readonly uncovered: (subject: string) => string;
}
