import { lookup, Resolver } from 'node:dns/promises';

/** Every address that a name stands for, IPv4 and IPv6; rejects as Node's resolvers do. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/**
 * Asks the name servers without the threads that files and decompression share, which a few servers that never answer
 * would hold up.
 * @see https://nodejs.org/api/dns.html#implementation-considerations
 */
export function publicResolver(timeoutMs: number): Resolve {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 2 });
  return async (host) => {
    const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const found = [v4, v6].flatMap((family) => (family.status === 'fulfilled' ? family.value : []));
    if (found.length === 0) throw telling(v4, v6);
    return found;
  };
}

/** Why there is no address: that one family has none says less than what happened to the other. */
function telling(v4: PromiseSettledResult<unknown>, v6: PromiseSettledResult<unknown>): unknown {
  const reasons = [v4, v6].flatMap((family) => (family.status === 'rejected' ? [family.reason] : []));
  return reasons.find(({ code }) => code !== 'ENODATA') ?? reasons[0];
}

/** Knows the names of this machine and its network, too (`/etc/hosts`, containers): for hosts that the operator vouches for. */
export const localResolver: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);
