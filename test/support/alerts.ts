import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { alertRounds } from '../../src/deliver-alerts.ts';
import type { AlertContent, TrackNotice } from '../../src/domain/alert.ts';
import type { ArticleFile } from '../../src/domain/article-file.ts';
import type { Brief } from '../../src/domain/brief.ts';
import { OPERATOR, type Scope } from '../../src/domain/scope.ts';
import type { Track } from '../../src/domain/track.ts';
import { beginFollowing } from '../../src/follow-tracks.ts';
import type { Ports } from '../../src/ports.ts';
import { keyvOver } from '../../src/store/keyv.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { sqliteCorrections } from '../../src/store/sqlite/corrections/corrections.ts';
import { sqliteGazetteer } from '../../src/store/sqlite/gazetteer.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { sqliteSourceHealth } from '../../src/store/sqlite/source-health.ts';
import { sqliteTracks } from '../../src/store/sqlite/tracks/tracks.ts';
import type { AlertChannel, AlertEdited, AlertSent, OutgoingAlert } from '../../src/track/channel.ts';
import { aBrief, aLine, aSection } from './briefs.ts';
import { ENTITIES } from './claims.ts';

import { NO_TRUST } from './trust.ts';

const unexpected = (error: unknown): never => {
  throw error;
};

/** Noon of a spring day. */
export const NOON = Date.UTC(2024, 4, 20, 12);

export const someTrack = (change: Partial<Track> = {}): Track => ({
  id: 'aaaaaaaa',
  to: { kind: 'channel', guildId: '10000', channelId: '50000', roleId: null },
  query: 'id:kharkiv',
  about: 'everything',
  origins: 1,
  confirmedOnly: false,
  quiet: null,
  zone: 'Europe/Kyiv',
  perDay: 6,
  language: 'en',
  sources: 'all',
  state: 'active',
  createdBy: '90000',
  createdAtMs: NOON,
  ...change,
});

interface Post {
  readonly id: string;
  readonly mark: string;
  readonly outgoing: OutgoingAlert;
  readonly edits: readonly OutgoingAlert[];
}

/** A channel as the platform keeps it. What is put into `sends`, `edits` and `looks` is what comes next, in order; after that all goes well. */
export function alertChannel() {
  const posts = new Map<string, Post>();
  const sends: (AlertSent | 'lost')[] = [];
  const edits: AlertEdited[] = [];
  const looks: ('unreadable' | 'later')[] = [];
  const post = (outgoing: OutgoingAlert): string => {
    const known = [...posts.values()].find(({ mark }) => mark === outgoing.mark);
    const id = known?.id ?? String(700_000 + posts.size);
    if (!known) posts.set(id, { id, mark: outgoing.mark, outgoing, edits: [] });
    return id;
  };
  const channel: AlertChannel = {
    send: async (outgoing) => {
      const next = sends.shift();
      if (next !== undefined && next !== 'lost') return next;
      const messageId = post(outgoing);
      return next === 'lost' ? { kind: 'unknown' } : { kind: 'sent', channelId: '50000', messageId };
    },
    edit: async (outgoing, { messageId }) => {
      const next = edits.shift();
      if (next !== undefined) return next;
      const there = posts.get(messageId);
      if (!there) return { kind: 'gone' };
      posts.set(messageId, { ...there, edits: [...there.edits, outgoing] });
      return { kind: 'edited' };
    },
    findOwn: async ({ mark }) => {
      const next = looks.shift();
      if (next === 'later') return { kind: next, afterMs: 60_000 };
      if (next) return { kind: next };
      const found = [...posts.values()].find((one) => one.mark === mark);
      return found ? { kind: 'found', channelId: '50000', messageId: found.id } : { kind: 'absent' };
    },
  };
  return { channel, posts: () => [...posts.values()], sends, edits, looks, drop: (id: string) => posts.delete(id) };
}

/** A store in memory with tracks over it, and a clock that goes as it is told. */
export async function trackedStore() {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  const gazetteer = sqliteGazetteer(opened.value);
  await gazetteer.replace('entities.json', 'digest', ENTITIES);
  const values = keyvOver(opened.value, 'values');
  const said = { report: unexpected, faults: () => [], startedAtMs: 0, version: '1' };
  const [claims, health] = [sqliteClaimStore(opened.value), sqliteSourceHealth(opened.value)];
  const corrections = sqliteCorrections(opened.value);
  const ports: Ports = {
    claims,
    corrections,
    gazetteer,
    health,
    trust: NO_TRUST,
    settings: values,
    briefs: values,
    ...said,
  };
  const tracks = sqliteTracks(opened.value, unexpected);
  let nowMs = NOON;
  const now = (): number => nowMs;
  return {
    ports,
    tracks,
    now,
    close: opened.value.close,
    pass: (ms: number): void => {
      nowMs += ms;
    },
    follow: async (change: Partial<Track> = {}): Promise<Track> => {
      const track = someTrack(change);
      await beginFollowing({ ports, tracks, now }, { guildId: track.to.kind === 'channel' ? track.to.guildId : null });
      await tracks.add(track, 30);
      return track;
    },
    put: (file: ArticleFile, scope: Scope = OPERATOR) => claims.put(scope, file),
  };
}

/** Alerts of a store into a channel, tick by tick. */
export function alerting(
  store: Pick<Awaited<ReturnType<typeof trackedStore>>, 'ports' | 'tracks' | 'now' | 'pass'>,
  channel: AlertChannel,
  report: (error: unknown) => void = unexpected,
) {
  const told: TrackNotice[] = [];
  const kept: Brief[] = [];
  const { ports, tracks, now } = store;
  const rounds = alertRounds(
    {
      ...{ ports, tracks, channel, now, report },
      tell: async (_track, notice) => void told.push(notice),
      keep: (brief) => void kept.push(brief),
    },
    () => false,
  );
  const tick = async (): Promise<void> => {
    for (const round of rounds) await round();
  };
  return {
    told,
    kept,
    tick,
    /** Ticks on for a time, every ten seconds. */
    run: async (ms = 30_000): Promise<void> => {
      for (let left = ms; left >= 0; left -= 10_000) {
        await tick();
        store.pass(10_000);
      }
    },
  };
}

/** An alert of one strike. */
export const someAlert = (): AlertContent => ({
  brief: aBrief({ ask: { form: 'alert' }, sections: [aSection('strikes', [aLine()])] }),
  events: [{ claims: ['0123456789abcdef c1'], articles: ['0123456789abcdef'], corrected: [] }],
});
