import { hash } from 'node:crypto';
import type { PostPage } from './deliver/channel-post.ts';
import type { Tell } from './digest/notice.ts';
import type { TrackNotice } from './domain/alert.ts';
import type { Language } from './domain/language.ts';
import type { Mistake } from './domain/mistake.ts';
import type { Page } from './domain/page.ts';
import { DAY_MS } from './domain/period.ts';
import type { Scope } from './domain/scope.ts';
import type { GuildSettings } from './domain/settings.ts';
import type { SourceNotice } from './domain/source-notice.ts';
import type { Track } from './domain/track.ts';
import type { Log } from './log.ts';
import { renderDigestNotice } from './render/digest-notice.ts';
import { renderMistake } from './render/mistake-pages.ts';
import { renderSourceNotice } from './render/source-notice.ts';
import { renderTrackNotice } from './render/track-notice.ts';

/** Where moderators are. */
interface Servers {
  readonly settings: (guildId: string) => Promise<GuildSettings>;
  readonly post: PostPage;
}

/** Tells the moderators of a server in the channel that `/settings moderators` names. */
export interface ModeratorTelling {
  /** @returns whether there is anybody to tell and they were told; rejects where the platform fails */
  readonly tell: (scope: Scope, notice: SourceNotice) => Promise<boolean>;
  /** Never rejects: what nobody can be told is logged. */
  readonly tellOfDigest: Tell;
  /** Likewise; how it stands with a member's own track the member alone sees, at the track. */
  readonly tellOfTrack: (track: Track, notice: TrackNotice) => Promise<void>;
  /** @returns whether moderators were told of a mistake that a member reported; what nobody is told of is logged. Rejects where the platform fails */
  readonly tellOfMistake: (mistake: Mistake) => Promise<boolean>;
  /** From now on there are servers with channels. */
  readonly connect: (servers: Servers) => void;
}

/** What is told of the operator's own sources goes to the log, and so does what a channel does not take. */
export function createModeratorTelling(log: Log): ModeratorTelling {
  let servers: Servers | null = null;
  return {
    connect: (to) => {
      servers = to;
    },
    tell: async ({ guildId }, notice) => {
      if (guildId === null) return logged(log, notice);
      const { source, ...rest } = notice;
      const nonce = nonceOf(guildId, source.id, rest);
      return servers !== null && told(servers, guildId, (language) => renderSourceNotice(notice, language), nonce, log);
    },
    tellOfDigest: async ({ id, guildId }, notice) => {
      const page = (language: Language): Page => renderDigestNotice(id, notice, language);
      const isTold = await toldToday(servers, guildId, id, notice, page, log);
      if (!isTold) log.warn({ guildId, digest: id, ...notice }, 'a digest is not delivered');
      return isTold;
    },
    tellOfMistake: async (mistake) => {
      const { guildId } = mistake.scope;
      const page = (language: Language): Page => renderMistake(mistake, language);
      const nonce = mistake.id;
      const isTold = guildId !== null && servers !== null && (await told(servers, guildId, page, nonce, log));
      if (!isTold) log.warn({ guildId, mistake: mistake.id, answer: mistake.answer }, 'a mistake was reported');
      return isTold;
    },
    tellOfTrack: async ({ id, to }, notice) => {
      const page = (language: Language): Page => renderTrackNotice(id, notice, language);
      const isTold = to.kind === 'channel' && (await toldToday(servers, to.guildId, id, notice, page, log));
      if (!isTold) log.warn({ track: id, ...notice }, 'an alert is not delivered');
    },
  };
}

/** Tells it, which a day later is news again; the store remembers what was told meanwhile. @returns whether they were told */
async function toldToday(
  servers: Servers | null,
  guildId: string,
  id: string,
  notice: object,
  page: (language: Language) => Page,
  log: Log,
): Promise<boolean> {
  if (servers === null) return false;
  const nonce = nonceOf(guildId, id, { ...notice, day: Math.floor(Date.now() / DAY_MS) });
  return told(servers, guildId, page, nonce, log).catch((error: unknown) => {
    log.error({ err: error, guildId, id }, 'moderators could not be told');
    return false;
  });
}

/** @returns whether there is a channel to tell it in, and it takes it; rejects where the platform fails */
async function told(
  { settings, post }: Servers,
  guildId: string,
  page: (language: Language) => Page,
  nonce: string,
  log: Log,
): Promise<boolean> {
  const { moderatorChannelId: channel, language = 'en' } = await settings(guildId);
  if (channel === undefined) return false;
  const posted = await post(channel, page(language), nonce);
  if (!posted.ok) log.warn({ guildId, channel, why: posted.error }, 'moderators could not be told');
  return posted.ok;
}

function logged(log: Log, { source, ...notice }: SourceNotice): boolean {
  log.warn({ source: source.id, name: source.name, ...notice }, 'a source of the operator');
  return true;
}

const NONCE_CHARS = 24;

/** The same notice again has it again. */
const nonceOf = (guildId: string, id: string, notice: object): string =>
  hash('sha256', JSON.stringify([guildId, id, notice])).slice(0, NONCE_CHARS);
