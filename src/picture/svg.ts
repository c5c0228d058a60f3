/** A piece of SVG that is well-formed by itself. */
export type Svg = string;

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; attributes without a value are left out. Numbers are rounded to a hundredth. */
export function el(name: string, attributes: Attributes, ...children: readonly Svg[]): Svg {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(typeof value === 'number' ? round(value) : value)}"`],
  );
  const open = `<${name}${given.join('')}`;
  return children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${name}>`;
}

/** To a hundredth, without an exponent. */
const round = (n: number): string => String(Math.round(n * 100) / 100);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for content and attributes; what XML does not allow is left out: https://www.w3.org/TR/xml/#charsets */
export function escapeXml(text: string): Svg {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
