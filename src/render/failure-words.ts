import type { FetchFailure } from '../domain/fetch.ts';
import type { FileFailure } from '../domain/given-file.ts';
import type { Language } from '../domain/language.ts';
import type { ProbeFailure } from '../domain/probe-failure.ts';
import type { Told } from './messages/failure-messages.ts';
import { messagesIn } from './messages/in-language.ts';

type Reading = Exclude<ProbeFailure, { readonly kind: 'fetch' }>;

/**
 * Why a source could not be read and what to do, for moderators.
 * @param isFollowed whether it is read again and again, so that a failure that may pass needs nobody to do anything
 */
export function failureTold(failure: ProbeFailure, isFollowed: boolean, language: Language): Told {
  const { fetch, reading } = messagesIn(language).failure;
  if (failure.kind === 'fetch') return told<FetchFailure>(fetch, failure.failure, isFollowed);
  return told<Reading>(reading, failure, isFollowed);
}

/** Why a file that somebody gave could not be read. */
export const fileFailureTold = (failure: FileFailure, language: Language): Told =>
  told<FileFailure>(messagesIn(language).failure.file, failure, false);

/** Each case's words take that case: the table's type says so, the compiler cannot follow the pair. */
function told<Failure extends { readonly kind: string }>(
  words: Readonly<Record<Failure['kind'], (failure: never, isFollowed: boolean) => Told>>,
  failure: Failure,
  isFollowed: boolean,
): Told {
  return (words[failure.kind as Failure['kind']] as (failure: Failure, isFollowed: boolean) => Told)(
    failure,
    isFollowed,
  );
}
