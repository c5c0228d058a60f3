import type { Account } from '../../domain/brief.ts';
import type { Claim, VISIT_STATUSES } from '../../domain/claim.ts';
import type { FilterName } from '../../domain/filters.ts';
import type { Form } from '../../domain/form.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Age } from '../age.ts';
import type { CheckMessages } from './check-messages.ts';
import type { CommandMessages } from './command-messages.ts';
import type { CorrectionMessages } from './correction-messages.ts';
import type { DeliveryMessages } from './delivery-messages.ts';
import type { DigestMessages } from './digest-messages.ts';
import type { ExportMessages } from './export-messages.ts';
import type { FailureMessages } from './failure-messages.ts';
import type { LedgerMessages } from './ledger-messages.ts';
import type { MemberMessages } from './member-messages.ts';
import type { ModelMessages } from './model-messages.ts';
import type { NewsMessages } from './news-messages.ts';
import type { NoticeMessages } from './notice-messages.ts';
import type { PictureMessages } from './picture-messages.ts';
import type { ProseMessages } from './prose-messages.ts';
import type { ReviewMessages } from './review-messages.ts';
import type { ScheduleMessages } from './schedule-messages.ts';
import type { SourceMessages } from './source-messages.ts';
import type { DisputeMessages, EvidenceMessages, SearchMessages, TimelineMessages } from './telling-messages.ts';
import type { TrackMessages } from './track-messages.ts';
import type { TravelMessages } from './travel-messages.ts';
import type { TrustMessages } from './trust-messages.ts';

type Confirmation = NonNullable<Claim['confirmation']>;

/**
 * Words around a claim's sentence. Names stand in the nominative and no verb agrees with them: what a name's
 * gender or number is, the data does not say.
 */
export interface LineMessages {
  /** Who speaks where the article says only "reportedly". */
  readonly unnamedSpeaker: string;
  /**
   * A speaker's unproven word, as the lead of a line. Without `confirmation` the article does not say whether anyone
   * confirms it.
   */
  readonly claim: (speaker: string, confirmation?: Confirmation) => string;
  /** The sentence that follows says that something is not so. */
  readonly denial: (speaker: string) => string;
  /** The sentence that follows is what the speaker says is not so. */
  readonly denied: (speaker: string) => string;
  /** After a speaker's name, or in front of a sentence that has no speaker. */
  readonly confirmation: Readonly<Record<Confirmation, string>>;
  readonly realis: Readonly<Record<'attempted' | 'planned' | 'hypothetical', string>>;
  readonly via: (outlet: string) => string;
  /** Why what the article says should be doubted, or read with care. */
  readonly note: (why: string) => string;
  readonly reported: (day: string) => string;
  /** On the day that the heading names. */
  readonly reportedThen: string;
  /** The article's day is not stated, only assumed. */
  readonly reportedAbout: (day: string) => string;
  readonly undatedArticle: string;
  readonly since: (date: string) => string;
  readonly until: (date: string) => string;
  readonly spelt: (spellings: string) => string;
  /** How many outlets tell of it; `origins`: how many independent ones, 0 where that was not counted. */
  readonly outlets: (n: number, origins: number) => string;
  /** Both the side that does it and others state it. */
  readonly statedBySides: (sides: readonly string[]) => string;
  readonly disputed: string;
  readonly bound: Readonly<Record<'eq' | 'gt' | 'ge' | 'lt' | 'le' | 'about', (value: string) => string>>;
  /** What others say of a line's claim; null: an article in its own voice. */
  readonly deniedBy: (speaker: string | null) => string;
  readonly statedBy: (speaker: string | null) => string;
  /** What else is said of the happening: before the words of each. */
  readonly relation: Readonly<Record<Account['relation'], string>>;
  readonly furtherCitations: (n: number) => string;
  readonly furtherValues: (n: number) => string;
  /** In place of a sentence that no page has room for and that must not be cut. */
  readonly tooLong: string;
  /** In place of an excerpt whose words are not at hand. */
  readonly wordsGone: string;
}

/** Words of the answer to a question. */
export interface BriefMessages {
  readonly topic: Readonly<Record<Topic, string>>;
  readonly visitStatus: Readonly<Record<(typeof VISIT_STATUSES)[number], string>>;
  readonly everything: string;
  /** The subject of a question about a topic across all places. */
  readonly allPlaces: string;
  readonly words: (words: string) => string;
  /** Whether `kind` is an `ENTITY_KINDS` word; others are shown as they are. */
  readonly kind: (kind: string) => string;
  readonly placesInside: (name: string) => string;
  readonly newest: (day: string, age: string) => string;
  /** A day that is assumed. */
  readonly aboutDay: (day: string) => string;
  readonly age: (age: Age) => string;
  readonly basis: (articles: number, outlets: number, span: string | null, undated: number) => string;
  readonly defaultPeriod: string;
  readonly olderExist: (day: string) => string;
  readonly newerExist: (day: string, age: string) => string;
  readonly undated: (n: number) => string;
  readonly quiet: (span: string | null) => string;
  /** Other topics are covered. */
  readonly quietTopic: (subject: string, topic: string) => string;
  readonly newestElsewhere: (day: string, age: string) => string;
  readonly uncovered: (subject: string) => string;
  readonly notNothing: string;
  readonly claims: (n: string, value: number) => string;
  /** `narrowed`: there is already only one topic. */
  readonly best: (lines: number, claims: string, narrowed: boolean) => string;
  /** What else the same name means. */
  readonly also: (names: string) => string;
  /** `topics`: those that only the wider place has, as a list in words; '' for none. */
  readonly wider: (name: string, claims: string, topics: string) => string;
  readonly continued: (heading: string) => string;
  readonly footer: (words: string, answer: string) => string;
  /** In whose words lines stand: all in ours, or some in quotation marks. */
  readonly inOurs: string;
  readonly inBoth: string;
  readonly answer: (id: string) => string;
  readonly evidenceOf: (subject: string) => string;
  readonly sourcesOf: (subject: string) => string;
  readonly paraphrase: string;
  /** Of a line made from its slots. */
  readonly ownWords: string;
  readonly paragraph: (n: number) => string;
  readonly narrator: string;
  /** What office a speaker holds. */
  readonly office: (role: string) => string;
  readonly unnamedOutlet: string;
  readonly noDate: string;
  readonly basisOfDate: Readonly<Record<'stated' | 'url' | 'assumed', string>>;
  readonly relays: (outlets: string) => string;
  readonly by: (author: string) => string;
}

export interface ButtonMessages {
  readonly evidence: string;
  readonly sources: string;
  readonly overview: string;
  readonly previous: string;
  readonly next: string;
  readonly share: string;
  readonly showNewest: string;
  readonly showAll: string;
}

/** What narrows an answer. */
interface FilterMessages {
  /** As Discord shows the option. */
  readonly names: Readonly<Record<FilterName, string>>;
  /** Closed values, by their names in the data. */
  readonly values: Readonly<Record<string, string>>;
  /** `name`: what the words name, with what kind of thing it is. */
  readonly unfit: (option: string, name: string) => string;
  readonly pick: string;
}

/** Why an answer may lack what there is. */
interface SilenceMessages {
  readonly nothingFound: string;
  readonly failing: (sources: string) => string;
  readonly failingSince: (publisher: string, instant: string) => string;
  readonly furtherSources: (n: number) => string;
}

interface ReplayMessages {
  readonly given: (answer: string, instant: string) => string;
  readonly store: (articles: string, claims: string, revision: string) => string;
}

/** Every word that people read, in one language. Numbers and dates arrive formatted. */
export interface Messages {
  readonly line: LineMessages;
  readonly brief: BriefMessages;
  /** What the answers of a form are called, where the form has a name. */
  readonly form: Readonly<Record<Form, string>>;
  readonly timeline: TimelineMessages;
  readonly dispute: DisputeMessages;
  readonly news: NewsMessages;
  readonly travel: TravelMessages;
  readonly delivery: DeliveryMessages;
  readonly review: ReviewMessages;
  readonly schedule: ScheduleMessages;
  readonly model: ModelMessages;
  readonly prose: ProseMessages;
  readonly digest: DigestMessages;
  readonly track: TrackMessages;
  readonly check: CheckMessages;
  readonly member: MemberMessages;
  readonly evidence: EvidenceMessages;
  readonly search: SearchMessages;
  readonly filter: FilterMessages;
  readonly ledger: LedgerMessages;
  readonly export: ExportMessages;
  readonly picture: PictureMessages;
  readonly silence: SilenceMessages;
  readonly replay: ReplayMessages;
  readonly button: ButtonMessages;
  readonly command: CommandMessages;
  readonly correction: CorrectionMessages;
  readonly source: SourceMessages;
  readonly failure: FailureMessages;
  readonly notice: NoticeMessages;
  readonly trust: TrustMessages;
}
