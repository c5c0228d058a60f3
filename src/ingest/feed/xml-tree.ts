import { Parser } from 'htmlparser2';
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
const PREFIXES: Readonly<Record<string, string>> = {
  'www.w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'www.w3.org/1999/xhtml': 'html',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'search.yahoo.com/mrss': 'media',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
};

interface Open extends XmlElement {
  readonly children: (Open | string)[];
  readonly prefixes: ReadonlyMap<string, string>;
  readonly tag: string;
}

class TooComplex extends Error {
  override readonly name = 'TooComplex';
  readonly unit: keyof typeof LIMITS;
  constructor(unit: keyof typeof LIMITS) {
    super(`more than ${LIMITS[unit]} ${unit}`);
    this.unit = unit;
  }
}

/**
 * Reads XML, well-formed or not, in time that is linear in its length.
 * @param counted elements of these names beyond the bound are left out with all that is in them
 * @param found where the document stands
 */
export function parseXml(xml: string, counted: Counted, found: string | null): Result<XmlTree, IngestFailure> {
  const builder = createBuilder(counted, found);
  try {
    const options = { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true };
    // Without `end`, what the document leaves open stays open.
    new Parser(builder.handler, options).write(xml);
    return { ok: true, value: builder.treeOf() };
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    return { ok: false, error: { kind: 'too-complex', limit: LIMITS[error.unit], unit: error.unit } };
  }
}

function createBuilder({ names, most }: Counted, found: string | null) {
  const root: Open = {
    name: '',
    attributes: {},
    children: [],
    base: null,
    language: null,
    prefixes: new Map(),
    tag: '',
  };
  const open = [root];
  const seen = { elements: 0, counted: 0, leftOut: 0, skippedLevels: 0 };
  const isTooMany = (name: string): boolean => names.includes(name) && seen.counted >= most;

  const onopentag = (tag: string, attributes: Record<string, string>): void => {
    const parent = open.at(-1) ?? root;
    const element = elementOf(tag, attributes, parent, found);
    const isSkipped = seen.skippedLevels > 0 || isTooMany(element.name);
    if (names.includes(element.name)) seen[isSkipped ? 'leftOut' : 'counted'] += 1;
    if (isSkipped) seen.skippedLevels += 1;
    else {
      seen.elements += 1;
      parent.children.push(element);
      open.push(element);
    }
    if (seen.elements > LIMITS.elements) throw new TooComplex('elements');
    if (open.length + seen.skippedLevels > LIMITS.levels) throw new TooComplex('levels');
  };
  const onclosetag = (): void => {
    if (seen.skippedLevels > 0) seen.skippedLevels -= 1;
    else if (open.length > 1) open.pop();
  };
  const ontext = (text: string): void => {
    if (seen.skippedLevels === 0) open.at(-1)?.children.push(text);
  };
  const treeOf = (): XmlTree => ({
    roots: root.children.filter(isElement),
    leftOut: seen.leftOut,
    cut: open.find(({ name }) => names.includes(name)) ?? null,
  });
  return { handler: { onopentag, onclosetag, ontext }, treeOf };
}

function elementOf(tag: string, attributes: Record<string, string>, parent: Open, found: string | null): Open {
  const prefixes = prefixesOf(attributes, parent.prefixes);
  const base = attributes['xml:base'];
  return {
    name: nameOf(tag, prefixes),
    tag,
    attributes,
    children: [],
    base:
      base === undefined
        ? parent.base
        : (URL.parse(base.trim(), parent.base ?? found ?? undefined)?.href ?? parent.base),
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

const prefixOf = (uri: string): string | undefined =>
  PREFIXES[
    uri
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/[#/]+$/, '')
  ];

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
