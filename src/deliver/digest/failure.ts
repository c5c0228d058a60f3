import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { RESTJSONErrorCodes as Code } from 'discord-api-types/v10';
import type { Refusal } from '../../domain/digest-notice.ts';

/** What a request that failed tells: whether it was done, and whether it will ever be. */
export type Failure =
  /** It was not done. */
  | { readonly kind: 'later'; readonly afterMs: number }
  /** It was not done, and is not until somebody changes something. */
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'unknown' };

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes */
const REFUSALS: ReadonlyMap<unknown, Refusal> = new Map([
  [Code.UnknownChannel, 'no-channel'],
  [Code.UnknownGuild, 'not-in-server'],
  [Code.UnknownMember, 'not-in-server'],
  [Code.MissingAccess, 'no-permission'],
  [Code.MissingPermissions, 'no-permission'],
]);
/** Refused for now. */
const BUSY: ReadonlySet<unknown> = new Set([
  Code.ActionCannotBePerformedDueToSlowmodeRateLimit,
  Code.ChannelWriteRateLimit,
  Code.ServerWriteRateLimit,
  Code.ServiceResourceIsBeingRateLimited,
]);
/** No connection came about, so nothing was sent over it. */
const NOT_CONNECTED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const LATER_MS = 30_000;

/** What a failure says of the request that met it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RateLimitError)
    return { kind: 'later', afterMs: Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout) };
  if (error instanceof DiscordAPIError) return refusedBy(error);
  if (error instanceof HTTPError || !isNotConnected(error)) return { kind: 'unknown' };
  return { kind: 'later', afterMs: LATER_MS };
}

function refusedBy({ status, code }: DiscordAPIError): Failure {
  // One 401 may be an accident on Discord's side; whether the token holds is for the connection to find out.
  if (status === 401 || BUSY.has(code)) return { kind: 'later', afterMs: LATER_MS };
  return { kind: 'refused', why: REFUSALS.get(code) ?? 'not-accepted' };
}

const isNotConnected = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && NOT_CONNECTED.has(error.code);
