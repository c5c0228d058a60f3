/** Words of a digest as moderators are shown it before it comes. */
export interface ReviewMessages {
  readonly title: (digest: string) => string;
  readonly heldTitle: (digest: string) => string;
  /** Nobody said anything; the channel follows. */
  readonly planned: (when: string) => string;
  /** What came before is somebody's name, as in the two next. */
  readonly held: string;
  readonly heldNext: string;
  readonly sentNow: string;
  readonly lines: (n: number, dropped: number) => string;
  readonly noLines: string;
  /** It says what of earlier digests was corrected, too. */
  readonly corrected: (n: number) => string;
  readonly why: {
    readonly new: string;
    /** The first digest. */
    readonly first: string;
    readonly asked: (queries: string) => string;
    readonly oneSource: string;
  };
  /** A name follows, and then the line. */
  readonly droppedBy: string;
  readonly drop: (n: number, words: string) => string;
  readonly putBack: (n: number, words: string) => string;
  readonly menu: string;
  readonly button: Readonly<Record<'hold' | 'release' | 'send', string>>;
  /** In a digest's card and list: the one of the slot is put together. */
  readonly comingPlanned: (slot: string, comes: string) => string;
  /** A name follows. */
  readonly comingHeld: (slot: string) => string;
  /** A channel follows. */
  readonly comingAt: string;
  readonly comingNote: string;
  readonly foot: (digest: string, code: string) => string;
  readonly end: {
    readonly sent: (events: number) => string;
    /** A name follows. */
    readonly wantedBy: string;
    readonly undecided: string;
    readonly withdrawn: string;
    readonly held: string;
    /** A name follows. */
    readonly heldBy: string;
    readonly dropped: string;
    readonly late: string;
    readonly droppedBy: (lines: number) => string;
  };
}
