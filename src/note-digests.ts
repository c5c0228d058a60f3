import { digestMessages } from './deliver/digest/printed.ts';
import type { DigestChannel } from './digest/channel.ts';
import type { NotePrinted } from './domain/printed-message.ts';

/** The channel of digests, in which each message that has come is noted before it counts as come: a crash in between notes it again. */
export const notingDigests = (
  channel: DigestChannel,
  note: NotePrinted,
  now: () => number,
  report: (error: unknown) => void,
): DigestChannel => ({
  ...channel,
  send: async (outgoing) => {
    const outcome = await channel.send(outgoing);
    if (outcome.kind === 'sent') await note(digestMessages(outgoing, outcome.messageIds, now())).catch(report);
    return outcome;
  },
});
