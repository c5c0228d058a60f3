import { publishedAtMs } from '../../domain/article.ts';
import type { EventId } from '../../domain/event.ts';
import { DAY_MS } from '../../domain/period.ts';
import type { RankedClaim } from '../../domain/sourced-claim.ts';
import { compareRanks, hasFigure, type Told } from './account.ts';

/** Claims of one happening, with which of them are printed. */
export interface Event {
  readonly id: EventId;
  readonly claims: readonly RankedClaim[];
  readonly told: Told;
}

/**
 * Excerpts stand last; of either kind of line those of the newest day stand first, of one day those with the most publishers, then
 * those without a doubt noted, then what happened with figures, then the newest, then as their article tells them.
 */
export function orderEvents(events: readonly Event[]): readonly Event[] {
  const ranked = events.map((event) => {
    const [lead] = event.told.lead;
    const newest = newestOf(event.claims) ?? 0;
    const rank = [
      Number(lead.claim.mode === 'excerpt'),
      -Math.floor(newest / DAY_MS),
      -publishersOf(event.claims),
      Number('suspect' in lead.claim),
      Number(lead.claim.realis === 'hypothetical'),
      Number(!hasFigure(lead)),
      -newest,
    ];
    return { event, rank };
  });
  return ranked.sort((a, b) => compareRanks(a.rank, b.rank) || asTold(a.event, b.event)).map(({ event }) => event);
}

function asTold(
  {
    told: {
      lead: [a],
    },
  }: Event,
  {
    told: {
      lead: [b],
    },
  }: Event,
): number {
  const [one, other] = [a.article.id, b.article.id];
  return one < other ? -1 : one > other ? 1 : startOf(a) - startOf(b);
}

const startOf = ({ claim }: RankedClaim): number => Math.min(...claim.evidence.map((e) => e.start));

/** Distinct publishers: those at hand, or as many as the store counts, whichever are more. */
export function publishersOf(claims: readonly RankedClaim[]): number {
  const atHand = new Set(claims.map(({ article }) => article.publisher)).size;
  return Math.max(atHand, ...claims.map(({ publishers }) => publishers));
}

/** Unix ms of the newest of their articles; null where none has a date. */
export function newestOf(claims: readonly RankedClaim[]): number | null {
  const dated = claims.map(({ article }) => publishedAtMs(article)).filter((ms) => ms !== null);
  return dated.length > 0 ? Math.max(...dated) : null;
}
