/**
 * Reads feeds of a server in this process's parent, the way the bot does, while somebody asks for summaries:
 * `sources-process.ts STATE_DIR PORT FEEDS`. With a fourth word, `bare`: fetches and parses them only.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseFeed } from 'feedsmith';
import { commands } from '../../commands/index.ts';
import type { App } from '../../src/app.ts';
import { compose } from '../../src/compose.ts';
import { createDispatch } from '../../src/deliver/dispatch.ts';
import { DAY_MS } from '../../src/domain/period.ts';
import { OPERATOR } from '../../src/domain/scope.ts';
import { DATA_FOLDER } from '../../src/place.ts';
import type { SourceReading } from '../../src/sources/reading.ts';
import { behaviourOf, hostOf } from '../support/feeds/serve-feeds.ts';
import { unexpected } from '../support/stored-app.ts';
import { REAL_QUESTIONS } from './concurrent.ts';
import type { SourcesTold } from './sources.ts';

const [, , stateDir = '', portText, feedsText, mode] = process.argv;
const [port, feeds] = [Number(portText), Number(feedsText)];
const urls = Array.from({ length: feeds }, (_, at) => `http://${hostOf(at)}:${port}/feed`);

/** Somebody asks so often. */
const ASK_EVERY_MS = 50;
const LOOK_EVERY_MS = 100;
/** Items are brought for so long at most. */
const BROUGHT_MS = 15_000;

if (mode === 'bare') await readBare();
else await readAsBot();

/** The least that reading can be: as many at once, nothing checked, nothing kept. */
async function readBare(): Promise<void> {
  const startedAt = performance.now();
  const left = urls.keys();
  const lane = async (): Promise<void> => {
    for (const at of left) {
      const answer = await fetch(`http://127.0.0.1:${port}/feed`, { headers: { 'x-feed-host': hostOf(at) } });
      const { format, charset } = behaviourOf(at);
      parseFeed(new TextDecoder(format === 'json' ? 'utf-8' : charset).decode(await answer.arrayBuffer()));
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  process.send?.({ firstMs: performance.now() - startedAt });
}

async function readAsBot(): Promise<void> {
  let offsetMs = 0;
  const now = (): number => Date.now() + offsetMs;
  const opened = await compose({
    ...{ stateDir, dataDir: DATA_FOLDER, version: 'bench', startedAtMs: Date.now(), report: unexpected, now },
    fetching: {
      allowedHosts: urls.map((_, at) => ({ host: hostOf(at), port })),
      contact: null,
      resolve: async () => ['127.0.0.1'],
    },
    tell: async () => false,
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  const { app, reading, close } = opened.value;
  const actor = { scope: OPERATOR, userId: null, nowMs: now() };
  const outlines = urls.map((url, at) => `<outline type="rss" text="Feed ${at}" xmlUrl="${url}"/>`).join('');
  const list = await app.sources.probe(
    { from: 'opml', bytes: Buffer.from(`<opml><body>${outlines}</body></opml>`) },
    {},
    actor,
  );
  if (!list.ok) throw new Error(list.error.kind);
  const added = await app.sources.add(list.value.id, false, actor);
  if (!added.ok || added.value.added.length !== feeds) throw new Error('not every feed was added');
  const asked = asking(app, now);
  const memory = watching();
  const firstMs = await timed(reading.poll);
  const first = reading.counts();
  offsetMs += 3 * DAY_MS;
  const secondMs = await timed(reading.poll);
  const { unchanged, failed, fault } = reading.counts();
  const answersMs = await asked.stop();
  const most = memory.stop();
  const told: SourcesTold = {
    ...{ firstMs, secondMs, answersMs, ...most, bringing: await bringing(app, reading, now) },
    ...{ read: first.read, unchanged, failed: failed + fault },
  };
  process.send?.(told);
  await close();
}

/** What was found is brought, while summaries are asked for again. */
async function bringing(app: App, reading: SourceReading, now: () => number): Promise<SourcesTold['bringing']> {
  const [asked, memory] = [asking(app, now), watching()];
  const startedAt = performance.now();
  const done = reading.bring();
  await Promise.race([done, pause(BROUGHT_MS)]);
  await reading.stop();
  await done;
  const tookMs = performance.now() - startedAt;
  return { tookMs, stored: reading.counts().stored, answersMs: await asked.stop(), ...memory.stop() };
}

async function timed(step: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await step();
  return performance.now() - startedAt;
}

/** Asks for summaries in turn, each when its time has come: what the loop is late by counts. */
function asking(app: App, now: () => number) {
  const draw = () => Promise.reject(new Error('no picture is asked for'));
  const dispatch = createDispatch({ app, commands, now, report: unexpected, cooldownMs: 0, draw });
  const took: number[] = [];
  let isStopped = false;
  const ask = async (at: number, dueAt: number): Promise<void> => {
    const options = REAL_QUESTIONS[at % REAL_QUESTIONS.length] ?? {};
    const caller = {
      ref: String(at),
      userId: String(at),
      guildId: '100',
      locale: 'en',
      managesGuild: false,
      roleIds: [],
      channelId: null,
    };
    const done = async (): Promise<void> => void took.push(performance.now() - dueAt);
    const replier = { acknowledge: async () => undefined, ask: async () => undefined, reply: done, update: done };
    await dispatch.handle({ kind: 'command', name: 'summary', options }, caller, replier);
  };
  const run = (async () => {
    const startedAt = performance.now();
    for (let at = 0; !isStopped; at += 1) {
      const dueAt = startedAt + at * ASK_EVERY_MS;
      await pause(Math.max(0, dueAt - performance.now()));
      await ask(at, dueAt);
    }
  })();
  return {
    stop: async (): Promise<readonly number[]> => {
      isStopped = true;
      await run;
      return took;
    },
  };
}

/** The most that this process held, and the most that it and those it started held together. */
function watching() {
  let [ownBytes, allBytes] = [0, 0];
  const look = (): void => {
    const own = residentOf('self');
    ownBytes = Math.max(ownBytes, own);
    allBytes = Math.max(allBytes, own + childrenOf().reduce((sum, pid) => sum + residentOf(pid), 0));
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return { ownBytes, allBytes };
    },
  };
}

function residentOf(pid: string): number {
  try {
    const [, kib = ''] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kib) * 1_024;
  } catch {
    return 0; // it has ended
  }
}

function childrenOf(): readonly string[] {
  return readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean);
}
