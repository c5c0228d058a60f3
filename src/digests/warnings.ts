import { type ChannelFacts, missingRights, WAYS_INTO } from '../domain/channel-facts.ts';
import type { Digest } from '../domain/digest.ts';
import type { Trouble } from '../domain/digest-notice.ts';
import type { DigestChoice, DigestRefusal, DigestWarning } from '../domain/digest-view.ts';
import type { DigestPorts } from './ports.ts';

/** How it stands with the channel of a digest or an alert. */
export type Looked =
  | { readonly kind: 'seen'; readonly facts: ChannelFacts }
  | { readonly kind: 'no-channel' | 'unchecked' | 'unanswered' };

/** Looks at a channel; one of another server is none. */
export async function looked(
  guildId: string,
  channelId: string,
  { channels, report }: Pick<DigestPorts, 'channels' | 'report'>,
): Promise<Looked> {
  if (!channels.areThere()) return { kind: 'unchecked' };
  try {
    const facts = await channels.look(channelId);
    return facts?.guildId === guildId ? { kind: 'seen', facts } : { kind: 'no-channel' };
  } catch (error) {
    report(error);
    return { kind: 'unanswered' };
  }
}

/** What keeps the digest from coming as it is set up. */
export async function warningsOf(
  digest: Digest,
  channel: Looked,
  nowMs: number,
  ports: DigestPorts,
): Promise<readonly DigestWarning[]> {
  const { guildId, id } = digest;
  const [lost, { moderatorChannelId }, progress] = await Promise.all([
    ports.lost(digest, nowMs),
    ports.settings(guildId),
    ports.store.progress(guildId, id),
  ]);
  const isUnheard = digest.vetoMinutes !== null && moderatorChannelId === undefined;
  return [
    ...channelWarnings(digest, channel),
    ...(lost.length > 0 ? [{ kind: 'lost', queries: lost } as const] : []),
    ...(isUnheard ? [{ kind: 'no-moderators' } as const] : []),
    ...troubleOf(progress?.trouble ?? null),
  ];
}

/** What is seen by a look at how it stands is not told twice. */
const troubleOf = (trouble: Trouble | null): readonly DigestWarning[] =>
  trouble === null || trouble.notice.kind === 'no-role' || trouble.notice.kind === 'no-subject'
    ? []
    : [{ kind: 'trouble', trouble }];

function channelWarnings(digest: Digest, channel: Looked): readonly DigestWarning[] {
  if (channel.kind !== 'seen') return [{ kind: channel.kind }];
  const { facts } = channel;
  const rights = missingRights(facts, digest);
  return [
    ...(WAYS_INTO[facts.kind].includes(digest.how) ? [] : [{ kind: 'unfit' } as const]),
    ...(rights.length > 0 ? [{ kind: 'no-right', rights } as const] : []),
    ...(digest.crosspost && facts.kind !== 'announcement' ? [{ kind: 'no-crosspost' } as const] : []),
    ...(digest.roleId !== null && !facts.roles.has(digest.roleId) ? [{ kind: 'no-role' } as const] : []),
  ];
}

/** What a moderator has to have asked for, so that it is refused rather than warned of. */
const ASKED_FOR = {
  'no-channel': ['channelId'],
  unfit: ['channelId', 'how'],
  'no-crosspost': ['channelId', 'crosspost'],
  'no-role': ['roleId'],
} as const;

/** What no permission could mend of what is asked for; null: nothing. */
export function channelRefusal(digest: Digest, asked: Partial<DigestChoice>, channel: Looked): DigestRefusal | null {
  const isAsked = (kind: keyof typeof ASKED_FOR): boolean => ASKED_FOR[kind].some((field) => field in asked);
  for (const { kind } of channelWarnings(digest, channel)) {
    if (kind === 'unfit' && isAsked(kind)) return { kind, how: digest.how };
    if ((kind === 'no-channel' || kind === 'no-crosspost' || kind === 'no-role') && isAsked(kind)) return { kind };
  }
  return null;
}
