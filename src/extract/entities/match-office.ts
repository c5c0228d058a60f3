import type { Entity } from '../../domain/entity.ts';
import type { Draft } from './draft.ts';
import { afterDefinite } from './match-territory.ts';
import type { MentionKind } from './mention.ts';
import { type Head, headAt } from './noun-phrase.ts';
import { type Owner, ownerAt } from './owner.ts';
import { personOf } from './person-name.ts';
import { joined, type Reader, termAt, termEnd, termJoined } from './reader.ts';
import { runAt } from './run.ts';
import { draftOf, type Matcher, type Step, stepOf } from './step.ts';

/** What a noun without a country before it can be: "President Macron", "a spokesman for the Pentagon", "militants". */
export const matchHead: Matcher = (reader, at) => {
  if (!['office', 'people', 'force', 'fighter', 'government', 'body', 'rank'].some((c) => isTerm(reader, at, c)))
    return null;
  const head = headAt(reader, at, true);
  if (!head || head.cls === 'institution') return null;
  return head.cls === 'office'
    ? officeStep(reader, at, head, null)
    : (ofOwner(reader, at, head) ?? bareHead(reader, at, head));
};

const KINDS = {
  office: 'person',
  people: 'people',
  force: 'force',
  fighter: 'group',
  government: 'country',
  body: 'organisation',
  institution: 'organisation',
} as const satisfies Record<Head['cls'], MentionKind>;

const isTerm = (reader: Reader, at: number, cls: string): boolean =>
  reader.terms[at]?.value.some((term) => term.cls === cls) ?? false;

/** "Officials in Kyiv", "spokesman for the Ukrainian military": those of an owner that follows. */
function ofOwner(reader: Reader, at: number, head: Head): Step | null {
  const next = afterOf(reader, head.end);
  if (next === null) return null;
  const owner = joined(reader, next) ? ownerAt(reader, next) : null;
  if (!owner) return null;
  const inner = headAt(reader, owner.end);
  const slug = [owner.slug, ...(inner && owner.adjective ? [inner.full] : []), head.full].join('-');
  const end = inner && owner.adjective ? inner.end : owner.end;
  const kind = KINDS[head.cls];
  const id = (kind === 'force' || kind === 'country') && owner.side ? owner.side : slug;
  return stepOf(reader, at, end, { type: 'settled', kind, naming: 'role', id, slug, side: owner.side });
}

function bareHead(reader: Reader, at: number, head: Head): Step {
  const kind = KINDS[head.cls];
  const definite = at > 0 && termAt(reader, at - 1, 'definite') !== undefined;
  return stepOf(reader, at, head.end, { type: 'role', kind, slug: head.full, head: head.slug, definite, side: null });
}

/** An office with the name after it, or with whom it is held for, or alone. */
export function officeStep(reader: Reader, at: number, head: Head, owner: Owner | null): Step {
  const role = termAt(reader, head.at, 'honorific') ? null : head.slug;
  const named = personAfter(reader, at, head.end, { role, side: owner?.side ?? null });
  if (named) return named;
  const held = owner ? null : heldFor(reader, head.end);
  const whose = owner ?? held;
  const after = held ? personAfter(reader, at, held.end, { role, side: held.side }) : null;
  if (after) return after;
  const slug = whose ? `${whose.slug}-${head.full}` : head.full;
  const definite = at > 0 && termAt(reader, at - 1, 'definite') !== undefined;
  const meaning = { type: 'role', kind: 'person', slug, head: head.slug, definite, side: whose?.side ?? null } as const;
  return stepOf(reader, at, held?.end ?? head.end, meaning);
}

/** The index after "of the"; where a language has cases, the owner follows at once. */
function afterOf(reader: Reader, at: number): number | null {
  if (reader.names.language !== 'en') return at;
  return termJoined(reader, at, 'of') ? afterDefinite(reader, termEnd(reader, at)) : null;
}

/** "… of Ukraine", "… for the Ukrainian military". */
function heldFor(reader: Reader, at: number): Owner | null {
  const next = afterOf(reader, at);
  if (next === null) return null;
  const first = joined(reader, next) ? ownerAt(reader, next) : null;
  const inside = first && reader.words[first.end]?.possessive ? ownerAt(reader, first.end + 1) : null;
  const owner = inside ?? first;
  if (!owner?.adjective) return owner && withRegion(reader, owner);
  const inner = headAt(reader, owner.end);
  return inner ? { ...owner, end: inner.end, slug: `${owner.slug}-${inner.full}` } : owner;
}

/** "… of the Kursk region". */
function withRegion(reader: Reader, owner: Owner): Owner {
  return termJoined(reader, owner.end, 'region') ? { ...owner, end: termEnd(reader, owner.end) } : owner;
}

/** The name right after an office, the gazetteer's or any other. */
function personAfter(
  reader: Reader,
  from: number,
  at: number,
  office: { readonly role: string | null; readonly side: string | null },
): Step | null {
  if (!joined(reader, at) || !reader.words[at]?.capital) return null;
  const named = reader.named[at];
  const run = reader.shouting ? null : runAt(reader, at);
  const end = Math.max(named?.end ?? 0, run?.to ?? 0);
  if (end === 0 || run?.kind === 'organisation') return null;
  if (named && !named.value.some(couldBePerson)) return null;
  return { drafts: [personDraft(reader, from, at, end, office)], end };
}

/** Family names are also names of small places; nobody is called after a state. */
const couldBePerson = ({ kind }: Entity): boolean => kind === 'person' || kind === 'settlement';

function personDraft(
  reader: Reader,
  from: number,
  at: number,
  end: number,
  office: { readonly role: string | null; readonly side: string | null },
): Draft {
  const named = reader.named[at];
  const exact = named?.end === end ? named.value.filter(({ kind }) => kind === 'person') : [];
  const meaning = personOf(reader, at, end);
  const own = reader.names.byId.get(meaning.family);
  // With a given name of another one it is another one.
  const isKnown = meaning.name.length === 1 && own?.kind === 'person';
  const known = isKnown && (office.side === null || own.side === office.side) ? [own] : [];
  const candidates = [exact, meaning.candidates, known].find((found) => found.length > 0) ?? [];
  return draftOf(reader, from, end, { ...meaning, candidates, ...office });
}
