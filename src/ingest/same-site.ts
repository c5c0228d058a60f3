/** The name of an address' host, without the "www." that means the same; '' for what is no address. */
export const siteOf = (url: string): string => (URL.parse(url)?.hostname ?? '').replace(/^www\./, '');

/**
 * Whether two addresses are of one site: of one host, or one of a part of the other's. Hosts that only end alike are not:
 * under `co.uk`, `com.ua` or a host of blogs everybody has their own.
 */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [siteOf(one), siteOf(other)];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}
