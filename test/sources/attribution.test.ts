import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../src/sources/contract.ts';
import { rssOf, type SourcedSitrep, sourcedSitrep } from '../support/sourced-sitrep.ts';

const REPORT =
  'Russian missiles struck Kharkiv on Monday, killing three people, the governor said. Rescue workers searched the rubble of a printing house through the night.';
const REMARK =
  'Here is a report that says three million people were killed in Kharkiv on Monday. I do not believe a word of it, and neither should you.';
const HOSTS = ['blog.example', 'paper.example', 'feeds.example', 'one.co.example', 'two.co.example'];
let us: SourcedSitrep;

beforeAll(async () => {
  us = await sourcedSitrep(HOSTS);
}, 60_000);
afterAll(() => us.close());

const page = (head: string, text = REPORT): string =>
  `<html><head>${head}</head><body><article><h1>Missiles hit Kharkiv</h1><p>${text}</p><p>${text}</p></article></body></html>`;
const putPage = (url: string, head = '', text = REPORT) => us.put(url, { type: 'text/html', body: page(head, text) });

/** What a server has: publisher, address and the beginning of the text of each. */
async function articlesOf({ scope }: Actor) {
  const ids = await us.sitrep.claims.articleIds(scope);
  const files = await Promise.all(ids.map((id) => us.sitrep.claims.file(scope, id)));
  return files.map((one) => [one?.file.article.publisher, one?.file.article.url, one?.text]);
}

/** Follows a feed of which a list gives the name alone. */
async function addListed(feed: string, title: string, actor: Actor): Promise<void> {
  const bytes = Buffer.from(`<opml><body><outline xmlUrl="${feed}" text="${title}"/></body></opml>`);
  const list = await us.sitrep.app.sources.probe({ from: 'opml', bytes }, {}, actor);
  if (!list.ok) throw new Error(list.error.kind);
  await us.sitrep.app.sources.add(list.value.id, false, actor);
}

test("what a feed says about an article on another's site is not taken for that article", async () => {
  const [feed, there] = [us.at('blog.example', '/links'), us.at('paper.example', '/report')];
  us.put(feed, { body: rssOf(us.at('blog.example', '/'), [{ id: 'link', link: there, text: REMARK }]) });
  putPage(there, '<meta property="og:site_name" content="The Paper">');
  const actor = us.moderator();
  await us.addFeed(feed, actor);
  await us.readAll();
  expect(await articlesOf(actor)).toEqual([['The Paper', there, expect.stringContaining('three people')]]);
});

test("nor where that site's page cannot be read: the item is set aside with the reason", async () => {
  const [feed, there] = [us.at('blog.example', '/broken'), us.at('paper.example', '/missing')];
  us.put(feed, { body: rssOf(us.at('blog.example', '/'), [{ id: 'link', link: there, text: REMARK }]) });
  const actor = us.moderator();
  const { id } = await us.addFeed(feed, actor);
  await us.readAll();
  expect(await articlesOf(actor)).toEqual([]);
  expect((await us.sitrep.app.sources.view(id, actor.scope))?.counts).toEqual({ articles: 0, queued: 0, aside: 1 });
});

test('what one server calls a publisher is not told to another one', async () => {
  const [feed, there] = [us.at('feeds.example', '/paper'), us.at('paper.example', '/own')];
  us.put(feed, { body: rssOf(us.at('paper.example', '/'), [{ id: 'own', link: there, text: REPORT }]) });
  const [one, other] = [us.moderator(), us.moderator()];
  await us.addFeed(feed, one, { publisher: 'Our own name' });
  await addListed(feed, 'Feeds', other);
  await us.readAll();
  const named = [await articlesOf(one), await articlesOf(other)].map((all) => all.map(([publisher]) => publisher));
  expect(named).toEqual([['Our own name'], ['Feeds']]);
});

test('a page cannot pass for one of another site that is named alike', async () => {
  const url = us.at('one.co.example', '/story');
  putPage(
    url,
    `<link rel="canonical" href="${us.at('two.co.example', '/story')}"><meta property="og:type" content="article">`,
  );
  const made = await us.sitrep.app.sources.probe({ from: 'url', url }, {}, us.moderator());
  expect(made).toMatchObject({ ok: true, value: { source: { url, publisher: 'one.co.example' } } });
});

test('a feed of a list is told which site it belongs to when it is first read, and its articles are cited by it', async () => {
  const [feed, there] = [us.at('feeds.example', '/listed'), us.at('paper.example', '/listed')];
  us.put(feed, { body: rssOf(us.at('paper.example', '/'), [{ id: 'listed', link: there, text: REPORT }]) });
  const actor = us.moderator();
  await addListed(feed, 'The Paper: News', actor);
  await us.readAll();
  const [view] = await us.sitrep.app.sources.list(actor.scope);
  expect(view?.source.siteUrl).toBe(us.at('paper.example', '/'));
  expect((await articlesOf(actor)).map(([publisher]) => publisher)).toEqual(['The Paper: News']);
});
