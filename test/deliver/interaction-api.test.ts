import { inspect } from 'node:util';
import { describe, expect, vi } from 'vitest';
import { defineCommand } from '../../src/command.ts';
import { said, test } from '../support/bot.ts';
import type { How } from '../support/discord/faults.ts';
import { CALLBACK } from '../support/discord/routes.ts';
import { ANNOUNCED, aPage, echo } from '../support/echo-command.ts';
import { PATIENCE_MS } from '../support/patience.ts';

const ANSWER = '/webhooks/:application/:token/messages/:message';
const FOLLOW_UP = '/webhooks/:application/:token';

interface Case {
  readonly name: string;
  readonly how: How;
  readonly times: number;
}

describe.concurrent('the first answer is shown once, and nothing is reported, after', () => {
  test.for<Case>([
    { name: 'a lost confirmation', how: 'lost', times: 1 },
    { name: 'a confirmation lost in a closed connection', how: 'lost-close', times: 1 },
    { name: 'a reset connection', how: 'reset', times: 1 },
    { name: 'a closed connection', how: 'close', times: 1 },
    { name: 'no answer at all', how: 'never', times: 1 },
    { name: 'five 5xx in a row', how: { status: 503 }, times: 5 },
  ])('$name', async ({ how, times }, { discord, start }) => {
    const bot = await start();
    discord.fail({ method: 'POST', route: CALLBACK, how, times });
    const call = discord.slash('echo', { text: 'hello' });
    expect(await call.final()).toMatchObject({ text: 'hello en false' });
    await bot.stop(); // finishes what is under way, such as an attempt too many
    expect(call.messages()).toHaveLength(1);
    expect(bot.reported).toEqual([]);
  });
});

describe.concurrent('an announced answer arrives after', () => {
  test.for<Case>([
    { name: 'four 5xx', how: { status: 502 }, times: 4 },
    { name: 'reset connections', how: 'reset', times: 2 },
    { name: 'a lost confirmation', how: 'lost', times: 1 },
  ])('$name', async ({ how, times }, { discord, start }) => {
    const bot = await start({}, ANNOUNCED.whenSlow);
    discord.fail({ method: 'PATCH', route: ANSWER, how, times });
    const call = discord.slash('echo', { text: 'slow' });
    expect(await call.final()).toMatchObject({ text: 'slow en false' });
    expect(call.acknowledgedWith).toBe(5);
    await bot.stop();
    expect(call.messages()).toHaveLength(1);
    expect(bot.reported).toEqual([]);
  });
});

describe.concurrent('what cannot be mended is reported', () => {
  test('a call that Discord does not know any more', async ({ discord, start }) => {
    const bot = await start();
    discord.fail({ method: 'POST', route: CALLBACK, how: { status: 404 }, times: 2 });
    discord.slash('echo', { text: 'hello' });
    await vi.waitFor(() => expect(bot.reported).toHaveLength(2), PATIENCE_MS);
    expect(bot.reported[0]).toMatchObject({ name: 'AnswerFailed', status: 404 });
  });

  test('a message of its own is not sent again when nobody knows whether it arrived', async ({ discord, start }) => {
    const bot = await start({}, ANNOUNCED.whenSlow);
    const message = await discord.slash('echo', { text: 'hello' }).final();
    discord.fail({ method: 'POST', route: FOLLOW_UP, how: 'lost' });
    const press = discord.press(message, 'echo:slow', { user: discord.addUser('other') });
    await vi.waitFor(() => expect(bot.reported).toHaveLength(1), PATIENCE_MS);
    await bot.stop();
    expect(press.messages().filter(({ text }) => text === 'slow')).toHaveLength(1);
  });

  test('a 401 on an answer costs the bot nothing but that answer', async ({ discord, start }) => {
    const bot = await start();
    discord.fail({ method: 'POST', route: CALLBACK, how: { status: 401 } });
    expect(await discord.slash('echo', { text: 'hello' }).final()).toMatchObject({
      text: expect.stringMatching(/failed on our side/),
    });
    expect(await discord.slash('echo', { text: 'hello' }).final()).toMatchObject({ text: 'hello en false' });
    expect(bot.reported).toHaveLength(1);
  });
});

test('what is reported holds neither the token of the call nor what was said', async ({ discord, start }) => {
  const bot = await start();
  discord.fail({ method: 'POST', route: CALLBACK, how: { status: 403 }, times: 2 });
  const call = discord.slash('echo', { text: 'hello' });
  await vi.waitFor(() => expect(bot.reported).toHaveLength(2), PATIENCE_MS);
  expect(inspect(bot.reported, { depth: 9, showHidden: true })).not.toMatch(new RegExp(`${call.token}|hello`));
});

test('an answer that its reader has dismissed meanwhile is no failure', async ({ discord, start }) => {
  const dismissed = Promise.withResolvers<void>();
  const waiting = defineCommand({
    ...echo,
    run: () => dismissed.promise.then(() => ({ page: aPage('late'), private: false })),
  });
  const bot = await start({ commands: [waiting] }, ANNOUNCED.whenSlow);
  discord.fail({ method: 'PATCH', route: ANSWER, how: { status: 500 } });
  const call = discord.slash('echo', { text: 'hello' });
  await call.settled();
  const id = call.messages()[0]?.id ?? '';
  await fetch(`${discord.url}/v10/webhooks/${discord.applicationId}/${call.token}/messages/${id}`, {
    method: 'DELETE',
  });
  dismissed.resolve();
  await bot.stop();
  const edits = discord.raw.filter(({ method }) => method === 'PATCH');
  expect(edits.map(({ status }) => status)).toEqual([500, 404]);
  expect([bot.reported, said(bot, 'error')]).toEqual([[], []]);
});
