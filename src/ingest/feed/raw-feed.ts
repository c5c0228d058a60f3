/** A feed in any of its formats, each value as it stands there; markup and entities of titles and texts included. */
export interface RawFeed {
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly description: string | undefined;
  readonly updated: string | undefined;
  readonly language: string | undefined;
  readonly entries: readonly RawEntry[];
}

export interface RawEntry {
  /** What tells it from the feed's other entries, as the feed says. */
  readonly id: string | undefined;
  readonly link: string | undefined;
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly summary: string | undefined;
  readonly content: string | undefined;
  readonly language: string | undefined;
}
