import type { Source } from '../domain/source.ts';

/** What an article of a source may go by. */
interface Standing {
  /** Where the article stands; null: nobody says. */
  readonly url: string | null;
  /** As its page says. */
  readonly said: string | null;
}

/**
 * Whom an article is cited by. Some feeds pass on what others publish, and nobody must answer for that but these: an article on
 * another site than its source's goes by that site's outlet, else by what its page says, else by its host.
 * @param outletOf the outlet that an address is of; null: none that is known
 */
export function publisherOf(
  { url, said }: Standing,
  source: Pick<Source, 'publisher' | 'url' | 'siteUrl'>,
  outletOf: (url: string) => string | null,
): string {
  const own = [source.url, source.siteUrl].flatMap((one) => (one === null ? [] : [one]));
  if (url === null || own.length === 0) return source.publisher;
  if (own.some((one) => isSameSite(one, url) || (outletOf(one) !== null && outletOf(one) === outletOf(url))))
    return source.publisher;
  return outletOf(url) ?? said ?? hostOf(url);
}

const hostOf = (url: string): string => (URL.parse(url)?.hostname ?? '').replace(/^www\./, '');

function isSameSite(one: string, other: string): boolean {
  const [a, b] = [hostOf(one), hostOf(other)];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}
