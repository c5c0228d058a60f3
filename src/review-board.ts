import type { Board, Pinned } from './deliver/digest/board.ts';
import { DISCORD_PAGE_LIMITS } from './deliver/message.ts';
import type { DigestChannel } from './digest/channel.ts';
import type { ReviewBoard, ShowOutcome } from './digest/reviews.ts';
import type { Page } from './domain/page.ts';
import type { Review } from './domain/review.ts';
import type { GuildSettings } from './domain/settings.ts';
import { renderReview } from './render/review-page.ts';

interface BoardPorts {
  readonly board: Board;
  readonly findOwn: DigestChannel['findOwn'];
  readonly settings: (guildId: string) => Promise<GuildSettings>;
}

/** Shows reviews in the channel that `/settings moderators` names, in the server's language. */
export function createReviewBoard({ board, findOwn, settings }: BoardPorts): ReviewBoard {
  const pageOf = async (review: Review): Promise<Page> => {
    const { language = 'en' } = await settings(review.digest.guildId);
    return renderReview(review, language, DISCORD_PAGE_LIMITS);
  };
  return {
    channelOf: async (guildId) => (await settings(guildId)).moderatorChannelId ?? null,
    findOwn,
    post: async (review, channelId) =>
      outcomeOf(await board.post(channelId, await pageOf(review), review.mark), channelId),
    edit: async (review, { channelId, messageId }) =>
      outcomeOf(await board.edit(channelId, messageId, await pageOf(review)), channelId),
  };
}

function outcomeOf(pinned: Pinned, channelId: string): ShowOutcome {
  switch (pinned.kind) {
    case 'shown':
      return { kind: 'shown', message: { channelId, messageId: pinned.messageId } };
    case 'gone':
      return { kind: 'nowhere' };
    default:
      return pinned;
  }
}
