/** What a server may cost us. Times in ms, sizes in bytes. */
export interface FetchLimits {
  /** For one document, with its redirects and the robots.txt that it needs. */
  readonly wholeMs: number;
  /** For looking up a name and connecting to it; kept to within a second. */
  readonly connectMs: number;
  /** From asking, connecting included, to the end of the header. */
  readonly headersMs: number;
  /** Of a robots.txt, with its redirects. */
  readonly robotsMs: number;
  /** In each stretch of so many ms, so many bytes of a body must come. */
  readonly pace: { readonly everyMs: number; readonly bytes: number };
  readonly headerBytes: number;
  /** Of a body, after decompression. */
  readonly bodyBytes: number;
  readonly redirects: number;
  /** Between the end of a request to a host and the next one. */
  readonly pauseMs: number;
  /** A robots.txt that asks for longer pauses gets this one. */
  readonly maxPauseMs: number;
  readonly hostsAtOnce: number;
  /** Requests that wait for their turn; more are refused. */
  readonly waiting: number;
}

export const FETCH_LIMITS: FetchLimits = {
  wholeMs: 15_000,
  connectMs: 5_000,
  headersMs: 10_000,
  robotsMs: 5_000,
  pace: { everyMs: 5_000, bytes: 1_000 },
  headerBytes: 32_768,
  bodyBytes: 5_000_000,
  redirects: 5,
  pauseMs: 1_000,
  maxPauseMs: 30_000,
  hostsAtOnce: 8,
  waiting: 10_000,
};
