import type { Lexicon } from '../lexicon.ts';
import { attributeOf, type Element } from './tree.ts';

const STYLE = /display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden/i;
/** Page frames are called "has-sidebar" and the like: a name counts only on what is smaller than a page. */
const NEVER_DROPPED = new Set(['html', 'body', 'main', 'article']);

/** Whether an element is furniture of the page: by what it is, what it is called, or because nobody sees it. */
export function isDropped(element: Element, { page }: Lexicon): boolean {
  if (NEVER_DROPPED.has(element.tagName)) return false;
  return (
    page.dropElements.has(element.tagName) ||
    page.dropRoles.has(attributeOf(element, 'role')?.toLowerCase() ?? '') ||
    isHidden(element) ||
    namesOf(element).some((name) => page.dropNames.has(name))
  );
}

const isHidden = (element: Element): boolean =>
  attributeOf(element, 'hidden') !== null ||
  attributeOf(element, 'aria-hidden') === 'true' ||
  STYLE.test(attributeOf(element, 'style') ?? '');

/** Whether an element says by its name that it holds the article. */
export const isCalledContent = (element: Element, { page }: Lexicon): boolean =>
  attributeOf(element, 'itemprop') === 'articleBody' || namesOf(element).some((name) => page.contentNames.has(name));

/** Whether an element says by its name that it holds the article's first paragraph. */
export const isCalledLead = (element: Element, { page }: Lexicon): boolean =>
  namesOf(element).some((name) => page.leadNames.has(name));

const MOST_NAMES = 30;

/** Classes and id, whole. */
const namesOf = (element: Element): readonly string[] =>
  `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`
    .slice(0, 1_000)
    .toLowerCase()
    .split(/\s+/)
    .filter((name) => name !== '')
    .slice(0, MOST_NAMES);
