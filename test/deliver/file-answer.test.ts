import { describe, expect } from 'vitest';
import { said, test } from '../support/bot.ts';
import type { MessageView } from '../support/discord/messages.ts';
import { ANNOUNCED, echo } from '../support/echo-command.ts';
import { take } from '../support/file-command.ts';

const ANSWER = '/webhooks/:application/:token/messages/:message';
const COMMANDS = { commands: [echo, take] };

const attached = ({ files }: MessageView) =>
  files.map(({ filename, description, type, bytes }) => [filename, description, type, Buffer.from(bytes).toString()]);
const FILE = (text: string) => [['words.csv', null, 'text/csv; charset=utf-8', text]];
const shownFiles = ({ components }: MessageView) =>
  JSON.stringify(components).match(/"type":13,"file":\{"url":"[^"]*words\.csv/g);

describe.concurrent('a file', () => {
  test.for([
    { name: 'of a first answer', ackAfterMs: ANNOUNCED.never, isPrivate: false },
    { name: 'of an announced answer', ackAfterMs: 0, isPrivate: false },
    { name: 'of a private answer', ackAfterMs: ANNOUNCED.never, isPrivate: true },
  ])(
    '$name is there to be saved, byte for byte, between its texts',
    async ({ ackAfterMs, isPrivate }, { discord, start }) => {
      const bot = await start(COMMANDS, ackAfterMs);
      const call = discord.slash('take', { text: '\ufeffїжак,"1"', private: isPrivate });
      const answer = await call.final();
      expect([answer.text, answer.ephemeral, attached(answer)]).toEqual([
        'before\nafter',
        isPrivate,
        FILE('\ufeffїжак,"1"'),
      ]);
      expect(shownFiles(answer)).toHaveLength(1);
      expect(call.acknowledgedWith).toBe(5);
      expect([bot.reported, said(bot, 'error')]).toEqual([[], []]);
    },
  );

  test('is taken away by a button', async ({ discord, start }) => {
    await start(COMMANDS);
    const answer = await discord.slash('take', { text: 'a' }).final();
    const gone = await discord.press(answer, 'take:away').final();
    expect([gone.text, attached(gone), shownFiles(gone)]).toEqual(['gone', [], null]);
  });

  test('that takes two attempts is there once', async ({ discord, start }) => {
    const bot = await start(COMMANDS);
    discord.fail({ method: 'PATCH', route: ANSWER, how: { status: 502 } });
    const call = discord.slash('take', { text: 'a' });
    expect(attached(await call.final())).toEqual(FILE('a'));
    expect(call.messages()).toHaveLength(1);
    expect(bot.reported).toEqual([]);
  });

  test('that Discord refuses is told to have failed, and reported', async ({ discord, start }) => {
    const bot = await start(COMMANDS);
    discord.fail({ method: 'PATCH', route: ANSWER, how: { status: 413 } });
    const answer = await discord.slash('take', { text: 'a' }).final();
    expect([answer.text, attached(answer)]).toEqual([expect.stringContaining('That failed on our side'), []]);
    expect(bot.reported).toEqual([expect.objectContaining({ name: 'AnswerFailed', status: 413 })]);
  });
});
