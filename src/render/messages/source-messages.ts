import type { Ownership } from '../../domain/ownership.ts';
import type { StubReason } from '../../domain/page-text.ts';
import type { Warning } from '../../domain/probe.ts';
import type { Engine, SourceDeed, SourceKind, SourceState, Tier } from '../../domain/source.ts';
import type { SourceRefusal } from '../../domain/source-view.ts';

type WarningOf<Kind extends Warning['kind']> = Extract<Warning, { readonly kind: Kind }>;

/**
 * What each warning means and what to do about it, in whole sentences. Instants, languages and failures arrive in words: `of`
 * is the day of the newest item, the name of the language, or why a page could not be read.
 */
type WarningWords = {
  readonly [Kind in Warning['kind']]: (warning: WarningOf<Kind>, of: string) => string;
};

/** What is said of a source wherever it is listed. */
interface FactWords {
  readonly publisher: string;
  readonly owner: string;
  readonly language: string;
  readonly kind: string;
  readonly tier: string;
  readonly address: string;
  readonly ownerUnknown: string;
  readonly ownership: Readonly<Record<Ownership['kind'], string>>;
  /** What the ownership is known from. */
  readonly basis: (basis: string) => string;
  readonly languageUnsaid: string;
  readonly tiers: Readonly<Record<Tier, string>>;
  readonly engine: string;
  readonly engines: Readonly<Record<Engine, string>>;
  readonly kinds: Readonly<Record<SourceKind, string>>;
  readonly states: Readonly<Record<SourceState, string>>;
}

/** Of the dry run. */
interface ProbeWords {
  readonly title: (name: string) => string;
  readonly listTitle: (feeds: string) => string;
  /** Nothing has been added. */
  readonly nothingAdded: string;
  readonly needsApproval: string;
  readonly feed: (items: string) => string;
  readonly items: (n: number) => string;
  readonly feeds: (n: number) => string;
  readonly statements: (n: number) => string;
  readonly warnings: string;
  readonly latest: string;
  /** Of a single article or text: what was read. */
  readonly one: string;
  readonly text: string;
  readonly claims: (statements: string) => string;
  readonly choose: string;
  readonly list: string;
  readonly untitled: string;
  readonly undated: string;
  readonly known: string;
  readonly copy: (publisher: string) => string;
  readonly unread: (why: string) => string;
  readonly isFollowed: string;
  readonly moreItems: (n: number) => string;
  readonly moreFeeds: (n: number) => string;
  /** Of a list, how many of its feeds there is room for, and how many are left out. */
  readonly room: (open: number, leftOut: number) => string;
  readonly wordsAre: string;
  /** Of a feed only the newest `n` items were read. */
  readonly partRead: (n: number) => string;
  readonly listEmpty: string;
  /** None of the feeds of a list was looked at. */
  readonly listUnread: string;
  /** So many entries of a list name something else than a web address. */
  readonly invalid: (n: number) => string;
  /** The date that was given could not be read. */
  readonly dayUnread: (typed: string) => string;
}

/** Of what was done, and of requests. */
interface DoneWords {
  readonly added: (n: number) => string;
  readonly addedNext: Readonly<Record<SourceKind, string>>;
  /** Of feeds that were added at a terminal, where no bot may be running. */
  readonly addedAtTerminal: string;
  readonly left: (n: number) => string;
  readonly requestTitle: (name: string) => string;
  readonly requestsTitle: (n: number) => string;
  readonly requestedBy: string;
  readonly requestNext: string;
  readonly approved: string;
  readonly refused: string;
  readonly approvedNext: string;
  readonly refusedNext: string;
  readonly cancelled: string;
  readonly paused: (name: string) => string;
  readonly resumed: (name: string) => string;
  readonly edited: (name: string) => string;
  /** The texts of its articles leave the bot. */
  readonly sentToModel: string;
  readonly removed: (name: string) => string;
  readonly kept: string;
  readonly withdrawn: (articles: string) => string;
  readonly nothingGiven: string;
}

/** Of the list, and of one source. */
interface ViewWords {
  readonly title: string;
  readonly operatorTitle: string;
  readonly count: (n: string, most: string) => string;
  readonly none: string;
  readonly articles: (n: number) => string;
  readonly queued: (n: number) => string;
  /** Some could not be read yet. */
  readonly again: (instant: string) => string;
  readonly aside: (n: number) => string;
  /** When something new was last found in a feed. */
  readonly newItem: (instant: string) => string;
  readonly noItem: string;
  readonly unread: string;
  readonly next: (instant: string) => string;
  readonly nextNow: string;
  readonly addedBy: string;
  readonly approvedBy: string;
  readonly on: (day: string) => string;
  readonly operator: string;
  readonly failing: (since: string, times: number) => string;
  readonly failed: (times: number) => string;
}

interface CheckWords {
  readonly title: (name: string) => string;
  readonly works: (items: string, newest: string | null) => string;
  /** Of an article, with its day. */
  readonly worksOnce: (day: string | null) => string;
  /** Of a text that was pasted in: there is nothing to read again. */
  readonly pasted: string;
  readonly fails: string;
  readonly moved: string;
  readonly aside: string;
  readonly noAside: string;
}

interface RemovalWords {
  readonly title: (name: string) => string;
  readonly ask: (articles: string) => string;
  readonly askNothing: string;
  readonly keep: string;
  readonly withdraw: string;
}

interface LogWords {
  readonly title: string;
  readonly titleOf: (name: string) => string;
  readonly none: string;
  readonly deeds: Readonly<Record<SourceDeed['deed'], string>>;
}

interface StarterWords {
  readonly title: string;
  readonly intro: string;
  readonly group: (feeds: string, followed: number) => string;
  readonly followed: string;
  readonly none: string;
  readonly all: (n: number) => string;
}

interface FormWords {
  readonly paste: string;
  readonly text: string;
  readonly textHint: string;
  readonly publisher: string;
  readonly publisherHint: string;
  readonly day: string;
  readonly dayHint: string;
  readonly title: string;
  readonly edit: string;
  readonly name: string;
  readonly language: string;
  readonly languageHint: string;
  readonly tier: string;
  readonly tierHint: (tiers: string) => string;
}

interface ExportWords {
  readonly title: string;
  readonly feeds: (feeds: string) => string;
  readonly others: (n: number) => string;
  readonly none: string;
}

interface ButtonWords {
  readonly add: string;
  readonly addAll: (n: number) => string;
  readonly ask: string;
  readonly review: string;
  readonly cancel: string;
  readonly approve: string;
  readonly refuse: string;
  readonly pause: string;
  readonly resume: string;
  readonly edit: string;
  readonly remove: string;
  readonly check: string;
  readonly keep: string;
  readonly withdraw: string;
  readonly previous: string;
  readonly next: string;
  readonly back: string;
  readonly list: string;
}

/** Words of what moderators do with sources. Names, numbers of more than one word and dates arrive formatted. */
export interface SourceMessages {
  readonly fact: FactWords;
  readonly warning: WarningWords;
  readonly stub: Readonly<Record<StubReason, string>>;
  readonly probe: ProbeWords;
  readonly done: DoneWords;
  readonly view: ViewWords;
  readonly check: CheckWords;
  readonly removal: RemovalWords;
  readonly log: LogWords;
  readonly starter: StarterWords;
  readonly form: FormWords;
  readonly export: ExportWords;
  readonly button: ButtonWords;
  readonly refusal: {
    readonly [Kind in SourceRefusal['kind']]: (refusal: Extract<SourceRefusal, { readonly kind: Kind }>) => string;
  };
  readonly noSource: (typed: string) => string;
  readonly severalSources: (typed: string) => string;
  readonly noLanguage: (typed: string) => string;
  readonly noTier: (typed: string, tiers: string) => string;
  readonly noPublisher: string;
  readonly formOnly: string;
  readonly fileUnreadable: string;
}
