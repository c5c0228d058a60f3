import { isIPv6, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { AllowedHost } from '../domain/allowed-host.ts';
import { isAllowed, literalOf } from './address.ts';
import { FetchFault, lookupFault } from './fault.ts';
import { forbiddenCategoryOf } from './ip-category.ts';
import type { Resolve } from './resolve.ts';

export interface ConnectorOptions {
  readonly allowedHosts: readonly AllowedHost[];
  /** Addresses of hosts that must be public. */
  readonly resolvePublic: Resolve;
  /** Addresses of hosts that the operator vouches for. */
  readonly resolveAllowed: Resolve;
  readonly connectMs: number;
}

/** Of each family: more are for machines that share load, not for reaching one. */
const ADDRESSES_TRIED = 2;
/** Long enough to get through to the other side of the world. */
const ATTEMPT_MS = 1_000;

/**
 * Connects to public addresses alone, and to the very ones that were checked: a name is looked up once, and refused when any
 * of its addresses is not public. Addresses in numbers are checked here, since Node asks no `lookup` for them.
 */
export function createConnector(options: ConnectorOptions): buildConnector.connector {
  const publicly = connectorWith(lookupBy(options.resolvePublic, refuseForbidden), options.connectMs);
  const allowed = connectorWith(
    lookupBy(options.resolveAllowed, () => undefined),
    options.connectMs,
  );
  return (target, callback) => {
    const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
    if (isAllowed(hostnameOf(target.hostname), port, options.allowedHosts)) return allowed(target, callback);
    const fault = literalFault(target.hostname);
    return fault === null ? publicly(target, callback) : callback(fault, null);
  };
}

const connectorWith = (lookup: LookupFunction, timeout: number): buildConnector.connector =>
  buildConnector({
    lookup,
    timeout,
    allowH2: false,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: ATTEMPT_MS,
  });

/** undici takes the brackets of IPv6 off; URLs have them. */
const hostnameOf = (host: string): string => (isIPv6(host) ? `[${host}]` : host);

function literalFault(host: string): FetchFault | null {
  const ip = literalOf(host);
  return ip === null ? null : faultOf(host, ip);
}

function faultOf(host: string, ip: string): FetchFault | null {
  const category = forbiddenCategoryOf(ip);
  return category && new FetchFault({ kind: 'forbidden-address', host, ip, category });
}

function refuseForbidden(host: string, ips: readonly string[]): void {
  const fault = ips.map((ip) => faultOf(host, ip)).find((found) => found !== null);
  if (fault) throw fault;
}

type Check = (host: string, ips: readonly string[]) => void;

const lookupBy =
  (resolve: Resolve, check: Check): LookupFunction =>
  (host, { all }, callback) => {
    checkedAddresses(host, resolve, check).then(
      (found) => (all ? callback(null, found) : callback(null, found[0]?.address ?? '', found[0]?.family)),
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };

async function checkedAddresses(host: string, resolve: Resolve, check: Check) {
  const ips = await resolve(host).catch((error: unknown) => {
    throw lookupFault(error, host);
  });
  if (ips.length === 0) throw new FetchFault({ kind: 'unknown-host', host });
  check(host, ips);
  return [...ofFamily(ips, 4), ...ofFamily(ips, 6)];
}

const ofFamily = (ips: readonly string[], family: 4 | 6) =>
  ips
    .filter((ip) => isIPv6(ip) === (family === 6))
    .slice(0, ADDRESSES_TRIED)
    .map((address) => ({ address, family }));
