import type { Change, Over } from '../../domain/news.ts';

/** Words of an answer that says what is new to one member. */
export interface NewsMessages {
  /** They ask for the first time. */
  readonly first: string;
  /** `what`: counts in words, at least one. */
  readonly since: (instant: string, what: string) => string;
  /** Of a digest. */
  readonly digest: {
    readonly first: string;
    /** Likewise. */
    readonly since: (instant: string, what: string) => string;
    readonly nothing: (instant: string) => string;
  };
  readonly arrived: (n: number) => string;
  readonly replaced: (n: number) => string;
  readonly gone: (n: number) => string;
  readonly nothing: (instant: string) => string;
  /** Articles have come in, and none is about what was asked. */
  readonly nothingOnThis: (what: string) => string;
  readonly best: (lines: number, events: number) => string;
  readonly parts: Readonly<Record<'new' | 'changed' | 'told', string>>;
  /** `from`, `to`: how far a package or visit has come. */
  readonly stage: (from: string, to: string) => string;
  readonly revised: (from: string) => string;
  readonly disputed: (over: string) => string;
  readonly settled: (over: string) => string;
  readonly over: Readonly<Record<Over, string>>;
  readonly plain: Readonly<
    Record<Exclude<Change['kind'], 'new' | 'stage' | 'revised' | 'disputed' | 'settled'>, string>
  >;
}
