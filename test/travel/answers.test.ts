import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, vi } from 'vitest';
import { z } from 'zod';
import { type Answer, defineCommand } from '../../src/command.ts';
import { createDispatch } from '../../src/deliver/dispatch.ts';
import { DISCORD_PAGE_LIMITS } from '../../src/deliver/message.ts';
import type { PrintedMessage, Replaced } from '../../src/domain/printed-message.ts';
import { createPrintedNotes } from '../../src/printed-notes.ts';
import { renderBrief } from '../../src/render/brief-page.ts';
import { test } from '../support/bot.ts';
import { CALLBACK } from '../support/discord/routes.ts';
import type { Discord } from '../support/discord/stand-in.ts';
import { ANNOUNCED, anApp, aPage, echo } from '../support/echo-command.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { aDraw } from '../support/picture-command.ts';
import { BRIDGE, bridgeAndDepot, wrong } from '../support/printed.ts';
import { travelBot } from '../support/travel-bot.ts';

const face = { view: 'overview', page: 1, again: false } as const;
const brief = bridgeAndDepot();

function answer(isPrivate: boolean, view: 'overview' | 'sources' = 'overview'): Answer {
  const page = renderBrief(brief, { ...face, view, private: isPrivate }, DISCORD_PAGE_LIMITS);
  return { page, private: isPrivate, shows: { brief, face: { ...face, view } } };
}

const Input = z.strictObject({ how: z.enum(['at once', 'slowly', 'in private']) });
const option = (name: string, nameUk: string) => ({ name, nameUk, description: { en: 'd', uk: 'о' } });

/** Tells of the bridge; its buttons are those of any answer, of which `view:…:sources` turns it and others show something else. */
const bridge = defineCommand({
  data: {
    ...option('summary', 'зведення'),
    inDirectMessages: true,
    options: [{ ...option('how', 'як'), type: 'string', required: true }],
  },
  access: 'everyone',
  input: Input,
  isPrivate: ({ how }) => how === 'in private',
  run: async ({ how }) => {
    if (how === 'slowly') await pause(ANNOUNCED.whenSlow * 5);
    return answer(how === 'in private');
  },
  press: async ({ rest }) =>
    rest.includes('sources')
      ? { ...answer(false, 'sources'), how: 'update' }
      : { page: aPage('something else'), private: false, how: 'update' },
});

/** The bot, with what travels beside it. */
async function started(
  discord: Discord,
  start: (over: object, ackAfterMs?: number) => Promise<unknown>,
  ackAfterMs?: number,
) {
  const travel = travelBot(discord);
  const notes = createPrintedNotes(travel.printed, (error) => travel.reported.push(error));
  const noted: (PrintedMessage | Replaced)[] = [];
  const note = (one: PrintedMessage | Replaced): void => {
    noted.push(one);
    notes.note(one);
  };
  const own = { app: anApp({}), commands: [echo, bridge], now: Date.now, cooldownMs: 0, draw: aDraw().draw, note };
  const report = (error: unknown): void => void travel.reported.push(error);
  const dispatch = createDispatch({ ...own, report, ackAfterMs: ackAfterMs ?? ANNOUNCED.never });
  await start({ dispatch, commands: [echo, bridge] }, ackAfterMs);
  /** Waits until so many were noted, and has the bridge corrected. */
  const correct = async (many: number): Promise<void> => {
    await vi.waitFor(() => expect(noted).toHaveLength(many), PATIENCE_MS);
    await notes.settle();
    await travel.corrections.add([wrong(BRIDGE, { scope: { guildId: discord.guild.id } })]);
    await travel.tick();
  };
  return { ...travel, noted, correct };
}

describe('an answer that everybody sees shows what is corrected of it', () => {
  test.for([
    { name: 'given at once', how: 'at once', fault: null },
    { name: 'announced first', how: 'slowly', fault: null },
    { name: 'of which only the confirmation was lost', how: 'at once', fault: 'lost' },
  ] as const)('$name', async ({ how, fault }, { discord, start }) => {
    const bot = await started(discord, start, how === 'slowly' ? ANNOUNCED.whenSlow : undefined);
    if (fault) discord.fail({ method: 'POST', route: CALLBACK, how: fault });
    const message = await discord.slash('summary', { how }).final();
    await bot.correct(1);
    const { id: messageId, channelId } = message;
    expect(bot.noted).toMatchObject([{ guildId: discord.guild.id, channelId, messageId, face }]);
    expect(discord.message(messageId)?.text).toContain('~~The bridge was hit.~~');
    expect(discord.message(messageId)?.pings).toEqual([]);
    expect(bot.reported).toEqual([]);
    bot.close();
  });

  test('turned to another page, on that page, which stays', async ({ discord, start }) => {
    const bot = await started(discord, start);
    const message = await discord.slash('summary', { how: 'at once' }).final();
    const turn = message.customIds.find((id) => id.includes('sources')) ?? expect.unreachable();
    await discord.press(message, turn).final();
    await bot.correct(2);
    expect(bot.noted.at(-1)).toMatchObject({ messageId: message.id, face: { view: 'sources' } });
    expect(discord.message(message.id)?.text).toContain('Sources');
    bot.close();
  });

  test('no more, where the message shows something else by now', async ({ discord, start }) => {
    const bot = await started(discord, start);
    const message = await discord.slash('summary', { how: 'at once' }).final();
    const other = message.customIds.find((id) => !id.includes('sources')) ?? expect.unreachable();
    await discord.press(message, other).final();
    await bot.correct(2);
    expect(discord.message(message.id)?.text).toBe('something else');
    expect((await bot.printed.counts()).messages).toBe(0);
    bot.close();
  });
});

test('an answer that one member alone sees is not noted', async ({ discord, start }) => {
  const bot = await started(discord, start);
  const message = await discord.slash('summary', { how: 'in private' }).final();
  await discord.slash('summary', { how: 'at once' }).final();
  await bot.correct(1);
  expect(bot.noted.map(({ messageId }) => messageId)).not.toContain(message.id);
  expect(discord.message(message.id)?.text).not.toContain('~~');
  bot.close();
});
