import type { ChannelRight } from '../../domain/channel-facts.ts';
import type { Digest } from '../../domain/digest.ts';
import type { DigestRefusal, DigestWarning } from '../../domain/digest-view.ts';
import type { Delivery, SkipReason } from '../../domain/outbox.ts';

type Refusal<K extends DigestRefusal['kind']> = Extract<DigestRefusal, { readonly kind: K }>;

/** Words of what moderators do with digests. */
export interface DigestMessages {
  readonly title: (id: string) => string;
  readonly fact: Readonly<
    Record<
      | 'channel'
      | 'about'
      | 'when'
      | 'next'
      | 'language'
      | 'sources'
      | 'origins'
      | 'quiet'
      | 'role'
      | 'crosspost'
      | 'pictures'
      | 'veto'
      | 'last',
      string
    >
  >;
  readonly how: Readonly<Record<Digest['how'], string>>;
  readonly whenQuiet: Readonly<Record<Digest['whenQuiet'], string>>;
  readonly originsAtLeast: (n: number) => string;
  readonly vetoBefore: (minutes: number) => string;
  readonly crosspost: string;
  readonly paused: string;
  readonly noRun: string;
  readonly nothingYet: string;
  readonly right: Readonly<Record<ChannelRight, string>>;
  readonly warning: Readonly<Record<Exclude<DigestWarning['kind'], 'no-right' | 'lost' | 'trouble'>, string>> & {
    readonly 'no-right': (rights: string) => string;
    readonly lost: (queries: string) => string;
    readonly trouble: (what: string) => string;
    /** Of a trouble that nobody was told of. */
    readonly untold: string;
  };
  readonly done: {
    readonly created: string;
    readonly edited: string;
    readonly paused: string;
    readonly resumed: string;
    readonly removed: (id: string) => string;
    /** Where the time zone was taken from, as nobody gave it. */
    readonly zoneSet: (zone: string) => string;
    readonly zoneGuessed: (zone: string) => string;
    readonly now: string;
  };
  readonly list: {
    readonly title: string;
    readonly count: (n: number, most: number) => string;
    readonly none: string;
    readonly next: (run: string) => string;
    readonly paused: string;
    readonly of: (name: string) => string;
  };
  readonly removal: { readonly ask: string; readonly kept: string };
  readonly preview: {
    readonly note: string;
    readonly silent: string;
  };
  readonly history: {
    readonly title: (id: string) => string;
    readonly none: string;
    readonly states: Readonly<Record<Delivery['state'], string>>;
    readonly reasons: Readonly<Record<SkipReason, string>>;
    readonly lines: (n: number) => string;
    readonly message: (n: number, of: number) => string;
  };
  readonly button: Readonly<
    Record<'preview' | 'now' | 'pause' | 'resume' | 'history' | 'remove' | 'confirm' | 'list' | 'back', string>
  >;
  readonly refusal: Readonly<
    Record<Exclude<DigestRefusal['kind'], 'too-many' | 'no-subject' | 'timetable' | 'unfit'>, string>
  > & {
    readonly 'too-many': (refusal: Refusal<'too-many'>) => string;
    readonly 'no-subject': (queries: string) => string;
    readonly unfit: (how: string) => string;
  };
  readonly noDigest: (typed: string) => string;
  readonly noSchedule: (typed: string) => string;
  readonly noChannel: string;
  readonly nothingGiven: string;
  readonly expired: string;
  /** What an edit may take away. */
  readonly cleared: Readonly<Record<'topics' | 'role' | 'veto', string>>;
  readonly minutes: (n: number) => string;
}
