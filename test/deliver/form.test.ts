import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect } from 'vitest';
import { defineCommand } from '../../src/command.ts';
import { said, test } from '../support/bot.ts';
import { CALLBACK } from '../support/discord/routes.ts';
import { aDispatch, pressed } from '../support/dispatch.ts';
import { ANNOUNCED, echo } from '../support/echo-command.ts';
import { aModal, note } from '../support/form-command.ts';

const COMMANDS = { commands: [echo, note] };
const MODERATOR = { permissions: PermissionFlagsBits.ManageGuild };
const AT = '2025-02-01T10:00:00.000000+00:00';

describe('a form', () => {
  test('is the first answer, and what is filled in comes back', async ({ discord, start }) => {
    await start(COMMANDS);
    const asked = discord.slash('note write', {}, MODERATOR);
    await asked.settled();
    expect(asked.modal()).toMatchObject({ custom_id: 'note:new', title: 'A note' });
    const text = `“Quoted”\n**bold** <@1> ${'ї'.repeat(3_900)}`;
    const done = await discord.submit(asked, { text }, MODERATOR).final();
    expect(done.ephemeral).toBe(false);
    expect(done.text).toMatch(/^new: “Quoted” \\\*\\\*bold/);
    expect(done.text).toMatch(/ by me$/);
  });

  test('that a button opened changes the message the button is on', async ({ discord, start }) => {
    await start(COMMANDS);
    const first = discord.slash('note write', {}, MODERATOR);
    await first.settled();
    const written = await discord.submit(first, { text: 'one' }, MODERATOR).final();
    const pressed = discord.press(written, 'note:ask', { ...MODERATOR, user: discord.addUser('another') });
    await pressed.settled();
    const changed = await discord.submit(pressed, { text: 'two', by: '' }, MODERATOR).final();
    expect([changed.id, changed.text]).toEqual([written.id, 'again: two by']);
  });

  test('comes though working it out takes longer than an answer may without a word', async ({ discord, start }) => {
    const slow = defineCommand({
      ...(note as unknown as Parameters<typeof defineCommand<unknown>>[0]),
      form: async () => {
        await new Promise((resolve) => setTimeout(resolve, 60));
        return aModal('note:late');
      },
    });
    await start({ commands: [echo, slow] }, ANNOUNCED.whenSlow);
    const asked = discord.slash('note write', {}, MODERATOR);
    await asked.settled();
    expect(asked.acknowledgedWith).toBe(9);
    const done = discord.submit(asked, { text: 'x' }, MODERATOR);
    expect(await done.final()).toMatchObject({ text: 'late: x by me' });
  });

  test('is refused to others than moderators, and so is what they submit', async ({ discord, start }) => {
    await start(COMMANDS);
    expect((await discord.slash('note write').final()).text).toMatch(/Only moderators/);
    const asked = discord.slash('note write', {}, MODERATOR);
    await asked.settled();
    expect((await discord.submit(asked, { text: 'x' }).final()).text).toMatch(/Only moderators/);
  });

  test('is shown though the first attempt was lost on its way', async ({ discord, start }) => {
    await start(COMMANDS);
    const asked = discord.slash('note write', {}, MODERATOR);
    await asked.settled();
    const written = await discord.submit(asked, { text: 'x' }, MODERATOR).final();
    discord.fail({ method: 'POST', route: CALLBACK, how: 'reset' });
    const again = discord.press(written, 'note:ask', MODERATOR);
    await again.settled();
    expect(again.modal()).not.toBeNull();
  });

  test('that cannot be made is refused in words', async () => {
    const { ask } = aDispatch({ commands: [note] });
    const shown = await ask(pressed('note:nothing'), { managesGuild: true });
    expect(shown).toEqual([{ what: 'reply', private: true, text: 'No such note.' }]);
  });

  test('of an older version is said to be gone', async () => {
    const { ask } = aDispatch({ commands: [echo, note] });
    for (const customId of ['gone:x', 'echo:x']) {
      const shown = await ask({ kind: 'submit', customId, values: {}, on: null });
      expect(shown).toEqual([{ what: 'reply', private: true, text: expect.stringMatching(/older version/) }]);
    }
  });
});

describe('a file as an option', () => {
  const file = (bytes: string | Uint8Array, size?: number) => ({
    filename: 'feeds.opml',
    bytes: Buffer.from(bytes as string),
    ...(size !== undefined && { size }),
  });

  test('is read from where Discord keeps it', async ({ discord, start }) => {
    await start(COMMANDS);
    const call = discord.slash('note read', { file: file('Зміст') }, MODERATOR);
    expect((await call.final()).text).toBe('feeds.opml 10 Зміст');
  });

  test.for([
    {
      name: 'that says it is too large is not asked for',
      given: file('x', 2 ** 21),
      said: 'feeds.opml 2097152 too-large',
    },
    {
      name: 'that is larger than it says is not taken whole',
      given: file(new Uint8Array(2 ** 20 + 1), 5),
      said: 'feeds.opml 5 too-large',
    },
  ])('$name', async ({ given, said: text }, { discord, start }) => {
    await start(COMMANDS);
    expect((await discord.slash('note read', { file: given }, MODERATOR).final()).text).toBe(text);
  });
});

describe('a command of the menu that takes a link', () => {
  const message = (content: string, more: object = {}) => ({ id: '1234567890', timestamp: AT, content, ...more });

  test('takes the only one', async ({ discord, start }) => {
    await start(COMMANDS);
    const call = discord.menu('Note it', message('see https://news.example/a.'), MODERATOR);
    expect(await call.final()).toMatchObject({ text: 'https\\://news.example/a', ephemeral: true });
  });

  test('asks which of several, and the answer takes the place of the question', async ({ discord, start }) => {
    await start(COMMANDS);
    const embeds = [{ url: 'https://news.example/b', title: 'B' }];
    const call = discord.menu('Note it', message('https://news.example/a', { embeds }), MODERATOR);
    const asked = await call.final();
    expect(asked).toMatchObject({ text: expect.stringMatching(/several links/), ephemeral: true });
    const [, second = ''] = asked.customIds;
    const answered = await discord.press(asked, second, MODERATOR).final();
    expect([answered.id, answered.text]).toEqual([asked.id, expect.stringMatching(/example\/b$/)]);
  });

  test('refuses a message without any, and one who may not', async ({ discord, start }) => {
    const bot = await start(COMMANDS);
    expect((await discord.menu('Note it', message('no link'), MODERATOR).final()).text).toMatch(/no web address/);
    expect((await discord.menu('Note it', message('https://a.example')).final()).text).toMatch(/Only moderators/);
    expect(said(bot, 'error')).toEqual([]);
  });

  test('keeps the choice for whoever was asked, where they were', async () => {
    const { ask } = aDispatch({ commands: [note] });
    const links = ['https://a.example/1', 'https://a.example/2'];
    const caller = { managesGuild: true };
    await ask({ kind: 'message', name: 'Note it', text: '', links, atMs: 0 }, caller);
    const press = { kind: 'press', customId: '@link:ref1:0', onPrivate: true, byAsker: true } as const;
    expect(await ask(press, caller)).toMatchObject([{ what: 'update', text: expect.stringContaining('a.example/1') }]);
    for (const other of [{ userId: '43' }, { guildId: '9' }])
      expect(await ask(press, { ...caller, ...other })).toMatchObject([{ text: expect.stringMatching(/not kept/) }]);
    for (const customId of ['@link:ref1:2', '@link:none:0', '@link:', '@link:ref1:__proto__'])
      expect(await ask({ ...press, customId }, caller)).toMatchObject([{ text: expect.stringMatching(/not kept/) }]);
  });
});
