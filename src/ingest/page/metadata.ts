import type { Publication } from '../../domain/article.ts';
import { readDate } from '../date-time.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Known } from '../plain-text.ts';
import { type LinkedArticle, linkedArticle } from './json-ld.ts';
import { attributeOf, type Element, rawText } from './tree.ts';

/** What a page says of itself, by the names it says it under. */
interface Said {
  /** Content of `<meta>` by name, property or itemprop, in lower case; the first of a name counts. */
  readonly meta: ReadonlyMap<string, string>;
  readonly linked: LinkedArticle | null;
  readonly canonical: string | null;
  readonly language: string | null;
  readonly title: string | null;
  readonly heading: string | null;
  /** Dates of `<time>` that the page calls the publication, then the others. */
  readonly times: readonly string[];
}

export interface PageFacts extends Known {
  /** The article's text as told to search engines. */
  readonly body: string | null;
  /** Whether it says that it is one article. */
  readonly isArticle: boolean;
  /** Whether it says that all of it is for everybody; null: it does not say. */
  readonly isFree: boolean | null;
}

const NAMES = {
  title: ['og:title', 'twitter:title', 'title', 'dc.title'],
  publisher: ['og:site_name', 'application-name', 'dc.publisher', 'twitter:site'],
  author: ['author', 'article:author', 'dc.creator', 'byl', 'parsely-author', 'sailthru.author'],
  url: ['og:url'],
  language: ['og:locale', 'dc.language', 'language'],
  published: [
    'article:published_time',
    'og:article:published_time',
    'datepublished',
    'date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publication_date',
    'dc.date',
    'dc.date.issued',
    'dcterms.created',
    'parsely-pub-date',
    'sailthru.date',
    'article.published',
    'og:published_time',
  ],
} as const;
const MAX = { title: 400, name: 120, url: 2_000 };

/** Reads title, outlet, author, date, address and language from a page's own description of itself. */
export function pageFacts(elements: readonly Element[], url: string | null, lexicon: Lexicon): PageFacts {
  const said = saidIn(elements);
  return {
    title: clip(said.linked?.headline ?? named(said, NAMES.title) ?? said.heading ?? said.title, MAX.title),
    publisher: clip(said.linked?.publisher ?? named(said, NAMES.publisher), MAX.name)?.replace(/^@/, '') ?? null,
    author: authorOf(said),
    url: addressOf([said.canonical, named(said, NAMES.url), said.linked?.url ?? null], url),
    published: publishedOf(said, lexicon),
    language: languageTag(said.language ?? said.linked?.language ?? named(said, NAMES.language)),
    body: said.linked?.body ?? null,
    isArticle: said.linked !== null || named(said, ['og:type'])?.toLowerCase() === 'article',
    isFree: said.linked?.isFree ?? null,
  };
}

function saidIn(elements: readonly Element[]): Said {
  const first = (test: (element: Element) => boolean): Element | null => elements.find(test) ?? null;
  const textOf = (element: Element | null): string | null => (element === null ? null : plain(rawText(element)));
  const scripts = elements.filter((e) => e.tagName === 'script' && /ld\+json/i.test(attributeOf(e, 'type') ?? ''));
  const html = first(({ tagName }) => tagName === 'html');
  const title = textOf(first(({ tagName, namespaceURI }) => tagName === 'title' && namespaceURI.endsWith('xhtml')));
  const canonical = first((e) => e.tagName === 'link' && /\bcanonical\b/i.test(attributeOf(e, 'rel') ?? ''));
  return {
    meta: metaOf(elements),
    linked: linkedArticle(scripts.map(rawText)),
    canonical: canonical === null ? null : attributeOf(canonical, 'href'),
    language: html === null ? null : attributeOf(html, 'lang'),
    title,
    heading: textOf(first(({ tagName }) => tagName === 'h1')) ?? headingIn(elements, title),
    times: timesOf(elements),
  };
}

/** The smaller heading that the page's title begins with: the site's name follows there. */
function headingIn(elements: readonly Element[], title: string | null): string | null {
  const headings = elements.filter(({ tagName }) => tagName === 'h2' || tagName === 'h3').slice(0, 50);
  const texts = headings.map((heading) => plain(rawText(heading)));
  return texts.find((text) => text !== null && text.length >= 15 && title?.startsWith(text)) ?? null;
}

const plain = (text: string): string | null => text.replace(/\s+/g, ' ').trim() || null;

function metaOf(elements: readonly Element[]): Said['meta'] {
  const meta = new Map<string, string>();
  for (const element of elements.filter(({ tagName }) => tagName === 'meta')) {
    const name = attributeOf(element, 'property') ?? attributeOf(element, 'name') ?? attributeOf(element, 'itemprop');
    const content = plain(attributeOf(element, 'content') ?? '');
    if (name !== null && content !== null && !meta.has(name.toLowerCase())) meta.set(name.toLowerCase(), content);
  }
  return meta;
}

const PUBLICATION = /publi|posted|entry-date|created/i;

function timesOf(elements: readonly Element[]): readonly string[] {
  const times = elements.filter(({ tagName }) => tagName === 'time');
  const isPublication = (time: Element): boolean =>
    attributeOf(time, 'pubdate') !== null ||
    PUBLICATION.test(`${attributeOf(time, 'itemprop')} ${attributeOf(time, 'class')}`);
  const [called, others] = [times.filter(isPublication), times.filter((time) => !isPublication(time))];
  return [...called, ...others].map((time) => attributeOf(time, 'datetime') ?? rawText(time));
}

function named({ meta }: Said, names: readonly string[]): string | null {
  for (const name of names) {
    const content = meta.get(name);
    if (content !== undefined) return content;
  }
  return null;
}

const clip = (text: string | null, chars: number): string | null => text?.slice(0, chars).trim() || null;

/** Some pages give the author's address instead of the name. */
function authorOf(said: Said): string | null {
  const author = said.linked?.author ?? named(said, NAMES.author);
  return author === null || /^https?:/i.test(author) ? null : clip(author.replace(/^by\s+/i, ''), MAX.name);
}

function publishedOf(said: Said, { months }: Lexicon): Publication | null {
  const given = [said.linked?.published ?? null, ...NAMES.published.map((name) => named(said, [name])), ...said.times];
  for (const value of given) {
    const at = value === null ? null : readDate(value, months, null);
    if (at !== null) return { at, basis: 'stated', note: 'the date that the page gives' };
  }
  return null;
}

/** The first absolute address, relative ones taken from where the page was found. */
function addressOf(given: readonly (string | null)[], found: string | null): string | null {
  for (const address of [...given, found]) {
    const url = address === null ? null : URL.parse(address.trim(), found ?? undefined);
    if (url !== null && /^https?:$/.test(url.protocol) && url.href.length <= MAX.url) return url.href;
  }
  return null;
}

const languageTag = (tag: string | null): string | null =>
  /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag?.trim() ?? '')?.[1]?.toLowerCase() ?? null;
