import type { FetchFailure } from '../../domain/fetch.ts';
import type { FileFailure } from '../../domain/given-file.ts';
import type { ProbeFailure } from '../../domain/probe-failure.ts';

/** What went wrong and what can be done about it, each in whole sentences. */
export interface Told {
  readonly what: string;
  readonly todo: string;
}

/** Words for one case of a closed set of failures. */
type Words<Failure extends { readonly kind: string }> = {
  readonly [Kind in Failure['kind']]: (failure: Extract<Failure, { readonly kind: Kind }>) => Told;
};

/** Why a source could not be read, for moderators. */
export interface FailureMessages {
  readonly fetch: Words<FetchFailure>;
  readonly reading: Words<Exclude<ProbeFailure, { readonly kind: 'fetch' }>>;
  readonly file: Words<FileFailure>;
}
