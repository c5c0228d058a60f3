import type { Analysis } from '../analysis.ts';
import type { Mention } from '../entities/mention.ts';
import { REACH } from './scene.ts';

const MAIN = 3;

export type EntityRole = 'actor' | 'place';

/** A mention's reading that may fill a slot, or one of the document's main names. */
export interface Candidate {
  readonly id: string;
  /** null for a main name that stands nowhere near. */
  readonly mention: Mention | null;
  readonly where: 'here' | 'before' | 'title' | 'main';
  /** What the words say: the one they name, another of that name, or the state that the one named acts for. */
  readonly reading: 'named' | 'alternative' | 'side';
  /** Place among the document's main actors or places; -1 where it is none of the first. */
  readonly rank: number;
}

/** Everyone or every place that may fill a slot of a claim in a sentence: in it, before it (nearest first), in the title, in the whole. */
export function candidatesFor(role: EntityRole, at: number, { mentions, profile }: Analysis): readonly Candidate[] {
  const fits = role === 'place' ? isPlace : isActor;
  const main = (role === 'place' ? profile.places : profile.actors).slice(0, MAIN).map(({ id }) => id);
  const from = (index: number): readonly Mention[] => (mentions.get(index) ?? []).filter(fits);
  const before = Array.from({ length: Math.min(REACH, at) }, (_, back) => from(at - 1 - back).toReversed()).flat();
  const read = (all: readonly Mention[], where: Candidate['where']): readonly Candidate[] =>
    all.flatMap((mention) => readingsOf(mention, role, where, main));
  return [
    ...read(from(at), 'here'),
    ...eachIdOnce(read(before, 'before')),
    ...eachIdOnce(read(from(-1), 'title')),
    ...main.map((id, rank) => ({ id, mention: null, where: 'main' as const, reading: 'named' as const, rank })),
  ];
}

function readingsOf(
  mention: Mention,
  role: EntityRole,
  where: Candidate['where'],
  main: readonly string[],
): readonly Candidate[] {
  const of = (id: string, reading: Candidate['reading']): Candidate => ({
    id,
    mention,
    where,
    reading,
    rank: main.indexOf(id),
  });
  const { id, alternatives, side } = mention;
  const acts = role === 'actor' && side !== null && side !== id && !alternatives.includes(side);
  return [
    of(id, 'named'),
    ...alternatives.map((other) => of(other, 'alternative')),
    ...(acts ? [of(side, 'side')] : []),
  ];
}

function eachIdOnce(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ id }) => !seen.has(id) && seen.add(id));
}

const isPlace = ({ kind, naming }: Mention): boolean =>
  (kind === 'place' || kind === 'country') && naming !== 'adjective';
const isActor = ({ kind }: Mention): boolean => kind !== 'place';
