import { STORY } from '../ingest/layouts.ts';

const story = STORY.map((line) => `<p>${line}</p>`).join('');
const article = `<article><h1>Bridge at Varnik closed</h1>${story}</article>`;

interface HostilePage {
  readonly name: string;
  readonly html: string;
}

/**
 * Pages that are made to take time, memory or the stack of whoever reads them.
 * @param size characters of each, more or less
 */
export function hostilePages(size: number): readonly HostilePage[] {
  const filled = (piece: string, chars = size): string => piece.repeat(Math.ceil(chars / piece.length)).slice(0, chars);
  const counted = (share: number, piece: (at: number) => string): string =>
    Array.from({ length: Math.ceil((share * size) / 1_000_000) }, (_, at) => piece(at)).join('');
  return [
    { name: 'unclosed paragraphs by the hundred thousand', html: `${filled('<p>x')}${article}` },
    { name: 'unclosed divs by the hundred thousand', html: `${filled('<div>')}${article}` },
    { name: 'unclosed formats', html: `${filled('<p><b><i><u>x')}${article}` },
    { name: 'formats closed in the wrong order', html: `${filled('<b><i></b></i>x')}${article}` },
    { name: 'formats with attributes of their own', html: `${counted(60_000, (at) => `<font a${at}><p>`)}${article}` },
    { name: 'links in links', html: `${filled('<a href=x><div>y')}${article}` },
    {
      name: 'a million attributes',
      html: `<div ${counted(1_000_000, (at) => `a${at} `).slice(0, 4 * size)}>${article}`,
    },
    { name: 'attributes on a second body', html: `<body>${counted(100_000, (at) => `<body a${at}=1>`)}${article}` },
    { name: 'an attribute of a megabyte', html: `<div title="${filled('x ')}">${article}</div>` },
    { name: 'a class of a megabyte', html: `<div class="${filled('ad ')}">${article}</div>` },
    { name: 'three megabytes of one word', html: `<p>${filled('a', 3 * size)}</p>${article}` },
    { name: 'three megabytes of blanks', html: `<p>a${filled(' ', 3 * size)}b</p>${article}` },
    { name: 'three megabytes of commas', html: `<p>${filled(',', 3 * size)}</p>${article}` },
    { name: 'a megabyte of line breaks', html: `<div>${filled('x<br>')}</div>${article}` },
    { name: 'a megabyte of line breaks with blanks', html: `<div>${filled('<br> \n')}</div>${article}` },
    { name: 'tables in tables', html: `${filled('<table><tr><td>')}${article}` },
    { name: 'elements to move out of a table', html: `<table>${filled('<b>x</b><tr>')}${article}` },
    { name: 'text to move out of a table', html: `<table>${filled('x<tr>')}${article}` },
    { name: 'rows without a table', html: `${filled('<tr><td>x')}${article}` },
    { name: 'a select of options', html: `<select>${filled('<option>x<optgroup>')}</select>${article}` },
    { name: 'lists in lists', html: `${filled('<ul><li>x')}${article}` },
    { name: 'headings in headings', html: `${filled('<h1>x<h2>')}${article}` },
    { name: 'forms, buttons and fields', html: `${filled('<form><button><input>')}${article}` },
    { name: 'pictures as drawings and formulas', html: `${filled('<svg><desc><math><mi><p>')}${article}` },
    { name: 'markup inside drawings', html: `<svg><foreignObject>${filled('<div><svg><foreignObject>')}${article}` },
    { name: 'templates in templates', html: `${filled('<template><tr>')}${article}` },
    { name: 'scripts that never end', html: `${article}<script>${filled('<!--<script>')}` },
    { name: 'comments that never end', html: `${article}${filled('<!--')}` },
    { name: 'declarations', html: `${filled('<!doctype html>')}${article}` },
    { name: 'processing instructions', html: `${filled('<?xml?>')}${article}` },
    { name: 'CDATA in a drawing', html: `<svg>${filled('<![CDATA[x]]>')}</svg>${article}` },
    {
      name: 'entities that make entities',
      html: `<!DOCTYPE x [${counted(30, (at) => `<!ENTITY a${at} "${`&a${at - 1};`.repeat(10)}">`)}]><p>&a29;</p>${article}`,
    },
    { name: 'entities by the megabyte', html: `<p>${filled('&amp;&#60;&NotEqualTilde;')}</p>${article}` },
    { name: 'entities that are none', html: `<p>${filled('&a&#x;&#999999999;')}</p>${article}` },
    { name: 'plaintext', html: `${article}<plaintext>${filled('</p><p>x')}` },
    { name: 'frames', html: `<frameset>${filled('<frame>')}</frameset>${article}` },
    {
      name: 'a refresh to nowhere',
      html: `<meta http-equiv=refresh content="0;url=data:text/html,x">${filled('<meta http-equiv=refresh content=0>')}${article}`,
    },
    {
      name: 'a base of another site',
      html: `<base href="javascript:alert(1)">${filled('<base href=//evil.example>')}${article}`,
    },
    { name: 'null signs', html: `${filled('<p>\u0000x</p>', size / 50)}${article}` },
    { name: 'halves of signs', html: `<p>${filled('\ud83d ')}</p>${article}` },
    { name: 'marks that turn the text around', html: `<p>${filled('\u202ea\u2066')}</p>${article}` },
    { name: 'accents on one letter', html: `<p>a${filled('\u0301')}</p>${article}` },
    { name: 'signs below another', html: filled('<') },
    { name: 'ends without beginnings', html: `${filled('</p></div></br>')}${article}` },
    { name: 'fifty thousand comments in a paragraph', html: `<p>${filled('<!-- -->x', 0.45 * size)}</p>${article}` },
    {
      name: 'names of the article on everything',
      html: counted(20_000, () => '<div class="article-body"><p>Text, of a kind, here.</p></div>'),
    },
    {
      name: 'a deep tree with text at each level',
      html: `${counted(400, (at) => `<div>${filled(`word${at}, `, 2_000)}`)}${article}`,
    },
    {
      name: 'as many elements as are read',
      html: `${counted(29_000, (at) => `<p>Line ${at}, of the text.</p>`)}${article}`,
    },
    {
      name: 'as many paragraphs as Readability is given',
      html: `<div>${counted(14_000, (at) => `<p>Line ${at}, of the text, which goes on for a while.</p>`)}</div>`,
    },
    {
      name: 'divs of words side by side',
      html: `<div>${counted(14_000, (at) => `<div>Line ${at}, of the text, which goes on for a while</div>`)}</div>`,
    },
    {
      name: 'words between line breaks by the thousand',
      html: `<div>${counted(7_000, (at) => `Line ${at}, of the text, which goes on<br><br>`)}</div>`,
    },
    { name: 'JSON-LD in lists', html: `<script type="application/ld+json">${filled('[')}</script>${article}` },
    {
      name: 'JSON-LD with a million keys',
      html: `<script type="application/ld+json">{${counted(100_000, (at) => `"a${at}":{"@type":"X"},`)}"b":1}</script>${article}`,
    },
    {
      name: 'JSON-LD scripts by the thousand',
      html: `${counted(10_000, () => '<script type="application/ld+json">{"@type":"X"}</script>')}${article}`,
    },
    {
      name: 'links to feeds by the thousand',
      html: `${counted(20_000, (at) => `<link rel=alternate type="application/rss+xml" href="/f${at}">`)}${article}`,
    },
    {
      name: 'styles that hide',
      html: `${counted(3_000, () => `<p style="${filled('display ', 300)}: none">x</p>`)}${article}`,
    },
    {
      name: 'notices by the thousand',
      html: `<p>${filled('Please enable JavaScript. Subscribe to continue reading. ')}</p>`,
    },
  ];
}
