import type { Argument, Clauses, NounPhrase, Predicate } from './clauses.ts';

/**
 * How a token stands to a predicate, as a short label:
 * `head`, `subject`, `object`, `agent`, `possessor`, `of`, `pp:in` (any preposition; `time` without one);
 * these with `/of`, `/possessor` or `/explained` where the token is in a noun phrase linked to that part;
 * `np-internal` beside the head in its noun phrase; else `before`, `after`, or `other-clause` where another verb is between.
 */
export function roleOf(token: number, predicate: Predicate, clauses: Clauses): string {
  if (token >= predicate.from && token < predicate.to) return ownRole(token, predicate);
  const phrase = clauses.phraseOf[token] ?? -1;
  return roleOfPhrase(phrase, predicate, clauses) ?? sideOf(token, predicate, clauses);
}

function ownRole(token: number, predicate: Predicate): string {
  if (predicate.kind === 'verb' || token === predicate.head) return 'head';
  const { possessor } = predicate;
  return possessor !== null && token >= possessor.from && token < possessor.to ? 'possessor' : 'np-internal';
}

const MAX_LINKS = 4;

/** Climbs from a noun phrase to the part of the predicate that it belongs to. */
function roleOfPhrase(phrase: number, predicate: Predicate, { nounPhrases, phraseOf }: Clauses): string | null {
  let [at, suffix] = [phrase, ''];
  for (let step = 0; step < MAX_LINKS && at >= 0; step += 1) {
    const role = directRole(at, predicate);
    if (role !== null) return role + suffix;
    const link = linkOf(at, nounPhrases, phraseOf);
    suffix = suffix === '' ? link.suffix : suffix;
    at = link.to;
  }
  return null;
}

interface Link {
  readonly to: number;
  readonly suffix: string;
}

/** The noun phrase that a noun phrase belongs to; -1 for none. */
function linkOf(at: number, phrases: readonly NounPhrase[], phraseOf: readonly number[]): Link {
  const phrase = phrases[at];
  if (phrase === undefined) return { to: -1, suffix: '' };
  if (phrase.listedWith !== null) return { to: phrase.listedWith, suffix: '' };
  if (phrase.explains !== null) return { to: phrase.explains, suffix: '/explained' };
  const [before, after] = [phraseOf[phrase.from - 2] ?? -1, phraseOf[phrase.to + 1] ?? -1];
  if (phrases[after]?.possessor === at) return { to: after, suffix: '/possessor' };
  return phrases[before]?.of === at ? { to: before, suffix: '/of' } : { to: -1, suffix: '' };
}

function directRole(phrase: number, predicate: Predicate): string | null {
  const is = (argument: Argument | null): boolean => argument?.phrase === phrase;
  if (is(predicate.agent)) return 'agent';
  if (predicate.kind === 'noun' && is(predicate.possessor)) return 'possessor';
  if (predicate.kind === 'noun' && is(predicate.of)) return 'of';
  if (is(predicate.object)) return 'object';
  if (is(predicate.subject)) return 'subject';
  const complement = predicate.complements.find(is);
  if (complement === undefined) return null;
  return complement.preposition === '' ? 'time' : `pp:${complement.preposition}`;
}

function sideOf(token: number, predicate: Predicate, { verbsBefore }: Clauses): string {
  const [here, there] = [verbsBefore[token] ?? 0, verbsBefore[predicate.head] ?? 0];
  const own = predicate.kind === 'verb' ? 1 : 0;
  if (token < predicate.head) return here === there ? 'before' : 'other-clause';
  return here <= there + own ? 'after' : 'other-clause';
}
