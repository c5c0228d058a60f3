import type { Argument, Clauses, Predicate } from '../../clauses/clauses.ts';
import type { Span, Token } from '../../document.ts';
import type { Mention } from '../../entities/mention.ts';
import type { Event } from '../common.ts';
import { refOf } from '../speaker-of.ts';
import type { DetailWords } from './words.ts';

/** The clause that tells an event, and the words by which its parts are known. */
export interface Clause {
  readonly event: Event;
  readonly predicate: Predicate;
  readonly clauses: Clauses;
  readonly tokens: readonly Token[];
  readonly words: DetailWords;
}

/** Tokens of the sentence, half-open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** null where no clause tells the event. */
export function clauseOf(event: Event): Clause | null {
  const { sentence, filling, analysis } = event;
  const predicate = filling.trigger?.predicate ?? null;
  const clauses = analysis.clauses[sentence.index];
  const words = analysis.detailWords;
  if (predicate === null || clauses === undefined) return null;
  return { event, predicate, clauses, tokens: sentence.tokens, words };
}

export const lemmaAt = ({ tokens }: Clause, at: number): string => tokens[at]?.lemma ?? '';

/** The first part behind one of these prepositions that fits. */
export function behind(
  { predicate }: Clause,
  prepositions: ReadonlySet<string>,
  fits: (part: Argument) => boolean,
): Argument | null {
  return predicate.complements.find((part) => prepositions.has(part.preposition) && fits(part)) ?? null;
}

const mentionsOf = ({ event }: Clause): readonly Mention[] => event.analysis.mentions.get(event.sentence.index) ?? [];

const WHERE: ReadonlySet<string> = new Set(['place', 'country']);

const placeNames = (clause: Clause, { from, to }: Range): readonly Mention[] =>
  mentionsOf(clause).filter((m) => m.from >= from && m.to <= to && WHERE.has(m.kind) && m.naming === 'name');

/** "troops from X" is one mention, of X's troops. */
const forcesFrom = (clause: Clause, { from, to }: Range): readonly Mention[] =>
  mentionsOf(clause).filter((m) => m.kind === 'force' && m.from < from && m.to === to);

/** Ids of the places that a part names; none where it leaves a doubt which is meant. */
export function placesIn(clause: Clause, part: Range): string[] {
  const named = [...placeNames(clause, part), ...forcesFrom(clause, part)];
  if (named.some(({ alternatives }) => alternatives.length > 0)) return [];
  const ids = named.flatMap(({ id }) => refOf(clause.event.countries.get(id)?.id ?? id) ?? []);
  return [...new Set(ids)];
}

/** Whoever stands at the head of a part: an id, null where nobody is known there. */
export function actorIn(clause: Clause, part: Argument | null): string | null {
  if (part === null) return null;
  const there = mentionsOf(clause).filter(
    (m) => m.from >= part.from && m.to <= part.to && m.kind !== 'place' && m.alternatives.length === 0,
  );
  const head = there.find((m) => m.from <= part.head && m.to > part.head) ?? there[0];
  return head ? refOf(head.id) : null;
}

const TEXT_CHARS = 120;
const LEFT_OUT: ReadonlySet<string> = new Set(['DET', 'NUM', 'PUNCT', 'SYM', 'PRON']);
const NUMBER = /^\d/;

/** The words of a part as the article has them, without article and number in front; null where nothing or too much is left. */
export function textOf({ tokens, event }: Clause, { from, to }: Range): string | null {
  const numbers = event.analysis.figures[event.sentence.index]?.counts ?? [];
  let first = from;
  while (first < to && isLeftOut(tokens[first], event.sentence.start, numbers)) first += 1;
  const [open, close] = [tokens[first], tokens[to - 1]];
  if (first >= to || open === undefined || close === undefined) return null;
  const text = event.analysis.document.reading.text.slice(open.start, close.end).replace(/\s+/g, ' ');
  return text.length <= TEXT_CHARS ? text : null;
}

/** @param numbers their offsets count from `origin` */
function isLeftOut(token: Token | undefined, origin: number, numbers: readonly Span[]): boolean {
  if (token === undefined || LEFT_OUT.has(token.pos) || NUMBER.test(token.text)) return token !== undefined;
  return numbers.some(({ start, end }) => token.start >= start + origin && token.end <= end + origin);
}
