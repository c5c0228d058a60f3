import { type Handler, Parser } from 'htmlparser2';
import type { Result } from '../../domain/failure.ts';
import type { IngestFailure } from '../failure.ts';

/** An element of a feed or list of feeds, as far as it was read. */
export interface XmlElement {
  /** In lower case, after its namespace's usual prefix: `title`, `atom:title`, `dc:date`. */
  readonly name: string;
  /** By their names in lower case, as written. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Text with the entities of XML decoded; no other entity is ever expanded. */
  readonly children: readonly (XmlElement | string)[];
  /** What the document says that relative addresses in it are taken from; null where it does not say it. */
  readonly base: string | null;
  /** As the document says of it or of what it stands in. */
  readonly language: string | null;
}

export interface XmlTree {
  /** The outermost elements; a sound document has one. */
  readonly roots: readonly XmlElement[];
  /** How many of the counted elements were left out. */
  readonly leftOut: number;
  /** The outermost of the counted elements that the document's end cuts off. */
  readonly cut: XmlElement | null;
}

/** Which elements a document may have many of. */
interface Counted {
  readonly names: readonly string[];
  readonly most: number;
}

const LIMITS = { levels: 512, elements: 300_000 } as const;
/** Declarations beyond these are not looked at: each element with one copies those around it. */
const MOST_PREFIXES = 100;

/** The prefix that a namespace goes by here, by its address without scheme and final mark. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['www.w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['www.w3.org/1999/xhtml', 'html'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['search.yahoo.com/mrss', 'media'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
]);

interface Open extends XmlElement {
  readonly children: (Open | string)[];
  /** What the prefixes of names in it stand for. */
  readonly prefixes: ReadonlyMap<string, string>;
}

class TooComplex extends Error {
  override readonly name = 'TooComplex';
  readonly unit: keyof typeof LIMITS;
  constructor(unit: keyof typeof LIMITS) {
    super(`more than ${LIMITS[unit]} ${unit}`);
    this.unit = unit;
  }
}

/** A tree that grows. */
interface Growing {
  readonly counted: Counted;
  /** Where the document stands. */
  readonly found: string | null;
  /** The elements around the place that is read, behind one that holds the document. */
  readonly open: [Open, ...Open[]];
  elements: number;
  taken: number;
  leftOut: number;
  /** Levels inside the element that is being left out; 0 outside of one. */
  skipped: number;
}

/**
 * Reads XML, well-formed or not, in time that is linear in its length.
 * @param counted elements of these names beyond the bound are left out with all that is in them
 * @param found where the document stands
 */
export function parseXml(xml: string, counted: Counted, found: string | null): Result<XmlTree, IngestFailure> {
  const document = { name: '', attributes: {}, children: [], base: null, language: null, prefixes: new Map() };
  const tree: Growing = { counted, found, open: [document], elements: 0, taken: 0, leftOut: 0, skipped: 0 };
  try {
    // Without `end`, what the document leaves open stays open.
    new Parser(handlerOf(tree), { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true }).write(xml);
    return { ok: true, value: grown(tree) };
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    return { ok: false, error: { kind: 'too-complex', limit: LIMITS[error.unit], unit: error.unit } };
  }
}

const handlerOf = (tree: Growing): Partial<Handler> => ({
  onopentag: (tag, attributes) => enter(tree, elementOf(tag, attributes, innermost(tree), tree.found)),
  onclosetag: () => {
    if (tree.skipped > 0) tree.skipped -= 1;
    else if (tree.open.length > 1) tree.open.pop();
  },
  ontext: (text) => {
    if (tree.skipped === 0) innermost(tree).children.push(text);
  },
});

const innermost = ({ open }: Growing): Open => open.at(-1) ?? open[0];

function enter(tree: Growing, element: Open): void {
  const { names, most } = tree.counted;
  const isCounted = names.includes(element.name);
  if (tree.skipped > 0 || (isCounted && tree.taken >= most)) {
    tree.skipped += 1;
    if (isCounted) tree.leftOut += 1;
  } else {
    tree.elements += 1;
    if (isCounted) tree.taken += 1;
    innermost(tree).children.push(element);
    tree.open.push(element);
  }
  if (tree.elements > LIMITS.elements) throw new TooComplex('elements');
  if (tree.open.length + tree.skipped > LIMITS.levels) throw new TooComplex('levels');
}

const grown = ({ open, counted, leftOut }: Growing): XmlTree => ({
  roots: open[0].children.filter(isElement),
  leftOut,
  cut: open.find(({ name }) => counted.names.includes(name)) ?? null,
});

function elementOf(tag: string, attributes: Record<string, string>, parent: Open, found: string | null): Open {
  const prefixes = prefixesOf(attributes, parent.prefixes);
  const said = attributes['xml:base'];
  const own = said === undefined ? null : URL.parse(said.trim(), parent.base ?? found ?? undefined);
  return {
    name: nameOf(tag, prefixes),
    attributes,
    children: [],
    base: own?.href ?? parent.base,
    language: attributes['xml:lang'] ?? parent.language,
    prefixes,
  };
}

function prefixesOf(attributes: Readonly<Record<string, string>>, outer: Open['prefixes']): Open['prefixes'] {
  if (outer.size >= MOST_PREFIXES) return outer;
  const declared = Object.entries(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  const own = declared
    .slice(0, MOST_PREFIXES)
    .map(([name, uri]) => [name.slice('xmlns:'.length), prefixOf(uri)] as const);
  return new Map([...outer, ...own.map(([prefix, usual]) => [prefix, usual ?? prefix] as const)]);
}

function prefixOf(uri: string): string | undefined {
  const address = uri.trim().toLowerCase();
  return PREFIXES.get(address.replace(/^https?:\/\//, '').replace(/[#/]+$/, ''));
}

/** What has no prefix of ours keeps the one it is written with; namespaces of RSS have none. */
function nameOf(tag: string, prefixes: Open['prefixes']): string {
  const colon = tag.indexOf(':');
  const [prefix, local] = colon === -1 ? ['', tag] : [tag.slice(0, colon), tag.slice(colon + 1)];
  const usual = prefixes.get(prefix) ?? prefix;
  return usual === '' ? local : `${usual}:${local}`;
}

export const isElement = <Node extends XmlElement>(node: Node | string): node is Node => typeof node !== 'string';

/** The elements directly below one, in order: all, or those of a name. */
export function childrenOf(element: XmlElement, name?: string): readonly XmlElement[] {
  return element.children.filter(isElement).filter((child) => name === undefined || child.name === name);
}

/** The text that stands in an element itself, blanks around it left out; null where there is none. */
export const ownText = (element: XmlElement): string | null =>
  element.children
    .filter((child) => !isElement(child))
    .join('')
    .trim() || null;
