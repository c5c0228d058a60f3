import type { FetchFailure } from '../domain/fetch.ts';
import type { SourceKind } from '../domain/source.ts';
import { type Looking, type Looks, look } from './look.ts';

/** What stands before a colon, unless that is a host before its port. */
const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d{1,5}(?:[/?#]|$))/i;

/** Looks at an address as somebody typed it. Without a scheme https is tried, and http where nothing there speaks https. */
export async function lookTyped(typed: string, kind: SourceKind | undefined, ports: Looks): Looking {
  if (SCHEME.test(typed)) return look(typed, kind, ports);
  const looked = await look(`https://${typed}`, kind, ports);
  if (looked.ok || looked.error.kind !== 'fetch') return looked;
  const { failure } = looked.error;
  if (isOneWord(failure)) return { ok: false, error: { kind: 'fetch', failure: NO_ADDRESS } };
  return speaksNoHttps(failure) ? look(`http://${typed}`, kind, ports) : looked;
}

const NO_ADDRESS: FetchFailure = { kind: 'bad-address', why: 'not-a-url', part: '' };

/** A word without a dot is a host of the own network for whoever writes a scheme before it, and else hardly an address. */
const isOneWord = (failure: FetchFailure): boolean =>
  failure.kind === 'forbidden-address' && failure.category === 'local-name' && !failure.host.includes('.');

const speaksNoHttps = (failure: FetchFailure): boolean =>
  (failure.kind === 'tls' && failure.why === 'handshake') ||
  (failure.kind === 'unreachable' && (failure.why === 'refused' || failure.why === 'reset'));
