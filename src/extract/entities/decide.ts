import type { Entity } from '../../domain/entity.ts';
import { settlementSlug } from './canonical.ts';
import { type Context, fitOf } from './context.ts';
import type { Draft, Meaning } from './draft.ts';
import type { Mention } from './mention.ts';
import type { Names } from './names.ts';
import { sideOf } from './owner.ts';
import type { Person } from './people.ts';
import { before, isCalledPlace, isSite, isSubjectOfSpeech, placedBefore, saysPlace } from './surroundings.ts';

/** What a document tells about all its names. */
export interface Knowledge {
  readonly names: Names;
  readonly context: Context;
  readonly people: ReadonlyMap<string, Person>;
}

/** What a mention stands for. */
export type Reading = Pick<Mention, 'kind' | 'naming' | 'id' | 'alternatives' | 'slug' | 'role' | 'side' | 'entity'>;

/** Decides what a name stands for in this document; null for what is no actor or place after all. */
export function decide(draft: Draft, known: Knowledge): Reading | null {
  const { meaning } = draft;
  switch (meaning.type) {
    case 'settled':
      return settled(meaning, known);
    case 'entity':
      return decideEntity(draft, meaning, known);
    case 'person':
      return decidePerson(draft, meaning, known);
    case 'word':
      return decideWord(draft, meaning.name, known);
    default:
      return null;
  }
}

type Of<T extends Meaning['type']> = Extract<Meaning, { type: T }>;

function settled(meaning: Of<'settled'>, { names }: Knowledge): Reading {
  const { kind, naming, id, slug, side, alternatives = [] } = meaning;
  const entity = names.byId.get(id) ?? names.byCode.get(id);
  return { kind, naming, id, slug, side, alternatives, role: null, entity: entity?.id ?? null };
}

/** Capitalised words in a row are a person, unless the words before them put something there. */
function decidePerson(draft: Draft, meaning: Of<'person'>, { people }: Knowledge): Reading {
  const { family, role, side, name, candidates } = meaning;
  if (role === null && candidates.length === 0 && (isSite(draft) || saysPlace(draft)))
    return placeReading(name.join('-'));
  const person = people.get(family);
  const known = person ?? { id: family, entity: null, role: null, side: null };
  return { ...ofPerson(known, family), role: role ?? known.role, side: known.side ?? side };
}

/** A capitalised word alone: somebody told elsewhere, or a place where the words around say so. */
function decideWord(draft: Draft, name: string, { people, names }: Knowledge): Reading | null {
  const person = people.get(name);
  if (person && !isCalledPlace(draft, names)) return ofPerson(person, name);
  if (name.length < 3 || !(isSite(draft) || saysPlace(draft) || isCalledPlace(draft, names))) return null;
  return placeReading(name);
}

const placeReading = (id: string): Reading => ({
  kind: 'place',
  naming: 'name',
  id,
  slug: id,
  alternatives: [],
  role: null,
  side: null,
  entity: null,
});

const ofPerson = ({ id, role, side, entity }: Person, slug: string): Reading => ({
  kind: 'person',
  naming: 'name',
  id,
  slug,
  alternatives: [],
  role,
  side,
  entity: entity?.id ?? null,
});

function decideEntity(draft: Draft, meaning: Of<'entity'>, known: Knowledge): Reading | null {
  const { candidates, form } = meaning;
  const persons = candidates.filter(({ kind }) => kind === 'person');
  const others = candidates.filter(({ kind }) => kind !== 'person');
  const person = form === 'bare' ? personAmong(draft, persons, others, known) : null;
  if (person) return person;
  const ranked = rankPlaces(others, known.context);
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
  if (told && (others.length === 0 || !placedBefore(draft))) return ofPerson(told, family);
  if (persons.length === 0 || (others.length > 0 && placedBefore(draft))) return null;
  const weight = ({ side }: Entity): number => context.weightOf(names.byCode.get(side ?? '')?.id ?? '');
  const [best, ...rest] = persons.toSorted((a, b) => weight(b) - weight(a));
  if (best === undefined) return null;
  const reading = ofPerson({ id: best.id, entity: best, role: null, side: best.side ?? null }, family);
  return { ...reading, alternatives: [...rest, ...others].map(({ id }) => id) };
}

const surfaceSlug = ({ sentence, from, to }: Draft): string =>
  sentence.tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .filter((lower) => lower !== '-' && lower !== "'s")
    .join('-');

/** The best fit first; of equals a country, then a city before the region that is called after it. */
function rankPlaces(candidates: readonly Entity[], context: Context): readonly Entity[] {
  const order = ({ kind }: Entity): number => (kind === 'country' ? 0 : kind === 'settlement' ? 2 : 3);
  return candidates.toSorted((a, b) => {
    if (isTwin(a, b) || a.kind === 'country' || b.kind === 'country') return order(a) - order(b);
    return fitOf(b, context) - fitOf(a, context) || order(a) - order(b);
  });
}

/** Whether one of two places of one name lies in the other. */
const isTwin = (a: Entity, b: Entity): boolean => a.within.includes(b.id) || b.within.includes(a.id);

/** A village that the document has no reason to speak of is a place only where the words say so. */
function plausible(draft: Draft, best: Entity, ranked: readonly Entity[], { context }: Knowledge): boolean {
  if (best.kind !== 'settlement' || fitOf(best, context) > 0) return true;
  return placedBefore(draft) || (ranked.length === 1 && draft.from > 0 && before(draft)?.pos !== 'PROPN');
}

function readingOf(draft: Draft, best: Entity, rivals: readonly Entity[], { names }: Knowledge): Reading {
  const alternatives = rivals.map((rival) => rival.code ?? settlementSlug(rival));
  const side = sideOf(names, best);
  const slug = names.language === 'en' ? surfaceSlug(draft) : settlementSlug(best);
  const common = { naming: 'name', slug, alternatives, role: null, side, entity: best.id } as const;
  const army = names.armies[best.id];
  if (army !== undefined) return { ...common, kind: 'force', id: army };
  if (best.code !== undefined)
    return { ...common, kind: best.kind === 'country' ? 'country' : 'organisation', id: best.code };
  if (best.kind === 'organisation') return { ...common, kind: 'organisation', id: best.id };
  if (best.kind === 'group') return { ...common, kind: 'people', id: best.id };
  const government = names.capitals[best.id];
  if (government === undefined) return { ...common, kind: 'place', id: slug };
  if (isSubjectOfSpeech(draft, names))
    return { ...common, kind: 'country', id: government, alternatives: [slug], side: government };
  return {
    ...common,
    kind: 'place',
    id: slug,
    alternatives: placedBefore(draft) ? alternatives : [government, ...alternatives],
  };
}
