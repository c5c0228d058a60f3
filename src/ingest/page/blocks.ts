import type { Lexicon } from '../lexicon.ts';
import { isDropped } from './keep.ts';
import { type Element, isElement, isText } from './tree.ts';

/** A paragraph, heading, list item or row of a page. */
export interface Block {
  readonly text: string;
  /** Characters of it that are the text of links. */
  readonly linked: number;
  /** The element that it stands in. */
  readonly home: Element;
}

interface Collector {
  readonly blocks: Block[];
  readonly lexicon: Lexicon;
  text: string;
  linked: number;
}

/** The visible text below an element in blocks, furniture left out, blanks folded. */
export function blocksIn(root: Element, lexicon: Lexicon): readonly Block[] {
  const into: Collector = { blocks: [], lexicon, text: '', linked: 0 };
  collect(root, root, false, into);
  flush(root, into);
  return into.blocks;
}

function collect(element: Element, home: Element, isLink: boolean, into: Collector): void {
  for (const node of element.childNodes) {
    if (isText(node)) {
      into.text += node.value;
      if (isLink) into.linked += node.value.length;
    } else if (isElement(node) && !isDropped(node, into.lexicon)) enter(node, home, isLink, into);
  }
}

function enter(element: Element, home: Element, isLink: boolean, into: Collector): void {
  const { inline, cells } = into.lexicon.page;
  if (inline.has(element.tagName)) collect(element, home, isLink || element.tagName === 'a', into);
  else if (cells.has(element.tagName)) {
    into.text += ' ';
    collect(element, home, isLink, into);
  } else {
    flush(home, into);
    collect(element, element, isLink, into);
    flush(element, into);
  }
}

function flush(home: Element, into: Collector): void {
  const text = into.text.replace(/\s+/g, ' ').trim();
  if (text !== '') into.blocks.push({ text, linked: Math.min(into.linked, text.length), home });
  into.text = '';
  into.linked = 0;
}
