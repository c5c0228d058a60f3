import type { PageText } from '../../domain/page-text.ts';
import { attributeOf, type Element } from './tree.ts';

/** Media types of feeds. */
const TYPE = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)\b/i;
const MOST = 20;
const MAX = { url: 2_000, title: 200 };

/**
 * Feeds that a page names in its head, absolute, none twice, those of comments last.
 * @param base where the page was found
 * @see https://www.rssboard.org/rss-autodiscovery
 */
export function feedLinks(elements: readonly Element[], base: string | null): PageText['feeds'] {
  const links = elements.filter((element) => element.tagName === 'link' && isFeed(element)).slice(0, MOST);
  const feeds = new Map(links.toReversed().flatMap((link) => feedOf(link, base)));
  return [...feeds]
    .toReversed()
    .map(([url, title]) => ({ url, title }))
    .toSorted((a, b) => Number(isOfComments(a.url)) - Number(isOfComments(b.url)));
}

/** Its address and title; nothing where the address is none. */
function feedOf(link: Element, base: string | null): readonly (readonly [string, string | null])[] {
  const url = URL.parse(attributeOf(link, 'href')?.trim() ?? '', base ?? undefined);
  const title = attributeOf(link, 'title')?.replace(/\s+/g, ' ').trim().slice(0, MAX.title) || null;
  return url !== null && /^https?:$/.test(url.protocol) && url.href.length <= MAX.url ? [[url.href, title]] : [];
}

const isFeed = (link: Element): boolean =>
  /(?:^|\s)alternate(?:\s|$)/i.test(attributeOf(link, 'rel') ?? '') &&
  TYPE.test(attributeOf(link, 'type')?.trim() ?? '');

const isOfComments = (url: string): boolean => /\bcomments?\b/i.test(new URL(url).pathname);
