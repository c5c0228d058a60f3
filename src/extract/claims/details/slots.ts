import type { Argument, Predicate } from '../../clauses/clauses.ts';
import type { Event } from '../common.ts';
import { actorIn, behind, type Clause, clauseOf, lemmaAt, placesIn, type Range, textOf } from './clause.ts';

/*
 * The slots of a claim that no model fills: read where the clause says them outright, left out in any other case.
 */

/** Who asks for aid: whoever does the asking in the event's clause or in one that governs it. */
export function requesterOf(event: Event): string | null {
  const clause = clauseOf(event);
  if (clause === null) return null;
  const asking = withGovernors(clause).find(({ lemma }) => clause.words.asking.has(lemma));
  if (asking === undefined) return null;
  const asker =
    asking.kind === 'noun' ? (asking.possessor ?? asking.agent) : asking.passive ? asking.agent : asking.subject;
  return actorIn(clause, asker);
}

const MAX_DEPTH = 4;

/** The event's predicate and those that it depends on, from the inside out. */
function withGovernors({ predicate, clauses }: Clause): readonly Predicate[] {
  const chain: Predicate[] = [predicate];
  for (let at = 0; at < chain.length && chain.length < MAX_DEPTH; at += 1) {
    const governor = chain[at]?.governor ?? null;
    const above = governor === null ? undefined : clauses.predicates[governor];
    if (above !== undefined && !chain.includes(above)) chain.push(above);
  }
  return chain;
}

/** Where forces come from and go to, as far as that is not where the event is: only what is left may be both. */
export function routeOf(event: Event, place: readonly string[], isLeft: boolean) {
  const clause = clauseOf(event);
  const [from, to] =
    clause === null
      ? [[], []]
      : [end(clause, clause.words.from, isLeft ? [] : place), end(clause, clause.words.to, place)];
  return { ...(from.length > 0 && { from }), ...(to.length > 0 && { to }) };
}

function end(clause: Clause, prepositions: ReadonlySet<string>, place: readonly string[]): string[] {
  const part = behind(clause, prepositions, (each) => placesIn(clause, each).length > 0);
  return part === null ? [] : placesIn(clause, part).filter((id) => !place.includes(id));
}

/** Who was harmed, in the article's words: "civilians", "Turkish soldiers". */
export function whoOf(event: Event): string | null {
  const clause = clauseOf(event);
  const part = clause && harmedIn(clause);
  if (clause === null || part === null) return null;
  const harmed = countedIn(clause, part);
  return isThing(clause, harmed) && !isHarmful(clause, harmed) ? textOf(clause, harmed) : null;
}

/** Behind a number of them: "hundreds of civilians". */
function countedIn(clause: Clause, part: Argument): Argument {
  const { clauses, event } = clause;
  const of = clauses.nounPhrases[part.phrase]?.of ?? null;
  const counted = of === null ? undefined : clauses.nounPhrases[of];
  const { counts = [] } = event.analysis.figures[event.sentence.index] ?? {};
  const at = (clause.tokens[part.head]?.start ?? 0) - event.sentence.start;
  const isNumber =
    clause.words.anybody.has(lemmaAt(clause, part.head)) || counts.some(({ start, end }) => start <= at && at < end);
  return isNumber && counted !== undefined && of !== null ? { ...counted, phrase: of } : part;
}

function harmedIn({ predicate, words }: Clause): Argument | null {
  const { lemma } = predicate;
  if (predicate.kind === 'noun') return words.harms.has(lemma) ? predicate.of : null;
  if (words.suffering.has(lemma) && !predicate.passive) return predicate.subject;
  if (!words.harming.has(lemma)) return null;
  return predicate.passive ? predicate.subject : predicate.object;
}

/** Pronouns, bare numbers and "people" name nobody; where no tagger tells nouns, only words that are known for people or things do. */
function isThing(clause: Clause, part: Argument): boolean {
  const { pos = 'X', text = '', lemma = '' } = clause.tokens[part.head] ?? {};
  if (pos === 'X') return holds(clause, part, HARMED);
  return /^(?:NOUN|PROPN)$/.test(pos) && /^\p{L}{3}/u.test(text) && !clause.words.anybody.has(lemma);
}

const HARMED: ReadonlySet<string> = new Set(['people', 'force', 'building']);

/** Whether a part holds a word for such things. */
const holds = ({ event }: Clause, { from, to }: Range, tags: ReadonlySet<string>): boolean =>
  (event.analysis.signs[event.sentence.index]?.classes ?? []).some(
    ({ at, tag }) => at >= from && at < to && tags.has(tag),
  );

/** What did the harm, in the article's words: an attack or fighting, or a weapon. */
export function causeOf(event: Event): string | null {
  const clause = clauseOf(event);
  if (clause === null) return null;
  const { predicate, words } = clause;
  const part = doer(clause) ?? behind(clause, words.cause, (each) => isHarmful(clause, each));
  if (part === null || !isHarmful(clause, part) || part.phrase === harmedIn(clause)?.phrase) return null;
  return predicate.from >= part.from && predicate.from < part.to ? null : textOf(clause, withoutLeading(clause, part));
}

function doer({ predicate, words }: Clause): Argument | null {
  if (predicate.kind === 'noun' || !words.harming.has(predicate.lemma)) return null;
  return predicate.passive ? predicate.agent : predicate.subject;
}

const WEAPONS: ReadonlySet<string> = new Set([
  'missile',
  'drone',
  'bomb',
  'artillery',
  'rocket',
  'mortar',
  'gunfire',
  'explosive',
]);

/** Whether a part holds a word for an attack, for fighting, or for a weapon. */
function isHarmful(clause: Clause, part: Range): boolean {
  const { move, strike } = clause.event.analysis.signs[clause.event.sentence.index]?.triggers ?? NO_TRIGGERS;
  const told = [...strike, ...move.filter(({ tag }) => tag === 'advance')];
  return told.some(({ at }) => at >= part.from && at < part.to) || holds(clause, part, WEAPONS);
}

const NO_TRIGGERS = { move: [], strike: [] } as const;

function withoutLeading(clause: Clause, { from, to }: Range): Range {
  const first = clause.tokens.findIndex(
    (_, at) => at >= from && at < to && !clause.words.leading.has(lemmaAt(clause, at)),
  );
  return { from: Math.max(from, first), to };
}

/** What was hit where it is no named place: "a power plant". */
export function targetOf(event: Event): string | null {
  const clause = clauseOf(event);
  if (clause === null) return null;
  const { predicate, words } = clause;
  const isTarget = (part: Argument | null): part is Argument =>
    part !== null && isBuilding(clause, part) && placesIn(clause, part).length === 0;
  const direct = predicate.kind === 'noun' ? predicate.of : predicate.passive ? predicate.subject : predicate.object;
  const part = isTarget(direct) ? direct : behind(clause, words.target, isTarget);
  return part === null ? null : textOf(clause, part);
}

function isBuilding(clause: Clause, part: Argument): boolean {
  const isTagged = clause.tokens[part.head]?.pos !== 'X';
  return holds(clause, isTagged ? { from: part.head, to: part.head + 1 } : part, BUILDING);
}

const BUILDING: ReadonlySet<string> = new Set(['building']);

const PURPOSE_CHARS = 160;
const MAX_PURPOSE_TOKENS = 14;
const ENDS: ReadonlySet<string> = new Set(['PUNCT', 'AUX', 'SCONJ']);

/** What a visit is for, in the article's words: "discuss military aid", "talks with the president". */
export function purposeOf(event: Event): string | null {
  const clause = clauseOf(event);
  if (clause === null) return null;
  const from = purposeStart(clause);
  const text = from === null ? null : textOf(clause, { from, to: purposeEnd(clause, from) });
  return text !== null && text.length <= PURPOSE_CHARS ? text : null;
}

function purposeStart(clause: Clause): number | null {
  const { predicate, clauses, words } = clause;
  const own = clauses.predicates.indexOf(predicate);
  const aim = clauses.predicates.find(
    (each) => each.kind === 'verb' && each.form === 'infinitive' && each.governor === own && each.from > predicate.from,
  );
  if (aim !== undefined) return aim.head;
  return behind(clause, words.purpose, (part) => part.from > predicate.from && isEvent(clause, part))?.from ?? null;
}

/** Whether a part is something that people come to: talks, a summit. */
const isEvent = (clause: Clause, part: Argument): boolean =>
  holds(clause, part, SUMMIT) ||
  clause.clauses.predicates.some(({ kind, head }) => kind === 'noun' && head >= part.from && head < part.to);

const SUMMIT: ReadonlySet<string> = new Set(['summit']);

/** Up to a mark, another clause, or a date. */
function purposeEnd({ tokens, event }: Clause, from: number): number {
  const { dates = [] } = event.analysis.figures[event.sentence.index] ?? {};
  const starts = new Set(dates.map(({ start }) => start + event.sentence.start));
  const most = Math.min(tokens.length, from + MAX_PURPOSE_TOKENS);
  for (let at = from + 1; at < most; at += 1) {
    const token = tokens[at];
    if (token === undefined || starts.has(token.start) || /^[.,;:!?–—()]$/.test(token.text) || ENDS.has(token.pos))
      return at;
  }
  return most;
}
