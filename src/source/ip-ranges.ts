import type { AddressCategory } from '../domain/fetch.ts';

type Range = readonly [cidr: string, category: AddressCategory];

/**
 * Addresses that no feed of the public internet has, the narrower before the wider.
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry RFC 6890 and what was added since
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
export const FORBIDDEN_RANGES: readonly Range[] = [
  // Where clouds tell their machines secrets; Azure's lies among public addresses.
  ['169.254.169.254/32', 'metadata'],
  ['169.254.170.2/32', 'metadata'],
  ['169.254.170.23/32', 'metadata'],
  ['100.100.100.200/32', 'metadata'],
  ['168.63.129.16/32', 'metadata'],
  ['192.0.0.192/32', 'metadata'],
  ['fd00:ec2::254/128', 'metadata'],
  ['fd00:ec2::23/128', 'metadata'],
  ['fd20:ce::254/128', 'metadata'],
  ['0.0.0.0/8', 'this-network'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'shared'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'link-local'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.0/24', 'reserved'],
  ['192.0.2.0/24', 'documentation'],
  ['192.31.196.0/24', 'reserved'],
  ['192.52.193.0/24', 'tunnel'],
  ['192.88.99.0/24', 'tunnel'],
  ['192.168.0.0/16', 'private'],
  ['192.175.48.0/24', 'reserved'],
  ['198.18.0.0/15', 'benchmarking'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast'],
  ['255.255.255.255/32', 'broadcast'],
  ['240.0.0.0/4', 'reserved'],
  ['::/128', 'this-network'],
  ['::1/128', 'loopback'],
  ['::ffff:0:0/96', 'translation'],
  ['::ffff:0:0:0/96', 'translation'],
  ['64:ff9b::/96', 'translation'],
  ['64:ff9b:1::/48', 'translation'],
  ['fc00::/7', 'private'],
  ['fe80::/10', 'link-local'],
  ['fec0::/10', 'private'],
  ['ff00::/8', 'multicast'],
  ['2001::/32', 'tunnel'],
  ['2001:2::/48', 'benchmarking'],
  ['2001:3::/32', 'tunnel'],
  // All of the IETF's protocol assignments, ORCHID (2001:10::/28, 2001:20::/28) among them.
  ['2001::/23', 'reserved'],
  ['2001:db8::/32', 'documentation'],
  ['2002::/16', 'tunnel'],
  ['2620:4f:8000::/48', 'reserved'],
  ['3ffe::/16', 'reserved'],
  ['3fff::/20', 'documentation'],
];

/** All that IANA has given out for the public internet. https://www.iana.org/assignments/ipv6-address-space */
export const GLOBAL_UNICAST = '2000::/3';
