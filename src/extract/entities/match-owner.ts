import type { Meaning } from './draft.ts';
import { officeStep } from './match-office.ts';
import { borderStep, compassStep, isArea, placeNamed } from './match-territory.ts';
import { type Head, headAt } from './noun-phrase.ts';
import { type Owner, ownerAt } from './owner.ts';
import { personOf } from './person-name.ts';
import { afterPossessive, joined, type Reader, slugOf, termAt, termEnd, termJoined } from './reader.ts';
import { type Run, runAt } from './run.ts';
import { type Matcher, type Step, stepOf } from './step.ts';

/** Whatever begins with the name of a country, place, people or group. */
export const matchOwner: Matcher = (reader, at) => {
  const owner = ownerAt(reader, at);
  if (!owner) return null;
  for (const follow of FOLLOWERS) {
    const step = follow(reader, at, owner);
    if (step) return step;
  }
  return bareStep(reader, at, owner);
};

type Follower = (reader: Reader, at: number, owner: Owner) => Step | null;

/** "Ukraine's east". */
const compassAfter: Follower = (reader, at, owner) => {
  const next = afterPossessive(reader, owner.end);
  const compass = termJoined(reader, next, 'compass');
  if (!compass || !isArea(owner) || next === owner.end) return null;
  const end = termEnd(reader, next);
  const noun = reader.sentence.tokens[reader.words[end]?.token ?? -1]?.pos === 'NOUN' && joined(reader, end);
  return noun && !termAt(reader, end, 'region') ? null : compassStep(reader, at, end, compass.slug, owner);
};

/** "Russian-backed separatists", "the US-led coalition": not the country, but those behind whom it stands. */
const aligned: Follower = (reader, at, owner) => {
  const word = reader.words[owner.end];
  if (!word?.hyphened || !termAt(reader, owner.end, 'aligned')) return null;
  return alignedStep(reader, at, owner.end + 1, `${owner.slug}-${word.fold}`);
};

function alignedStep(reader: Reader, from: number, at: number, prefix: string): Step {
  const head = headAt(reader, at);
  if (!head || head.cls === 'office') return { drafts: [], end: at };
  const id = `${prefix}-${head.full}`;
  return stepOf(reader, from, head.end, actor(id, head.cls === 'people' ? 'people' : 'group'));
}

/** "Pro-Russian rebels", "anti-government fighters". */
export const matchPrefixed: Matcher = (reader, at) => {
  const prefix = termAt(reader, at, 'prefix');
  if (prefix && reader.named[at]) return matchOwner(reader, at);
  const owner = prefix && reader.words[at + 1]?.hyphened ? ownerAt(reader, at + 1) : null;
  return owner && prefix ? alignedStep(reader, at, owner.end, `${prefix.slug}-${owner.slug}`) : null;
};

const actor = (id: string, kind: 'people' | 'group' | 'force' | 'organisation') =>
  ({ type: 'settled', kind, naming: 'role', id, slug: id, side: null }) as const;

/** "Russian troops", "Ukraine's army spokesman", "Syrian President Bashar al-Assad". */
const headed: Follower = (reader, at, owner) => {
  const next = afterPossessive(reader, owner.end);
  if (!owner.adjective && next === owner.end && !mayQualify(reader, owner)) return null;
  const head = headAt(reader, next);
  if (!head) return null;
  if (head.cls === 'office') return officeStep(reader, at, head, owner);
  if (next !== owner.end && isPerson(owner) && head.cls !== 'force' && head.cls !== 'government') return null;
  const end = head.cls === 'institution' || head.cls === 'body' ? institutionEnd(reader, at, head) : head.end;
  return stepOf(reader, at, end, meaningOf(reader, owner, head, end));
};

/** "Gaza militants", "Hamas fighters"; languages with cases have adjectives for that. */
const mayQualify = ({ names }: Reader, owner: Owner): boolean =>
  names.language === 'en' && (isArea(owner) || isGroup(owner));
const isGroup = ({ candidates }: Owner): boolean =>
  candidates.some(({ kind }) => kind === 'organisation' || kind === 'group' || kind === 'settlement');
/** An armed group: its fighters are itself. */
const isArmed = ({ candidates, side }: Owner): boolean =>
  side === null && candidates.length > 0 && candidates.every(({ kind }) => kind === 'organisation');
const isPerson = ({ candidates }: Owner): boolean => candidates.some(({ kind }) => kind === 'person');

/** Names of institutions go on behind their noun ("Institute for Peace"). */
function institutionEnd(reader: Reader, at: number, { end }: Head): number {
  return Math.max(end, runAt(reader, at)?.to ?? end);
}

function meaningOf(reader: Reader, owner: Owner, head: Head, end: number): Meaning {
  const tail = head.cls === 'institution' && end > head.end ? `-${slugOf(reader, head.end, end)}` : '';
  const slug = `${owner.slug}-${head.full}${tail}`;
  const { side } = owner;
  if (head.cls === 'force' && side) return { ...actor(side, 'force'), slug, side };
  if (head.cls === 'force') return { ...actor(owner.ref, 'force'), slug, alternatives: [slug] };
  if (head.cls === 'government' && side)
    return { type: 'settled', kind: 'country', naming: 'role', id: side, slug, side };
  if (head.cls === 'fighter' && isArmed(owner))
    return { ...actor(owner.ref, 'group'), slug, side, alternatives: [slug] };
  if (head.cls === 'fighter') return actor(slug, 'group');
  return { ...actor(slug, head.cls === 'people' ? 'people' : 'organisation'), side };
}

/** "Kharkiv region", "Kharkiv and Sumy oblasts", "Anbar province". */
const regionAfter: Follower = (reader, at, owner) => {
  const region = regionWord(reader, owner.end);
  if (!region || isPerson(owner)) return null;
  const word = [owner.end, owner.end + 1].find((k) => termJoined(reader, k, 'region'));
  const end = word === undefined ? owner.end : termEnd(reader, word);
  const areas = owner.candidates.filter(({ kind }) => kind === 'region' || kind === 'area');
  if (areas.length > 0) return stepOf(reader, at, end, { type: 'entity', candidates: areas, form: 'region' });
  if (owner.adjective || owner.candidates.some(({ kind }) => kind === 'country')) return null;
  return stepOf(reader, at, end, placeNamed(`${slugOf(reader, at, owner.end)}-${region}`));
};

/** The region's word that follows, after further names too ("Donetsk, Luhansk and Kherson regions"). */
function regionWord(reader: Reader, at: number): string | null {
  const direct = termJoined(reader, at, 'region');
  if (direct) return direct.slug;
  const second = isSmall(reader, at) ? termJoined(reader, at + 1, 'region') : undefined;
  if (second) return second.slug;
  for (let next = at, names = 0; names < 4; names += 1) {
    if (reader.words[next]?.fold === 'and') next += 1;
    const owner = ownerAt(reader, next);
    if (!owner || owner.adjective) return null;
    const word = termJoined(reader, owner.end, 'region');
    if (word) return reader.words[termEnd(reader, owner.end) - 1]?.fold.endsWith('s') ? word.slug : null;
    next = owner.end;
  }
  return null;
}

/** A word of the kind of "border" in "the Kursk border region". */
const isSmall = (reader: Reader, at: number): boolean => {
  const word = reader.words[at];
  const pos = word && reader.sentence.tokens[word.token]?.pos;
  return word?.apart === false && !word.capital && (pos === 'NOUN' || pos === 'ADJ');
};

const cityAfter: Follower = (reader, at, owner) => {
  if (!termJoined(reader, owner.end, 'settlement') || owner.adjective) return null;
  const candidates = owner.candidates.filter(({ kind }) => kind === 'settlement');
  if (candidates.length === 0) return null;
  return stepOf(reader, at, termEnd(reader, owner.end), { type: 'entity', candidates, form: 'city' });
};

/** The name of a place that goes on ("Florence Smith", "Paris Institute") is not the place. */
const longerName: Follower = (reader, at, owner) => {
  const word = reader.words[owner.end];
  if (reader.shouting || !word?.capital || word.apart || word.hyphened) return null;
  if (owner.adjective || reader.demonyms[owner.end] || termAt(reader, owner.end, 'office')) return null;
  const country = owner.candidates.some(({ kind, code }) => kind === 'country' || code !== undefined);
  const run = runAt(reader, at);
  if (!run || run.to <= owner.end || (country && run.kind !== 'organisation')) return null;
  return runStep(reader, run.from, run.to, run.kind, owner.side);
};

/** A name that the gazetteer does not have. */
export function runStep(reader: Reader, from: number, to: number, kind: Run['kind'], side: string | null): Step {
  if (kind === 'thing') return { drafts: [], end: to };
  const slug = slugOf(reader, from, to);
  if (kind === 'organisation')
    return stepOf(reader, from, to, { ...actor(slug, 'organisation'), naming: 'name', side });
  if (kind === 'place') return stepOf(reader, from, to, placeNamed(slug));
  if (kind === 'word') return stepOf(reader, from, to, { type: 'word', name: slug });
  return stepOf(reader, from, to, personOf(reader, from, to));
}

/** The name alone, as a country, an adjective or an entity still to be chosen. */
function bareStep(reader: Reader, at: number, owner: Owner): Step {
  if (owner.adjective) {
    const { ref: id, slug, side } = owner;
    const kind = /^[A-Z]{2}$/.test(id) ? 'country' : 'people';
    return stepOf(reader, at, owner.end, { type: 'settled', kind, naming: 'adjective', id, slug, side });
  }
  const role = termAt(reader, at, 'office')?.slug;
  return stepOf(reader, at, owner.end, { type: 'entity', candidates: owner.candidates, form: 'bare', role });
}

const FOLLOWERS: readonly Follower[] = [borderStep, compassAfter, aligned, headed, regionAfter, cityAfter, longerName];
