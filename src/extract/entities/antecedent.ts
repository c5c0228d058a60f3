import type { Draft, Meaning } from './draft.ts';
import { type Knowledge, type Reading, unknown } from './knowledge.ts';
import type { Mention } from './mention.ts';

/** How many sentences back a word may point. */
const REACH = 4;
/** How many mentions back are looked at, so that long sentences stay cheap. */
const MOST = 60;
/** How many mentions back a role or the main country is looked for. */
const MEMORY = 240;

/** What roles and pronouns stand for, by what was mentioned before; null for drafts that name something themselves. */
export function followUp(draft: Draft, all: readonly Mention[], known: Knowledge): readonly Reading[] | null {
  const { meaning } = draft;
  if (meaning.type !== 'role' && meaning.type !== 'pronoun') return null;
  const told = all.slice(-MEMORY);
  if (meaning.type === 'role') return [roleReading(meaning, draft, told, known)];
  return pronounReadings(meaning, draft, told, known);
}

type Of<T extends Meaning['type']> = Extract<Meaning, { type: T }>;
type Test = (mention: Mention) => boolean;

/** Mentions within reach, the latest sentence first, in it the first mention first: subjects stand early. */
function within(draft: Draft, told: readonly Mention[], reach: number): readonly Mention[] {
  const near = told.slice(-MOST).filter(({ sentence }) => draft.sentence.index - sentence <= reach);
  return near.toSorted((a, b) => b.sentence - a.sentence || a.from - b.from);
}

const isNamed: Test = ({ naming }) => naming !== 'pronoun';

function roleReading(meaning: Of<'role'>, draft: Draft, told: readonly Mention[], known: Knowledge): Reading {
  const { kind, slug, head, side } = meaning;
  const own = { kind, naming: 'role', id: slug, slug, alternatives: [], role: null, side, entity: null } as const;
  const near = within(draft, told, REACH);
  if (kind === 'person') return officeReading(own, meaning, told);
  if (kind === 'group') return pointed(own, groupBefore(meaning, told));
  if (kind === 'force') return forceReading(own, head, near, told, known);
  if (kind === 'country')
    return pointed(own, near.find((m) => m.kind === 'country' && isNamed(m)) ?? mainCountry(told));
  return own;
}

/** "The rebels": those called so before, else the last armed group. */
function groupBefore({ head, slug }: Of<'role'>, told: readonly Mention[]): Mention | undefined {
  const groups = told.filter((m) => m.kind === 'group' && m.id !== slug && m.slug !== slug);
  return groups.findLast((m) => m.slug.endsWith(head)) ?? groups.at(-1);
}

/** "Troops": those of the side told last; "the Navy": that of the country that the document is about. */
function forceReading(
  own: Reading,
  head: string,
  near: readonly Mention[],
  told: readonly Mention[],
  { names }: Knowledge,
): Reading {
  const same = told.findLast((m) => m.kind === 'force' && m.slug !== own.slug && m.slug.endsWith(`-${head}`));
  const to = same ?? near.find((m) => m.kind === 'force' && m.side !== null) ?? mainCountry(told);
  if (to?.side === undefined || to.side === null) return pointed(own, to);
  return {
    ...pointed(own, to),
    kind: 'force',
    slug: `${names.adjectives[to.side] ?? to.side.toLowerCase()}-${own.slug}`,
  };
}

/** The country named most often so far. */
function mainCountry(told: readonly Mention[]): Mention | undefined {
  const countries = told.filter((m) => m.kind === 'country' && m.naming !== 'pronoun');
  const counts = Map.groupBy(countries, ({ id }) => id);
  return [...counts.values()].toSorted((a, b) => b.length - a.length)[0]?.[0];
}

/** A role that stands for what was mentioned before, its own words the second reading. */
const pointed = (own: Reading, to: Mention | undefined): Reading =>
  to ? { ...own, id: to.id, side: to.side, entity: to.entity, alternatives: [own.slug] } : own;

/** "The president": the last one who holds that office; "a spokesman": nobody told yet. */
function officeReading(own: Reading, { head, definite, side }: Of<'role'>, told: readonly Mention[]): Reading {
  const holder = told.findLast((m) => m.kind === 'person' && isNamed(m) && holds(m, head, side));
  const role = head;
  if (!holder || (!definite && side === null)) return { ...own, kind: side || definite ? 'person' : 'people', role };
  return { ...pointed(own, holder), kind: 'person', role };
}

/** Whether someone holds an office; whoever a country calls its leader is told by the country alone. */
function holds(mention: Mention, head: string, side: string | null): boolean {
  if (side !== null && mention.side !== null && mention.side !== side) return false;
  return (
    mention.role === head || (side !== null && mention.side === side && LEADING.has(head) && mention.entity !== null)
  );
}
const LEADING: ReadonlySet<string> = new Set(['leader', 'head-of-state', 'supreme-leader']);

function pronounReadings(
  meaning: Of<'pronoun'>,
  draft: Draft,
  told: readonly Mention[],
  known: Knowledge,
): readonly Reading[] {
  const near = within(draft, told, REACH);
  const one = (test: Test): readonly Reading[] => near.filter(test).slice(0, 1).map(asPronoun);
  switch (meaning.pronoun) {
    case 'he':
    case 'she':
      return one(({ kind }) => kind === 'person');
    case 'they':
      return one(({ kind }) => kind === 'force' || kind === 'group' || kind === 'people');
    case 'it':
      return one(({ kind }) => kind === 'country' || kind === 'organisation' || kind === 'group');
    case 'both':
      return distinct(near.filter(({ kind }) => kind === 'country'))
        .slice(0, 2)
        .map(asPronoun);
    case 'enemy':
      return enemyOf(near, told, known);
    case 'we':
      return one((m) => m.side !== null && (m.kind === 'person' || m.kind === 'people')).map(ofSide);
    case 'quarter':
      return quarterOf(meaning.slug, told, known);
    case 'nation':
      return one(({ side }) => side !== null).map(ofSide);
    case 'place':
      return one((m) => m.kind === 'place' && isKind(m, meaning.slug, known));
    default:
      return meaning.pronoun satisfies never;
  }
}

/** A quarter of the country that the document is about. */
function quarterOf(compass: string, told: readonly Mention[], { names }: Knowledge): readonly Reading[] {
  const country = mainCountry(told.filter(({ naming }) => naming === 'name')) ?? mainCountry(told);
  const entity = country && names.byCode.get(country.id);
  return entity ? [{ ...unknown('place', `${compass}-${entity.id}`, country.id), naming: 'pronoun' }] : [];
}

/** The state that someone speaks for. */
const ofSide = (reading: Reading): Reading => ({
  ...reading,
  kind: 'country',
  id: reading.side ?? reading.id,
  alternatives: [],
  role: null,
  entity: null,
});

const distinct = (mentions: readonly Mention[]): readonly Mention[] =>
  [...new Map(mentions.toReversed().map((m) => [m.id, m])).values()].toReversed();

function isKind({ entity, id }: Mention, slug: string, { names }: Knowledge): boolean {
  const settlement = (names.terms.byPhrase.get(slug) ?? []).some(({ cls }) => cls === 'settlement');
  const kind = entity === null ? null : names.byId.get(entity)?.kind;
  return kind ? (kind === 'settlement') === settlement : id.endsWith(slug) === !settlement;
}

const asPronoun = ({ kind, id, alternatives, slug, role, side, entity }: Mention): Reading => ({
  kind,
  naming: 'pronoun',
  id,
  alternatives,
  slug,
  role,
  side,
  entity,
});

/** The other side from the speaker's: the one most often named of those who are not the speaker's. */
function enemyOf(near: readonly Mention[], told: readonly Mention[], { names }: Knowledge): readonly Reading[] {
  const speaker = near.find((m) => m.side !== null && m.kind !== 'place')?.side ?? null;
  const counts = new Map<string, number>();
  for (const { kind, side } of told)
    if (side !== null && side !== speaker && kind !== 'place') counts.set(side, (counts.get(side) ?? 0) + 1);
  const [id] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  if (id === undefined) return [];
  const entity = names.byCode.get(id)?.id ?? null;
  return [{ kind: 'force', naming: 'pronoun', id, slug: 'enemy', alternatives: [], role: null, side: id, entity }];
}
