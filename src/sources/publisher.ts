import type { Source } from '../domain/source.ts';
import { isSameSite, siteOf } from '../ingest/same-site.ts';

/** What an article of a source may go by. */
interface Standing {
  /** Where the article stands; null: nobody says. */
  readonly url: string | null;
  /** As its page says. */
  readonly said: string | null;
}

type Sited = Pick<Source, 'publisher' | 'url' | 'siteUrl'>;
type OutletOf = (url: string) => string | null;

/**
 * Whom an article is cited by. Some feeds pass on what others publish, and nobody must answer for that but these: an article on
 * another site than its source's goes by that site's outlet, else by what its page says, else by its host.
 * @param outletOf the outlet that an address is of; null: none that is known
 */
export function publisherOf({ url, said }: Standing, source: Sited, outletOf: OutletOf): string {
  if (url === null || (isOfSource(url, source, outletOf) && !isUnderBorrowedName(url, source, outletOf)))
    return source.publisher;
  return outletOf(url) ?? said ?? siteOf(url);
}

/** Whether an article stands where its source does: on the site of the feed, or on the one that the feed belongs to. */
export function isOfSource(url: string, source: Pick<Source, 'url' | 'siteUrl'>, outletOf: OutletOf): boolean {
  const own = [source.url, source.siteUrl].filter((one) => one !== null);
  return own.length === 0 || own.some((one) => isSameOutlet(one, url, outletOf));
}

const isSameOutlet = (one: string, other: string, outletOf: OutletOf): boolean =>
  isSameSite(one, other) || (outletOf(one) !== null && outletOf(one) === outletOf(other));

/** Whether the source has its publisher's name from a site which it says that it belongs to, and the article is not there: anybody may say that. */
const isUnderBorrowedName = (url: string, { publisher, siteUrl }: Sited, outletOf: OutletOf): boolean =>
  siteUrl !== null && outletOf(siteUrl) === publisher && !isSameOutlet(siteUrl, url, outletOf);
