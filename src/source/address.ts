import { isIP, isIPv4 } from 'node:net';
import type { AllowedHost } from '../domain/allowed-host.ts';
import type { Result } from '../domain/failure.ts';
import type { BadAddress, FetchFailure } from '../domain/fetch.ts';
import { forbiddenCategoryOf } from './ip-category.ts';

/** Longer than any address that a person or a server means. */
const MAX_CHARS = 2_048;
const PARTS_CHARS = 40;
const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };
const USUAL_PORTS: readonly number[] = [80, 443, 8080, 8443];

const LOOPBACK_NAME = /(?:^|\.)localhost$/;
/** Endings of local networks: RFC 6761, RFC 6762 appendix G, RFC 8375, and ICANN's `.internal`. */
const LOCAL_ENDINGS = /(?:^|\.)(?:localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa)$/;
/** Names by which machines in clouds know their metadata service. */
const METADATA_NAMES: readonly string[] = [
  'metadata.google.internal',
  'metadata.goog',
  'metadata.azure.internal',
  'metadata.tencentyun.com',
  'metadata.packet.net',
  'metadata.platformequinix.com',
  'instance-data.ec2.internal',
];
/** A name as DNS holds it: https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4, and the underscores that exist. */
const NAME = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/**
 * Reads an address that somebody wrote, or that a server redirects to, and refuses what its form alone forbids.
 * A name may still stand for a private address: that is seen when it is connected to.
 * @param base what a relative address is relative to; null: it must be absolute
 * @returns without fragment and without a dot at the end of the host
 */
export function checkAddress(
  text: string,
  base: URL | null,
  allowed: readonly AllowedHost[],
): Result<URL, FetchFailure> {
  if (text.length > MAX_CHARS) return bad('too-long');
  const url = URL.parse(text.trim(), base?.href);
  if (url === null) return bad('not-a-url');
  const plain = withoutDot(url);
  const isOdd = url.host !== base?.host && isOddNumber(url, text);
  const failure = badPartOf(url) ?? refusedHostOf(plain, allowed) ?? (isOdd ? badAddress('odd-number') : null);
  return failure === null ? { ok: true, value: plain } : { ok: false, error: failure };
}

const bad = (why: BadAddress['why']): Result<URL, BadAddress> => ({ ok: false, error: badAddress(why) });
const badAddress = (why: BadAddress['why'], part = ''): BadAddress => ({
  kind: 'bad-address',
  why,
  part: part.slice(0, PARTS_CHARS),
});

function badPartOf(url: URL): BadAddress | null {
  if (DEFAULT_PORTS[url.protocol] === undefined) return badAddress('scheme', url.protocol.slice(0, -1));
  return url.username === '' && url.password === '' ? null : badAddress('credentials');
}

/** Whether an address of IPv4 is written in another way than with four decimal numbers. */
const isOddNumber = ({ hostname }: URL, text: string): boolean =>
  isIPv4(hostname) && !new RegExp(`^\\s*[a-z]*:?//${hostname.replaceAll('.', '\\.')}(?![^:/?#])`, 'i').test(text);

function withoutDot(url: URL): URL {
  const plain = new URL(url);
  plain.hostname = url.hostname.replace(/\.$/, '');
  plain.hash = '';
  return plain;
}

function refusedHostOf(url: URL, allowed: readonly AllowedHost[]): FetchFailure | null {
  if (isAllowed(url.hostname, portOf(url), allowed)) return null;
  return USUAL_PORTS.includes(portOf(url)) ? refusedNameOf(url.hostname) : badAddress('port', url.port);
}

/** The port that an address means, whether it says so or not. */
export const portOf = ({ port, protocol }: URL): number =>
  port === '' ? (DEFAULT_PORTS[protocol] ?? 0) : Number(port);

function refusedNameOf(host: string): FetchFailure | null {
  const forbidden = { kind: 'forbidden-address', host } as const;
  const ip = literalOf(host);
  if (ip !== null) {
    const category = forbiddenCategoryOf(ip);
    return category && { ...forbidden, ip, category };
  }
  if (METADATA_NAMES.includes(host)) return { ...forbidden, ip: null, category: 'metadata' };
  if (LOOPBACK_NAME.test(host)) return { ...forbidden, ip: null, category: 'loopback' };
  if (!NAME.test(host)) return badAddress('not-a-url');
  return LOCAL_ENDINGS.test(host) || !host.includes('.') ? { ...forbidden, ip: null, category: 'local-name' } : null;
}

/** The address that a host is already; null where it is a name. */
export function literalOf(host: string): string | null {
  const bare = host.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? null : bare;
}

/** An address as it may be logged and shown: without credentials, and not endless. */
export function tellable(text: string): string {
  const url = URL.parse(text);
  if (url === null || (url.username === '' && url.password === '')) return text.slice(0, MAX_CHARS);
  url.username = '';
  url.password = '';
  return url.href.slice(0, MAX_CHARS);
}

/** Whether the operator vouches for a host on a port. */
export const isAllowed = (host: string, port: number, allowed: readonly AllowedHost[]): boolean =>
  allowed.some((one) => one.host === host && (one.port === null ? USUAL_PORTS.includes(port) : one.port === port));
