import { asCorrected } from './as-corrected.ts';
import type { Sitrep } from './compose.ts';
import type { DiscordChannels } from './deliver/client.ts';
import { deliverAlerts } from './deliver-alerts.ts';
import { deliverDigests } from './deliver-digests.ts';
import type { Brief } from './domain/brief.ts';
import type { Log } from './log.ts';
import { notingAlerts } from './note-alerts.ts';
import { notingDigests } from './note-digests.ts';
import { createReviewBoard } from './review-board.ts';
import type { ModeratorTelling } from './tell-moderators.ts';
import { travelCorrections } from './travel-corrections.ts';

/** What is brought to channels without having been asked for there; looked at every second. */
export interface Delivery {
  readonly name: string;
  readonly tick: () => Promise<void>;
  /** Begins nothing new; resolves when what is under way is done. */
  readonly stop: () => Promise<void>;
}

/** All that is brought to the channels of the platform. */
export function deliveriesTo(
  channels: DiscordChannels,
  sitrep: Sitrep,
  moderators: ModeratorTelling,
  log: Log,
): readonly Delivery[] {
  const { app, printed } = sitrep;
  const shared = { now: Date.now, keep: (brief: Brief) => app.turn(brief, brief.shown) };
  const reportOf = (job: string) => (error: unknown) => log.error({ err: error, job }, 'failed');
  const digests = deliverDigests({
    ...{ ...shared, digests: sitrep.digests, compose: sitrep.composeDigest },
    corrected: (brief) => asCorrected(sitrep.corrections, brief),
    ...(sitrep.wordDigest && { word: sitrep.wordDigest }),
    channel: notingDigests(channels.digests, printed.note, Date.now, reportOf('digests')),
    ...{ reviews: sitrep.reviews, tell: moderators.tellOfDigest, report: reportOf('digests') },
    board: createReviewBoard({ board: channels.board, findOwn: channels.digests.findOwn, settings: app.settings }),
  });
  const alerts = deliverAlerts({
    ...{ ...shared, ...sitrep.following, tell: moderators.tellOfTrack, report: reportOf('alerts') },
    channel: notingAlerts(channels.alerts, printed.note, Date.now, reportOf('alerts')),
  });
  const corrections = travelCorrections({
    ...{ printed, corrections: sitrep.corrections, edit: channels.edit, now: Date.now },
    report: reportOf('corrections'),
    lost: ({ guildId, channelId, messageId }, why) =>
      log.warn({ guildId, channelId, messageId, why }, 'a correction does not reach a message'),
  });
  return [
    { name: 'digests', ...digests },
    { name: 'alerts', ...alerts },
    { name: 'corrections', ...corrections },
  ];
}
