import type { Ownership } from '../domain/ownership.ts';
import { OPERATOR, type Scope } from '../domain/scope.ts';
import type { Source, Tier } from '../domain/source.ts';
import type { Trust } from '../ports.ts';
import type { SourceStore } from '../store/source-contract.ts';
import type { OutletNames } from './outlet-names.ts';

/** What is known of publishers, whoever asks. */
export interface Known {
  readonly names: OutletNames;
  /** By the outlet's name. */
  readonly owners: ReadonlyMap<string, Ownership>;
}

/**
 * Trust by what moderators made of their sources: a publisher has the best tier that the server's own sources of it have, else
 * that of the operator's; what is still to be approved counts for nothing. What was judged is looked up once a revision.
 */
export function createTrust(
  known: () => Known,
  sources: Pick<SourceStore, 'list'>,
  revision: () => Promise<number>,
): Trust {
  const tiersIn = remembered(revision, (scope) => tiersOf(sources, scope, known().names));
  return {
    ownershipOf: (publisher, url) => ownershipIn(known(), publisher, url),
    tiers: async (scope) => {
      const tiers = await tiersIn(scope);
      return (publisher) => tiers.get(known().names.nameOf(publisher)) ?? 'usual';
    },
  };
}

/** By its name; of a publisher that nobody knows, by where the article stands. */
function ownershipIn({ names, owners }: Known, publisher: string, url: string | null): Ownership | null {
  const named = owners.get(names.nameOf(publisher));
  const outlet = named || url === null ? null : names.atAddress(url);
  return named ?? (outlet === null ? null : (owners.get(outlet) ?? null));
}

type Tiers = ReadonlyMap<string, Tier>;

async function tiersOf(sources: Pick<SourceStore, 'list'>, scope: Scope, { nameOf }: OutletNames): Promise<Tiers> {
  const operators = bestTiers(await sources.list(OPERATOR), nameOf);
  if (scope.guildId === null) return operators;
  return new Map([...operators, ...bestTiers(await sources.list(scope), nameOf)]);
}

const BEST_FIRST: readonly Tier[] = ['trusted', 'usual', 'doubtful'];

function bestTiers(sources: readonly Source[], nameOf: OutletNames['nameOf']): Tiers {
  const judged = sources.filter(({ state }) => state !== 'pending');
  const worstFirst = judged.toSorted((a, b) => BEST_FIRST.indexOf(b.tier) - BEST_FIRST.indexOf(a.tier));
  return new Map(worstFirst.map(({ publisher, tier }) => [nameOf(publisher), tier]));
}

/** Servers whose tiers are kept at a time. */
const SERVERS = 64;

/** The same as long as the revision stays. */
function remembered(
  revision: () => Promise<number>,
  look: (scope: Scope) => Promise<Tiers>,
): (scope: Scope) => Promise<Tiers> {
  const known = new Map<string, Promise<Tiers>>();
  return async (scope) => {
    const key = JSON.stringify([await revision(), scope.guildId]);
    const found = known.get(key) ?? look(scope);
    known.delete(key);
    known.set(key, found);
    const oldest = known.keys().next();
    if (known.size > SERVERS && !oldest.done) known.delete(oldest.value);
    return found;
  };
}
