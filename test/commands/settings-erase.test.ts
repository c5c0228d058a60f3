import { afterAll, beforeAll, expect, test } from 'vitest';
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

const HERE = { guildId: '31001', userId: '90001' };
const ELSEWHERE = { guildId: '31002', userId: '90001' };
const settings = (subcommand: string, options: Readonly<Record<string, unknown>> = {}, caller = HERE) =>
  us.ask({ kind: 'command', name: 'settings', subcommand, options }, caller);
const asked = (caller: typeof HERE) =>
  us.ask({ kind: 'command', name: 'summary', options: { query: 'ukraine' } }, caller);
const answerIn = (text: string): string => /answer (\w{8})/.exec(text)?.[1] ?? '';
const replayed = async (id: string, caller: typeof HERE) =>
  (await us.ask({ kind: 'command', name: 'replay', options: { id } }, caller)).text;

test('all that is kept of a server is deleted when that is said again, and nothing of another', async () => {
  for (const caller of [HERE, ELSEWHERE]) {
    await settings('defaults', { zone: 'europe/kiev', place: 'Kharkiv' }, caller);
    await us.press(await us.source('add', { url: `${site.url}/feed` }, caller), 'Add', caller);
    await us.digest('create', {}, caller);
  }
  await us.source('add', { url: `${site.url}/feed` }, HERE);
  const early = answerIn((await asked(HERE)).text);
  await us.app.settle();
  const [late, other] = [answerIn((await asked(HERE)).text), answerIn((await asked(ELSEWHERE)).text)];

  const question = await settings('erase');
  expect(question).toMatchObject({ private: true, text: expect.stringMatching(/1 source,[\s\S]*1 digest,/) });
  expect(await us.app.digests.all(HERE.guildId)).toHaveLength(1);
  const done = await us.press(question, 'Delete it all', HERE);
  expect(done).toMatchObject({
    how: 'update',
    text: expect.stringMatching(/## Deleted[\s\S]*1 source,[\s\S]*1 digest,[\s\S]*kept answer/),
  });

  expect(await us.app.settings(HERE.guildId)).toEqual({});
  expect(await us.app.sources.list({ guildId: HERE.guildId })).toEqual([]);
  expect(await us.app.sources.deeds({ guildId: HERE.guildId }, 9)).toEqual([]);
  expect(await us.app.digests.all(HERE.guildId)).toEqual([]);
  for (const id of new Set([early, late])) expect(await replayed(id, HERE)).toMatch(/No answer/i);

  expect(await us.app.settings(ELSEWHERE.guildId)).toMatchObject({ zone: 'Europe/Kyiv' });
  expect(await us.app.sources.list({ guildId: ELSEWHERE.guildId })).toHaveLength(1);
  expect(await us.app.digests.all(ELSEWHERE.guildId)).toHaveLength(1);
  expect(await replayed(other, ELSEWHERE)).toMatch(new RegExp(other));
  expect((await settings('erase')).text).toMatch(/0 sources[\s\S]*0 digests/);
});

test('articles that only the server has are gone too', async () => {
  await us.press(await us.source('add', { url: `${site.url}/a` }, HERE), 'Add', HERE);
  const before = await us.app.status({ guildId: HERE.guildId });
  const erased = await us.app.erase(HERE.guildId, HERE.userId, Date.now());
  expect(erased).toMatchObject({ sources: 1, articles: 1 });
  const after = await us.app.status({ guildId: HERE.guildId });
  expect(after.store.articles).toBe(before.store.articles - 1);
});

test('is for moderators alone, and no other button of the settings does anything', async () => {
  const press = { kind: 'press', customId: 'settings:erase', onPrivate: true, byAsker: true } as const;
  expect((await us.ask(press, { ...ELSEWHERE, managesGuild: false })).text).toMatch(/Only moderators/);
  expect((await us.ask({ ...press, customId: 'settings:all' }, ELSEWHERE)).text).toMatch(/earlier version/);
  expect(await us.app.digests.all(ELSEWHERE.guildId)).toHaveLength(1);
});

test('the time zone of digests is offered, corrected and told', async () => {
  expect(await us.offered('zone', 'kath', HERE, 'settings')).toEqual(['Asia/Kathmandu']);
  expect((await settings('defaults', { zone: 'Asia/Katmandu' })).text).toMatch(/Asia\/Kathmandu/);
  expect((await settings('defaults', { zone: 'Europe/Kyyiv' })).text).toMatch(/no time zone.*Europe\/Kyiv/);
  const digest = await us.digest('create', {}, HERE);
  expect(digest.text).toMatch(/\(Asia\/Kathmandu time\)/);
  expect(digest.text).toMatch(/as in \/settings/);
});
