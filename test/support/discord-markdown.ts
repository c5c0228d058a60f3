/** What Discord makes of a text: the characters a reader sees, and every piece of markup it found. */
export interface Drawn {
  readonly visible: string;
  readonly markup: readonly Markup[];
}
interface Markup {
  readonly kind: string;
  /** Of a link: where it leads. Else what the reader sees of it. */
  readonly what: string;
}

const BLOCKS: readonly (readonly [kind: string, start: RegExp])[] = [
  ['heading', /^\s*#{1,6}(?:\s|$)/],
  ['small', /^\s*-#(?:\s|$)/],
  ['quote', /^\s*>{1,3}(?:\s|$)/],
  ['item', /^\s*[-*+](?:\s|$)/],
  ['numbered item', /^\s*\d+[.)](?:\s|$)/],
];
const TOKENS: readonly (readonly [kind: string, token: RegExp])[] = [
  ['mention', /<(?:@[!&]?|#)\d+>/y],
  ['timestamp', /<t:-?\d+(?::\w)?>/y],
  ['custom emoji', /<a?:\w+:\d+>/y],
  ['command mention', /<\/[^:>]+:\d+>/y],
  ['navigation', /<id:\w+>/y],
  ['url', /<[a-z][a-z0-9+.-]*:[^\s>]+>/iy],
  ['url', /[a-z][a-z0-9+.-]*:\/\/\S+/iy],
  ['invitation', /discord(?:app)?\.(?:gg|com|gift|new)\//iy],
  ['ping', /@(?:everyone|here)/y],
  ['emoji', /:[\p{L}\p{N}_+-]+:/uy],
];
const PAIRS = ['```', '``', '`', '||', '~~', '**', '__', '*', '_'];
const NAMES: Readonly<Record<string, string>> = {
  '**': 'bold',
  '*': 'italic',
  _: 'italic',
  __: 'underline',
  '~~': 'strike',
  '||': 'spoiler',
};

/**
 * A small model of Discord's markdown for tests, written from its documentation and deliberately greedy: where clients
 * differ, it takes text for markup. Knows nothing of the code under test.
 */
export function drawMarkdown(text: string): Drawn {
  const lines = text.split('\n').map(drawLine);
  return { visible: lines.map(({ visible }) => visible).join('\n'), markup: lines.flatMap(({ markup }) => markup) };
}

function drawLine(line: string): Drawn {
  for (const [kind, start] of BLOCKS) {
    const found = start.exec(line);
    if (!found) continue;
    const inside = drawLine(line.slice(found[0].length));
    return { visible: inside.visible, markup: [{ kind, what: inside.visible }, ...inside.markup] };
  }
  return drawInline(line);
}

function drawInline(text: string): Drawn {
  let visible = '';
  const markup: Markup[] = [];
  for (let at = 0; at < text.length; ) {
    const step = stepAt(text, at);
    visible += step.drawn.visible;
    markup.push(...step.drawn.markup);
    at = step.next;
  }
  return { visible, markup };
}

interface Step {
  readonly drawn: Drawn;
  readonly next: number;
}

function stepAt(text: string, at: number): Step {
  if (text[at] === '\\' && /[^\p{L}\p{N}\s]/u.test(text[at + 1] ?? ' ')) {
    return { drawn: { visible: text[at + 1]!, markup: [] }, next: at + 2 };
  }
  return (
    linkAt(text, at) ??
    tokenAt(text, at) ??
    pairAt(text, at) ?? { drawn: { visible: text[at]!, markup: [] }, next: at + 1 }
  );
}

function tokenAt(text: string, at: number): Step | null {
  for (const [kind, token] of TOKENS) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found) return { drawn: { visible: found[0], markup: [{ kind, what: found[0] }] }, next: at + found[0].length };
  }
  return null;
}

/** `[label](<target>)` or `[label](target)`: the label's brackets, escaped ones too, must be in pairs. */
function linkAt(text: string, at: number): Step | null {
  if (text[at] !== '[') return null;
  for (let end = at + 1, depth = 1; end < text.length; end += 1) {
    depth += text[end] === '[' ? 1 : text[end] === ']' ? -1 : 0;
    if (depth > 0) continue;
    const target = /^\]\(\s*(?:<([^<>\n]*)>|([^\s()<>]*))\s*\)/.exec(text.slice(end));
    if (!target) return null;
    const label = drawInline(text.slice(at + 1, end));
    const link = { kind: 'link', what: target[1] ?? target[2] ?? '' };
    return { drawn: { visible: label.visible, markup: [link, ...label.markup] }, next: end + target[0].length };
  }
  return null;
}

function pairAt(text: string, at: number): Step | null {
  const mark = PAIRS.find((pair) => text.startsWith(pair, at));
  if (mark === undefined) return null;
  const end = endOfPair(text, at + mark.length, mark);
  if (end < 0) return null;
  const inside = text.slice(at + mark.length, end);
  if (inside.trim() === '') return null;
  const drawn = mark.startsWith('`') ? { visible: inside, markup: [] } : drawInline(inside);
  const found = { kind: NAMES[mark] ?? 'code', what: drawn.visible };
  return { drawn: { visible: drawn.visible, markup: [found, ...drawn.markup] }, next: end + mark.length };
}

/** Backslashes protect the closing mark, except in code. */
function endOfPair(text: string, from: number, mark: string): number {
  if (mark.startsWith('`')) return text.indexOf(mark, from);
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(mark, at) && text[at + mark.length] !== mark[0]) return at;
  }
  return -1;
}
