import { describe, expect, vi } from 'vitest';
import { defineCommand } from '../../src/command.ts';
import type { Dispatch } from '../../src/deliver/edge.ts';
import { aKeyValue, said, test } from '../support/bot.ts';
import { CALLBACK } from '../support/discord/routes.ts';
import type { Discord } from '../support/discord/stand-in.ts';
import { ANNOUNCED, aPage, echo } from '../support/echo-command.ts';
import { PATIENCE_MS } from '../support/patience.ts';

const COMMANDS = '/applications/:application/commands';
const made = (discord: Discord, method: string, route: string) =>
  discord.raw.filter((call) => call.method === method && call.route === route);

describe.concurrent('a call is answered', () => {
  test('at once when it is quick', async ({ discord, start }) => {
    const bot = await start();
    const call = discord.slash('echo', { text: 'hello' });
    expect(await call.final()).toMatchObject({ text: 'hello en false', ephemeral: false });
    expect(call.acknowledgedWith).toBe(4);
    expect(bot.reported).toEqual([]);
  });

  test.for([{ isPrivate: true }, { isPrivate: false }])(
    'announced first when it is slow (private: $isPrivate)',
    async ({ isPrivate }, { discord, start }) => {
      await start({}, ANNOUNCED.whenSlow);
      const call = discord.slash('echo', { text: 'slow', private: isPrivate });
      expect(await call.final()).toMatchObject({ text: 'slow en false', ephemeral: isPrivate });
      expect([call.acknowledgedWith, call.messages().length]).toEqual([5, 1]);
    },
  );

  test('in private also when it was announced to all', async ({ discord, start }) => {
    const dispatch: Dispatch = {
      suggest: async () => [],
      handle: async (_request, _caller, replier) => {
        await replier.acknowledge('reply', false);
        await replier.reply(
          { flags: 1 << 15, components: [{ type: 10, content: 'hush' }], allowed_mentions: { parse: [] } },
          true,
        );
      },
    };
    await start({ dispatch });
    const call = discord.slash('echo', { text: 'hello' });
    await call.final();
    expect(call.messages()).toMatchObject([{ deleted: true }, { text: 'hush', ephemeral: true, deleted: false }]);
  });

  test('in direct messages, which come without a channel', async ({ discord, start }) => {
    await start();
    const call = discord.slash('echo', { text: 'hello' }, { dm: true, locale: 'uk' });
    expect(await call.final()).toMatchObject({ text: 'hello uk false' });
  });

  test('with the rights that the member has in that server', async ({ discord, start }) => {
    await start();
    const allowed = discord.slash('locked now', {}, { permissions: 1n << 5n });
    expect(await allowed.final()).toMatchObject({ text: 'open', ephemeral: true });
    const refused = discord.slash('locked now', {}, { permissions: 0n });
    expect(await refused.final()).toMatchObject({ text: expect.stringContaining('Only moderators'), ephemeral: true });
  });

  test('with a failure in words when it fails', async ({ discord, start }) => {
    const bot = await start();
    const call = discord.slash('echo', { text: 'break' });
    expect(await call.final()).toMatchObject({ text: expect.stringMatching(/failed on our side/), ephemeral: true });
    expect(bot.reported).toEqual([new Error('secret path /etc')]);
  });

  test('with choices while an option is typed', async ({ discord, start }) => {
    await start();
    expect(await discord.autocomplete('echo', 'text', 'kh').choices()).toHaveLength(25);
  });

  test('once when it is delivered twice', async ({ discord, start }) => {
    const bot = await start();
    discord.gateway.duplicateNext();
    await discord.slash('echo', { text: 'hello' }).final();
    // What is delivered later is answered later.
    expect(await discord.slash('echo', { text: 'next' }).final()).toMatchObject({ text: 'next en false' });
    expect(made(discord, 'POST', CALLBACK)).toHaveLength(2);
    expect(bot.reported).toEqual([]);
  });

  test('though what came before could not be read', async ({ discord, start }) => {
    const bot = await start();
    discord.slash('echo', { text: 'unread' }, { locale: 5 as unknown as string });
    expect(await discord.slash('echo', { text: 'hello' }).final()).toMatchObject({ text: 'hello en false' });
    expect(said(bot, 'error')).toEqual(['a call could not be answered']);
  });

  test('though a handler before it threw where it must not', async ({ discord, start }) => {
    const handle = vi.fn<Dispatch['handle']>(async () => undefined).mockRejectedValueOnce(new Error('x'));
    const bot = await start({ dispatch: { handle, suggest: () => Promise.reject(new Error('y')) } });
    discord.slash('echo', { text: 'hello' });
    discord.autocomplete('echo', 'text', 'kh');
    await vi.waitFor(() => expect(said(bot, 'error')).toHaveLength(2), PATIENCE_MS);
    discord.slash('echo', { text: 'hello' });
    await vi.waitFor(() => expect(handle).toHaveBeenCalledTimes(2), PATIENCE_MS);
  });
});

describe.concurrent('a pressed button', () => {
  test('changes its message, and answers others beside it in private', async ({ discord, start }) => {
    await start();
    const message = await discord.slash('echo', { text: 'hello' }).final();
    expect(await discord.press(message, 'echo:tell').final()).toMatchObject({ text: 'tell', ephemeral: false });
    const beside = discord.press(message, 'echo:change', { user: discord.addUser('other') });
    expect(await beside.final()).toMatchObject({ text: 'change', ephemeral: true });
    expect(discord.message(message.id)?.text).toBe('hello en false');
    await discord.press(message, 'echo:change').final();
    expect(discord.message(message.id)?.text).toBe('change');
  });

  test.for([
    { name: 'by its asker', foreign: false, changed: 'slow' },
    { name: 'by another', foreign: true, changed: 'hello en false' },
  ])('is acknowledged when it is slow, $name', async ({ foreign, changed }, { discord, start }) => {
    await start({}, ANNOUNCED.whenSlow);
    const message = await discord.slash('echo', { text: 'hello' }).final();
    const press = discord.press(message, 'echo:slow', foreign ? { user: discord.addUser('other') } : {});
    await discord.until(() => press.messages().some(({ text }) => text === 'slow'), PATIENCE_MS, 'the slow answer');
    expect(press.acknowledgedWith).toBe(6);
    expect(discord.message(message.id)?.text).toBe(changed);
  });
});

describe.concurrent('registration', () => {
  test('happens when the definitions changed, and not otherwise', async ({ discord, start }) => {
    const kv = aKeyValue();
    const says = async (over: Parameters<typeof start>[0], level: 'info' | 'debug', words: string) => {
      const bot = await start(over);
      await vi.waitFor(() => expect(said(bot, level)).toContain(words), PATIENCE_MS);
    };
    await says({ kv, commands: [echo] }, 'info', 'registered the commands');
    await says({ kv, commands: [echo] }, 'debug', 'Discord knows the commands');
    await says({ kv }, 'info', 'registered the commands');
    expect(made(discord, 'PUT', COMMANDS).map(({ body }) => (body as unknown[]).length)).toEqual([1, 2]);
  });

  test('in one server leaves those for all as they are', async ({ discord, start }) => {
    discord.define([{ type: 1, name: 'older', description: 'd' }]);
    await start({ guildId: discord.guild.id });
    expect(discord.commands().map(({ name }) => name)).toEqual(['older']);
    expect(discord.commands(discord.guild).map(({ name }) => name)).toEqual(['echo', 'locked']);
  });

  test('is tried again after a failure of Discord', async ({ discord, start }) => {
    discord.fail({ method: 'PUT', route: COMMANDS, how: { status: 500 }, times: 4 });
    await start();
    expect(made(discord, 'PUT', COMMANDS)).toHaveLength(5);
  });

  test('that is refused is reported, and the bot goes on', async ({ discord, start }) => {
    discord.define([
      { type: 1, name: 'echo', description: 'd', options: [{ type: 3, name: 'text', description: 'd' }] },
    ]);
    discord.fail({ method: 'PUT', route: COMMANDS, how: { status: 403 } });
    const bot = await start();
    expect(await discord.slash('echo', { text: 'hello' }).final()).toMatchObject({ text: 'hello en false' });
    const told = [expect.stringContaining('did not take the commands')];
    await vi.waitFor(() => expect(said(bot, 'error')).toEqual(told), PATIENCE_MS);
  });
});

describe.concurrent('stopping', () => {
  test('finishes what is under way and answers what comes meanwhile', async ({ discord, start }) => {
    const [begun, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const waiting = defineCommand({
      ...echo,
      run: async () => {
        begun.resolve();
        await done.promise;
        return { page: aPage('done'), private: false };
      },
    });
    const bot = await start({ commands: [waiting] });
    const underWay = discord.slash('echo', { text: 'hello' });
    await begun.promise;
    const stopped = bot.stop();
    const late = discord.slash('echo', { text: 'hello' });
    expect(await late.final()).toMatchObject({ text: expect.stringContaining('restarting'), ephemeral: true });
    done.resolve();
    await stopped;
    expect(await underWay.final()).toMatchObject({ text: 'done' });
    expect(discord.gateway.connected()).toBe(0);
    expect(said(bot, 'warn')).toEqual([]);
  });
});
