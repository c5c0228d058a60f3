import { z } from 'zod';
import { DAY_MS } from './domain/period.ts';
import type { KeyValue } from './ports.ts';

interface GonePorts {
  /** Where it is remembered. */
  readonly kv: KeyValue;
  /** The servers that the bot is in. Rejects where that cannot be known. */
  readonly servers: () => Promise<ReadonlySet<string>>;
  /** Deletes what is kept of a server. */
  readonly erase: (guildId: string, nowMs: number) => Promise<unknown>;
}

/** Whoever invites the bot again within this time finds everything as it was. */
const KEPT_MS = 30 * DAY_MS;
const KEY = 'servers';
/** Each server that it was ever in, with the instant since when it is in it no more (Unix ms); null: it is. */
const Known = z.record(z.string(), z.int().nullable());

/** Looks which servers the bot is in, and deletes what is kept of those that it has not been in for 30 days. */
export async function forgetGoneServers({ kv, servers, erase }: GonePorts, nowMs: number): Promise<void> {
  const known = Known.catch({}).parse((await kv.get(KEY)) ?? {});
  const present = await servers();
  const gone = Object.entries(known)
    .filter(([id]) => !present.has(id))
    .map(([id, sinceMs]) => [id, sinceMs ?? nowMs] as const);
  const isOver = ([, sinceMs]: readonly [string, number]): boolean => nowMs - sinceMs >= KEPT_MS;
  for (const [id] of gone.filter(isOver)) await erase(id, nowMs);
  const here = [...present].map((id) => [id, null] as const);
  await kv.set(KEY, Object.fromEntries([...here, ...gone.filter((one) => !isOver(one))]));
}
