import type { Entity } from '../../domain/entity.ts';
import type { Draft } from './draft.ts';
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
    const [family, person] = personOf(meaning) ?? [];
    if (family === undefined || person === undefined) continue;
    people.set(family, merged(people.get(family), person));
  }
  return people;
}

const merged = (old: Person | undefined, added: Person): Person =>
  old === undefined
    ? added
    : {
        id: old.id,
        entity: old.entity ?? (old.id === added.id ? added.entity : null),
        role: old.role ?? added.role,
        side: old.side ?? added.side,
      };

function personOf(meaning: Draft['meaning']): readonly [string, Person] | null {
  if (meaning.type === 'person') {
    const [entity = null] = meaning.candidates;
    const { role, family } = meaning;
    return [family, { id: entity?.id ?? family, entity, role, side: entity?.side ?? meaning.side }];
  }
  if (meaning.type !== 'entity' || meaning.candidates.some(({ kind }) => kind !== 'person')) return null;
  const [entity] = meaning.candidates;
  if (entity === undefined) return null;
  return [familyOf(entity), { id: entity.id, entity, role: null, side: entity.side ?? null }];
}

/** The family name of someone in the gazetteer: the last word of the name that the id holds. */
export function familyOf({ id, names }: Entity): string {
  const held = id.split('-');
  return wordsOfName(names.en).findLast((word) => held.includes(word)) ?? id;
}
