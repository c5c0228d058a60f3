import { decideEntity } from './decide-entity.ts';
import type { Draft, Meaning } from './draft.ts';
import { type Knowledge, type Reading, unknown } from './knowledge.ts';
import { ofPerson } from './people.ts';
import { isCalledPlace, isSite, saysPlace } from './surroundings.ts';

type Of<T extends Meaning['type']> = Extract<Meaning, { type: T }>;

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

function settled(meaning: Of<'settled'>, { names, shortNames }: Knowledge): Reading {
  const { kind, naming, id, slug, side, alternatives = [] } = meaning;
  const short = kind === 'organisation' && !id.includes('-') ? shortNames.get(id) : undefined;
  if (short) return short;
  const entity = names.byId.get(id) ?? names.byCode.get(id);
  return { kind, naming, id, slug, side, alternatives, role: null, entity: entity?.id ?? null };
}

/** Capitalised words in a row are a person, unless the words before them put something there. */
function decidePerson(draft: Draft, meaning: Of<'person'>, { people, names }: Knowledge): Reading {
  const { family, role, side, name, candidates } = meaning;
  if (role === null && candidates.length === 0 && (isSite(draft) || saysPlace(draft)))
    return unknown('place', name.join('-'));
  const person = people.get(family) ?? { id: family, entity: null, role: null, side: null };
  return { ...ofPerson(person, family, names), role: role ?? person.role, side: person.side ?? side };
}

/** A capitalised word alone: somebody told elsewhere, or a place where the words around say so. */
function decideWord(draft: Draft, name: string, { people, names, shortNames }: Knowledge): Reading | null {
  const called = isCalledPlace(draft, names);
  const person = people.get(name);
  if (person && !called) return ofPerson(person, name, names);
  const organisation = shortNames.get(name);
  if (organisation && !called) return organisation;
  return name.length > 2 && (called || isSite(draft) || saysPlace(draft)) ? unknown('place', name) : null;
}
