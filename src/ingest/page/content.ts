import type { Lexicon } from '../lexicon.ts';
import { type Block, blocksIn } from './blocks.ts';
import { isCalledContent, isCalledLead } from './keep.ts';
import { readableBlocks } from './readable.ts';
import { type Element, elementsIn, isElement } from './tree.ts';

const PARAGRAPH_CHARS = 40;
/** Less text than this is no article. */
export const LEAST_CHARS = 60;
/** A block that is links for more than this is a menu. */
const MOST_LINKED = 0.5;
/** Share of the page's paragraph text that what calls itself the article has to hold. */
const CALLED_SHARE = 0.4;
/** Share that the smallest element has to hold for its surroundings to be left out. */
const DENSE_SHARE = 0.7;

/** Share of the text of what calls itself the article that a reading of it has to hold. */
const READ_SHARE = 0.5;

/**
 * Blocks of the page that are its article: inside what calls itself the article where there is such an element, else anywhere,
 * as Readability finds them; as they stand there where it finds next to nothing.
 */
export function mainBlocks(body: Element, lexicon: Lexicon): readonly Block[] {
  const blocks = blocksIn(body, lexicon);
  const weights = weigh(body, blocks);
  const called = calledRoot(body, weights, lexicon);
  const root = called ?? denseRoot(body, weights);
  const inside = new Set([root, ...elementsIn(root)]);
  const there = blocks.filter((block) => inside.has(block.home) && !isMenu(block));
  const read = readableBlocks(called ?? body, lexicon)?.filter((block) => !isMenu(block)) ?? [];
  const found = charsOf(read) < (called === null ? LEAST_CHARS : READ_SHARE * charsOf(there)) ? there : read;
  return [...leadOutside(found, blocks, lexicon), ...found];
}

/** The paragraph that the page calls the lead, where it is not in the article's text; several are those of teasers. */
function leadOutside(found: readonly Block[], all: readonly Block[], lexicon: Lexicon): readonly Block[] {
  const leads = all.filter(({ home, text }) => text.length >= PARAGRAPH_CHARS && isCalledLead(home, lexicon));
  const [lead] = leads;
  return lead === undefined || leads.length > 1 || found.some(({ text }) => text.includes(lead.text)) ? [] : [lead];
}

const charsOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

const isMenu = ({ text, linked }: Block): boolean =>
  linked > MOST_LINKED * text.length && text.length < 4 * PARAGRAPH_CHARS;

/** Characters of paragraphs in and below each element that holds any. */
function weigh(body: Element, blocks: readonly Block[]): ReadonlyMap<Element, number> {
  const weights = new Map<Element, number>();
  const add = (element: Element, weight: number): void => {
    if (weight > 0) weights.set(element, (weights.get(element) ?? 0) + weight);
  };
  for (const { text, linked, home } of blocks) if (text.length >= PARAGRAPH_CHARS) add(home, text.length - 2 * linked);
  // From the last element to the first, so that each has its sum before it is added to the one around it.
  for (const element of elementsIn(body).toReversed()) {
    const above = element.parentNode;
    if (above !== null && 'tagName' in above) add(above, weights.get(element) ?? 0);
  }
  return weights;
}

/** The heaviest element among those that call themselves the article, where it holds enough of the page. */
function calledRoot(body: Element, weights: ReadonlyMap<Element, number>, lexicon: Lexicon): Element | null {
  const least = CALLED_SHARE * (weights.get(body) ?? 0);
  const heavy = [...weights].filter(([, weight]) => weight > least);
  const called = heavy.filter(([element]) => isCalledContent(element, lexicon));
  const tagged = heavy.filter(([{ tagName }]) => tagName === 'article' || tagName === 'main');
  for (const group of [called, tagged]) {
    const [first] = [...group].sort(([, a], [, b]) => b - a);
    if (first !== undefined) return first[0];
  }
  return null;
}

/** The smallest element that still holds most of the paragraphs. */
function denseRoot(body: Element, weights: ReadonlyMap<Element, number>): Element {
  const least = DENSE_SHARE * (weights.get(body) ?? 0);
  for (let root = body; ; ) {
    const next = root.childNodes.filter(isElement).find((child) => (weights.get(child) ?? 0) > Math.max(0, least));
    if (next === undefined) return root;
    root = next;
  }
}
