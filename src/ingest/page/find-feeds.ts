import type { PageText } from '../../domain/page-text.ts';
import { isSameSite } from '../same-site.ts';
import { attributeOf, type Element, rawText } from './tree.ts';

/** Media types of feeds. */
const TYPE = /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|(?:application|text)\/xml)\b/i;
/** Words of the addresses of feeds, as whole words. */
const WORD = /(?:^|[/._=-])(?:rss\d?|feeds?|atom|rdf|xml)(?:[/._&-]|$)/i;
const NO_FEED = /sitemap|opensearch|\.(?:xsl|xsd|html?)$/i;
const MOST = 10;
/** Links beyond these are not looked at. */
const MOST_LINKS = 2_000;
const MAX = { url: 2_000, title: 200 };

/**
 * Feeds that a page names in its head; where it names none, links of its own site that look like feeds. Absolute, none twice,
 * in its order, those of comments last.
 * @param found where the page was found
 * @see https://www.rssboard.org/rss-autodiscovery
 */
export function findFeeds(elements: readonly Element[], found: string | null): PageText['feeds'] {
  const base = baseOf(elements, found);
  const named = elements.filter((element) => element.tagName === 'link' && isNamed(element));
  const feeds = named.slice(0, MOST_LINKS).flatMap((link) => feedOf(link, attributeOf(link, 'title'), base));
  return feeds.length > 0 ? chosen(feeds) : chosen(linkedFeeds(elements, base));
}

function linkedFeeds(elements: readonly Element[], base: string | null): PageText['feeds'] {
  const links = elements.filter(({ tagName }) => tagName === 'a').slice(0, MOST_LINKS);
  return links
    .flatMap((link) => feedOf(link, rawText(link), base))
    .filter(({ url }) => looksLikeFeed(url) && base !== null && isSameSite(url, base));
}

function chosen(feeds: PageText['feeds']): PageText['feeds'] {
  const once = [...Map.groupBy(feeds, ({ url }) => url).values()].flatMap(([first]) => first ?? []);
  return once.toSorted((a, b) => Number(isOfComments(a.url)) - Number(isOfComments(b.url))).slice(0, MOST);
}

/** A page may say what its addresses are relative to: https://html.spec.whatwg.org/multipage/semantics.html#the-base-element */
function baseOf(elements: readonly Element[], found: string | null): string | null {
  const [said] = elements.flatMap((element) =>
    element.tagName === 'base' ? (attributeOf(element, 'href') ?? []) : [],
  );
  return said === undefined ? found : (URL.parse(said, found ?? undefined)?.href ?? found);
}

/** With its title; nothing where the address is none. */
function feedOf(link: Element, title: string | null, base: string | null): PageText['feeds'] {
  const url = URL.parse(attributeOf(link, 'href')?.trim() ?? '', base ?? undefined);
  const words =
    title
      ?.slice(0, 2 * MAX.title)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, MAX.title)
      .trim() || null;
  return url !== null && /^https?:$/.test(url.protocol) && url.href.length <= MAX.url
    ? [{ url: url.href, title: words }]
    : [];
}

const isNamed = (link: Element): boolean =>
  /(?:^|\s)alternate(?:\s|$)/i.test(attributeOf(link, 'rel') ?? '') &&
  TYPE.test(attributeOf(link, 'type')?.trim() ?? '');

function looksLikeFeed(url: string): boolean {
  const { hostname, pathname, search } = new URL(url);
  return (
    !NO_FEED.test(pathname) &&
    (WORD.test(`${pathname}${search.replace('?', '/')}`) || /^(?:rss|feeds?)\./i.test(hostname))
  );
}

const isOfComments = (url: string): boolean => /\bcomments?\b/i.test(new URL(url).pathname);
