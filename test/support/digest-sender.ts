/**
 * A process that sends the digests of a database at the instants that it is told on its standard input: over plain HTTP to a
 * channel, or, with a token and the application's id, to a stand-in for Discord.
 */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import type { DigestChannel } from '../../src/digest/channel.ts';
import { createDelivery } from '../../src/digest/deliver.ts';
import { sqliteDigests } from '../../src/store/sqlite/digests/digests.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { digestBot } from './digest-bot.ts';
import { someContent } from './digests.ts';
import { unexpected } from './stored-app.ts';

const [path = '', url = '', token, applicationId = ''] = process.argv.slice(2);
const opened = openDatabase(path, EVENT_RULES);
if (!opened.ok) throw new Error(opened.error.kind);
const digests = sqliteDigests(opened.value, unexpected);
const Posted = z.object({ ids: z.array(z.string()) });

const plain: DigestChannel = {
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

const channel = token === undefined ? plain : digestBot({ url, token, applicationId });

let nowMs = 0;
const delivery = createDelivery({
  digests,
  channel,
  compose: async () => ({ kind: 'content', content: someContent() }),
  finish: async (_digest, content) => content,
  tell: async () => undefined,
  now: () => nowMs,
  owner: String(process.pid),
  catchUpMs: 6 * 3_600_000,
  report: (error) => console.error(error),
});

console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  nowMs = Number(line);
  do await delivery.tick();
  while (((await digests.nextAtMs()) ?? Number.POSITIVE_INFINITY) <= nowMs);
  console.log('idle');
}
