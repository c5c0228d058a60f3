import type { Entity } from '../../domain/entity.ts';
import { placeId } from './canonical.ts';
import { type Context, fitOf } from './context.ts';
import type { Draft, Meaning } from './draft.ts';
import type { Knowledge, Reading } from './knowledge.ts';
import type { Names } from './names.ts';
import { sideOf } from './owner.ts';
import { ofPerson } from './people.ts';
import { before, isSubjectOfSpeech, placedBefore, surfaceOf } from './surroundings.ts';
import { wordsOfName } from './word.ts';

/** Which entity of that name the document means; null for a village that nothing in it points to. */
export function decideEntity(
  draft: Draft,
  meaning: Extract<Meaning, { type: 'entity' }>,
  known: Knowledge,
): Reading | null {
  const { candidates, form } = meaning;
  const persons = candidates.filter(({ kind }) => kind === 'person');
  const others = candidates.filter(({ kind }) => kind !== 'person');
  const person = form === 'bare' ? personAmong(draft, persons, others, known) : null;
  if (person) return { ...person, role: meaning.role ?? person.role };
  const ranked = rankedPlaces(others, known.context, surfaceOf(draft));
  const [best, ...rest] = ranked;
  if (best === undefined || !plausible(draft, best, ranked, known)) return null;
  const fit = fitOf(best, known.context);
  const rivals = rest.filter((other) => fitOf(other, known.context) * 2 >= fit || isTwin(best, other));
  return readingOf(draft, best, form === 'bare' ? rivals : rivals.filter((r) => r.kind === best.kind), known);
}

/** The person of that name, if the document has one, or the gazetteer knows nobody and nothing else by it. */
function personAmong(
  draft: Draft,
  persons: readonly Entity[],
  others: readonly Entity[],
  { people, context, names }: Knowledge,
): Reading | null {
  const family = surfaceSlug(draft);
  const told = people.get(family);
  const rival = others.some(({ kind }) => kind !== 'settlement');
  if (told && !(told.entity === null && rival) && (others.length === 0 || !placedBefore(draft)))
    return ofPerson(told, family, names);
  if (persons.length === 0 || (others.length > 0 && placedBefore(draft))) return null;
  const weight = ({ side }: Entity): number => context.weightOf(names.byCode.get(side ?? '')?.id ?? '');
  const [best, ...rest] = persons.toSorted((a, b) => weight(b) - weight(a));
  if (best === undefined) return null;
  const reading = ofPerson({ id: best.id, entity: best, role: null, side: best.side ?? null }, family, names);
  return { ...reading, alternatives: [...rest, ...others].map(({ id }) => id) };
}

const surfaceSlug = ({ sentence, from, to }: Draft): string =>
  sentence.tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .filter((lower) => lower !== '-' && lower !== "'s")
    .join('-');

/** Ranked once for every name of the document. */
function rankedPlaces(candidates: readonly Entity[], context: Context, surface: string): readonly Entity[] {
  if (candidates.length < 2) return candidates;
  return context.once(candidates, surface, () => rankPlaces(candidates, context, wordsOfName(surface).join(' ')));
}

/** The best fit first; a country before others, and of a city and its region the one that has this very name. */
function rankPlaces(candidates: readonly Entity[], context: Context, surface: string): readonly Entity[] {
  const isOwn = ({ names }: Entity): boolean => [names.en, names.uk].some((n) => wordsOfName(n).join(' ') === surface);
  const order = (entity: Entity): number => {
    if (entity.kind === 'country') return 0;
    return isOwn(entity) ? 1 : entity.kind === 'settlement' ? 3 : 2;
  };
  return candidates.toSorted((a, b) => {
    if (isTwin(a, b) || a.kind === 'country' || b.kind === 'country') return order(a) - order(b);
    return fitOf(b, context) - fitOf(a, context) || order(a) - order(b);
  });
}

/** Whether one of two places of one name lies in the other. */
const isTwin = (a: Entity, b: Entity): boolean => a.within.includes(b.id) || b.within.includes(a.id);

/** A small place counts where the words put something there, or where the document speaks of what lies around it. */
function plausible(draft: Draft, best: Entity, ranked: readonly Entity[], { context }: Knowledge): boolean {
  if (best.kind !== 'settlement' || placedBefore(draft)) return true;
  if (placeId(best) === best.id) return fitOf(best, context) > 0 || ranked.length === 1;
  if (context.isPlaced(surfaceOf(draft)) || LISTED.has(before(draft)?.lower ?? '')) return true;
  return context.ancestorsOf(best).some(({ id, kind }) => kind !== 'country' && context.weightOf(id) > 0);
}
/** Before a further name of a list. */
const LISTED = new Set([',', 'and', '(', 'или', 'и', 'та', 'і', 'й']);

function readingOf(draft: Draft, best: Entity, rivals: readonly Entity[], { names }: Knowledge): Reading {
  const slug = names.language === 'en' ? surfaceSlug(draft) : placeId(best);
  const alternatives = rivals.map((rival) => rival.code ?? placeId(rival));
  const common = {
    naming: 'name',
    slug,
    alternatives,
    role: null,
    side: sideOf(names, best),
    entity: best.id,
  } as const;
  const army = names.armies[best.id];
  if (army !== undefined) return { ...common, kind: 'force', id: army };
  if (best.code !== undefined)
    return { ...common, kind: best.kind === 'country' ? 'country' : 'organisation', id: best.code };
  if (best.kind === 'organisation')
    return { ...common, kind: names.armed.has(best.id) ? 'group' : 'organisation', id: best.id };
  if (best.kind === 'group') return { ...common, kind: 'people', id: best.id };
  return placeReading(draft, { ...common, kind: 'place', id: placeId(best) }, names);
}

/** A capital that says or decides is its government; elsewhere it may be, unless a preposition makes it a place. */
function placeReading(draft: Draft, reading: Reading, names: Names): Reading {
  const government = reading.entity === null ? undefined : names.capitals[reading.entity];
  if (government === undefined) return reading;
  if (isSubjectOfSpeech(draft, names))
    return { ...reading, kind: 'country', id: government, alternatives: [reading.id], side: government };
  return placedBefore(draft) ? reading : { ...reading, alternatives: [government, ...reading.alternatives] };
}
