import type { AllowedHost } from '../domain/allowed-host.ts';
import type { Result } from '../domain/failure.ts';
import type { FetchDocument, FetchFailure, FetchOutcome, FetchRequest, Validators } from '../domain/fetch.ts';
import { checkAddress, tellable } from './address.ts';
import { type Answer, charsetOf, freshForMs, mediaTypeOf, retryAfterMs, validatorsOf } from './answer.ts';
import { type Ask, discard } from './ask.ts';
import { readBody } from './body.ts';
import { type Bounds, unlessStopped, withinTime } from './bounds.ts';
import { failureOf } from './fault.ts';
import type { FetchLimits } from './limits.ts';

export interface DocumentOptions {
  readonly ask: Ask;
  readonly allowedHosts: readonly AllowedHost[];
  readonly limits: FetchLimits;
  readonly now: () => number;
  /** What a request carries. */
  readonly headersFor: (request: FetchRequest) => Readonly<Record<string, string>>;
  /** Whether a page may be read, before each request for it; null where it may. */
  readonly admit: (url: URL) => Promise<FetchFailure | null>;
  /** Aborted when everything ends, with a FetchFault. */
  readonly ending: AbortSignal;
}

/** An address on the way from the one that was asked for to the one that answers. */
interface Hop {
  readonly url: URL;
  readonly before: readonly string[];
  readonly movedTo: URL | null;
  /** Whether all redirects so far were for good. */
  readonly forGood: boolean;
}

interface Visit {
  readonly request: FetchRequest;
  readonly bounds: Bounds;
  readonly options: DocumentOptions;
}

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const FOR_GOOD: readonly number[] = [301, 308];

/** Fetches one document: its address checked, each redirect checked and followed by hand, within all limits. */
export const createFetchDocument =
  (options: DocumentOptions): FetchDocument =>
  async (request) => {
    const start = checkAddress(request.url, null, options.allowedHosts);
    if (!start.ok) return failed(start.error, tellable(request.url));
    const hop: Hop = { url: start.value, before: [], movedTo: null, forGood: true };
    return withinTime(options.limits.wholeMs, options.ending, (bounds) => visit(hop, { request, bounds, options }));
  };

async function visit(hop: Hop, way: Visit): Promise<FetchOutcome> {
  const step = await stepFrom(hop, way);
  if (!step.ok) return failed(step.error, hop.url.href);
  return 'kind' in step.value ? step.value : visit(step.value, way);
}

/** Asks at one address: what was found there, or where to go on. */
async function stepFrom(hop: Hop, way: Visit): Promise<Result<FetchOutcome | Hop, FetchFailure>> {
  const { request, bounds, options } = way;
  try {
    const refusal = request.accept === 'page' ? await unlessStopped(options.admit(hop.url), bounds.signal) : null;
    if (refusal) return { ok: false, error: refusal };
    const answer = await options.ask(hop.url, options.headersFor(request), bounds);
    const location = REDIRECTS.includes(answer.status) ? answer.header('location') : null;
    if (location === null) return await outcomeOf(answer, hop, way);
    discard(answer);
    return nextHop(hop, location, answer.status, options);
  } catch (error) {
    const told = bounds.signal.aborted ? bounds.signal.reason : error;
    return { ok: false, error: failureOf(told, hop.url.hostname, options.limits) };
  }
}

function nextHop(
  hop: Hop,
  location: string,
  status: number,
  { limits, allowedHosts }: DocumentOptions,
): Result<Hop, FetchFailure> {
  const to = checkAddress(location, hop.url, allowedHosts);
  if (!to.ok) return to;
  const before = [...hop.before, hop.url.href];
  if (before.includes(to.value.href)) return { ok: false, error: { kind: 'redirect-loop' } };
  if (before.length > limits.redirects)
    return { ok: false, error: { kind: 'too-many-redirects', limit: limits.redirects } };
  const forGood = hop.forGood && FOR_GOOD.includes(status) && !isDowngrade(hop.url, to.value);
  return { ok: true, value: { url: to.value, before, forGood, movedTo: forGood ? to.value : hop.movedTo } };
}

/** Followed, since feeds without https are read, but not kept: the next request tries https again. */
const isDowngrade = (from: URL, to: URL): boolean => from.protocol === 'https:' && to.protocol === 'http:';

async function outcomeOf(answer: Answer, hop: Hop, way: Visit): Promise<Result<FetchOutcome, FetchFailure>> {
  const { request, options } = way;
  if (answer.status === 200) return { ok: true, value: await fetched(answer, hop, way) };
  discard(answer);
  if (answer.status !== 304 || request.validators === null)
    return { ok: false, error: statusFailure(answer, options.now()) };
  const validators = renewed(request.validators, validatorsOf(answer.header));
  return { ok: true, value: { kind: 'unchanged', validators, ...saidBy(answer, hop, options) } };
}

async function fetched(answer: Answer, hop: Hop, { bounds, options }: Visit): Promise<FetchOutcome> {
  const contentType = answer.header('content-type');
  return {
    kind: 'fetched',
    url: hop.url.href,
    contentType: mediaTypeOf(contentType),
    charset: charsetOf(contentType),
    validators: validatorsOf(answer.header),
    ...saidBy(answer, hop, options),
    body: await readBody(answer, bounds, options.limits),
  };
}

const saidBy = (answer: Answer, { movedTo }: Hop, { now }: DocumentOptions) => ({
  freshForMs: freshForMs(answer.header, now()),
  movedTo: movedTo?.href ?? null,
});

/** What is not said again stays: https://www.rfc-editor.org/rfc/rfc9111#section-3.2 */
const renewed = (known: Validators, said: Validators): Validators => ({
  etag: said.etag ?? known.etag,
  lastModified: said.lastModified ?? known.lastModified,
});

const statusFailure = ({ status, header }: Answer, nowMs: number): FetchFailure =>
  status === 410 ? { kind: 'gone' } : { kind: 'status', status, retryAfterMs: retryAfterMs(header, nowMs) };

const failed = (failure: FetchFailure, url: string): FetchOutcome => ({ kind: 'failed', failure, url });
