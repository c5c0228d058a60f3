import type { Readable } from 'node:stream';
import type { Validators } from '../domain/fetch.ts';

/** What a server answered; the body has not been read. */
export interface Answer {
  readonly status: number;
  /** Of a header that comes several times, the first. */
  readonly header: (name: string) => string | null;
  readonly body: Readable;
}

type Header = Answer['header'];

/** Longer than any that servers make. */
const MAX_VALIDATOR_CHARS = 512;
const CHARSET = /;\s*charset\s*=\s*["']?([^\s"';,]{1,64})/i;
const HTTP_DATE = /\d\d:\d\d:\d\d/;

/** What is sent to a server must be fit for a header, whoever stored it. */
export const sendable = (value: string | null): string | null =>
  value !== null && value.length <= MAX_VALIDATOR_CHARS && /^[\x21-\x7e][\x20-\x7e]*$/.test(value) ? value : null;

export const validatorsOf = (header: Header): Validators => ({
  etag: sendable(header('etag')),
  lastModified: sendable(header('last-modified')),
});

export const charsetOf = (contentType: string | null): string | null => CHARSET.exec(contentType ?? '')?.[1] ?? null;

/** In lower case, without parameters. */
export const mediaTypeOf = (contentType: string | null): string | null =>
  contentType?.split(';')[0]?.trim().toLowerCase() || null;

/**
 * How long an answer stays good, by its Cache-Control or else its Expires; null where neither says.
 * @see https://www.rfc-editor.org/rfc/rfc9111#section-4.2.1
 */
export function freshForMs(header: Header, nowMs: number): number | null {
  const control = header('cache-control');
  if (control !== null && /\bno-(?:cache|store)\b/i.test(control)) return 0;
  const maxAge = secondsIn(/\bmax-age\s*=\s*"?(\d{1,12})/i.exec(control ?? '')?.[1]);
  if (maxAge !== null) return Math.max(0, maxAge - (secondsIn(header('age')) ?? 0)) * 1_000;
  const expires = header('expires');
  return expires === null ? null : msFrom(expires, header, nowMs);
}

/**
 * How long a server asks to be left alone, in seconds or until an instant; null where it does not say.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfterMs(header: Header, nowMs: number): number | null {
  const value = header('retry-after')?.trim() ?? null;
  const seconds = secondsIn(value);
  if (seconds !== null) return seconds * 1_000;
  return value === null || httpDate(value) === null ? null : msFrom(value, header, nowMs);
}

const secondsIn = (text: string | null | undefined): number | null =>
  text && /^\d{1,12}$/.test(text) ? Number(text) : null;

/** Counted from the server's own clock where it tells it; 0 for an instant that is past or none. */
const msFrom = (date: string, header: Header, nowMs: number): number =>
  Math.max(0, (httpDate(date) ?? 0) - (httpDate(header('date') ?? '') ?? nowMs));

/** Unix ms. All three forms are in GMT, of which the oldest does not say so: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 */
function httpDate(text: string): number | null {
  const ms = HTTP_DATE.test(text) ? Date.parse(/GMT\s*$/i.test(text) ? text : `${text} GMT`) : Number.NaN;
  return Number.isNaN(ms) ? null : ms;
}
