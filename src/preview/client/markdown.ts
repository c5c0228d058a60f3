import { type Inline, parseInline } from './markdown-inline.ts';

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  /** Small print. */
  | { readonly kind: 'small'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly ListItem[] }
  | { readonly kind: 'code'; readonly text: string };

export interface ListItem {
  /** 0 for the outermost. */
  readonly depth: number;
  readonly children: readonly Inline[];
}

/** A block and how many lines it took. */
interface Taken {
  readonly block: Block;
  readonly lines: number;
}
type Reader = (lines: readonly string[], quoted: boolean) => Taken | null;

const HEADING = /^(#{1,3}) +(\S.*)$/u;
const SMALL = /^-# +(\S.*)$/u;
const QUOTE = /^> (.*)$/u;
const QUOTE_ALL = /^>>> (.*)$/u;
const ITEM = /^( {0,20})(?:[-*]|(\d{1,9})\.) +(\S.*)$/u;
const FENCE = /^```[\w+-]*$/u;

const READERS: readonly Reader[] = [readFence, readQuoteAll, readQuote, readHeading, readSmall, readList];

/** Reads the part of Discord's markdown that bots write. Never fails: what is no markup is a paragraph. */
export function parseMarkdown(text: string): readonly Block[] {
  return parseLines(text.split('\n'), false);
}

function parseLines(lines: readonly string[], quoted: boolean): readonly Block[] {
  const blocks: Block[] = [];
  let loose: string[] = [];
  const close = (): void => {
    const paragraph = loose.join('\n').replace(/^\n+|\n+$/gu, '');
    if (paragraph !== '') blocks.push({ kind: 'paragraph', children: parseInline(paragraph) });
    loose = [];
  };
  for (let at = 0; at < lines.length; ) {
    const rest = lines.slice(at);
    const taken = firstOf(rest, quoted);
    if (taken) close();
    if (taken) blocks.push(taken.block);
    else loose.push(rest[0] ?? '');
    at += taken?.lines ?? 1;
  }
  close();
  return blocks;
}

function firstOf(lines: readonly string[], quoted: boolean): Taken | null {
  for (const reader of READERS) {
    const taken = reader(lines, quoted);
    if (taken) return taken;
  }
  return null;
}

function readFence([first = '', ...rest]: readonly string[]): Taken | null {
  const end = FENCE.test(first) ? rest.indexOf('```') : -1;
  return end < 0 ? null : { block: { kind: 'code', text: rest.slice(0, end).join('\n') }, lines: end + 2 };
}

/** Quotes hold no quotes. */
function readQuoteAll([first = '', ...rest]: readonly string[], quoted: boolean): Taken | null {
  const match = quoted ? null : QUOTE_ALL.exec(first);
  return match
    ? { block: { kind: 'quote', blocks: parseLines([match[1] ?? '', ...rest], true) }, lines: rest.length + 1 }
    : null;
}

function readQuote(lines: readonly string[], quoted: boolean): Taken | null {
  const inner = quoted ? [] : leading(lines, (line) => QUOTE.exec(line)?.[1]);
  return inner.length > 0 ? { block: { kind: 'quote', blocks: parseLines(inner, true) }, lines: inner.length } : null;
}

function readHeading([first = '']: readonly string[]): Taken | null {
  const [, marks = '', text = ''] = HEADING.exec(first) ?? [];
  const level = ([1, 2, 3] as const).find((count) => count === marks.length);
  return level ? { block: { kind: 'heading', level, children: parseInline(text) }, lines: 1 } : null;
}

function readSmall([first = '']: readonly string[]): Taken | null {
  const match = SMALL.exec(first);
  return match ? { block: { kind: 'small', children: parseInline(match[1] ?? '') }, lines: 1 } : null;
}

function readList(lines: readonly string[]): Taken | null {
  const first = ITEM.exec(lines[0] ?? '');
  if (!first) return null;
  const ordered = first[2] !== undefined;
  const items = leading(lines, (line) => itemOf(line, ordered));
  return { block: { kind: 'list', ordered, start: Number(first[2] ?? 1), items }, lines: items.length };
}

function itemOf(line: string, ordered: boolean): ListItem | undefined {
  const match = ITEM.exec(line);
  if (!match || (match[2] !== undefined) !== ordered) return undefined;
  return { depth: Math.floor((match[1]?.length ?? 0) / 2), children: parseInline(match[3] ?? '') };
}

/** What `read` makes of the first lines, up to the first it makes nothing of. */
function leading<T>(lines: readonly string[], read: (line: string) => T | undefined): readonly T[] {
  const found: T[] = [];
  for (const line of lines) {
    const value = read(line);
    if (value === undefined) break;
    found.push(value);
  }
  return found;
}
