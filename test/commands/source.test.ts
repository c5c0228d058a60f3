import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { definitionsOf } from '../../src/deliver/definitions.ts';
import type { GivenFile } from '../../src/domain/given-file.ts';
import { commandListFaults } from '../support/discord/check/commands.ts';
import { type Moderators, moderators } from '../support/moderators.ts';
import { type NewsSite, newsSite } from '../support/news-site.ts';

let site: NewsSite;
let us: Moderators;
beforeAll(async () => {
  site = await newsSite();
  us = await moderators(site.port);
});
afterAll(async () => {
  expect(us.failures).toEqual([]);
  await us.close();
  await site.stop();
});

/** Each test has a server of its own. */
let servers = 0;
function aServer(): { readonly guildId: string } {
  servers += 1;
  return { guildId: `20000${servers}` };
}
const ANOTHER = { userId: '43' };
const given = (text: string | Uint8Array, name = 'feeds.opml'): GivenFile => {
  const bytes = Buffer.from(text as string);
  return { name, bytes: bytes.length, read: async () => ({ ok: true, value: bytes }) };
};

describe('adding', () => {
  test('a feed shows what would come of it, and adds nothing until somebody says so', async () => {
    const here = aServer();
    const run = await us.source('add', { url: `${site.url}/feed`, name: 'World', tier: 'trusted' }, here);
    expect(run).toMatchObject({ private: true, how: 'reply' });
    expect(run.text).toMatch(/## Dry run: World/);
    expect(run.text).toMatch(/feed with 1 item/);
    expect(run.text).toMatch(/\*\*Trust:\*\* trusted/);
    expect(run.text).toMatch(/Syniehubov/);
    expect((await us.source('list', {}, here)).text).toMatch(/There are none yet/);
    const added = await us.press(run, 'Add', here);
    expect([added.how, added.text]).toEqual(['update', expect.stringMatching(/## Added\.[\s\S]*World/)]);
    expect((await us.source('list', {}, here)).text).toMatch(/\[World\][\s\S]*active[\s\S]*trusted[\s\S]*<@42>/);
    expect((await us.source('list', {}, aServer())).text).toMatch(/There are none yet/);
  });

  test('an address without its scheme is one all the same, and a wrong one is told in words', async () => {
    const here = aServer();
    expect((await us.source('add', { url: `127.0.0.1:${site.port}/feed` }, here)).text).toMatch(/Dry run/);
    for (const [url, words] of [
      ['nothing', /This is not a web address/],
      ['url:nothing', /begin with “url”/],
      ['news.example:99/feed', /port 99: only 80, 443, 8080 and 8443 are asked[\s\S]*ALLOWED\\?_HOSTS/],
      ['http://nothing/feed', /not a public address/],
      ['ftp://a.example/feed', /ftp/],
      ['http://10.0.0.1/feed', /not a public address/],
      [`${site.url}/missing`, /404/],
      [`${site.url}/down`, /503\)\.\s+Please try again later\.$/],
    ] as const)
      expect((await us.source('add', { url }, here)).text).toMatch(words);
  });

  test('a site offers each of its feeds', async () => {
    const here = aServer();
    const run = await us.source('add', { url: site.url }, here);
    expect(run.text).toMatch(/several feeds/);
    const other = await us.press(run, /local/i, here);
    expect([other.how, other.text]).toEqual(['update', expect.stringMatching(/Dry run: The Daily: Local/)]);
  });

  test('a list adds all that it holds', async () => {
    const here = aServer();
    const run = await us.source('import', { file: given('<opml><body/></opml>') }, here);
    expect(run.text).toMatch(/This list holds no feed/);
    const odd =
      '<opml><body><outline xmlUrl="ftp://a.example/f"/><outline xmlUrl="https://a.example/f"/></body></opml>';
    expect((await us.source('import', { file: given(odd) }, here)).text).toMatch(/1 entry of the list is left out/);
    const list = await us.source('add', { url: `${site.url}/list.opml` }, here);
    expect(list.text).toMatch(/Dry run: 2 feeds/);
    expect((await us.press(list, 'Add all 2', here)).text).toMatch(/Added: 2 sources/);
    const exported = await us.source('export', {}, here);
    expect(exported.file).toMatch(/xmlUrl="[^"]*\/local"/);
    const again = await us.source('import', { file: given(exported.file ?? '') }, here);
    expect(again.text.match(/followed already/g)).toHaveLength(2);
  });

  test('a file that is no list is not told to be pasted', async () => {
    const run = await us.source('import', { file: given('<html><p>No list', 'bad.opml') }, aServer());
    expect(run.text).toMatch(/no list of feeds/);
    expect(run.text).not.toMatch(/paste/);
  });

  test('is given up by Cancel, and then, as a day later, does nothing any more', async () => {
    const here = aServer();
    const run = await us.source('add', { url: `${site.url}/feed` }, here);
    expect((await us.press(run, 'Cancel', here)).text).toMatch(/Nothing was added/);
    for (const label of ['Add', 'Add for review'])
      expect((await us.press(run, label, here)).text).toMatch(/kept no more/);
  });

  test('is for the server that looked alone', async () => {
    const here = aServer();
    const run = await us.source('add', { url: `${site.url}/feed` }, here);
    const elsewhere = aServer();
    expect((await us.press(run, 'Add', elsewhere)).text).toMatch(/kept no more/);
    expect((await us.press(run, 'Cancel', elsewhere)).how).toBe('update');
    expect((await us.press(run, 'Add', here)).text).toMatch(/Added/);
  });
});

describe('a text', () => {
  test('is pasted into a form, with whoever published it', async () => {
    const here = aServer();
    const form = await us.source('paste', {}, here);
    expect(form.modal?.custom_id).toBe('source:paste');
    const values = {
      text: 'Russian missiles hit a depot in Kharkiv on Wednesday, Governor Oleh Syniehubov said.',
      publisher: '@everyone [The Daily](https://evil.example) \u202e',
      date: '15.05.2024',
      title: 'A depot',
    };
    const run = await us.ask({ kind: 'submit', customId: 'source:paste', values, on: null }, here);
    expect(run.text).toMatch(/pasted text/);
    expect(run.text).not.toMatch(/(?<!\\)@everyone|\]\(https:\/\/evil|\u202e/);
    expect(run.text).toMatch(/15 May 2024/);
    expect((await us.press(run, 'Add', here)).text).toMatch(/Added/);
  });

  test('with a date that nobody can read is looked at all the same, and that is said', async () => {
    const values = { text: 'Something of four words.', publisher: 'P', date: 'last week', title: '' };
    const run = await us.ask({ kind: 'submit', customId: 'source:paste', values, on: null }, aServer());
    expect(run.text).toMatch(/“last week” could not be read as a date/);
  });

  test('comes as a file where it is longer, in UTF-8', async () => {
    const here = aServer();
    const long = 'Russian missiles hit a depot in Kharkiv on Wednesday. '.repeat(200);
    const options = { publisher: 'The Daily', date: '2024-05-15' };
    expect((await us.source('paste', { file: given(long), ...options }, here)).text).toMatch(/pasted text/);
    expect((await us.source('paste', { file: given(long) }, here)).text).toMatch(/publisher/);
    const latin = given(Uint8Array.of(0xe9, 0xff));
    expect((await us.source('paste', { file: latin, ...options }, here)).text).toMatch(/UTF-8/);
    const failing: GivenFile = { ...given(''), read: async () => ({ ok: false, error: { kind: 'not-there' } }) };
    expect((await us.source('paste', { file: failing, ...options }, here)).text).toMatch(/attach it again/);
  });
});

describe('four eyes', () => {
  test('a request stands where all can see it, and another moderator decides', async () => {
    const here = aServer();
    await us.ask({ kind: 'command', name: 'settings', subcommand: 'moderators', options: { 'four-eyes': true } }, here);
    const run = await us.source('add', { url: `${site.url}/feed` }, here);
    const request = await us.press(run, 'Ask for approval', here);
    expect(request).toMatchObject({
      private: false,
      how: 'reply',
      text: expect.stringMatching(/Shall this source count/),
    });
    expect(request.text).toMatch(/<@42>/);
    expect((await us.press(request, 'Approve', here)).text).toMatch(/Another moderator/);
    expect((await us.press(request, 'Approve', { ...here, ...ANOTHER, managesGuild: false })).text).toMatch(
      /Only moderators/,
    );
    const decided = await us.press(request, 'Approve', { ...here, ...ANOTHER });
    expect([decided.how, decided.text]).toEqual(['update', expect.stringMatching(/Approved by <@43>/)]);
    expect((await us.press(request, 'Refuse', { ...here, ...ANOTHER })).text).toMatch(/decided already|no such source/);
    const log = await us.source('log', {}, here);
    expect(log.text).toMatch(/<@43> · approved[\s\S]*<@42> · asked for/);
  });

  test('what is added for review waits though nobody has to', async () => {
    const here = aServer();
    const run = await us.source('add', { url: `${site.url}/feed` }, here);
    const request = await us.press(run, 'Add for review', here);
    expect((await us.source('list', {}, here)).text).toMatch(/waits for approval/);
    const decided = await us.press(request, 'Refuse', { ...here, ...ANOTHER });
    expect(decided.text).toMatch(/Refused by <@43>/);
    expect((await us.source('list', {}, here)).text).toMatch(/There are none yet/);
  });
});

describe('a source', () => {
  test.for(['"Blog of Bob"', '“Blog of Bob”', '«Blog of Bob»', 'Blog of Bob'])(
    'is called %s without the marks',
    async (name) => {
      expect((await us.source('add', { url: `${site.url}/feed`, name }, aServer())).text).toMatch(
        /Dry run: Blog of Bob\n/,
      );
    },
  );

  const added = async (name = 'World') => {
    const here = aServer();
    await us.press(await us.source('add', { url: `${site.url}/feed`, name }, here), 'Add', here);
    return here;
  };

  test('is named by its code or its name, and offered while that is typed', async () => {
    const here = await added();
    const [source] = await us.app.sources.list(here);
    const id = source?.source.id ?? '';
    for (const typed of ['', 'wor', id.slice(0, 3)]) expect(await us.offered('source', typed, here)).toEqual([id]);
    expect(await us.offered('source', 'x y z', here)).toEqual([]);
    expect(await us.offered('source', '', aServer())).toEqual([]);
    expect(await us.offered('source', '', { ...here, managesGuild: false })).toEqual([]);
    expect(await us.offered('language', 'україн', here)).toEqual(['uk']);
    for (const typed of [id, 'World', 'world', '"World"'])
      expect((await us.source('check', { source: typed }, here)).text).toMatch(/Check: World/);
    expect((await us.source('check', { source: 'Nobody' }, here)).text).toMatch(/no source “Nobody”/);
  });

  test('is paused, resumed and changed', async () => {
    const here = await added();
    expect((await us.source('pause', { source: 'World' }, here)).text).toMatch(/Paused: World/);
    expect((await us.source('list', {}, here)).text).toMatch(/paused/);
    const check = await us.source('check', { source: 'World' }, here);
    expect((await us.press(check, 'Resume', here)).text).toMatch(/Resumed/);
    expect((await us.source('edit', { source: 'World', tier: 'doubtful', language: 'українська' }, here)).text).toMatch(
      /Changed/,
    );
    expect((await us.source('list', {}, here)).text).toMatch(/doubtful/);
    expect((await us.source('edit', { source: 'World', language: 'Klingonish' }, here)).text).toMatch(/no language/);
  });

  test('is changed by a form that is filled with what it is', async () => {
    const here = await added();
    const form = await us.source('edit', { source: 'World' }, here);
    expect(JSON.stringify(form.modal)).toMatch(/"value":"World"/);
    const customId = form.modal?.custom_id ?? '';
    const values = { name: 'Renamed', publisher: 'P', language: '' };
    expect((await us.ask({ kind: 'submit', customId, values, on: null }, here)).text).toMatch(/Changed: Renamed/);
    for (const tier of ['Сумнівне', 'doubtful', ''])
      await us.ask({ kind: 'submit', customId, values: { ...values, name: `Renamed ${tier}`, tier }, on: null }, here);
    expect((await us.source('list', {}, here)).text).toMatch(/doubtful/);
    const wrong = await us.ask({ kind: 'submit', customId, values: { ...values, tier: 'best' }, on: null }, here);
    expect(wrong.text).toMatch(/“best” is no degree of trust.*trusted, usual, doubtful/);
    const elsewhere = await us.ask({ kind: 'submit', customId, values, on: null }, aServer());
    expect(elsewhere.text).toMatch(/no such source/);
  });

  test('is removed when it is said what becomes of its claims', async () => {
    const here = await added();
    const asked = await us.source('remove', { source: 'World' }, here);
    expect(asked.text).toMatch(/Remove World\?/);
    expect((await us.source('list', {}, here)).text).toMatch(/World/);
    const removed = await us.press(asked, /Keep|Remove/, here);
    expect(removed.text).toMatch(/Removed: World/);
    expect((await us.press(asked, /Keep|Remove/, here)).text).toMatch(/no such source/);
    expect((await us.source('log', {}, here)).text).toMatch(/removed[\s\S]*added/);
    const code = /`(\w+)`/.exec((await us.source('log', {}, here)).text)?.[1] ?? '';
    for (const source of [code, 'world'])
      expect((await us.source('log', { source }, here)).text).toMatch(/did what with World[\s\S]*removed[\s\S]*added/);
    expect((await us.source('log', { source: 'Nobody' }, here)).text).toMatch(/no source “Nobody”/);
  });
});

describe('starters', () => {
  test('are looked at one by one or as a group, in the reader’s language', async () => {
    const here = { ...aServer(), locale: 'uk' };
    const groups = await us.source('starters', {}, here);
    expect(groups.text).toMatch(/Україна/);
    const group = await us.press(groups, 'Судан і Південний Судан', here);
    const list = await us.press(group, /^Усі \d+/, here);
    expect(list.text).toMatch(/Пробний перегляд: \d+/);
    expect((await us.press(group, 'До добірки', here)).text).toMatch(/Стрічки для початку/);
  });
});

describe('who may', () => {
  test('nobody but moderators, and nobody in direct messages', async () => {
    const here = aServer();
    for (const subcommand of ['list', 'export', 'log', 'starters', 'paste'])
      expect((await us.source(subcommand, {}, { ...here, managesGuild: false })).text).toMatch(/Only moderators/);
    expect((await us.source('list', {}, { guildId: null })).text).toMatch(/only in a server/);
    const customIds = ['source:list:1', 'source:approve:feed1', 'source:edit:feed1', 'source:add:run123'];
    for (const customId of customIds) {
      const press = { kind: 'press', customId, onPrivate: false, byAsker: true } as const;
      expect((await us.ask(press, { ...here, managesGuild: false })).text).toMatch(/Only moderators/);
      expect((await us.ask({ ...press, customId: `${customId}:x` }, here)).text).toMatch(/kept no more/);
    }
    const submit = { kind: 'submit', customId: 'source:paste', values: {}, on: null } as const;
    expect((await us.ask(submit, { ...here, managesGuild: false })).text).toMatch(/Only moderators/);
  });

  test('the menu of a message adds its link', async () => {
    const here = aServer();
    const menu = { kind: 'message', name: 'Add to sources', text: '', links: [`${site.url}/a`], atMs: 0 } as const;
    expect((await us.ask(menu, here)).text).toMatch(/Dry run/);
    expect((await us.ask(menu, { ...here, managesGuild: false })).text).toMatch(/Only moderators/);
  });

  test('Discord shows it to those who manage the server, and takes it as it is registered', () => {
    const definitions = definitionsOf(commands);
    expect(commandListFaults(definitions)).toEqual([]);
    const own = definitions.filter(({ name }) => name === 'source' || name === 'Add to sources');
    expect(own.map((one) => [one.default_member_permissions, one.contexts])).toEqual([
      ['32', [0]],
      ['32', [0]],
    ]);
  });
});

describe('options that are too long or wrong are told by their names', () => {
  test.for([
    ['add', { url: `https://a.example/${'x'.repeat(2_000)}` }, /«адреса» задовгий: .*2000/],
    ['add', { url: 'https://a.example', name: 'x'.repeat(121) }, /«назва» задовгий/],
    ['add', { url: 'https://a.example', kind: 'text' }, /«вид» має бути одним із: стрічка, окрема стаття/],
    ['add', { url: 'https://a.example', tier: 'best' }, /«довіра» має бути одним із/],
    ['add', {}, /Бракує параметра «адреса»/],
    ['import', { file: 'not a file' }, /не розуміє значення параметра «файл»/],
    ['check', { source: ' ' }, /«джерело» закороткий/],
    ['nothing', {}, /не розуміє цю команду/],
  ] as const)('%s %o', async ([subcommand, options, words]) => {
    expect((await us.source(subcommand, options, { ...aServer(), locale: 'uk' })).text).toMatch(words);
  });
});
