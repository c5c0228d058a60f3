import { describe, expect, test } from 'vitest';
import { type Call, defineCommand } from '../../src/command.ts';
import type { Caller, Request } from '../../src/deliver/edge.ts';
import type { GuildSettings } from '../../src/domain/settings.ts';
import { aCaller, aDispatch, lock, pressed, run } from '../support/dispatch.ts';
import { anApp, aPage, echo } from '../support/echo-command.ts';

describe('language and rights of a call', () => {
  test.for<{ name: string; settings?: GuildSettings; caller?: Partial<Caller>; text: string }>([
    { name: 'English without more', text: 'hi en false' },
    { name: 'the caller’s Ukrainian', caller: { locale: 'uk' }, text: 'hi uk false' },
    { name: 'no other language for Russian', caller: { locale: 'ru' }, text: 'hi en false' },
    {
      name: 'the server’s language before the caller’s',
      settings: { language: 'en' },
      caller: { locale: 'uk' },
      text: 'hi en false',
    },
    { name: 'who manages the server is a moderator', caller: { managesGuild: true }, text: 'hi en true' },
    {
      name: 'a named role is a moderator',
      settings: { moderatorRoleIds: ['77777'] },
      caller: { roleIds: ['77777'] },
      text: 'hi en true',
    },
    {
      name: 'another role is not',
      settings: { moderatorRoleIds: ['77777'] },
      caller: { roleIds: ['88888'] },
      text: 'hi en false',
    },
    { name: 'nobody is in direct messages', caller: { guildId: null, managesGuild: true }, text: 'hi en false' },
  ])('$name', async ({ settings, caller, text }) => {
    const { ask } = aDispatch(settings ? { settings } : {});
    expect(await ask(run({ text: 'hi' }), caller)).toEqual([{ what: 'reply', private: false, text }]);
  });
});

describe('refusals are said in words, in private', () => {
  test.for<{ name: string; request: Request; caller?: Partial<Caller>; words: RegExp }>([
    { name: 'a command of an older version', request: run({}, 'gone'), words: /not known/ },
    { name: 'a button of an older version', request: pressed('gone:1'), words: /older version/ },
    { name: 'a button of a command without buttons', request: pressed('nothing'), words: /older version/ },
    { name: 'a moderator’s command', request: lock, words: /Only moderators/ },
    { name: 'a moderator’s button', request: pressed('locked:x'), words: /Only moderators/ },
    { name: 'a server’s command elsewhere', request: lock, caller: { guildId: null }, words: /only in a server/ },
    { name: 'a missing option', request: run({}), words: /“text” is missing/ },
    { name: 'too long an option', request: run({ text: 'x'.repeat(21) }), words: /“text” is too long: .*20/ },
    { name: 'too short an option', request: run({ text: 'x' }), words: /“text” is too short/ },
    {
      name: 'no such choice',
      request: run({ text: 'hi', size: 'huge' }),
      words: /“size” must be one of: small, large/,
    },
    {
      name: 'an option of another kind',
      request: run({ text: 'hi', private: 'x' }),
      words: /“private” holds something/,
    },
    { name: 'an unknown option', request: run({ text: 'hi', more: 1 }), words: /as it was sent/ },
    {
      name: 'in Ukrainian, by its Ukrainian name',
      request: run({}),
      caller: { locale: 'uk' },
      words: /Бракує параметра «текст»/,
    },
    { name: 'the command’s own words', request: run({ text: 'refuse' }), words: /^Not today\\?\.$/ },
  ])('$name', async ({ request, caller, words }) => {
    const { ask, reported } = aDispatch();
    expect(await ask(request, caller)).toEqual([{ what: 'reply', private: true, text: expect.stringMatching(words) }]);
    expect(reported).toEqual([]);
  });
});

test('a moderator’s command runs for a moderator', async () => {
  const { ask } = aDispatch();
  expect(await ask(lock, { managesGuild: true })).toEqual([{ what: 'reply', private: true, text: 'open' }]);
});

describe('failures are reported and named, and told without their cause', () => {
  test.for([
    { locale: 'en-GB', words: 'That failed on our side (ref ref1).' },
    { locale: 'uk', words: 'Сталася помилка на нашому боці (код ref1).' },
  ])('in $locale', async ({ locale, words }) => {
    const { ask, reported } = aDispatch();
    expect(await ask(run({ text: 'break' }), { locale })).toEqual([{ what: 'reply', private: true, text: words }]);
    expect(reported).toEqual([{ error: new Error('secret path /etc'), ref: 'ref1' }]);
  });

  test('settings that cannot be read', async () => {
    const app = { ...anApp({}), settings: () => Promise.reject(new Error('disk')) };
    const { ask, reported } = aDispatch({ options: { app } });
    expect(await ask(run({ text: 'hi' }), { locale: 'uk' })).toMatchObject([
      { text: expect.stringContaining('помилка') },
    ]);
    expect(reported).toHaveLength(1);
  });

  test('an edge that cannot show anything', async () => {
    const { dispatch, reported } = aDispatch();
    const dead = () => Promise.reject(new Error('gone'));
    await dispatch.handle(run({ text: 'hi' }), aCaller(), { acknowledge: dead, reply: dead, update: dead, ask: dead });
    expect(reported).toHaveLength(2);
  });
});

describe('a pressed button', () => {
  test.for([
    { name: 'changes its message', request: pressed('echo:change'), shown: { what: 'update', text: 'change' } },
    {
      name: 'answers beside it',
      request: pressed('echo:tell'),
      shown: { what: 'reply', private: false, text: 'tell' },
    },
    {
      name: 'keeps colons in its action',
      request: pressed('echo:tell:b'),
      shown: { what: 'reply', private: false, text: 'tell:b' },
    },
    {
      name: 'on somebody else’s message answers its presser alone',
      request: pressed('echo:change', { byAsker: false }),
      shown: { what: 'reply', private: true, text: 'change' },
    },
  ])('$name', async ({ request, shown }) => {
    expect(await aDispatch().ask(request)).toEqual([shown]);
  });
});

describe('choices while typing', () => {
  test('are at most 25, fit Discord’s limits and hold nothing invisible', async () => {
    const choices = await aDispatch().dispatch.suggest('echo', 'text', 'kh', aCaller());
    expect(choices).toHaveLength(25);
    expect(choices[0]?.value).toBe('v1');
    expect(choices[0]?.name).toMatch(/^kh x.{1,97}…$/);
  });

  test.for([
    { name: 'for an unknown command', command: 'gone', typed: '', reports: 0 },
    { name: 'for who may not use the command', command: 'locked', typed: '', reports: 0 },
    { name: 'when they fail', command: 'echo', typed: 'break', reports: 1 },
  ])('are none $name', async ({ command, typed, reports }) => {
    const { dispatch, reported } = aDispatch();
    expect(await dispatch.suggest(command, 'text', typed, aCaller())).toEqual([]);
    expect(reported).toHaveLength(reports);
  });
});

test('a command sees what one message holds', async () => {
  const seen: Call[] = [];
  const looking = defineCommand({
    ...echo,
    run: async (_input, _app, call) => {
      seen.push(call);
      return { page: aPage('x'), private: false };
    },
  });
  await aDispatch({ commands: [looking] }).ask(run({ text: 'hi' }));
  expect(seen[0]?.limits.budget).toBeLessThanOrEqual(4_000);
});
