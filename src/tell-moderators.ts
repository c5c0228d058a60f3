import { hash } from 'node:crypto';
import type { PostPage } from './deliver/channel-post.ts';
import type { Scope } from './domain/scope.ts';
import type { GuildSettings } from './domain/settings.ts';
import type { SourceNotice } from './domain/source-notice.ts';
import type { Log } from './log.ts';
import { renderSourceNotice } from './render/source-notice.ts';

/** Where moderators are. */
interface Servers {
  readonly settings: (guildId: string) => Promise<GuildSettings>;
  readonly post: PostPage;
}

/** Tells the moderators of a server in the channel that `/settings moderators` names. */
export interface ModeratorTelling {
  /** @returns whether there is anybody to tell and they were told; rejects where the platform fails */
  readonly tell: (scope: Scope, notice: SourceNotice) => Promise<boolean>;
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
      if (servers === null) return false;
      const { moderatorChannelId: channel, language = 'en' } = await servers.settings(guildId);
      if (channel === undefined) return false;
      const posted = await servers.post(channel, renderSourceNotice(notice, language), nonceOf(guildId, notice));
      if (!posted.ok) log.warn({ guildId, channel, why: posted.error }, 'moderators could not be told of a source');
      return posted.ok;
    },
  };
}

function logged(log: Log, { source, ...notice }: SourceNotice): boolean {
  log.warn({ source: source.id, name: source.name, ...notice }, 'a source of the operator');
  return true;
}

const NONCE_CHARS = 24;

/** The same notice again has it again. */
const nonceOf = (guildId: string, { source, ...notice }: SourceNotice): string =>
  hash('sha256', JSON.stringify([guildId, source.id, notice])).slice(0, NONCE_CHARS);
