import type { PICTURES } from '../../domain/settings.ts';

/** Words of deleting what is kept of a server. */
interface EraseMessages {
  readonly title: string;
  readonly ask: string;
  readonly sources: (n: number) => string;
  readonly articles: (n: number) => string;
  readonly digests: (n: number) => string;
  readonly tracks: (n: number) => string;
  readonly answers: string;
  readonly keptAnswers: (n: number) => string;
  readonly settings: string;
  readonly stays: string;
  readonly confirm: string;
  readonly done: string;
}

/** Words of the commands' own pages, beside the answers. */
export interface CommandMessages {
  readonly badPeriod: (typed: string) => string;
  /** Two days in the wrong order. */
  readonly reversedPeriod: (typed: string) => string;
  readonly periods: Readonly<Record<'24h' | '7d' | '30d' | 'all', string>>;
  readonly expired: string;
  /** The command by its names in English and Ukrainian. */
  readonly askAgain: (name: string, nameUk: string) => string;
  /** No kept answer has the id. */
  readonly noAnswer: (id: string) => string;
  readonly unknown: (query: string) => string;
  readonly near: string;
  readonly nothingNear: string;
  readonly several: (query: string) => string;
  readonly choose: string;
  /** Names that the list has no room for. */
  readonly furtherChoices: (n: number) => string;
  readonly serverOnly: string;
  readonly articles: (n: string, value: number) => string;
  readonly outlets: (n: string, value: number) => string;
  readonly help: {
    readonly title: string;
    readonly intro: string;
    readonly examples: readonly (readonly [command: string, meaning: string])[];
    readonly reading: string;
    readonly readingLines: readonly string[];
    readonly commands: string;
  };
  readonly about: {
    readonly title: string;
    readonly method: readonly string[];
    readonly values: string;
    readonly valueLines: readonly string[];
    readonly store: string;
    readonly size: (articles: string, outlets: string, claims: string) => string;
    readonly span: (oldest: string, newest: string, age: string) => string;
    readonly empty: string;
    readonly version: (version: string) => string;
  };
  readonly status: {
    readonly title: string;
    readonly loaded: (articles: string, claims: string, outlets: string, entities: string) => string;
    readonly entities: (n: number) => string;
    readonly bytes: (megabytes: string) => string;
    readonly running: (version: string, startedAt: string) => string;
    /** @param counts such as "active: 3 · paused: 1" */
    readonly sources: (counts: string) => string;
    readonly noSources: string;
    readonly moreFailing: (n: number) => string;
    readonly noFaults: string;
    readonly faults: (n: number) => string;
    readonly wholeFile: string;
    readonly moreFaults: (n: number) => string;
  };
  readonly settings: {
    readonly title: string;
    readonly saved: string;
    readonly cleared: string;
    readonly place: string;
    readonly about: string;
    readonly language: string;
    readonly privacy: string;
    readonly pictures: string;
    readonly sources: string;
    readonly onOrOff: Readonly<Record<(typeof PICTURES)[number], string>>;
    readonly channel: string;
    readonly roles: string;
    readonly fourEyes: string;
    readonly fourEyesWords: Readonly<Record<'on' | 'off', string>>;
    readonly zone: string;
    readonly erase: EraseMessages;
    readonly unset: string;
    readonly byReader: string;
    readonly privateAnswers: string;
    readonly publicAnswers: string;
    readonly managersOnly: string;
    readonly nothingGiven: string;
    readonly tooManyRoles: (most: number) => string;
    readonly unknownPlace: (place: string) => string;
    readonly languages: Readonly<Record<'en' | 'uk', string>>;
  };
}
