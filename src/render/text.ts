import { type Block, type Page, type PictureBlock, type Run, richOf } from '../domain/page.ts';

/**
 * What a terminal would act on, or a reader could not see: control characters (escape sequences begin with one),
 * and marks that turn the direction of text or have no width.
 */
const UNSAFE = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/gu;

const CITATION = /^\[\d+\]$/;

/**
 * A page as plain text: citations lead to a list at the end, other links stand beside their words, and a picture is told
 * in words. Ends with a line break.
 * @param file where the picture is, if it was drawn
 */
export function toText(page: Page, file: string | null = null): string {
  const body = page.blocks.map((block) => (block.kind === 'picture' ? pictureText(block, file) : blockText(block)));
  const cited = [...new Set(page.blocks.flatMap(citationsOf))].sort(byNumber);
  return `${[...body, ...(cited.length > 0 ? ['', ...cited] : [])]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** Most of what is printed holds none of this: anything but the usual letters and marks, or two spaces together. */
const UNUSUAL = /[^\x20-\x7e\u0400-\u04ff]| {2}/;

/** Words without anything that a terminal acts on or a reader cannot see. */
export const plainWords = (text: string): string =>
  UNUSUAL.test(text) ? text.replace(/[^\S\ufeff]+/gu, ' ').replace(UNSAFE, '') : text;

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

function citationsOf(block: Block): readonly string[] {
  if (block.kind !== 'item' && block.kind !== 'paragraph') return [];
  return block.rich.flatMap(({ text, href }) => (href && CITATION.test(text) ? [`  ${text} ${plainWords(href)}`] : []));
}

const pictureText = ({ alt }: PictureBlock, file: string | null): string =>
  `\n[${plainWords(alt)}]${file === null ? '' : `\n    ${plainWords(file)}`}`;

function blockText(block: Exclude<Block, PictureBlock>): string {
  const text = richOf(block)
    .map((run) => runText(run, block.kind))
    .join('');
  switch (block.kind) {
    case 'title':
      return `\n${text}\n${'='.repeat([...text].length)}`;
    case 'heading':
      return `\n${text}\n${'-'.repeat([...text].length)}`;
    case 'paragraph':
      return `\n${text}`;
    case 'item':
      return `  * ${text}`;
    case 'quote':
      return `    > ${text}`;
    case 'small':
      return `    ${text}`;
    case 'rule':
      return '\n';
    case 'file':
      return `\n[${block.name}]`;
  }
}

function runText({ text, href, style }: Run, kind: Block['kind']): string {
  if (style === 'struck') return `~~${plainWords(text)}~~`;
  const isListed = (kind === 'item' || kind === 'paragraph') && CITATION.test(text);
  return href === undefined || isListed ? plainWords(text) : `${plainWords(text)} <${plainWords(href)}>`;
}
