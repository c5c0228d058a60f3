import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { MAX_TEXT_CHARS } from '../failure.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Block, blocksIn } from './blocks.ts';
import { isDropped } from './keep.ts';
import { attributeOf, bodyOf, type Element, elementsIn, isElement, isText, parsePage } from './tree.ts';

/**
 * Most characters that the library may have to read. It takes the text of an element out of all that is below it, again for
 * each element around it, so that deep pages would take time with the square of their length.
 */
const MOST_READ_CHARS = 20_000_000;
/** Pages for people have far fewer. */
const MOST_ELEMENTS = 15_000;
/** Signs that markup escapes: the library writes markup and parses it again, and each of them becomes a node of its own. */
const ESCAPED = /[<>&]/g;
const MOST_ESCAPED = 5_000;
/** With less text the library lets go of its rules one by one, and takes in what stands around the text. */
const ENOUGH_CHARS = 100;
/** What the library looks at; all else may be of any length. */
const ATTRIBUTES = ['class', 'id', 'role', 'rel', 'itemprop', 'href', 'src', 'alt', 'dir'];

/**
 * The blocks that Mozilla's Readability takes for the article below an element, furniture left out beforehand. Runs no script
 * and loads nothing.
 * @returns null where it finds none, or there is more than it can be trusted with
 * @see https://github.com/mozilla/readability
 */
export function readableBlocks(root: Element, lexicon: Lexicon): readonly Block[] | null {
  const page = parsePage(isTooMuch(root) ? '' : articleIn(root, lexicon));
  const body = page.ok ? bodyOf(page.value) : null;
  const blocks = body === null ? [] : blocksIn(body, lexicon);
  return blocks.length === 0 ? null : blocks;
}

/** Markup of the article, '' where there is none. */
function articleIn(root: Element, lexicon: Lexicon): string {
  try {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    copyChildren(root, document.body, lexicon);
    const found = new Readability(document, { charThreshold: ENOUGH_CHARS, disableJSONLD: true }).parse();
    return found?.content ?? '';
  } catch {
    // Neither library is made for markup that means harm: a hundred thousand nodes side by side overflow the stack.
    return '';
  }
}

type Copy = ReturnType<typeof parseHTML>['document']['body'];

/** Puts copies of what stands in an element into another, furniture left out: what was parsed is not parsed again. */
function copyChildren(from: Element, to: Copy, lexicon: Lexicon): void {
  for (const node of from.childNodes) {
    if (isText(node)) to.appendChild(to.ownerDocument.createTextNode(node.value));
    else if (isElement(node) && !isDropped(node, lexicon)) {
      const copy = to.ownerDocument.createElement(node.tagName);
      for (const name of ATTRIBUTES) {
        const value = attributeOf(node, name);
        if (value !== null) copy.setAttribute(name, value);
      }
      copyChildren(node, copy, lexicon);
      to.appendChild(copy);
    }
  }
}

function isTooMuch(root: Element): boolean {
  const elements = elementsIn(root);
  if (elements.length > MOST_ELEMENTS) return true;
  const chars = new Map<Element, number>();
  let [read, escaped] = [0, 0];
  // From the last to the first, so that each is whole before it is added to the one around it.
  for (const element of [root, ...elements].toReversed()) {
    const own = element.childNodes.reduce((sum, node) => sum + lengthOf(node, chars), 0);
    chars.set(element, own);
    read += own;
    for (const node of element.childNodes) escaped += (isText(node) && node.value.match(ESCAPED)?.length) || 0;
  }
  return read > MOST_READ_CHARS || escaped > MOST_ESCAPED || (chars.get(root) ?? 0) > MAX_TEXT_CHARS;
}

const lengthOf = (node: Element['childNodes'][number], chars: ReadonlyMap<Element, number>): number =>
  isText(node) ? node.value.length : isElement(node) ? (chars.get(node) ?? 0) : 0;
