import type { Lexicon } from '../lexicon.ts';
import { type Block, blocksIn } from './blocks.ts';
import { isCalledContent } from './keep.ts';
import { type Element, isElement } from './tree.ts';

const PARAGRAPH_CHARS = 40;
/** A block that is links for more than this is a menu. */
const MOST_LINKED = 0.5;
/** Share of the page's paragraph text that what calls itself the article has to hold. */
const CALLED_SHARE = 0.4;
/** Share that the smallest element has to hold for its surroundings to be left out. */
const DENSE_SHARE = 0.7;

/** Blocks of the page that are its article, found by what elements call themselves and by where the text is. */
export function mainBlocks(body: Element, lexicon: Lexicon): readonly Block[] {
  const blocks = blocksIn(body, lexicon);
  const weights = weigh(blocks);
  const root = calledRoot(body, weights, lexicon) ?? denseRoot(body, weights);
  return blocks.filter((block) => isWithin(block.home, root) && !isMenu(block));
}

const isMenu = ({ text, linked }: Block): boolean =>
  linked > MOST_LINKED * text.length && text.length < 4 * PARAGRAPH_CHARS;

/** Characters of paragraphs below each element. */
function weigh(blocks: readonly Block[]): ReadonlyMap<Element, number> {
  const weights = new Map<Element, number>();
  for (const { text, linked, home } of blocks) {
    const weight = text.length < PARAGRAPH_CHARS ? 0 : Math.max(0, text.length - 2 * linked);
    if (weight > 0) for (const above of upFrom(home)) weights.set(above, (weights.get(above) ?? 0) + weight);
  }
  return weights;
}

function* upFrom(element: Element): Generator<Element> {
  for (let at: Element['parentNode'] = element; at !== null && 'tagName' in at; at = at.parentNode) yield at;
}

function isWithin(element: Element, root: Element): boolean {
  for (const above of upFrom(element)) if (above === root) return true;
  return false;
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
