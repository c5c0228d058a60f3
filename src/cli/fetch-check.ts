import type { AllowedHost } from '../domain/allowed-host.ts';
import { describeFetchFailure, type FetchFailure } from '../domain/fetch.ts';
import { checkAddress, isAllowed, literalOf, portOf, tellable } from '../source/address.ts';
import { type Outcome, said } from './outcome.ts';

const SHOWN_CHARS = 200;

/** `sitrep fetch --check`: a line for each address, whether it would be asked and why. Sends nothing, looks no name up. */
export function checkFetches(urls: readonly string[], allowedHosts: readonly AllowedHost[]): Outcome {
  const checked = urls.map((text) => ({ text, result: checkAddress(text, null, allowedHosts) }));
  const out = checked.map(({ text, result }) =>
    said(result.ok ? allowedLine(result.value, allowedHosts) : refusedLine(text, result.error)),
  );
  return { out: out.join(''), err: '', status: checked.every(({ result }) => result.ok) ? 0 : 1 };
}

const allowedLine = (url: URL, allowedHosts: readonly AllowedHost[]): string =>
  `allowed ${url.href}: ${whyAllowed(url, allowedHosts)}`;

function whyAllowed(url: URL, allowedHosts: readonly AllowedHost[]): string {
  if (isAllowed(url.hostname, portOf(url), allowedHosts)) return 'ALLOWED_HOSTS names it';
  return literalOf(url.hostname) === null
    ? 'a public name; what it stands for is checked when it is connected to'
    : 'a public address';
}

const refusedLine = (text: string, failure: FetchFailure): string =>
  `refused ${shown(text)}: ${failure.kind}: ${reasonOf(failure)}`;

/** The category stands in its own word, for scripts. */
const reasonOf = (failure: FetchFailure): string =>
  failure.kind === 'forbidden-address'
    ? `${failure.category}: ${describeFetchFailure(failure)}`
    : describeFetchFailure(failure);

/** What somebody typed, so that it can do nothing to a terminal. */
const shown = (text: string): string =>
  JSON.stringify(tellable(text).slice(0, SHOWN_CHARS)).replace(/[\p{C}\p{Z}]/gu, (char) =>
    char === ' ' ? char : `\\u{${char.codePointAt(0)?.toString(16)}}`,
  );
