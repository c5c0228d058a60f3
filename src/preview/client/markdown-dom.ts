import { type Child, el, outsideLink } from './dom.ts';
import { type Block, type ListItem, parseMarkdown } from './markdown.ts';
import type { Inline } from './markdown-inline.ts';
import { say } from './texts.ts';
import { fullTime, timestamp } from './time.ts';

/** Discord's markdown as elements. */
export function drawMarkdown(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...parseMarkdown(text).map(drawBlock));
  return fragment;
}

function drawBlock(block: Block): Child {
  switch (block.kind) {
    case 'paragraph':
      return el('p', {}, ...drawInlines(block.children));
    case 'heading':
      // The page's own title and the message's author are the levels above.
      return el(`h${block.level + 2}` as 'h3', { class: `h${block.level}` }, ...drawInlines(block.children));
    case 'small':
      return el('p', { class: 'small' }, ...drawInlines(block.children));
    case 'quote':
      return el('blockquote', {}, ...block.blocks.map(drawBlock));
    case 'code':
      return el('pre', {}, el('code', {}, block.text));
    case 'list':
      return block.ordered
        ? el('ol', { start: String(block.start) }, ...block.items.map(drawItem))
        : el('ul', {}, ...block.items.map(drawItem));
  }
}

const drawItem = (item: ListItem): Child =>
  el('li', { class: `depth-${Math.min(item.depth, 4)}` }, ...drawInlines(item.children));
const drawInlines = (inlines: readonly Inline[]): readonly Child[] => inlines.map(drawInline);

function drawInline(inline: Inline): Child {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return el('code', {}, inline.text);
    case 'bold':
      return el('strong', {}, ...drawInlines(inline.children));
    case 'italic':
      return el('em', {}, ...drawInlines(inline.children));
    case 'underline':
      return el('u', {}, ...drawInlines(inline.children));
    case 'strike':
      return el('s', {}, ...drawInlines(inline.children));
    case 'spoiler':
      return drawSpoiler(inline.children);
    case 'link':
      return outsideLink(inline.href, ...drawInlines(inline.children));
    case 'time':
      return el('time', { class: 'stamp', title: fullTime(inline.seconds) }, timestamp(inline.seconds, inline.style));
    case 'mention':
      return el('span', { class: 'mention' }, inline.text);
  }
}

/** Hidden from everybody, screen readers too, until it is opened. */
function drawSpoiler(children: readonly Inline[]): Child {
  const hidden = el('button', { type: 'button', class: 'spoiler' }, say('spoiler'));
  hidden.addEventListener('click', () => hidden.replaceWith(...drawInlines(children)));
  return hidden;
}
