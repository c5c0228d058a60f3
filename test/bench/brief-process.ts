/**
 * Answers the mix over a database, the whole way from the options as Discord gives them to the message:
 * `brief-process.ts PATH ARTICLES QUERIES`. Nothing is remembered from one question to the next. That the answer goes to
 * the disk afterwards is not timed, as no reader waits for it; it is done before the next question all the same.
 */
import summary from '../../commands/summary.ts';
import { DISCORD_PAGE_LIMITS, toMessage } from '../../src/deliver/message.ts';
import { syntheticStore } from '../support/synthetic.ts';
import { openStore } from './app.ts';
import { type BenchQuery, benchQueries } from './queries.ts';
import { tell, timeEach, WARM_UP } from './timed.ts';

const [, , path = '', articles, queries] = process.argv;
const startedAt = performance.now();
const { newApp } = openStore(path);
const openMs = performance.now() - startedAt;
let app = newApp();
let nowMs = syntheticStore(Number(articles)).newestAtMs;

async function answer({ input }: BenchQuery): Promise<void> {
  // A second later each time: no answer is the same as one before.
  nowMs += 1_000;
  app = newApp();
  const { page } = await summary.run(input, app, {
    ref: 'bench',
    userId: '1',
    guildId: '1001',
    channelId: null,
    locale: 'en',
    scope: { guildId: '1001' },
    nowMs,
    language: 'en',
    isModerator: false,
    limits: DISCORD_PAGE_LIMITS,
  });
  toMessage(page);
}
const settle = (): Promise<void> => app.settle();

await timeEach(benchQueries(Number(articles), WARM_UP, 'warm-up'), answer, settle);
tell(openMs, await timeEach(benchQueries(Number(articles), Number(queries), 'mix'), answer, settle));
