import { z } from 'zod';
import { Ownership } from './ownership.ts';
import { Tier } from './source.ts';

/** Whose reports an answer counts: everybody's, all but the doubtful ones', or the trusted ones' alone. */
export const SOURCE_LIMITS = ['all', 'not-doubtful', 'trusted'] as const;
export const SourceLimit = z.enum(SOURCE_LIMITS);
export type SourceLimit = z.infer<typeof SourceLimit>;

/** Whether what a publisher of this tier reports counts in an answer that is so limited. */
export function countsWithin(limit: SourceLimit, tier: Tier): boolean {
  if (limit === 'all') return true;
  return limit === 'trusted' ? tier === 'trusted' : tier !== 'doubtful';
}

/** What is to be known of a publisher: whom it belongs to, and how moderators judge it where that is not as usual. */
export const Standing = z
  .strictObject({ ownership: Ownership.optional(), tier: Tier.exclude(['usual']).optional() })
  .readonly();
export type Standing = z.infer<typeof Standing>;

const STATE_RUN: ReadonlySet<Ownership['kind']> = new Set(['state', 'government', 'military', 'party']);

/** Whether a state, or a party to power or war, decides what is reported; what is public by law does not belong there. */
export const isStateRun = ({ kind }: Ownership): boolean => STATE_RUN.has(kind);

/** Who alone tells of something. */
export const OnlyFrom = z
  .strictObject({
    /** All of them `state`-run; so, or run by a `party`; `doubtful` to moderators; or `either` the one or the other. */
    kind: z.enum(['state', 'party', 'doubtful', 'either']),
    /** Codes of the states that run them, ascending. */
    countries: z.array(z.string()).readonly(),
  })
  .readonly();
export type OnlyFrom = z.infer<typeof OnlyFrom>;

/** Whether none but state-run or doubtful publishers tell of something, by how all who do stand; undefined where others do too. */
export function onlyFrom(tellers: readonly (Standing | undefined)[]): OnlyFrom | undefined {
  if (tellers.length === 0 || !tellers.every((teller) => ownerOf(teller) || teller?.tier === 'doubtful'))
    return undefined;
  const owners = tellers.flatMap((teller) => ownerOf(teller) ?? []);
  const countries = [...new Set(owners.flatMap(({ country }) => country ?? []))].sort();
  if (owners.length === tellers.length)
    return { kind: owners.some(({ kind }) => kind === 'party') ? 'party' : 'state', countries };
  return { kind: owners.length > 0 ? 'either' : 'doubtful', countries };
}

/** Who runs a state-run one; null for others. */
const ownerOf = (teller: Standing | undefined): Ownership | null =>
  teller?.ownership && isStateRun(teller.ownership) ? teller.ownership : null;
