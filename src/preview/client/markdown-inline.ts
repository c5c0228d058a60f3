/** A run of formatted text. `href` is http or https. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** A moment in Unix seconds; `style` as Discord's timestamps have it. */
  | { readonly kind: 'time'; readonly seconds: number; readonly style: string }
  | { readonly kind: 'mention'; readonly text: string };

/** Formatting within formatting beyond this is shown as it was typed. */
const MAX_DEPTH = 8;

interface Rule {
  /** Sticky: matches where the reading stands. */
  readonly pattern: RegExp;
  readonly read: (groups: readonly (string | undefined)[], depth: number) => Inline;
}

const span =
  (kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler') =>
  ([, inner = '']: readonly (string | undefined)[], depth: number): Inline => ({
    kind,
    children: parseInline(inner, depth + 1),
  });

const plain = (text: string): Inline => ({ kind: 'text', text });

/** In the order in which they are tried: https://support.discord.com/hc/en-us/articles/210298617 */
const RULES: readonly Rule[] = [
  { pattern: /\\([^\p{L}\p{N}\s])/uy, read: ([, mark = '']) => plain(mark) },
  {
    pattern: /(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/uy,
    read: ([, , text = '']) => ({ kind: 'code', text: text.trim() || text }),
  },
  {
    pattern:
      /\[((?:\\[\s\S]|\[[^[\]]*\]|[^[\]\\])+)\]\((?:<(https?:\/\/[^\s<>]+)>|(https?:\/\/(?:\([^()\s]*\)|[^()\s<>])+))\)/uy,
    read: ([, label = '', angled, bare = ''], depth) => ({
      kind: 'link',
      href: angled ?? bare,
      children: parseInline(label, depth + 1, false),
    }),
  },
  { pattern: /<(https?:\/\/[^\s<>]+)>/uy, read: ([, href = '']) => ({ kind: 'link', href, children: [plain(href)] }) },
  {
    pattern: /(https?:\/\/[^\s<]*[^\s<.,:;"')\]*_~|\\])/uy,
    read: ([, href = '']) => ({ kind: 'link', href, children: [plain(href)] }),
  },
  {
    pattern: /<t:(-?\d{1,12})(?::([tTdDfFR]))?>/uy,
    read: ([, seconds, style = 'f']) => ({ kind: 'time', seconds: Number(seconds), style }),
  },
  {
    pattern: /<(?:@[!&]?|#)(\d{1,25})>/uy,
    read: ([whole = '']) => ({ kind: 'mention', text: whole.replace(/^<(@|#)[!&]?|>$/gu, '$1') }),
  },
  { pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/uy, read: span('bold') },
  { pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/uy, read: span('underline') },
  { pattern: /\*(?=[^\s*])((?:\\[\s\S]|\*\*|[^\\*])+?)\*(?!\*)/uy, read: span('italic') },
  { pattern: /(?<![\p{L}\p{N}_])_((?:\\[\s\S]|__|[^\\_])+?)_(?![\p{L}\p{N}_])/uy, read: span('italic') },
  { pattern: /~~((?:\\[\s\S]|[^\\])+?)~~/uy, read: span('strike') },
  { pattern: /\|\|((?:\\[\s\S]|[^\\])+?)\|\|/uy, read: span('spoiler') },
];

const LINK_KINDS = new Set(['link', 'mention', 'time']);

/**
 * Reads Discord's markdown within a paragraph. Never fails: what is no markup is text.
 * @param links false within a link's label, where there is no other link
 */
export function parseInline(text: string, depth = 0, links = true): readonly Inline[] {
  const found: Inline[] = [];
  for (let at = 0; at < text.length; ) {
    const { inline, length } = readAt(text, at, depth, links);
    const last = found.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text') found[found.length - 1] = plain(last.text + inline.text);
    else found.push(inline);
    at += length;
  }
  return found;
}

function readAt(
  text: string,
  at: number,
  depth: number,
  links: boolean,
): { readonly inline: Inline; readonly length: number } {
  for (const { pattern, read } of depth < MAX_DEPTH ? RULES : RULES.slice(0, 1)) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const inline = match && read(match, depth);
    if (inline && (links || !LINK_KINDS.has(inline.kind))) return { inline, length: match[0].length };
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return { inline: plain(character), length: character.length };
}
