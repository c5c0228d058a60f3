import type { CheckPart, Finding, Stance } from '../../domain/check.ts';
import type { Claim } from '../../domain/claim.ts';
import type { RankedClaim } from '../../domain/sourced-claim.ts';
import { type Comparison, compare, type Profiled } from './compare.ts';

/** A source's claim with what of it is compared. */
export type Candidate = Profiled & { readonly one: RankedClaim };

/** A finding with the claim by which its event is to be printed. */
export interface Weighed extends Finding {
  readonly hit: RankedClaim;
}

/** Findings of one statement that are shown. */
const FINDINGS_AT_MOST = 3;
/** Parts by which a happening is told from others. */
const TELLING: readonly CheckPart[] = ['who', 'whom', 'where', 'when', 'number', 'object'];
const ORDER: readonly Stance[] = ['mixed', 'supports', 'disputes', 'claims', 'partly'];

/**
 * What sources say to a statement, event by event: those that settle most first. What a source has revised since is left out by the
 * caller.
 */
export function weigh(statement: Profiled, candidates: readonly Candidate[]): readonly Weighed[] {
  const weighed = candidates.flatMap((candidate) => weighedBy(statement, candidate));
  const byEvent = [...Map.groupBy(weighed, ({ line }) => line).values()].map(together);
  const [first, ...rest] = byEvent.toSorted(settlingFirst);
  if (!first) return [];
  const isAsGood = (one: Weighed): boolean =>
    first.stance === 'partly' ? one.differs.length === first.differs.length : one.stance !== 'partly';
  return [first, ...rest.filter(isAsGood)].slice(0, FINDINGS_AT_MOST);
}

const rankOf = ({ stance }: Weighed): number => ORDER.indexOf(stance);
const settlingFirst = (a: Weighed, b: Weighed): number =>
  rankOf(a) - rankOf(b) ||
  a.differs.length - b.differs.length ||
  a.open.length - b.open.length ||
  b.hit.publishers - a.hit.publishers;

function weighedBy(statement: Profiled, candidate: Candidate): readonly Weighed[] {
  const comparison = compare(statement, candidate);
  if (!isAbout(comparison)) return [];
  const { differs, open } = comparison;
  const stance = stanceOf(comparison, statement, candidate);
  return [{ line: candidate.one.event, stance, differs, open, hit: candidate.one }];
}

/** Whether both may tell of one happening: enough of what tells it from others agrees, and not both who and where differ. */
function isAbout({ agrees, differs, open }: Comparison): boolean {
  const telling = TELLING.filter((part) => agrees.includes(part)).length;
  if (differs.includes('who') && differs.includes('where')) return false;
  const isOther = differs.includes('what') || differs.includes('when') || open.includes('number');
  if (isOther) return telling > 2;
  return telling > 1;
}

function stanceOf({ differs, open }: Comparison, statement: Profiled, { claim }: Candidate): Stance {
  if (differs.length === 0 && open.length === 0) return isProven(statement.claim, claim) ? 'supports' : 'claims';
  const [only] = differs;
  const isContrary = differs.length === 1 && !open.includes('wording') && !open.includes('where');
  if (isContrary && only === 'polarity') return 'disputes';
  return isContrary && only === 'number' && !open.includes('when') && !open.includes('day') ? 'disputes' : 'partly';
}

/** Whether an article says it in its own voice, or hands on the word that the statement hands on too. */
function isProven(statement: Claim, { attr, epi, confirmation, suspect }: Claim): boolean {
  if (suspect || confirmation === 'unconfirmed' || confirmation === 'denied') return false;
  return attr === null || confirmation === 'confirmed' || (epi !== 'claimed' && attr.who === statement.attr?.who);
}

/** What the claims of one event say together, by the most settling of them. */
function together(all: readonly Weighed[]): Weighed {
  const [first, ...rest] = all.toSorted(settlingFirst);
  if (!first) throw new RangeError('no claim of the event is weighed');
  const stances = new Set([first, ...rest].map(({ stance }) => stance));
  const isMixed = stances.has('disputes') && (stances.has('supports') || stances.has('claims'));
  return isMixed ? { ...first, stance: 'mixed', differs: [], open: [] } : first;
}
