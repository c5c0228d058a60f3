/** A host that the operator vouches for: it may be private, and it may be asked on a port of its own. */
export interface AllowedHost {
  /** As a URL's `hostname` holds it: lower case, punycode, IPv6 in brackets. */
  readonly host: string;
  /** The one port it is vouched for; null: the usual ones. */
  readonly port: number | null;
}

const SHAPE = /^(?<host>\[[\d:.a-f]+\]|[^\s:/?#@[\]\\]+)(?::(?<port>\d{1,5}))?$/i;

/** Reads `host` or `host:port`, an IPv6 address in brackets; null where it is neither. */
export function parseAllowedHost(text: string): AllowedHost | null {
  const { host, port } = SHAPE.exec(text)?.groups ?? {};
  const url = host === undefined ? null : URL.parse(`http://${host}:${port ?? 80}/`);
  return url === null ? null : { host: url.hostname, port: port === undefined ? null : Number(port) };
}
