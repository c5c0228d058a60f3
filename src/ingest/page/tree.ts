import {
  type DefaultTreeAdapterMap,
  defaultTreeAdapter,
  parse,
  type DefaultTreeAdapterTypes as Tree,
  type TreeAdapter,
} from 'parse5';
import type { Result } from '../../domain/failure.ts';
import type { IngestFailure } from '../failure.ts';

export type Element = Tree.Element;
export type Node = Tree.ChildNode;
type Parent = Tree.ParentNode;

/** Browsers stop at 512 open elements too. */
const LIMITS = { levels: 512, elements: 60_000 } as const;
/** A tag may not be longer: the parser compares each attribute of a tag with all others. */
const GIANT_TAG = /<[a-z][^<>]{8192,}/gi;

class TooComplex extends Error {
  override readonly name = 'TooComplex';
  readonly unit: keyof typeof LIMITS;
  constructor(unit: keyof typeof LIMITS) {
    super(`more than ${LIMITS[unit]} ${unit}`);
    this.unit = unit;
  }
}

/** Parses a page as browsers do, within time that is linear in its length. */
export function parsePage(html: string): Result<Tree.Document, IngestFailure> {
  try {
    return { ok: true, value: parse(html.replace(GIANT_TAG, ' '), { treeAdapter: boundedAdapter() }) };
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    return { ok: false, error: { kind: 'too-complex', limit: LIMITS[error.unit], unit: error.unit } };
  }
}

/** The parser's own tree, without the operations that take time with the square of the page. */
function boundedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  const seen = { levels: 0, elements: 0 };
  const count = (unit: keyof typeof LIMITS): void => {
    seen[unit] += 1;
    if (seen[unit] > LIMITS[unit]) throw new TooComplex(unit);
  };
  return {
    ...defaultTreeAdapter,
    ...emptying(),
    createElement: (name, namespace, attributes) => {
      count('elements');
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    insertBefore,
    insertTextBefore,
    // Attributes of a second <html> or <body> are compared with all before them, and say nothing.
    adoptAttributes: () => undefined,
    onItemPush: () => count('levels'),
    onItemPop: () => {
      seen.levels -= 1;
    },
  };
}

/** The parser asks for a first child only to move all children elsewhere: they are taken out at once and handed out in turn. */
function emptying(): Pick<TreeAdapter<DefaultTreeAdapterMap>, 'getFirstChild' | 'detachNode'> {
  let emptied: { readonly parent: Parent; readonly rest: Node[] } | null = null;
  return {
    getFirstChild: (parent) => {
      if (emptied?.parent !== parent) {
        emptied = { parent, rest: parent.childNodes.reverse() };
        parent.childNodes = [];
      }
      const next = emptied.rest.pop() ?? null;
      if (next === null) emptied = null;
      return next;
    },
    detachNode: (node) => {
      const at = node.parentNode?.childNodes.lastIndexOf(node) ?? -1;
      if (at !== -1) node.parentNode?.childNodes.splice(at, 1);
      node.parentNode = null;
    },
  };
}

/** What comes before a node is put before the newest one, so it is looked for from the end. */
function insertBefore(parent: Parent, child: Node, reference: Node): void {
  parent.childNodes.splice(parent.childNodes.lastIndexOf(reference), 0, child);
  child.parentNode = parent;
}

function insertTextBefore(parent: Parent, text: string, reference: Node): void {
  const before = parent.childNodes[parent.childNodes.lastIndexOf(reference) - 1];
  if (before !== undefined && defaultTreeAdapter.isTextNode(before)) before.value += text;
  else insertBefore(parent, defaultTreeAdapter.createTextNode(text), reference);
}

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const isText = (node: Node): node is Tree.TextNode => node.nodeName === '#text';

export const attributeOf = (element: Element, name: string): string | null =>
  element.attrs.find((attribute) => attribute.name === name)?.value ?? null;

/** All elements below a node in the order of the page. */
export function elementsIn(parent: Tree.Document | Element): readonly Element[] {
  const found: Element[] = [];
  const open = parent.childNodes.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue;
    found.push(node);
    for (const child of node.childNodes.toReversed()) open.push(child);
  }
  return found;
}

/** The text below a node, as it stands in the page. */
export function rawText(element: Element): string {
  return element.childNodes.map((node) => (isText(node) ? node.value : isElement(node) ? rawText(node) : '')).join('');
}

export const bodyOf = (page: Tree.Document): Element | null =>
  elementsIn(page).find(({ tagName }) => tagName === 'body') ?? null;
