/**
 * A process that sends the digests of a database at the instants that it is told on its standard input: over plain HTTP to a
 * channel, or, with a token, the application's id and a channel for moderators, to a stand-in for Discord.
 */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import type { DigestChannel } from '../../src/digest/channel.ts';
import { createDelivery } from '../../src/digest/deliver.ts';
import { showReviews } from '../../src/digest/reviews.ts';
import type { DigestContent } from '../../src/domain/outbox.ts';
import { createReviewBoard } from '../../src/review-board.ts';
import { sqliteDigests } from '../../src/store/sqlite/digests/digests.ts';
import { sqliteReviews } from '../../src/store/sqlite/digests/reviews.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { digestBot } from './digest-bot.ts';
import { someContent } from './digests.ts';
import { unexpected } from './stored-app.ts';

const [path = '', url = '', token, applicationId = '', moderatorChannelId = ''] = process.argv.slice(2);
const opened = openDatabase(path, EVENT_RULES);
if (!opened.ok) throw new Error(opened.error.kind);
const database = opened.value;
const digests = sqliteDigests(database, unexpected);
const Posted = z.object({ ids: z.array(z.string()) });

const plain: DigestChannel = {
  eventsAfter: () => [],
  send: async ({ mark, digest, slotMs, there }) => {
    if (there.length > 0) return { kind: 'sent', messageIds: there };
    const body = JSON.stringify({ mark, slotMs, digestId: digest.id, hasNonce: digest.how === 'message' });
    const { ids } = Posted.parse(await (await fetch(`${url}/posts`, { method: 'POST', body })).json());
    return { kind: 'sent', messageIds: ids };
  },
  findOwn: async (_channelId, mark) => {
    const { ids } = Posted.parse(await (await fetch(`${url}/posts/${mark}`)).json());
    return ids.length > 0 ? { kind: 'found', messageIds: ids } : { kind: 'absent' };
  },
};

const bot = token === undefined ? null : digestBot({ url, token, applicationId });

let nowMs = 0;
const shared = {
  digests,
  channel: bot ?? plain,
  compose: async () => ({ kind: 'content', content: someContent() }) as const,
  finish: async (_digest: unknown, content: DigestContent) => content,
  tell: async () => true,
  now: () => nowMs,
  owner: String(process.pid),
  catchUpMs: 6 * 3_600_000,
  report: (error: unknown) => console.error(error),
} as const;
const delivery = createDelivery(shared);
const reviews = sqliteReviews(database);
const settings = async () => ({ moderatorChannelId });
const board = bot && createReviewBoard({ board: bot.board, findOwn: bot.findOwn, settings });
const isToDo = async (): Promise<boolean> =>
  ((await digests.nextAtMs()) ?? Number.POSITIVE_INFINITY) <= nowMs || (await reviews.unshown(nowMs, 1)).length > 0;

console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  nowMs = Number(line);
  do {
    await delivery.tick();
    if (board) await showReviews({ ...shared, reviews, board });
  } while (await isToDo());
  console.log('idle');
}
