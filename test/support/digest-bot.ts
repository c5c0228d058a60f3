import { REST } from 'discord.js';
import { createChannelLook } from '../../src/deliver/channel-look.ts';
import { createBoard } from '../../src/deliver/digest/board.ts';
import { createDigestChannel } from '../../src/deliver/digest/channel.ts';
import { createAskDiscord } from '../../src/deliver/digest/request.ts';
import { createPictures } from '../../src/deliver/pictures.ts';
import { markOf, type Outgoing } from '../../src/digest/channel.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { someContent, someDigest } from './digests.ts';
import type { Discord } from './discord/stand-in.ts';
import { aDraw } from './picture-command.ts';

/** What the bot has towards the channels of a stand-in. @param pace none when not said; `{}` for its usual one */
export function digestBot(
  { url, token, applicationId }: Pick<Discord, 'url' | 'token' | 'applicationId'>,
  { everyMs }: { readonly everyMs?: number } = { everyMs: 0 },
) {
  const reported: unknown[] = [];
  const { ask, close } = createAskDiscord(token, url, everyMs);
  const rest = new REST({ api: url }).setToken(token);
  const look = createChannelLook(rest, applicationId);
  const report = (error: unknown): void => void reported.push(error);
  const pictures = createPictures(aDraw().draw);
  return {
    ...createDigestChannel({ ask, look, botId: applicationId, pictures, report }),
    board: createBoard(ask),
    look,
    reported,
    close: (): void => {
      close();
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
  };
}

/** A digest of today on its way, for the first time. */
export function outgoing(digest: Partial<Digest> = {}, more: Partial<Outgoing> = {}): Outgoing {
  const whole = someDigest(digest);
  const slotMs = Math.floor(Date.now() / 60_000) * 60_000;
  const mark = markOf({ digestId: whole.id, slotMs });
  return { digest: whole, slotMs, content: someContent(), channelId: whole.channelId, mark, there: [], ...more };
}
