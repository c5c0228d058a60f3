/** Characters that could end a masked link or the markup around it. Percent-encoded they name the same resource. */
const ENDS_A_LINK = /[()<>[\]\\*~|`"\s]/g;

/**
 * Encodes a link's target so that it can stand in `[text](<target>)`.
 * @returns null for all but http and https addresses without a user name: a name before the host passes for another host
 */
export function safeTarget(href: string): string | null {
  const url = URL.parse(href);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  // A host of such characters names no machine.
  if (url.host.replace(/^\[[\d:a-f.]+\]/, '').search(ENDS_A_LINK) !== -1) return null;
  const afterHost = `${url.pathname}${url.search}${url.hash}`;
  return `${url.origin}${afterHost.replace(ENDS_A_LINK, percentEncoded)}`;
}

const percentEncoded = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
