/** One article in the ways that publishing systems put it on a page, with what stands around it. */

/** What the article says, paragraph by paragraph. */
export const STORY = [
  'The river crossing at Varnik was closed on Tuesday after shells hit both approaches, the regional governor said.',
  'Engineers expect the repair of the northern ramp to take at least three weeks, according to the ministry, which has sent two teams.',
  'Residents of the villages on the left bank have been told to use the ferry, though it runs in daylight only, until the bridge opens again.',
  '“We counted eleven impacts before noon,” the head of the district, Olena Marchuk, told reporters, adding that nobody had been on the bridge.',
  'Two people were hurt by falling glass and were taken to the hospital of the district, doctors said in the evening.',
  'The crossing carries some 4,000 cars a day, most of them on the way to the market towns of the south, and has been hit five times since March.',
  'It was not clear on Tuesday who would pay for the works: the road fund of the region, which has been empty since summer, or the state.',
  'The ministry said that it would publish a timetable by Friday.',
];

/** Its title, which a page prints above it. */
export const HEADLINE = 'Bridge at Varnik closed after shells hit both approaches';

/** A page around the article: `body` is what stands in its body. */
interface Layout {
  readonly name: string;
  readonly html: string;
  /** What is to be found; all of `STORY` where it is absent. */
  readonly story?: readonly string[];
}

const TEASERS = [
  'Ferry operator asks the region for more boats before the autumn',
  'Market towns of the south count their losses, and wait for the road to open',
  'Governor answers questions about the road fund in a long interview with our reporter',
  'What is known of the new rail link, its price, its route and who is against it',
  'Ten photographs of the old bridge, from its opening in 1961 until today',
  'How the harvest went in the district: figures, prices and what farmers say',
];
const COMMENTS = [
  'I drove there on Monday, and it was already hard to pass, so I wonder what they have been waiting for all this time.',
  'My aunt lives in the village, she says that the ferry has not come since noon, and nobody answers the telephone there.',
  'They should have built the second bridge ten years ago, as was promised, when there was still money for such things.',
];
const LEGAL =
  'All rights reserved. No part of this site may be copied, stored, or passed on in any form, by any means, without the written consent of the publisher, who is registered at 4 Mill Lane, Varnik, under number 204871.';
const COOKIES =
  'We and our 812 partners store cookies on your device, process personal data, such as addresses and identifiers, and show advertisements, measure them, and learn about those who see them; you may agree, refuse, or change your choice at any time.';

const paragraphs = (lines: readonly string[] = STORY): string => lines.map((line) => `<p>${line}</p>`).join('\n');
const teasers = (wrap: (line: string) => string): string => TEASERS.map(wrap).join('\n');
const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>${HEADLINE} | Varnik Post</title>${head}</head><body>${body}</body></html>`;
const headline = `<h1>${HEADLINE}</h1>`;
const menu = `<header><nav><ul>${teasers((line) => `<li><a href="/t">${line}</a></li>`)}</ul></nav></header>`;
const footer = `<footer><p>${LEGAL}</p></footer>`;

export const LAYOUTS: readonly Layout[] = [
  {
    name: 'a blog system',
    html: page(
      `${menu}<div id="content"><article class="post"><header class="entry-header">${headline}</header><div class="entry-content">${paragraphs()}</div></article><div id="comments" class="comments-area">${paragraphs(COMMENTS)}</div></div><div id="secondary" class="widget-area">${teasers((line) => `<section class="widget"><p><a href="/t">${line}</a></p></section>`)}</div>${footer}`,
    ),
  },
  {
    name: 'divs without names',
    html: page(`<div><div>${headline}<div>${paragraphs()}</div></div><div><p>${LEGAL}</p></div></div>`),
  },
  { name: 'line breaks', html: page(`${menu}<div class="txt">${headline}${STORY.join('<br><br>\n')}</div>${footer}`) },
  {
    name: 'text between line breaks in a table cell',
    html: page(
      `<table width="760"><tr><td width="160">${teasers((line) => `<a href="/t">${line}</a><br>`)}</td><td><h2>${HEADLINE}</h2>${STORY.join('<br><br>')}</td></tr><tr><td colspan="2"><small>${LEGAL}</small></td></tr></table>`,
    ),
  },
  {
    name: 'names made by a machine, each paragraph in a box of its own',
    html: page(
      `<div id="__next"><div class="css-1a2b3c">${menu}<main class="css-9xk2"><div class="css-0">${headline}</div><div class="css-77aa">${STORY.map((line) => `<div class="css-b1k"><p class="css-p0">${line}</p></div>`).join('')}</div><div class="css-rr">${teasers((line) => `<div class="css-b2k"><a href="/t"><h3>${line}</h3></a></div>`)}</div></main></div>${footer}</div>`,
    ),
  },
  {
    name: 'paragraphs that are divs',
    html: page(
      `${menu}<div class="page"><div class="left">${headline}${STORY.map((line) => `<div>${line}</div>`).join('')}</div><div class="right">${teasers((line) => `<div><a href="/t">${line}</a></div>`)}</div></div>${footer}`,
    ),
  },
  {
    name: 'two halves with an advertisement between',
    html: page(
      `${menu}<main>${headline}<section class="part">${paragraphs(STORY.slice(0, 4))}</section><div class="ad-slot"><p>Advertisement</p><a href="/buy">Buy boats, large and small, at the best price in town</a></div><section class="part">${paragraphs(STORY.slice(4))}</section></main>${footer}`,
    ),
  },
  {
    name: 'a short report beside long columns',
    html: page(
      `${menu}<div class="wrap"><div class="news">${headline}${paragraphs(STORY.slice(0, 3))}</div><div class="col">${teasers((line) => `<div class="item"><h4><a href="/t">${line}</a></h4><p>${line}, as our reporter found when he went there, and what the people told him.</p></div>`)}</div></div>${footer}`,
    ),
    story: STORY.slice(0, 3),
  },
  {
    name: 'a lead outside the text',
    html: page(
      `${menu}<article><div class="head">${headline}<p class="lead">${STORY[0]}</p></div><figure><img src="a.jpg"><figcaption>The bridge in May. Photo: R. Stone</figcaption></figure><div class="article__body">${paragraphs(STORY.slice(1))}</div></article>${footer}`,
    ),
  },
  {
    name: 'a list, a quotation and headings in the text',
    html: page(
      `${menu}<article>${headline}${paragraphs(STORY.slice(0, 2))}<h2>What is known</h2><ul><li>${STORY[2]}</li></ul><blockquote><p>${STORY[3]}</p></blockquote><ol><li>${STORY[4]}</li><li>${STORY[5]}</li></ol>${paragraphs(STORY.slice(6))}</article>${footer}`,
    ),
    story: [...STORY.slice(0, 2), 'What is known', ...STORY.slice(2)],
  },
  {
    name: 'teasers among the paragraphs',
    html: page(
      `${menu}<article><div class="body">${headline}${STORY.map((line, at) => `<p>${line}</p>${at % 3 === 1 ? `<div class="inset"><a href="/t">${TEASERS[at % 6]}</a></div>` : ''}`).join('')}</div></article>${footer}`,
    ),
  },
  {
    name: 'more comments than text',
    html: page(
      `${menu}<div class="story"><div class="text">${headline}${paragraphs(STORY.slice(0, 5))}</div></div><div class="disqus-thread"><h3>Comments</h3>${Array.from({ length: 5 }, () => COMMENTS.map((line) => `<div class="comment"><b>reader</b><p>${line}</p></div>`).join('')).join('')}</div>${footer}`,
    ),
    story: STORY.slice(0, 5),
  },
  {
    name: 'a consent wall in front',
    html: page(
      `<div id="cmp-wall" class="cmp"><h2>Your privacy</h2>${`<p>${COOKIES}</p>`.repeat(4)}<button>Agree</button></div>${menu}<article>${headline}<div class="c-article">${paragraphs(STORY.slice(0, 5))}</div></article>${footer}`,
    ),
    story: STORY.slice(0, 5),
  },
  {
    name: 'a content system with fields',
    html: page(
      `<div class="dialog-off-canvas-main-canvas"><div class="layout-container">${menu}<main role="main"><div class="layout-content"><div class="node node--type-article"><h1 class="page-title"><span>${HEADLINE}</span></h1><div class="field field--name-body field__item">${paragraphs()}</div><div class="field field--name-field-tags"><div class="field__item"><a href="/b">bridges</a></div></div></div></div></main></div>${footer}</div>`,
    ),
  },
  {
    name: 'a page for telephones',
    html: page(
      `<amp-sidebar><ul>${teasers((line) => `<li><a href="/t">${line}</a></li>`)}</ul></amp-sidebar><main><div class="amp-wp-article-content">${headline}<amp-img src="a.jpg" width="1" height="1"></amp-img>${paragraphs()}</div></main>${footer}`,
    ),
  },
  {
    name: 'a box about the author and one to subscribe',
    html: page(
      `${menu}<article>${headline}<div class="prose">${paragraphs(STORY.slice(0, 4))}<div class="newsletter-signup"><p>Our letter comes every morning, with all that happened in the night, for those who have no time.</p></div>${paragraphs(STORY.slice(4))}</div><div class="author-bio"><p>Mira Holt writes about roads, bridges and the people who use them, and has done so since 2009.</p></div></article>${footer}`,
    ),
  },
  { name: 'nothing closed', html: `<title>${HEADLINE}</title><body><h1>${HEADLINE}</h1><div><p>${STORY.join('<p>')}` },
  {
    name: 'inline elements everywhere',
    html: page(
      `${menu}<article>${headline}${STORY.map((line) => `<p><strong>${line.slice(0, 12)}</strong><a href="/x"><span>${line.slice(12, 30)}</span></a><span>${line.slice(30)}</span></p>`).join('')}</article>${footer}`,
    ),
  },
  {
    name: 'lines that are sections',
    html: page(
      `${menu}<div class="reader">${headline}${STORY.map((line) => `<section><p>${line}</p></section>`).join('<hr>')}</div><div class="more">${teasers((line) => `<section><p><a href="/t">${line}</a></p></section>`)}</div>${footer}`,
    ),
  },
  {
    name: 'a column of the latest news in front',
    html: page(
      `<div class="lenta">${Array.from({ length: 12 }, (_, at) => `<div class="lenta-item"><span class="time">1${at % 10}:05</span> <a href="/t">${TEASERS[at % 6]}</a></div>`).join('')}</div><div class="view">${headline}<div class="view-text">${paragraphs()}</div></div>${footer}`,
    ),
  },
  {
    name: 'a paragraph of text beside every picture',
    html: page(
      `${menu}<article>${headline}${STORY.map((line, at) => `<div class="row"><div class="cell"><p>${line}</p></div><div class="cell"><img src="${at}.jpg"><div class="wp-caption-text">Photo ${at}: R. Stone</div></div></div>`).join('')}</article>${footer}`,
    ),
  },
  {
    name: 'one long paragraph',
    html: page(`${menu}<div class="main"><div class="inner">${headline}<p>${STORY.join(' ')}</p></div></div>${footer}`),
    story: [STORY.join(' ')],
  },
];
