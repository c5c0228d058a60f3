import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Sitrep } from '../../src/compose.ts';
import { COMPILED } from '../support/compiled.ts';
import { feedsSitrep } from '../support/feeds/feeds-sitrep.ts';
import { serveFeeds } from '../support/feeds/serve-feeds.ts';
import { loadInto } from '../support/loaded-folder.ts';
import { withFolder } from '../support/sitrep.ts';

const READER = fileURLToPath(new URL('../support/read-feeds.ts', import.meta.url));
/** More with `SOURCE_KILLS=6`. */
const KILLS = Number(process.env.SOURCE_KILLS ?? 1);
const [FEEDS, ITEMS] = [3, 10];
const SCOPE = { guildId: '77' };

/** Resolves with what a reader has printed when it has ended, or been ended once it had printed `until`, at any point. */
async function run(args: readonly string[], until: string | null): Promise<string> {
  const child: ChildProcess = spawn(process.execPath, [...COMPILED, READER, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (until !== null && printed.includes(until)) wait(Math.random() * 30).then(() => child.kill('SIGKILL'));
  });
  await closed;
  return printed;
}

async function withSitrep<T>(folder: string, port: number, use: (sitrep: Sitrep) => Promise<T>): Promise<T> {
  const sitrep = await feedsSitrep(folder, port, FEEDS);
  return use(sitrep).finally(sitrep.close);
}

/** What there is of the feeds, and what each source says of itself. */
const heldBy = async ({ app, claims }: Sitrep) => {
  const ids = await claims.articleIds(SCOPE);
  const files = await Promise.all(ids.map((id) => claims.file(SCOPE, id)));
  const views = await app.sources.list(SCOPE);
  return { titles: files.map((stored) => stored?.file.article.title ?? '').sort(), counts: views.map((v) => v.counts) };
};

test(`feeds that are read through ${KILLS} kills at random moments are there in the end, each item once`, () =>
  withFolder(async (folder) => {
    await loadInto(folder);
    const server = await serveFeeds(ITEMS);
    const outlines = Array.from({ length: FEEDS }, (_, at) => `<outline xmlUrl="${server.urlOf(at)}"/>`).join('');
    await withSitrep(folder, server.port, async ({ app: { sources } }) => {
      const actor = { scope: SCOPE, userId: '42', nowMs: Date.now() };
      const bytes = Buffer.from(`<opml><body>${outlines}</body></opml>`);
      const list = await sources.probe({ from: 'opml', bytes }, {}, actor);
      if (list.ok) await sources.add(list.value.id, false, actor);
    });
    const args = [folder, String(server.port), String(FEEDS)];
    for (let kill = 0; kill < KILLS; kill += 1)
      await run(args, Math.random() < 0.3 ? 'begun' : `stored ${Math.ceil(Math.random() * 8)}`);
    expect(await run(args, null)).toMatch(/done\n$/);
    const held = await withSitrep(folder, server.port, heldBy);
    const hosts = Array.from({ length: FEEDS }, (_, at) => new URL(server.urlOf(at)).host);
    const items = hosts.flatMap((host) => Array.from({ length: ITEMS }, (_, at) => `Report ${at} of ${host}`));
    expect(held.titles).toEqual(items.sort());
    expect(held.counts).toEqual(hosts.map(() => ({ articles: ITEMS, queued: 0, aside: 0 })));
    await server.stop();
  }));
