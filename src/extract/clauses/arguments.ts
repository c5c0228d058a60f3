import type { Argument, Complement, NounPhrase } from './clauses.ts';
import type { DraftComplement } from './state.ts';

/** Noun phrases with the end of the list that each begins. */
export interface Spread {
  readonly phrases: readonly NounPhrase[];
  readonly ends: readonly number[];
}

/** Finds where the lists end. */
export function spreadOf(phrases: readonly NounPhrase[]): Spread {
  const ends = phrases.map(({ to }) => to);
  for (const { listedWith, to } of phrases) if (listedWith !== null) ends[listedWith] = to;
  return { phrases, ends };
}

/** A noun phrase as a part of a predicate; a list counts as a whole. */
export function argumentOf({ phrases, ends }: Spread, noun: number | null): Argument | null {
  const phrase = noun === null ? undefined : phrases[noun];
  if (phrase === undefined || noun === null) return null;
  return { from: phrase.from, to: ends[noun] ?? phrase.to, head: phrase.head, phrase: noun };
}

export function complementsOf(spread: Spread, drafts: readonly DraftComplement[]): readonly Complement[] {
  return drafts.flatMap(({ preposition, noun, fronted }) => {
    const argument = argumentOf(spread, noun);
    return argument === null ? [] : [{ ...argument, preposition, fronted }];
  });
}
