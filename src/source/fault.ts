import { describeFetchFailure, type FetchFailure } from '../domain/fetch.ts';

/** A failure on its way through sockets and streams, which know errors alone. */
export class FetchFault extends Error {
  override readonly name = 'FetchFault';
  readonly failure: FetchFailure;
  constructor(failure: FetchFailure) {
    super(describeFetchFailure(failure));
    this.failure = failure;
  }
}

type Kind = (host: string) => FetchFailure;

const unreachable =
  (why: Extract<FetchFailure, { kind: 'unreachable' }>['why']): Kind =>
  (host) => ({ kind: 'unreachable', host, why });
const tls =
  (why: Extract<FetchFailure, { kind: 'tls' }>['why']): Kind =>
  (host) => ({ kind: 'tls', host, why });

/** Codes of Node, OpenSSL and undici; the first pattern that fits counts. */
const BY_CODE: readonly (readonly [RegExp, Kind])[] = [
  [/^ECONNREFUSED$/, unreachable('refused')],
  [/^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/, unreachable('reset')],
  [/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/, tls('expired')],
  [/^(ERR_TLS_CERT_ALTNAME|HOSTNAME_MISMATCH)/, tls('other-name')],
  [/^(CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH)/, tls('untrusted')],
  [/^(ERR_SSL_|ERR_TLS_|EPROTO$)/, tls('handshake')],
  [/^(HPE_|UND_ERR_INVALID_ARG|UND_ERR_RES_|UND_ERR_NOT_SUPPORTED)/, () => ({ kind: 'not-http' })],
];

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Some of undici's have no code.
  return error.name === 'HTTPParserError' ? 'HPE_UNKNOWN' : null;
}

/** What an error of the network means for whoever asked. Throws what is no error of the network. */
export function failureOf(
  error: unknown,
  host: string,
  limits: { readonly connectMs: number; readonly headerBytes: number },
): FetchFailure {
  if (error instanceof FetchFault) return error.failure;
  const code = codeOf(error);
  if (code === null) throw error;
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT')
    return { kind: 'too-slow', bound: 'connect', limitMs: limits.connectMs };
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW')
    return { kind: 'too-large', part: 'headers', limitBytes: limits.headerBytes };
  const kind = BY_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? unreachable('unreachable');
  return kind(host);
}

const NO_SUCH_NAME = /^(ENOTFOUND|ENODATA|ENONAME|EBADNAME)$/;

/** What an error of a resolver means: its codes are those of connections, too, and mean the name server there. */
export function lookupFault(error: unknown, host: string): unknown {
  const code = codeOf(error);
  if (code === null) return error;
  return new FetchFault(
    NO_SUCH_NAME.test(code) ? { kind: 'unknown-host', host } : { kind: 'unreachable', host, why: 'lookup' },
  );
}
