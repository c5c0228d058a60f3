import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect } from 'vitest';
import correct from '../commands/correct.ts';
import corrections from '../commands/corrections.ts';
import summary from '../commands/summary.ts';
import type { App } from '../src/app.ts';
import { createDispatch } from '../src/deliver/dispatch.ts';
import { createModeratorTelling } from '../src/tell-moderators.ts';
import { aLog, test } from './support/bot.ts';
import { aClaim, anArticleFile } from './support/claims.ts';
import type { Call } from './support/discord/call.ts';
import type { MessageView } from './support/discord/messages.ts';
import type { Discord } from './support/discord/stand-in.ts';
import { ANNOUNCED, echo } from './support/echo-command.ts';
import { aDraw } from './support/picture-command.ts';
import { storedSitrep } from './support/stored-app.ts';

const STRIKE = aClaim({
  place: ['kharkiv'],
  sentence: { en: 'A missile hit Kharkiv.', uk: 'Ракета влучила в Харків.' },
});
const MEMBER = { permissions: 0n };
const MODERATOR = { permissions: PermissionFlagsBits.ManageGuild };
const COMMANDS = [echo, summary, correct, corrections];

interface Bot {
  readonly app: App;
  readonly log: ReturnType<typeof aLog>;
  /** An answer, and the form under it filled in. */
  readonly report: (words: string, line?: string) => Promise<Call>;
}

/** The bot, whose moderators have a channel where one is named. */
async function started(
  discord: Discord,
  start: (over: object) => Promise<{ readonly channels: { readonly post: Parameters<typeof connectTo>[1] } }>,
  moderatorChannelId?: string,
): Promise<Bot> {
  const { app, tellOfMistakes } = await storedSitrep([anArticleFile({ id: 'of-afp', publisher: 'AFP' }, [STRIKE])]);
  const log = aLog();
  const report = (error: unknown): void => log.error({ err: error }, 'failed');
  const quiet = { cooldownMs: 0, ackAfterMs: ANNOUNCED.never, draw: aDraw().draw };
  const dispatch = createDispatch({ app, commands: COMMANDS, now: Date.now, report, ...quiet });
  const { channels } = await start({ dispatch, commands: COMMANDS });
  const telling = createModeratorTelling({ ...log, info: () => undefined, debug: () => undefined });
  connectTo(telling, channels.post, app);
  tellOfMistakes(telling.tellOfMistake);
  if (moderatorChannelId !== undefined) await app.saveSettings(discord.guild.id, { moderatorChannelId });
  return {
    ...{ app, log },
    report: async (words, line = '') => {
      const answer = await discord.slash('summary', { query: 'Kharkiv' }, MEMBER).final();
      const form = discord.press(answer, buttonOf(answer, /^corrections:report/), MEMBER);
      await form.settled();
      return discord.submit(form, { line, words }, MEMBER);
    },
  };
}

function connectTo(
  telling: ReturnType<typeof createModeratorTelling>,
  post: Parameters<typeof telling.connect>[0]['post'],
  app: App,
): void {
  telling.connect({ settings: app.settings, post });
}

const buttonOf = ({ customIds }: MessageView, action: RegExp): string =>
  customIds.find((id) => action.test(id)) ?? expect.unreachable(`no ${action.source} among ${customIds.join()}`);

describe('a mistake that a member reports', () => {
  test('comes into the moderators’ channel, where one marks the line as wrong', async ({ discord, start }) => {
    const channel = discord.addChannel(discord.guild, 'moderators');
    const { report, log } = await started(discord, start, channel.id);
    const thanks = await (await report('It was a drill @everyone.', '[1]')).final();
    expect([thanks.ephemeral, thanks.text]).toEqual([true, expect.stringContaining('The moderators')]);
    const [told, ...more] = discord.messagesIn(channel);
    if (!told) throw new Error('nobody was told');
    expect(more).toEqual([]);
    expect(told.pings).toEqual([]);
    expect(told.text).toContain(`<@${discord.user.id}>`);
    expect(told.text).toContain('It was a drill');
    const mark = buttonOf(told, /^correct:mistake/);
    expect((await discord.press(told, mark, MEMBER).final()).text).toContain('moderators');
    const form = discord.press(told, mark, MODERATOR);
    await form.settled();
    const proposal = await discord.submit(form, { reason: 'It was a drill.' }, MODERATOR).final();
    expect([proposal.ephemeral, proposal.text]).toEqual([true, expect.stringContaining('A missile hit Kharkiv.')]);
    const done = await discord.press(proposal, buttonOf(proposal, /^correct:do/), MODERATOR).final();
    expect(done.text).toContain('1 statement marked as wrong.');
    const again = await discord.slash('summary', { query: 'Kharkiv' }, MEMBER).final();
    expect(again.text).not.toContain('A missile hit');
    const late = await discord.press(told, buttonOf(told, /^correct:dismiss/), MODERATOR).final();
    expect(late.text).toContain('Marked as wrong by');
    expect(late.customIds).toEqual([]);
    expect(log.lines).toEqual([]);
  });

  test('is dismissed there by a moderator, and by nobody else', async ({ discord, start }) => {
    const channel = discord.addChannel(discord.guild, 'moderators');
    const { app, report } = await started(discord, start, channel.id);
    await (await report('Hm.')).final();
    const [told] = discord.messagesIn(channel);
    if (!told) throw new Error('nobody was told');
    const dismiss = buttonOf(told, /^correct:dismiss/);
    await discord.press(told, dismiss, MEMBER).final();
    expect(discord.messagesIn(channel)[0]?.text).not.toContain('Dismissed');
    const settled = await discord.press(told, dismiss, MODERATOR).final();
    expect([settled.id, settled.text]).toEqual([told.id, expect.stringContaining('Dismissed by')]);
    expect((await app.corrections.mistakes({ guildId: discord.guild.id }, 0, 1)).total).toBe(0);
  });

  test.for([
    ['there is no channel', false],
    ['the channel does not take it', true],
  ] as const)('is kept and logged where %s, and the member is told so', async ([, isThere], { discord, start }) => {
    const channel = discord.addChannel(discord.guild, 'moderators');
    const { app, log, report } = await started(discord, start, isThere ? channel.id : undefined);
    discord.deny(channel, PermissionFlagsBits.SendMessages);
    const thanks = await (await report('Hm.')).final();
    expect(thanks.text).toContain('could not be told');
    expect(thanks.text).toContain('/corrections');
    expect(log.lines.map(({ message }) => message)).toContain('a mistake was reported');
    expect((await app.corrections.mistakes({ guildId: discord.guild.id }, 0, 1)).total).toBe(1);
  });
});
