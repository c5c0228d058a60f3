import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { defaultTreeAdapter, serialize } from 'parse5';
import type { Lexicon } from '../lexicon.ts';
import { type Block, blocksIn } from './blocks.ts';
import { isDropped } from './keep.ts';
import { bodyOf, type Element, elementsIn, isElement, isText, parsePage } from './tree.ts';

/**
 * Most characters that the library may have to read. It takes the text of an element out of all that is below it, again for
 * each element around it, so that deep pages would take time with the square of their length.
 */
const MOST_READ_CHARS = 20_000_000;
/** Without a name for its parts a page of people has far fewer. */
const MOST_ELEMENTS = 15_000;
/** With less text the library lets go of its rules one by one, and takes in what stands around the text. */
const ENOUGH_CHARS = 100;

/**
 * The blocks that Mozilla's Readability takes for the article below an element, furniture left out beforehand. Runs no script
 * and loads nothing.
 * @returns null where it finds none, or the markup is more than it can be trusted with
 * @see https://github.com/mozilla/readability
 */
export function readableBlocks(root: Element, lexicon: Lexicon): readonly Block[] | null {
  const page = parsePage(isTooMuch(root) ? '' : articleIn(withoutFurniture(root, lexicon)));
  const body = page.ok ? bodyOf(page.value) : null;
  const blocks = body === null ? [] : blocksIn(body, lexicon);
  return blocks.length === 0 ? null : blocks;
}

/** Markup of the article, '' where there is none. */
function articleIn(markup: string): string {
  try {
    const { document } = parseHTML(`<!doctype html><html><body>${markup}</body></html>`);
    const found = new Readability(document, { charThreshold: ENOUGH_CHARS, disableJSONLD: true }).parse();
    return found?.content ?? '';
  } catch {
    // Neither library is made for markup that means harm: 100,000 text nodes side by side overflow the stack.
    return '';
  }
}

function isTooMuch(root: Element): boolean {
  const elements = elementsIn(root);
  if (elements.length > MOST_ELEMENTS) return true;
  const chars = new Map<Element, number>();
  let read = 0;
  // From the last to the first, so that each is whole before it is added to the one around it.
  for (const element of [root, ...elements].toReversed()) {
    const own = element.childNodes.reduce((sum, node) => sum + lengthOf(node, chars), 0);
    chars.set(element, own);
    read += own;
  }
  return read > MOST_READ_CHARS;
}

const lengthOf = (node: Element['childNodes'][number], chars: ReadonlyMap<Element, number>): number =>
  isText(node) ? node.value.length : isElement(node) ? (chars.get(node) ?? 0) : 0;

/** The markup inside an element. */
const withoutFurniture = (root: Element, lexicon: Lexicon): string =>
  serialize(root, {
    treeAdapter: {
      ...defaultTreeAdapter,
      getChildNodes: (parent) => parent.childNodes.filter((node) => !isElement(node) || !isDropped(node, lexicon)),
    },
  });
