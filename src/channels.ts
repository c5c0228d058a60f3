import type { LookAtChannel } from './domain/channel-facts.ts';

/** The channels of the platform that the bot is on. */
export interface Channels {
  /** false where there are none, as in the preview, or not yet. */
  readonly areThere: () => boolean;
  /** null for every channel where there are none. */
  readonly look: LookAtChannel;
  /** From now on there are channels. */
  readonly connect: (look: LookAtChannel) => void;
}

export function createChannels(): Channels {
  let connected: LookAtChannel | null = null;
  return {
    areThere: () => connected !== null,
    look: async (channelId) => (connected === null ? null : connected(channelId)),
    connect: (look) => {
      connected = look;
    },
  };
}
