/** A feed in any of its formats. Values are as they stand there: dates unread, titles and texts as HTML. */
export interface RawFeed {
  readonly title: string | null;
  readonly link: string | null;
  /** Where the feed says that it stands itself. */
  readonly self: string | null;
  readonly description: string | null;
  readonly updated: string | null;
  readonly language: string | null;
  /** In the order of the feed. */
  readonly entries: readonly RawEntry[];
  /** How many entries the feed has beyond these. */
  readonly leftOut: number;
}

/** Addresses are absolute where the feed says what they are relative to. */
export interface RawEntry {
  /** What tells it from the feed's other entries, as the feed says. */
  readonly id: string | null;
  readonly link: string | null;
  readonly title: string | null;
  /** A name, in words without markup. */
  readonly author: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly summary: string | null;
  readonly content: string | null;
  readonly language: string | null;
}

/** Entries beyond these are left out, and counted. */
export const MOST_ENTRIES = 1_000;
