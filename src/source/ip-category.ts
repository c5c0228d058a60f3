import { BlockList, isIP, isIPv6 } from 'node:net';
import type { AddressCategory } from '../domain/fetch.ts';
import { FORBIDDEN_RANGES, GLOBAL_UNICAST } from './ip-ranges.ts';

const familyOf = (ip: string): 'ipv4' | 'ipv6' => (isIPv6(ip) ? 'ipv6' : 'ipv4');

/** Says whether an address lies in a range. A range of IPv4 holds none of IPv6, the mapped ones neither. */
function rangeOf(cidr: string): (ip: string) => boolean {
  const [network = '', bits] = cidr.split('/');
  const family = familyOf(network);
  const list = new BlockList();
  list.addSubnet(network, Number(bits), family);
  return (ip) => familyOf(ip) === family && list.check(ip, family);
}

const FORBIDDEN = FORBIDDEN_RANGES.map(([cidr, category]) => ({ holds: rangeOf(cidr), category }));
const isGlobalUnicast = rangeOf(GLOBAL_UNICAST);

/**
 * What an address is for, where it is not for everybody; null where it is public.
 * Of IPv6 only what is given out is public; what is no address at all, or has a zone, is reserved.
 * @param ip in the canonical notation, without brackets
 */
export function forbiddenCategoryOf(ip: string): AddressCategory | null {
  if (isIP(ip) === 0 || ip.includes('%')) return 'reserved';
  const found = FORBIDDEN.find(({ holds }) => holds(ip));
  if (found) return found.category;
  return isIPv6(ip) && !isGlobalUnicast(ip) ? 'reserved' : null;
}
