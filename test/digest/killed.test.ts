import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { sqliteDigests } from '../../src/store/sqlite/digests/digests.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { someDigest } from '../support/digests.ts';
import { startSender } from '../support/start-sender.ts';
import { unexpected } from '../support/stored-app.ts';

/** More with `DIGEST_KILLS=200`. */
const KILLS = Number(process.env.DIGEST_KILLS ?? 3);
const HOUR = 3_600_000;
const FIRST_SLOT = Date.parse('2026-06-02T08:00:00Z');
/** For how long the platform knows a nonce. */
const NONCE_MS = 3 * 60_000;
const DIGESTS = (['message', 'thread', 'forum-post'] as const).flatMap((how, kind) =>
  [0, 1].map((n) =>
    someDigest({
      id: `digest${kind}${n}`,
      how,
      timetable: { schedule: { kind: 'hours', every: 1, at: 0 }, zone: 'UTC' },
      fromMs: FIRST_SLOT - 1,
    }),
  ),
);

const Post = z.object({ mark: z.string(), slotMs: z.int(), digestId: z.string(), hasNonce: z.boolean() });
type Post = z.infer<typeof Post> & { readonly id: string; readonly atMs: number };

const folder = mkdtempSync(join(tmpdir(), 'sitrep-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A channel on the wire: keeps what is posted, and calls `at` before it takes a post, before it answers, and after. */
async function openChannel(now: () => number, at: (moment: 'taken' | 'kept' | 'answered') => void) {
  const posts: Post[] = [];
  const keep = (post: z.infer<typeof Post>): string => {
    const known = posts.find((one) => one.mark === post.mark && now() - one.atMs < NONCE_MS);
    if (known && post.hasNonce) return known.id;
    posts.push({ ...post, id: String(100_000 + posts.length), atMs: now() });
    return String(100_000 + posts.length - 1);
  };
  const server = createServer(async (request, response) => {
    const mark = request.url?.split('/')[2];
    if (mark !== undefined) {
      const ids = posts.filter((one) => one.mark === mark).map(({ id }) => id);
      response.end(JSON.stringify({ ids }));
      return;
    }
    at('taken');
    const id = keep(Post.parse(await json(request)));
    at('kept');
    response.end(JSON.stringify({ ids: [id] }), () => at('answered'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = z.object({ port: z.int() }).parse(server.address());
  return { posts, url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

test(`killed ${KILLS} times at random moments, every digest of every hour is delivered exactly once`, async () => {
  const path = join(folder, 'sitrep.db');
  const opened = openDatabase(path, EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  const digests = sqliteDigests(opened.value, unexpected);
  for (const digest of DIGESTS) await digests.add(digest, 20);

  let nowMs = FIRST_SLOT;
  let deadly = (): void => undefined;
  const channel = await openChannel(
    () => nowMs,
    () => deadly(),
  );
  const start = () => startSender(path, channel.url);
  /** Has it do what is to be done at an instant. */
  const work = async (sender: ReturnType<typeof startSender>, atMs: number): Promise<void> => {
    nowMs = atMs;
    sender.tell(nowMs);
    expect(await sender.said()).toBe('idle');
  };
  let [sender, spare] = [start(), start()];
  for (let round = 1; round <= KILLS + 1; round += 1) {
    expect(await sender.said()).toBe('ready');
    // What the last one left behind comes to its end when its leases do.
    for (const afterMs of [70_000, 140_000]) await work(sender, FIRST_SLOT + (round - 1) * HOUR + afterMs);
    if (round > KILLS) break;
    let left = Math.floor(Math.random() * 3 * DIGESTS.length);
    const { kill } = sender;
    // Between two moments of the wire it is busy with its store.
    deadly = () => {
      left -= 1;
      if (left === 0) setTimeout(kill, Math.random() < 0.5 ? 0 : Math.random() * 5);
    };
    nowMs = FIRST_SLOT + round * HOUR;
    sender.tell(nowMs);
    if (left === 0) setTimeout(kill, Math.random() * 20);
    await sender.gone;
    deadly = () => undefined;
    [sender, spare] = [spare, start()];
  }
  for (const one of [sender, spare]) one.kill();
  await Promise.all([sender.gone, spare.gone]);
  channel.close();

  const expected = DIGESTS.flatMap(({ id }) =>
    Array.from({ length: KILLS + 1 }, (_, n) => `${id} ${FIRST_SLOT + n * HOUR}`),
  );
  expect(channel.posts.map(({ digestId, slotMs }) => `${digestId} ${slotMs}`).sort()).toEqual(expected.sort());
  opened.value.close();
}, 600_000);
