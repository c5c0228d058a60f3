import type { Entity } from '../../domain/entity.ts';
import { type Owner, ownerAt } from './owner.ts';
import { afterPossessive, joined, type Reader, slugOf, termAt, termEnd, termJoined } from './reader.ts';
import { runAt } from './run.ts';
import { type Matcher, type Step, stepOf } from './step.ts';

const AREAS: ReadonlySet<Entity['kind']> = new Set(['country', 'region', 'area']);

/** "Eastern Ukraine", "the north of Mali", "southern and eastern Syria". */
export const matchCompass: Matcher = (reader, at) => {
  const compass = termAt(reader, at, 'compass');
  const end = termEnd(reader, at);
  if (!compass || (reader.named[at]?.end ?? 0) > end) return null;
  return compassArea(reader, at, end, compass.slug) ?? coordinated(reader, at, end, compass.slug);
};

function compassArea(reader: Reader, at: number, end: number, compass: string): Step | null {
  const next = termJoined(reader, end, 'of') ? afterDefinite(reader, termEnd(reader, end)) : end;
  const owner = ownerAt(reader, next);
  if (!owner || !joined(reader, next) || !isArea(owner)) return null;
  if (owner.adjective && !termJoined(reader, owner.end, 'region')) return null;
  const step = regionStep(reader, at, owner);
  if (step) return step;
  return compassStep(reader, at, owner.adjective ? termEnd(reader, owner.end) : owner.end, compass, owner);
}

/** The first of two quarters that share their country. */
function coordinated(reader: Reader, at: number, end: number, compass: string): Step | null {
  const other = end + 1;
  const second = termJoined(reader, other, 'compass');
  if (!joined(reader, end) || reader.words[end]?.capital || !second) return null;
  const shared = compassArea(reader, other, termEnd(reader, other), second.slug);
  const owner = shared && ownerAt(reader, termEnd(reader, other));
  if (!shared || !owner) return null;
  const first = compassStep(reader, at, end, compass, owner);
  return { drafts: [...first.drafts, ...shared.drafts], end: shared.end };
}

/** "The western Kursk region" is all of it. */
function regionStep(reader: Reader, at: number, owner: Owner): Step | null {
  const candidates = owner.candidates.filter(({ kind }) => kind === 'region');
  if (candidates.length === 0 || !termJoined(reader, owner.end, 'region')) return null;
  return stepOf(reader, at, termEnd(reader, owner.end), { type: 'entity', candidates, form: 'region' });
}

/** An area of the country's own: "eastern-ukraine". */
export function compassStep(reader: Reader, from: number, to: number, compass: string, owner: Owner): Step {
  const country = owner.candidates.find(({ kind }) => AREAS.has(kind));
  const id = `${compass}-${shortArea(country?.id ?? owner.slug)}`;
  const side = owner.side;
  const alternatives = country?.kind === 'region' ? [country.id] : [];
  return stepOf(reader, from, to, { type: 'settled', kind: 'place', naming: 'name', id, slug: id, side, alternatives });
}

/** A region or strip without its kind: "southern-gaza". */
const shortArea = (id: string): string => id.replace(/-(?:oblast|province|strip|region|governorate)$/, '');

export const isArea = ({ candidates, adjective, ref }: Owner): boolean =>
  candidates.some(({ kind }) => AREAS.has(kind)) || (adjective && /^[A-Z]{2}$/.test(ref));

/** The index after "the" or "this", if one stands there. */
export const afterDefinite = (reader: Reader, at: number): number =>
  termJoined(reader, at, 'definite') ? termEnd(reader, at) : at;

/** "The city of Kharkiv", "the village of X", "the province of Idlib", "the border with Belarus". */
export const matchKindOf: Matcher = (reader, at) => {
  const city = termAt(reader, at, 'settlement');
  const region = termAt(reader, at, 'region');
  if ((!city && !region) || reader.words[at]?.capital) return null;
  let next = termEnd(reader, at);
  if (termJoined(reader, next, 'of')) next = termEnd(reader, next);
  if (!joined(reader, next)) return null;
  const named = reader.named[next];
  const candidates = (named?.value ?? []).filter(({ kind }) => (city ? kind === 'settlement' : AREAS.has(kind)));
  if (named && candidates.length > 0)
    return stepOf(reader, next, named.end, { type: 'entity', candidates, form: city ? 'city' : 'region' });
  const run = runAt(reader, next);
  if (!run || run.kind === 'organisation' || termAt(reader, next, 'office')) return null;
  const id = city ? slugOf(reader, run.from, run.to) : `${slugOf(reader, run.from, run.to)}-${region?.slug}`;
  return stepOf(reader, next, run.to, placeNamed(id));
};

/** A place that the gazetteer does not have. */
export const placeNamed = (id: string) =>
  ({ type: 'settled', kind: 'place', naming: 'name', id, slug: id, side: null }) as const;

/** "Ukraine's border with Russia", "the Ukrainian border", "the Syria-Turkey border". */
export function borderStep(reader: Reader, at: number, owner: Owner): Step | null {
  let next = afterPossessive(reader, owner.end);
  const other = joined(reader, next) ? ownerAt(reader, next) : null;
  if (other && isArea(other)) next = other.end;
  if (!termJoined(reader, next, 'border') || !isArea(owner)) return null;
  const parts = [owner, ...(other && isArea(other) ? [other] : [])].map((o) => o.candidates[0]?.id ?? o.slug);
  const id = `${parts.join('-')}-border`;
  return stepOf(reader, at, termEnd(reader, next), {
    type: 'settled',
    kind: 'place',
    naming: 'name',
    id,
    slug: id,
    side: owner.side,
  });
}
