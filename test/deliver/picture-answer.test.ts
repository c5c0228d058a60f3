import { describe, expect } from 'vitest';
import { said, test } from '../support/bot.ts';
import type { MessageView } from '../support/discord/messages.ts';
import { CALLBACK } from '../support/discord/routes.ts';
import { ANNOUNCED, echo } from '../support/echo-command.ts';
import { paint } from '../support/picture-command.ts';

const ANSWER = '/webhooks/:application/:token/messages/:message';
const FOLLOW_UP = '/webhooks/:application/:token';
const COMMANDS = { commands: [echo, paint] };

/** What a message has attached, and what it shows of it. */
const attached = ({ files }: MessageView) => files.map(({ description, type }) => [description, type]);
const PICTURE = (what: string) => [[`It shows ${what}.`, 'image/png']];
const galleries = ({ components }: MessageView) =>
  JSON.stringify(components).match(/attachment:\/\/counts-[0-9a-f]{16}\.png/g) ?? [];

describe.concurrent('a picture', () => {
  test.for([
    { name: 'of a first answer', ackAfterMs: ANNOUNCED.never, isPrivate: false },
    { name: 'of an announced answer', ackAfterMs: 0, isPrivate: false },
    { name: 'of a private answer', ackAfterMs: ANNOUNCED.never, isPrivate: true },
  ])(
    '$name stands between its texts, with words for who cannot see it',
    async ({ ackAfterMs, isPrivate }, { discord, start }) => {
      const bot = await start(COMMANDS, ackAfterMs);
      const call = discord.slash('paint', { what: 'a map', private: isPrivate });
      const answer = await call.final();
      expect([answer.text, answer.ephemeral, attached(answer)]).toEqual(['before\nafter', isPrivate, PICTURE('a map')]);
      expect(galleries(answer)).toEqual([`attachment://${answer.files[0]?.filename}`]);
      expect(call.acknowledgedWith).toBe(5);
      expect(call.messages()).toHaveLength(1);
      expect(bot.reported).toEqual([]);
    },
  );

  test('is exchanged, taken away and shown again by buttons, and no file of before stays', async ({
    discord,
    start,
  }) => {
    const bot = await start(COMMANDS);
    const answer = await discord.slash('paint', { what: 'a map' }).final();
    const other = await discord.press(answer, 'paint:other').final();
    expect([other.id, attached(other)]).toEqual([answer.id, PICTURE('other')]);
    const gone = await discord.press(answer, 'paint:drop').final();
    expect([gone.text, attached(gone), galleries(gone)]).toEqual(['gone', [], []]);
    const back = await discord.press(answer, 'paint:other').final();
    expect(attached(back)).toEqual(PICTURE('other'));
    expect(bot.reported).toEqual([]);
  });

  test('comes beside the message of a button that answers so, and of somebody else', async ({ discord, start }) => {
    await start(COMMANDS);
    const answer = await discord.slash('paint', { what: 'a map' }).final();
    const beside = await discord.press(answer, 'paint:beside').final();
    expect([beside.id === answer.id, attached(beside)]).toEqual([false, PICTURE('beside')]);
    const stranger = await discord.press(answer, 'paint:other', { user: discord.addUser('other') }).final();
    expect([stranger.id === answer.id, stranger.ephemeral, attached(stranger)]).toEqual([
      false,
      true,
      PICTURE('other'),
    ]);
  });
});

test('a picture may come in a new message after a press that was announced', async ({ discord, start }) => {
  await start(COMMANDS, ANNOUNCED.whenSlow);
  const answer = await discord.slash('paint', { what: 'a map' }).final();
  const press = discord.press(answer, 'paint:slowly');
  await press.final();
  expect(press.messages().map(attached)).toEqual([PICTURE('a map'), PICTURE('slowly')]);
});

describe.concurrent('an answer goes without its picture, says so with its reference, and the failure is reported', () => {
  const NO_PICTURE = /^before\n-# The picture that belongs here could not be shown \(ref ([0-9a-z]+)\)\.\n\nafter$/;

  test.for([
    { name: 'when drawing fails', what: 'nothing', error: { message: 'no paint is left' } },
    { name: 'when drawing takes too long', what: 'eternity', error: { name: 'PictureLate', afterMs: 5 } },
  ])('$name', async ({ what, error }, { discord, start }) => {
    const bot = await start(COMMANDS, ANNOUNCED.never, what === 'eternity' ? 5 : ANNOUNCED.never);
    const call = discord.slash('paint', { what });
    const answer = await call.final();
    expect(NO_PICTURE.exec(answer.text)?.[1]).toBe(BigInt(call.id).toString(36));
    expect([attached(answer), galleries(answer)]).toEqual([[], []]);
    expect(bot.reported).toEqual([expect.objectContaining(error)]);
  });

  test('when Discord refuses the upload', async ({ discord, start }) => {
    const bot = await start(COMMANDS);
    discord.fail({ method: 'PATCH', route: ANSWER, how: { status: 413 } });
    const answer = await discord.slash('paint', { what: 'a map' }).final();
    expect(answer.text).toMatch(NO_PICTURE);
    expect(attached(answer)).toEqual([]);
    expect(bot.reported).toEqual([expect.objectContaining({ name: 'AnswerFailed', status: 413 })]);
  });

  test('when Discord refuses the upload of a new message', async ({ discord, start }) => {
    const bot = await start(COMMANDS, ANNOUNCED.whenSlow);
    const answer = await discord.slash('paint', { what: 'a map' }).final();
    discord.fail({ method: 'POST', route: FOLLOW_UP, how: { status: 413 } });
    const press = discord.press(answer, 'paint:slowly');
    await press.final();
    const beside = press.messages().at(-1);
    expect([beside?.text, beside?.files]).toEqual([expect.stringContaining('could not be shown'), []]);
    expect(bot.reported).toHaveLength(1);
  });
});

describe.concurrent('an upload is repeated, and shown once, after', () => {
  test.for([
    { name: 'two 5xx', how: { status: 502 }, times: 2 },
    { name: 'a reset connection', how: 'reset', times: 1 },
    { name: 'a lost confirmation', how: 'lost', times: 1 },
  ] as const)('$name', async ({ how, times }, { discord, start }) => {
    const bot = await start(COMMANDS);
    discord.fail({ method: 'PATCH', route: ANSWER, how, times });
    const call = discord.slash('paint', { what: 'a map' });
    const answer = await call.final();
    await bot.stop();
    expect(attached(answer)).toEqual(PICTURE('a map'));
    expect(call.messages()).toHaveLength(1);
    expect([bot.reported, said(bot, 'error')]).toEqual([[], []]);
  });
});

test('a form has its message as payload_json and its file as files[0]; the first answer waits for no upload', async ({
  discord,
  start,
}) => {
  await start(COMMANDS);
  await discord.slash('paint', { what: 'a map' }).final();
  const calls = discord.raw.filter(({ route }) => route === CALLBACK || route === ANSWER);
  expect(calls.map(({ method, files }) => [method, files.map(({ index, type }) => [index, type])])).toEqual([
    ['POST', []],
    ['PATCH', [[0, 'image/png']]],
  ]);
});
