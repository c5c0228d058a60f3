import type { Digest } from './digest.ts';

/** A channel as far as it matters what may come into it. `other`: nothing of ours may. */
export type ChannelKind = 'text' | 'announcement' | 'forum' | 'thread' | 'other';

/** What the bot may have to be allowed in a channel. `mention-roles`: also those that not everybody may mention. */
export type ChannelRight =
  | 'view'
  | 'send'
  | 'attach'
  | 'history'
  | 'create-threads'
  | 'send-in-threads'
  | 'mention-roles';

/** A channel of a server, as the bot sees it. */
export interface ChannelFacts {
  readonly guildId: string;
  /** Text from outside. */
  readonly name: string;
  readonly kind: ChannelKind;
  /** What the bot may do there. */
  readonly rights: ReadonlySet<ChannelRight>;
  /** Each role of the server, and whether everybody may mention it. */
  readonly roles: ReadonlyMap<string, { readonly mentionable: boolean }>;
}

/**
 * Looks at a channel; null: there is none, or the bot does not see it.
 * Rejects where the platform does not answer.
 */
export type LookAtChannel = (channelId: string) => Promise<ChannelFacts | null>;

/** As what a digest can come into a channel, the usual way first. */
export const WAYS_INTO: Readonly<Record<ChannelKind, readonly Digest['how'][]>> = {
  text: ['message', 'thread'],
  announcement: ['message', 'thread'],
  forum: ['forum-post'],
  thread: ['message'],
  other: [],
};

/** How a digest is to come into a channel. */
export type Way = Pick<Digest, 'how' | 'pictures' | 'roleId'>;

/**
 * What the bot lacks in a channel so that a digest comes into it that way; [] where the role is gone, which then is not
 * mentioned. To publish its own messages it needs no more than to send them.
 */
export function missingRights({ kind, rights, roles }: ChannelFacts, way: Way): readonly ChannelRight[] {
  const isClosed = way.roleId !== null && roles.get(way.roleId)?.mentionable === false;
  const needed: readonly ChannelRight[] = [
    'view',
    'history',
    ...(kind === 'thread' ? (['send-in-threads'] as const) : (['send'] as const)),
    ...(way.how === 'message' ? [] : (['send-in-threads'] as const)),
    ...(way.how === 'thread' ? (['create-threads'] as const) : []),
    ...(way.pictures ? (['attach'] as const) : []),
    ...(isClosed ? (['mention-roles'] as const) : []),
  ];
  return [...new Set(needed)].filter((right) => !rights.has(right));
}
