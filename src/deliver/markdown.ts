import type { Block, Rich, Run } from '../domain/page.ts';
import { safeTarget } from './link.ts';
import { visibleText } from './visible.ts';

/**
 * Discord's markdown: https://discord.com/developers/docs/reference#message-formatting and
 * https://support.discord.com/hc/articles/210298617. A backslash before a punctuation mark prints it as it is.
 */
const MARKUP = /[\\*_~|`<[\]]/g;
/** Pings; `allowed_mentions` forbids them too. */
const PING = /@(?=everyone|here)/g;
/** `:name:` turns into an emoji, `scheme://` into a link. */
const COLON = /:(?=[^\s:]+:|\/\/)/g;
/** An invitation unfurls without a scheme. */
const INVITE_DOT = /(?<=discord(?:app)?)\.(?=gg|com|gift|new)/gi;
/** Headings, quotes, lists and small print begin so. */
const LINE_START = /^(\d*)(?=[#>+.)-])(?:(?<!\d)[#>+-]|(?<=\d)[.)])/;

const ID = /^\d{1,25}$/;
/** What stands before the id in a mention: https://docs.discord.com/developers/reference#message-formatting */
const MENTIONS = { member: '@', channel: '#', role: '@&' } as const;

const BLOCK_START: Readonly<Record<Exclude<Block['kind'], 'rule' | 'picture' | 'file'>, string>> = {
  title: '## ',
  heading: '### ',
  paragraph: '',
  item: '- ',
  small: '-# ',
  quote: '> ',
};

/** One block as a line of Discord's markdown; '' for a rule, a picture, a file and a block with nothing to read. */
export function blockMarkdown(block: Block): string {
  if (block.kind === 'rule' || block.kind === 'picture' || block.kind === 'file') return '';
  const line = richMarkdown(block.rich).trim();
  return line && BLOCK_START[block.kind] + line.replace(LINE_START, escapeLast);
}

const escapeLast = (start: string): string => `${start.slice(0, -1)}\\${start.slice(-1)}`;

function richMarkdown(rich: Rich): string {
  const pieces = joinAlike(rich).map(runMarkdown);
  return pieces.filter(Boolean).reduce((line, piece) => line + (touches(line, piece) ? ' ' : '') + piece, '');
}

/** Marks of neighbours would run together into other marks. */
const touches = (line: string, piece: string): boolean => /^[*`~]/.test(piece) && /(?<!\\)(?:\\\\)*[*`~]$/.test(line);

/** Joins neighbours of one style, so that nothing that takes two runs to spell slips through. */
function joinAlike(rich: Rich): Rich {
  const joined: Run[] = [];
  for (const run of rich) {
    const last = joined.at(-1);
    const alike = last && last.style === run.style && last.href === run.href;
    joined.splice(alike ? -1 : joined.length, 1, alike ? { ...last, text: last.text + run.text } : run);
  }
  return joined;
}

function runMarkdown(run: Run): string {
  const target = run.href === undefined ? null : safeTarget(run.href);
  const seen = visibleText(run.text);
  // Only what is left of a text tells whether its brackets have their partners: a giant word may lose its end.
  const visible = target === null ? seen : withBalancedBrackets(seen);
  const core = visible.trim();
  if (!core) return visible;
  const styled = styledText(core, run.style);
  const marked = target === null ? styled : `[${styled}](<${target}>)`;
  return visible.replace(core, () => marked);
}

function styledText(text: string, style: Run['style']): string {
  switch (style) {
    case 'bold':
      return `**${escaped(text)}**`;
    case 'italic':
      return `*${escaped(text)}*`;
    case 'struck':
      return `~~${escaped(text)}~~`;
    case 'code':
      // Nothing can be escaped inside code; a look-alike keeps a grave accent from ending it.
      return `\`${text.replaceAll('`', 'ˋ')}\``;
    case 'member':
    case 'channel':
    case 'role':
      // A mention shows the name; `allowed_mentions` keeps it from notifying anybody.
      return ID.test(text) ? `<${MENTIONS[style]}${text}>` : escaped(text);
    case undefined:
      return escaped(text);
  }
}

/** Prints what is visible as it is: with no markup, mention, link or emoji in it. */
function escaped(visible: string): string {
  return visible.replace(MARKUP, '\\$&').replace(PING, '\\@').replace(COLON, '\\:').replace(INVITE_DOT, '\\.');
}

/** Discord takes a masked link apart at a bracket without its partner, escaped or not: such texts get wide brackets. */
function withBalancedBrackets(text: string): string {
  const rest = text.replace(/\[[^[\]]*\]/g, '');
  return /[[\]]/.test(rest) ? text.replaceAll('[', '［').replaceAll(']', '］') : text;
}
