import type { FetchFailure } from '../../domain/fetch.ts';
import type { FileFailure } from '../../domain/given-file.ts';
import type { ProbeFailure } from '../../domain/probe-failure.ts';

/** What went wrong and what can be done about it, each in whole sentences. */
export interface Told {
  readonly what: string;
  readonly todo: string;
}

/** Words for each case of a closed set of failures, of what is read again and again (`isFollowed`) or was asked for once. */
type Words<Failure extends { readonly kind: string }> = {
  readonly [Kind in Failure['kind']]: (failure: Extract<Failure, { readonly kind: Kind }>, isFollowed: boolean) => Told;
};

/** Why a source could not be read, for moderators. */
export interface FailureMessages {
  readonly fetch: Words<FetchFailure>;
  readonly reading: Words<Exclude<ProbeFailure, { readonly kind: 'fetch' }>>;
  readonly file: Words<FileFailure>;
  /** A file that was given as a list of feeds is none. */
  readonly noList: Told;
}
