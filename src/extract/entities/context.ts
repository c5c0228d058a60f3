import type { Entity } from '../../domain/entity.ts';
import { placeId } from './canonical.ts';
import type { Draft } from './draft.ts';
import type { Names } from './names.ts';
import { placedBefore, surfaceOf } from './surroundings.ts';

/** Which countries and regions the document speaks of, by how often it names them or what lies in them. */
export interface Context {
  readonly weightOf: (id: string) => number;
  /** Whether some sentence puts something into a place of that name. */
  readonly isPlaced: (surface: string) => boolean;
  /** Keeps what was made of the candidates for a name: most names come many times. */
  readonly once: (candidates: readonly Entity[], surface: string, make: () => readonly Entity[]) => readonly Entity[];
  /** What an entity lies in, without itself. */
  readonly ancestorsOf: (entity: Entity) => readonly Entity[];
}

/** Headlines say what the report is about. */
const TITLE_WEIGHT = 2;

export function contextOf(drafts: readonly Draft[], names: Names): Context {
  const ancestorsOf = ancestry(names);
  const weights = new Map<string, number>();
  for (const draft of drafts) {
    const { sentence, meaning } = draft;
    const weight = sentence.index === -1 ? TITLE_WEIGHT : 1;
    if (meaning.type === 'entity' && meaning.candidates.every(isSmall) && !placedBefore(draft)) continue;
    for (const id of surelyNamed(meaning, names, ancestorsOf)) weights.set(id, (weights.get(id) ?? 0) + weight);
  }
  const placed = new Set(
    drafts.filter((draft) => draft.meaning.type === 'entity' && placedBefore(draft)).map(surfaceOf),
  );
  return {
    weightOf: (id) => weights.get(id) ?? 0,
    isPlaced: (surface) => placed.has(surface),
    once: keeping(),
    ancestorsOf,
  };
}

function keeping(): Context['once'] {
  const kept = new Map<string, readonly Entity[]>();
  return (candidates, surface, make) => {
    const key = `${candidates.length} ${surface}`;
    const before = kept.get(key);
    if (before) return before;
    const made = make();
    kept.set(key, made);
    return made;
  };
}

/** A place that only the tables have: its name may be any other word's, so it vouches for nothing where it lies. */
const isSmall = (entity: Entity): boolean => placeId(entity) !== entity.id;

function ancestry({ byId }: Names): Context['ancestorsOf'] {
  const known = new Map<string, readonly Entity[]>();
  return (entity) => {
    const before = known.get(entity.id);
    if (before) return before;
    const found = new Set<Entity>();
    const open = [...entity.within];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const parent = byId.get(id);
      if (!parent || found.has(parent)) continue;
      found.add(parent);
      open.push(...parent.within);
    }
    const ancestors = [...found];
    known.set(entity.id, ancestors);
    return ancestors;
  };
}

/** What a draft names however its homonyms are decided, with all that it lies in. */
function surelyNamed(
  meaning: Draft['meaning'],
  { byCode, byId }: Names,
  ancestorsOf: Context['ancestorsOf'],
): readonly string[] {
  if (meaning.type === 'settled') {
    const entity = byCode.get(meaning.side ?? meaning.id) ?? byId.get(meaning.id);
    return entity ? [entity.id, ...ancestorsOf(entity).map(({ id }) => id)] : [];
  }
  if (meaning.type === 'person') {
    const side = meaning.side ?? meaning.candidates[0]?.side;
    const country = side === undefined || side === null ? undefined : byCode.get(side);
    return country ? [country.id] : [];
  }
  if (meaning.type !== 'entity') return [];
  const [first, ...others] = meaning.candidates.map((entity) => [entity, ...ancestorsOf(entity)]);
  const common = (first ?? []).filter((entity) => others.every((chain) => chain.includes(entity)));
  const sides = meaning.candidates.length === 1 ? meaning.candidates.flatMap(({ side }) => side ?? []) : [];
  return [...common.map(({ id }) => id), ...sides.flatMap((side) => byCode.get(side)?.id ?? [])];
}

/** How much of the document is about where a place lies; nearer surroundings count more. */
export function fitOf(entity: Entity, context: Context): number {
  return context
    .ancestorsOf(entity)
    .reduce((sum, { id, kind }) => sum + context.weightOf(id) * (kind === 'country' ? 1 : 2), 0);
}
