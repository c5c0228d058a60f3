import { isElement, ownText, type XmlElement } from './xml-tree.ts';

/** An ampersand that begins no whole entity stands for itself, whatever browsers make of "&copy=1". */
const STRAY_AMPERSAND = /&(?!(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});)/gi;
const TAGS = /<\/[a-z][^<>]{0,20}>|<(?:br|p|img|hr)\b[^<>]{0,2000}>/i;
const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;
const BINARY = /^(?:image|audio|video|font)\//;

/**
 * What an element of a feed holds, as HTML: https://www.rfc-editor.org/rfc/rfc4287#section-3.1 (Atom 1.0), its
 * forerunner's `mode`, and RSS, where a text is HTML without saying so.
 */
export function markupOf(element: XmlElement): string | null {
  const type = element.attributes.type?.trim().toLowerCase() ?? null;
  const mode = element.attributes.mode?.trim().toLowerCase() ?? null;
  if (element.children.some(isElement)) return serialise(element).trim() || null;
  const text = ownText(element);
  if (text === null || (type !== null && BINARY.test(type))) return null;
  if (mode === 'base64' || (mode === null && isEncoded(type))) return decoded(text);
  return isPlain(element, type, text) ? htmlOf(text) : text.replace(STRAY_AMPERSAND, '&amp;');
}

/** Content that is neither text nor XML is in base64: https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.3 */
const isEncoded = (type: string | null): boolean =>
  type?.startsWith('application/') === true && !/[+/]xml\b|html/.test(type);

/** Atom without a type is plain text, yet many a feed has its markup there. */
function isPlain({ name }: XmlElement, type: string | null, text: string): boolean {
  if (type === 'text' || type === 'text/plain') return true;
  return type === null && name.startsWith('atom:') && !TAGS.test(text);
}

/** A plain text as HTML that shows it: entities that it spells out are decoded, since feeds escape twice. */
export const htmlOf = (text: string): string =>
  text
    .replace(STRAY_AMPERSAND, '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\r\n?/g, '\n')
    .replace(/\n{2,}/g, '<p>')
    .replaceAll('\n', '<br>');

const decoded = (text: string): string | null =>
  BASE64.test(text) ? new TextDecoder().decode(Buffer.from(text, 'base64')).trim() || null : text;

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<"]/g, (sign) => ESCAPED[sign] ?? sign);

/** The markup inside an element, prefixes left out: a page has none. */
function serialise(element: XmlElement): string {
  return element.children
    .map((child) =>
      isElement(child) ? tagged(child) : child.replace(STRAY_AMPERSAND, '&amp;').replaceAll('<', '&lt;'),
    )
    .join('');
}

function tagged(element: XmlElement): string {
  const name = element.name.replace(/^.*:/, '');
  const attributes = Object.entries(element.attributes).filter(([key]) => !key.startsWith('xml'));
  const written = attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
  return element.children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${serialise(element)}</${name}>`;
}
