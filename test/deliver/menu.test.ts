import { describe, expect } from 'vitest';
import { defineCommand } from '../../src/command.ts';
import { definitionsOf } from '../../src/deliver/definitions.ts';
import { test } from '../support/bot.ts';
import { aDispatch } from '../support/dispatch.ts';
import { ANNOUNCED, aPage, echo } from '../support/echo-command.ts';

/** `echo`, in the menu of messages too; says when the message was written. */
const menued = defineCommand<{ readonly text: string }>({
  ...(echo as object as Parameters<typeof defineCommand<{ readonly text: string }>>[0]),
  data: {
    ...echo.data,
    onMessages: { name: { en: 'Say it again', uk: 'Сказати знову' }, option: 'text', takes: 'text' },
    options: (echo.data.options ?? []).map((option) =>
      option.name === 'text' && option.type === 'string' ? { ...option, maxLength: 20 } : option,
    ),
  },
  run: async ({ text }, _app, { message }) => ({ page: aPage(`${text} ${message?.atMs}`), private: true }),
});

const AT = '2024-05-14T10:00:00.000000+00:00';
const MS = Date.UTC(2024, 4, 14, 10);

test('stands in the menu under a name of its own, without a description or options', () => {
  const [slash, menu, ...more] = definitionsOf([menued]);
  expect(slash).toMatchObject({ type: 1, name: 'echo' });
  expect(menu).toEqual({
    type: 3,
    name: 'Say it again',
    name_localizations: { uk: 'Сказати знову' },
    default_member_permissions: null,
    contexts: [0, 1],
    integration_types: [0],
  });
  expect(more).toEqual([]);
});

describe.concurrent('a command in the menu of a message', () => {
  test.for([
    { name: 'its text', message: { content: 'hello' }, text: `hello ${MS}` },
    {
      name: 'as much of it as the option holds',
      message: { content: 'x'.repeat(30) },
      text: `${'x'.repeat(20)} ${MS}`,
    },
    { name: 'its embeds', message: { content: '', embeds: [{ title: 'a', description: 'b' }] }, text: `a b ${MS}` },
    {
      name: 'what is forwarded in it',
      message: {
        content: '',
        message_reference: { type: 1, channel_id: '1', message_id: '2' },
        message_snapshots: [{ message: { content: 'far', embeds: [] } }],
      },
      text: `far ${MS}`,
    },
  ])('is given $name', async ({ message, text }, { discord, start }) => {
    await start({ commands: [menued] });
    const call = discord.menu('Say it again', { id: '1234567890', timestamp: AT, ...(message as { content: string }) });
    expect(await call.final()).toMatchObject({ text, ephemeral: true });
  });

  test('is announced in private when it is slow', async ({ discord, start }) => {
    const slow = defineCommand<{ readonly text: string }>({
      ...(menued as object as Parameters<typeof defineCommand<{ readonly text: string }>>[0]),
      run: (input, app, call) =>
        echo.run({ text: `slow ${(input as { text: string }).text}`, private: true }, app, call),
    });
    await start({ commands: [slow] }, ANNOUNCED.whenSlow);
    const call = discord.menu('Say it again', { id: '1234567890', timestamp: AT, content: 'down' });
    expect(await call.final()).toMatchObject({ ephemeral: true });
    expect(call.acknowledgedWith).toBe(5);
  });

  test('of an older version is said to be gone', async () => {
    const { ask } = aDispatch({ commands: [menued] });
    const shown = await ask({ kind: 'message', name: 'Gone', text: 'x', links: [], atMs: 0 });
    expect(shown).toEqual([{ what: 'reply', private: true, text: expect.stringMatching(/not known/) }]);
  });
});
