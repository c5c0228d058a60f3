import type { Composed } from '../digest/work.ts';
import type { LookAtChannel } from '../domain/channel-facts.ts';
import type { Digest, DigestId } from '../domain/digest.ts';
import type { GuildSettings } from '../domain/settings.ts';
import type { DigestStore, Progress } from '../store/digest-contract.ts';
import type { ReviewStore } from '../store/review-contract.ts';

export interface DigestPorts {
  readonly store: DigestStore;
  readonly reviews: Pick<ReviewStore, 'review' | 'coming' | 'decide'>;
  /** `areThere`: false where the platform has no channels. */
  readonly channels: { readonly areThere: () => boolean; readonly look: LookAtChannel };
  /** Reads only. */
  readonly compose: (digest: Digest, progress: Progress, nowMs: number) => Promise<Composed>;
  /** Of the words of a digest, those that stand for nothing or for several things. */
  readonly lost: (digest: Digest, nowMs: number) => Promise<readonly string[]>;
  readonly settings: (guildId: string) => Promise<GuildSettings>;
  /** A new one each time. */
  readonly newId: () => DigestId;
  /** Told what failed without anybody waiting for it. */
  readonly report: (error: unknown) => void;
}
