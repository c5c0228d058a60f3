import { type Entity, foldName } from '../domain/entity.ts';
import type { Fault } from '../domain/failure.ts';

interface Placed {
  readonly file: string;
  readonly entity: Entity;
}

/**
 * What is wrong between the entities of all files: an id or code given twice, a `within` that names nothing or leads
 * back to itself, a name of which folding leaves nothing. `field` starts with the entity's id.
 */
export function checkEntities(
  files: readonly { readonly file: string; readonly entities: readonly Entity[] }[],
): readonly Fault[] {
  const all = files.flatMap(({ file, entities }) => entities.map((entity) => ({ file, entity })));
  const byId = new Map(all.map((placed) => [placed.entity.id, placed]));
  return [
    ...repeats(all, 'id', ({ id }) => id),
    ...repeats(all, 'code', ({ code }) => code),
    ...all.flatMap((placed) => strayParents(placed, byId)),
    ...cycles(byId),
    ...all.flatMap(emptyNames),
  ];
}

function repeats(
  all: readonly Placed[],
  field: string,
  keyOf: (entity: Entity) => string | undefined,
): readonly Fault[] {
  const first = new Map<string, string>();
  return all.flatMap(({ file, entity }) => {
    const key = keyOf(entity);
    if (key === undefined) return [];
    const before = first.get(key);
    if (before === undefined) first.set(key, file);
    return before === undefined
      ? []
      : [{ file, field: `${entity.id}.${field}`, problem: `${key} is already in ${before}` }];
  });
}

function strayParents({ file, entity }: Placed, byId: ReadonlyMap<string, Placed>): readonly Fault[] {
  return entity.within
    .filter((parent) => !byId.has(parent))
    .map((parent) => ({ file, field: `${entity.id}.within`, problem: `names ${parent}, which is nowhere` }));
}

/** One fault for each entity whose `within` leads back to it. */
function cycles(byId: ReadonlyMap<string, Placed>): readonly Fault[] {
  const sound = new Set<string>();
  const faults: Fault[] = [];
  for (const { file, entity } of byId.values()) {
    if (!reaches(entity.id, byId, sound)) continue;
    faults.push({ file, field: `${entity.id}.within`, problem: 'leads back to itself' });
  }
  return faults;
}

/** Whether an entity lies in itself. All that is passed on the way is `sound` where it does not. */
function reaches(id: string, byId: ReadonlyMap<string, Placed>, sound: Set<string>): boolean {
  const passed = new Set<string>();
  const open = [...(byId.get(id)?.entity.within ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true;
    if (passed.has(next) || sound.has(next)) continue;
    passed.add(next);
    open.push(...(byId.get(next)?.entity.within ?? []));
  }
  sound.add(id);
  return false;
}

function emptyNames({ file, entity }: Placed): readonly Fault[] {
  return [...Object.entries(entity.names), ...entity.aliases.map((alias, at) => [`aliases.${at}`, alias] as const)]
    .filter(([, name]) => isEmpty(name))
    .map(([field, name]) => ({
      file,
      field: `${entity.id}.${field}`,
      problem: `${JSON.stringify(name)} has no letter or digit`,
    }));
}

/** Folding a hundred thousand names takes long, and one plain letter settles it. */
const isEmpty = (name: string): boolean => !/[a-zа-яіїєґ0-9]/i.test(name) && foldName(name) === '';
