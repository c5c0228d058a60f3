import type { Account, Line } from '../domain/brief.ts';
import type { Claim, ClaimOf } from '../domain/claim.ts';
import { isDenial } from '../domain/fact.ts';
import type { CountPoint } from '../domain/picture.ts';
import { aroundAll, daysOf } from './days-of.ts';
import { whyNotShown } from './left-out.ts';
import type { LeftOut } from './messages/picture-messages.ts';

type Impact = ClaimOf<'impact'>;

/** How many were harmed, and on which day. */
export interface Figure {
  /** Equal for figures that count the same harm to the same people or things. */
  readonly counted: string;
  readonly point: Omit<CountPoint, 'by'>;
  /** The first of the claims that give it. */
  readonly claim: Impact;
  readonly backing: Account['backing'];
}

export const isFigure = (read: Figure | LeftOut): read is Figure => typeof read !== 'string';

/**
 * The figures of all accounts of an event, each once whoever else gives it, and why others cannot be shown; one reason where
 * it has no figure.
 */
export function figuresOf(line: Line): readonly (Figure | LeftOut)[] {
  const told: readonly Account[] = [{ relation: 'account', backing: line.backing }, ...line.accounts];
  const read = told.flatMap((account) => readAccount(account) ?? []);
  return read.length === 0 ? [whyNoFigure(line.claim) ?? 'uncounted'] : read.filter(isFirstOfItsKind);
}

/** null where it gives no number. */
function readAccount({ relation, backing }: Account): Figure | LeftOut | null {
  const [first] = backing;
  if (first?.claim.type !== 'impact') return null;
  const { claim } = first;
  const range = rangeOf(claim);
  if (!range) return null;
  const why = relation === 'superseded' ? 'revised' : whyNoFigure(claim);
  if (why !== null) return why;
  const days = aroundAll(backing.flatMap((one) => daysOf(one.claim.date?.iso) ?? []));
  if (!days || days.from !== days.to) return 'undated';
  return { counted: keyOf(claim), point: { day: days.from, ...range }, claim, backing };
}

/** Why a claim's figure must not be shown, whatever it is. */
function whyNoFigure(claim: Claim): LeftOut | null {
  if (claim.mode === 'excerpt') return 'quoted';
  const isDoubted = claim.suspect !== undefined || claim.confirmation === 'unconfirmed';
  if (isDoubted || isDenial(claim) || claim.confirmation === 'denied') return 'doubted';
  return whyNotShown({ claim });
}

function rangeOf({ count }: Impact): Pick<CountPoint, 'low' | 'high' | 'op'> | null {
  if (!count || 'vague' in count) return null;
  const { value, valueMax = value, op } = count;
  return { low: Math.min(value, valueMax), high: Math.max(value, valueMax), op };
}

/** Whom the article says it counts is part of it: soldiers of one army are not those of another. */
const keyOf = ({ kind, count, who }: Impact): string =>
  JSON.stringify([kind.toSorted(), folded(count?.unit ?? who), folded(who ?? count?.unit)]);

const folded = (words = ''): string => words.toLowerCase();

function isFirstOfItsKind(read: Figure | LeftOut, at: number, all: readonly (Figure | LeftOut)[]): boolean {
  return !isFigure(read) || all.findIndex((one) => isFigure(one) && isSame(one, read)) === at;
}

/** In one event the day of a figure is no other figure. */
const isSame = ({ counted, point }: Figure, other: Figure): boolean =>
  counted === other.counted &&
  point.low === other.point.low &&
  point.high === other.point.high &&
  point.op === other.point.op;
