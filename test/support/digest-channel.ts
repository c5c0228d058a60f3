import type { DigestChannel, FoundOwn, Outgoing, SendOutcome } from '../../src/digest/channel.ts';

/** How an attempt goes: what arrives, and what is answered. */
export interface Turn {
  readonly arrives: boolean;
  readonly answer: SendOutcome['kind'];
}

const WELL: Turn = { arrives: true, answer: 'sent' };
/** For how long a nonce is remembered: "a few minutes". @see https://docs.discord.com/developers/resources/message#create-message */
const NONCE_MS = 3 * 60_000;

/** A channel as the platform keeps it: nonces hold for some minutes, and for messages alone. */
export function channelInMemory(now: () => number) {
  const posts: { id: string; mark: string; atMs: number; outgoing: Outgoing }[] = [];
  const turns: Turn[] = [];
  let look: FoundOwn['kind'] = 'found';
  const post = (outgoing: Outgoing): string => {
    const { mark, digest } = outgoing;
    const known = posts.find((one) => one.mark === mark && now() - one.atMs < NONCE_MS);
    if (known && digest.how === 'message') return known.id;
    const id = String(100_000 + posts.length);
    posts.push({ id, mark, atMs: now(), outgoing });
    return id;
  };
  const channel: DigestChannel = {
    eventsAfter: () => [],
    send: async (outgoing) => {
      if (outgoing.there.length > 0) return { kind: 'sent', messageIds: outgoing.there };
      const { arrives, answer } = turns.shift() ?? WELL;
      const id = arrives ? post(outgoing) : '';
      return outcomeOf(answer, id);
    },
    findOwn: async (_channelId, mark, sinceMs) => {
      if (look === 'unreadable') return { kind: look, why: 'no-permission' };
      if (look === 'later') return { kind: look, afterMs: 60_000 };
      const found = posts.filter((one) => one.mark === mark && one.atMs >= sinceMs);
      return found.length > 0 ? { kind: 'found', messageIds: found.map(({ id }) => id) } : { kind: 'absent' };
    },
  };
  return {
    channel,
    posts,
    /** What comes next, in order; after that all goes well. */
    goes: (...next: readonly Turn[]) => void turns.push(...next),
    looks: (as: FoundOwn['kind']) => {
      look = as;
    },
  };
}

function outcomeOf(kind: SendOutcome['kind'], id: string): SendOutcome {
  switch (kind) {
    case 'sent':
      return { kind, messageIds: [id] };
    case 'later':
      return { kind, afterMs: 60_000 };
    case 'refused':
      return { kind, why: 'no-permission' };
    case 'unknown':
      return { kind };
  }
}
