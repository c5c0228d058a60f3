import { BlockList, isIP, isIPv6, SocketAddress } from 'node:net';
import type { AddressCategory } from '../domain/fetch.ts';
import { FORBIDDEN_RANGES, GLOBAL_UNICAST } from './ip-ranges.ts';

type Family = 'ipv4' | 'ipv6';

interface Range {
  readonly family: Family;
  readonly list: BlockList;
}

const familyOf = (ip: string): Family => (isIPv6(ip) ? 'ipv6' : 'ipv4');

function rangeOf(cidr: string): Range {
  const [network = '', bits] = cidr.split('/');
  const family = familyOf(network);
  const list = new BlockList();
  list.addSubnet(network, Number(bits), family);
  return { family, list };
}

/** A range of IPv4 holds none of IPv6, the mapped ones neither. */
const holds = ({ family, list }: Range, address: SocketAddress): boolean =>
  address.family === family && list.check(address);

const FORBIDDEN = FORBIDDEN_RANGES.map(([cidr, category]) => ({ range: rangeOf(cidr), category }));
const PUBLIC_V6 = rangeOf(GLOBAL_UNICAST);

/**
 * What an address is for, where it is not for everybody; null where it is public.
 * Of IPv6 only what is given out is public; what is no address at all, or has a zone, is reserved.
 * @param ip in any notation that Node takes, without brackets
 */
export function forbiddenCategoryOf(ip: string): AddressCategory | null {
  if (isIP(ip) === 0 || ip.includes('%')) return 'reserved';
  const address = new SocketAddress({ address: ip, family: familyOf(ip) });
  const found = FORBIDDEN.find(({ range }) => holds(range, address));
  if (found) return found.category;
  return address.family === 'ipv6' && !holds(PUBLIC_V6, address) ? 'reserved' : null;
}
