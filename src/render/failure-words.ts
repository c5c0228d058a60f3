import type { FetchFailure } from '../domain/fetch.ts';
import type { FileFailure } from '../domain/given-file.ts';
import type { Language } from '../domain/language.ts';
import type { ProbeFailure } from '../domain/probe-failure.ts';
import type { Told } from './messages/failure-messages.ts';
import { messagesIn } from './messages/in-language.ts';

type Reading = Exclude<ProbeFailure, { readonly kind: 'fetch' }>;

/** Why a source could not be read and what to do, for moderators. */
export function failureTold(failure: ProbeFailure, language: Language): Told {
  const { fetch, reading } = messagesIn(language).failure;
  if (failure.kind === 'fetch') return told<FetchFailure>(fetch, failure.failure);
  return told<Reading>(reading, failure);
}

/** Why a file that somebody gave could not be read. */
export const fileFailureTold = (failure: FileFailure, language: Language): Told =>
  told<FileFailure>(messagesIn(language).failure.file, failure);

/** Each case's words take that case: the table's type says so, the compiler cannot follow the pair. */
function told<Failure extends { readonly kind: string }>(
  words: Readonly<Record<Failure['kind'], (failure: never) => Told>>,
  failure: Failure,
): Told {
  return (words[failure.kind as Failure['kind']] as (failure: Failure) => Told)(failure);
}
