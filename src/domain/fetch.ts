import { z } from 'zod';

/** What a server gave to ask with next time whether anything changed; kept and sent back as it came. */
export const Validators = z
  .strictObject({ etag: z.string().nullable(), lastModified: z.string().nullable() })
  .readonly();
export type Validators = z.infer<typeof Validators>;

/** One document that is wanted from outside. */
export interface FetchRequest {
  /** As somebody wrote it; checked before anything is sent. */
  readonly url: string;
  /** A page is held against its site's robots.txt; a feed is published to be asked for. */
  readonly accept: 'feed' | 'page';
  /** Of the last answer; null fetches whatever is there. */
  readonly validators: Validators | null;
}

const Ms = z.number().nonnegative();
const Host = z.string();

/**
 * Why an address is refused, with the part of it that is wrong; '' where that part may be a secret or the whole of it.
 * `odd-number`: an IP address in another notation than the usual, such as octal, which is written to deceive.
 */
const BadAddress = z.strictObject({
  kind: z.literal('bad-address'),
  why: z.enum(['not-a-url', 'odd-number', 'too-long', 'scheme', 'credentials', 'port']),
  part: z.string(),
});

/** An address that is not for everybody: what it is for. https://www.iana.org/assignments/iana-ipv4-special-registry */
export const AddressCategory = z.enum([
  'this-network',
  'loopback',
  'private',
  'shared',
  'link-local',
  'metadata',
  'multicast',
  'broadcast',
  'documentation',
  'benchmarking',
  'translation',
  'tunnel',
  'reserved',
  'local-name',
]);
export type AddressCategory = z.infer<typeof AddressCategory>;

/** Why a document was not read. Closed: whoever tells people, or decides when to ask again, handles each. */
export const FetchFailure = z
  .discriminatedUnion('kind', [
    BadAddress,
    /** `ip` is what the host stands for, null where the name alone is refused. */
    z.strictObject({
      kind: z.literal('forbidden-address'),
      host: Host,
      ip: z.string().nullable(),
      category: AddressCategory,
    }),
    z.strictObject({ kind: z.literal('unknown-host'), host: Host }),
    z.strictObject({
      kind: z.literal('unreachable'),
      host: Host,
      /** `lookup`: no name server answered. `reset`: the server hung up. */
      why: z.enum(['refused', 'reset', 'unreachable', 'lookup']),
    }),
    z.strictObject({
      kind: z.literal('tls'),
      host: Host,
      why: z.enum(['expired', 'other-name', 'untrusted', 'handshake']),
    }),
    /** `limitMs` is how long was waited; of `body-rate`, the time over which too little came. */
    z.strictObject({
      kind: z.literal('too-slow'),
      bound: z.enum(['connect', 'headers', 'body-rate', 'whole']),
      limitMs: Ms,
    }),
    z.strictObject({ kind: z.literal('too-large'), part: z.enum(['headers', 'body']), limitBytes: z.int() }),
    z.strictObject({ kind: z.literal('too-many-redirects'), limit: z.int() }),
    z.strictObject({ kind: z.literal('redirect-loop') }),
    /** `retryAfterMs`: how long the server asks to be left alone, counted from its answer. */
    z.strictObject({ kind: z.literal('status'), status: z.int(), retryAfterMs: Ms.nullable() }),
    z.strictObject({ kind: z.literal('gone') }),
    /** The body ended before it was whole. */
    z.strictObject({ kind: z.literal('truncated') }),
    /** `encoding` as the server names it. */
    z.strictObject({ kind: z.literal('bad-encoding'), encoding: z.string() }),
    z.strictObject({ kind: z.literal('not-http') }),
    /** The line of robots.txt that refuses; null where robots.txt could not be read, which refuses all. */
    z.strictObject({ kind: z.literal('robots'), rule: z.string().nullable() }),
    /** Nothing is wrong with the source: we are ending, or too much waits already. */
    z.strictObject({ kind: z.literal('not-sent'), why: z.enum(['stopping', 'queue-full']) }),
  ])
  .readonly();
export type FetchFailure = z.infer<typeof FetchFailure>;
export type BadAddress = Readonly<z.infer<typeof BadAddress>>;

interface Answered {
  readonly validators: Validators;
  /** For how long the server says that its answer stays good; null where it does not say. */
  readonly freshForMs: number | null;
  /** Where permanent redirects lead, from the first request on without a gap: to be asked instead from now on. */
  readonly movedTo: string | null;
}

interface Fetched extends Answered {
  readonly kind: 'fetched';
  /** Where it was found, after all redirects. */
  readonly url: string;
  /** Whole, with its content-encoding undone. */
  readonly body: Uint8Array;
  /** Media type in lower case, without parameters. */
  readonly contentType: string | null;
  /** As the header names it; what the document itself says may differ. */
  readonly charset: string | null;
}

export type FetchOutcome =
  | Fetched
  | (Answered & { readonly kind: 'unchanged' })
  /** `url` is the address that failed, or whose redirect is refused; never with credentials. */
  | { readonly kind: 'failed'; readonly failure: FetchFailure; readonly url: string };

/** Brings one document. Rejects for nothing that the network, a server or a person's address can do. */
export type FetchDocument = (request: FetchRequest) => Promise<FetchOutcome>;

/** One line in English for logs and the terminal, without the address. */
export function describeFetchFailure(failure: FetchFailure): string {
  switch (failure.kind) {
    case 'bad-address':
      return BAD_ADDRESS[failure.why](failure.part);
    case 'forbidden-address':
      return `${failure.host} ${CATEGORY[failure.category]}${failure.ip === null ? '' : ` (${failure.ip})`}`;
    case 'unknown-host':
      return `there is no host ${failure.host}`;
    case 'unreachable':
      return UNREACHABLE[failure.why](failure.host);
    case 'tls':
      return `${failure.host} ${TLS[failure.why]}`;
    case 'too-slow':
      return `${TOO_SLOW[failure.bound]} within ${failure.limitMs / 1_000} s`;
    case 'too-large':
      return `the ${failure.part === 'headers' ? 'header' : 'document'} has more than ${failure.limitBytes.toLocaleString('en')} bytes`;
    case 'too-many-redirects':
      return `redirects more than ${failure.limit} times`;
    case 'redirect-loop':
      return 'redirects in a ring';
    default:
      return describeAnswer(failure);
  }
}

type AnswerFailure = Extract<
  FetchFailure,
  { kind: 'status' | 'gone' | 'truncated' | 'bad-encoding' | 'not-http' | 'robots' | 'not-sent' }
>;

function describeAnswer(failure: AnswerFailure): string {
  switch (failure.kind) {
    case 'status':
      return `the server answered ${failure.status}${failure.retryAfterMs === null ? '' : ` and asks to wait ${Math.ceil(failure.retryAfterMs / 1_000)} s`}`;
    case 'gone':
      return 'the server says that it is gone for good (410)';
    case 'truncated':
      return 'the document ended before it was whole';
    case 'bad-encoding':
      return `the document's encoding ${JSON.stringify(failure.encoding)} cannot be read`;
    case 'not-http':
      return 'what answered does not speak HTTP';
    case 'robots':
      return failure.rule === null ? "the site's robots.txt cannot be read" : `robots.txt says ${failure.rule}`;
    case 'not-sent':
      return failure.why === 'stopping' ? 'not asked: Sitrep is ending' : 'not asked: too many requests wait';
    default:
      return failure satisfies never;
  }
}

const BAD_ADDRESS: Readonly<Record<BadAddress['why'], (part: string) => string>> = {
  'not-a-url': () => 'is not a web address',
  'odd-number': () => 'writes an address in numbers in an unusual way',
  'too-long': () => 'is too long for a web address',
  scheme: (scheme) => `is ${scheme}, and only http and https are read`,
  credentials: () => 'holds a user name or password',
  port: (port) => `uses port ${port}, and only 80, 443, 8080, 8443 and those that the operator allows are asked`,
};

const CATEGORY: Readonly<Record<AddressCategory, string>> = {
  'this-network': 'is an address of "this network"',
  loopback: 'is this machine itself',
  private: 'is in a private network',
  shared: "is in a provider's own network",
  'link-local': 'is in the local network',
  metadata: 'is a metadata service',
  multicast: 'is a multicast address',
  broadcast: 'is a broadcast address',
  documentation: 'is an address for examples',
  benchmarking: 'is an address for measurements',
  translation: 'is a translated address',
  tunnel: 'is the address of a tunnel',
  reserved: 'is a reserved address',
  'local-name': 'is a name of a local network',
};

const UNREACHABLE: Readonly<Record<Extract<FetchFailure, { kind: 'unreachable' }>['why'], (host: string) => string>> = {
  refused: (host) => `${host} refuses connections`,
  reset: (host) => `${host} hung up`,
  unreachable: (host) => `${host} cannot be reached`,
  lookup: (host) => `no name server tells where ${host} is`,
};

const TLS: Readonly<Record<Extract<FetchFailure, { kind: 'tls' }>['why'], string>> = {
  expired: 'has a certificate that is out of date',
  'other-name': 'has a certificate for another name',
  untrusted: 'has a certificate that nobody vouches for',
  handshake: 'does not agree on a secure connection',
};

const TOO_SLOW: Readonly<Record<Extract<FetchFailure, { kind: 'too-slow' }>['bound'], string>> = {
  connect: 'no connection',
  headers: 'no answer',
  'body-rate': 'next to nothing came',
  whole: 'not done',
};
