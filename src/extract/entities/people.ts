import type { Entity } from '../../domain/entity.ts';
import type { Draft } from './draft.ts';
import { type Reading, unknown } from './knowledge.ts';
import type { Names } from './names.ts';
import { wordsOfName } from './word.ts';

/** Somebody whom the document names in full or with an office, known later by family name alone. */
export interface Person {
  readonly id: string;
  readonly entity: Entity | null;
  readonly role: string | null;
  readonly side: string | null;
}

/** People of the document by family name, as it is folded in ids. The fullest naming counts. */
export function peopleOf(drafts: readonly Draft[]): ReadonlyMap<string, Person> {
  const people = new Map<string, Person>();
  for (const { meaning } of drafts) {
    const named = personOf(meaning);
    if (named === null) continue;
    for (const key of named.keys) people.set(key, merged(people.get(key), named.person));
  }
  return people;
}

/** One family name may be shared: then nobody of the gazetteer is meant for sure. */
function merged(old: Person | undefined, added: Person): Person {
  if (old === undefined || (old.entity === null && isShortFor(old.id, added))) return added;
  return {
    id: old.id,
    entity: old.entity ?? (old.id === added.id ? added.entity : null),
    role: old.role ?? added.role,
    side: old.side ?? added.side,
  };
}

/** "Kim" before "Kim Jong Un". */
const isShortFor = (id: string, { entity }: Person): boolean =>
  entity !== null && entity.id !== id && entity.id.split('-').includes(id);

function personOf(meaning: Draft['meaning']): { readonly keys: readonly string[]; readonly person: Person } | null {
  if (meaning.type === 'person') {
    const [entity = null] = meaning.candidates;
    const { role, family } = meaning;
    const person = { id: entity?.id ?? family, entity, role, side: entity?.side ?? meaning.side };
    return { keys: entity ? [family, ...keysOf(entity)] : [family], person };
  }
  if (meaning.type !== 'entity' || meaning.candidates.some(({ kind }) => kind !== 'person')) return null;
  const [entity] = meaning.candidates;
  if (entity === undefined) return null;
  return {
    keys: keysOf(entity),
    person: { id: entity.id, entity, role: meaning.role ?? null, side: entity.side ?? null },
  };
}

/** By what someone of the gazetteer is called for short: words of the name that the id holds, single aliases, the id. */
function keysOf({ id, names, aliases }: Entity): readonly string[] {
  const held = id.split('-');
  const inId = wordsOfName(names.en).filter((word) => word.length > 2 && held.includes(word));
  const single = aliases.map(wordsOfName).flatMap((words) => (words.length === 1 ? words : []));
  return [...new Set([id, ...inId, ...single])];
}

/**
 * Whoever is not the one of the gazetteer by that family name must not go by that one's id.
 * @param slug how the text names the person
 */
export const ofPerson = ({ id, role, side, entity }: Person, slug: string, { byId }: Names): Reading => ({
  ...unknown('person', entity === null && byId.get(id)?.kind === 'person' ? `another-${id}` : id, side),
  slug,
  role,
  entity: entity?.id ?? null,
});
