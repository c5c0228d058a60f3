import { codeOf } from './deliver/digest/parts.ts';
import type { NotePrinted } from './domain/printed-message.ts';
import { roleOf } from './domain/track.ts';
import type { AlertChannel, AlertMessage, OutgoingAlert } from './track/channel.ts';

/**
 * The channel of alerts, in which each message that has come or was edited is noted before it counts as such: a crash in between notes
 * it again. What one member alone sees is not: it stands in no server.
 */
export function notingAlerts(
  channel: AlertChannel,
  note: NotePrinted,
  now: () => number,
  report: (error: unknown) => void,
): AlertChannel {
  const noted = async ({ track, content, mark, edits }: OutgoingAlert, message: AlertMessage): Promise<void> => {
    if (track.to.kind === 'member') return;
    const { brief } = content;
    const stamp = { trackId: track.id, roleId: roleOf(track), code: codeOf(mark), edits };
    const where = { guildId: track.to.guildId, channelId: message.channelId, messageId: message.messageId };
    const face = { view: 'overview', page: 1, again: false } as const;
    await note([{ ...where, body: { kind: 'alert', brief, ...stamp }, face, atMs: now() }]).catch(report);
  };
  return {
    send: async (outgoing) => {
      const outcome = await channel.send(outgoing);
      if (outcome.kind === 'sent') await noted(outgoing, outcome);
      return outcome;
    },
    edit: async (outgoing, message) => {
      const outcome = await channel.edit(outgoing, message);
      if (outcome.kind === 'edited') await noted(outgoing, message);
      return outcome;
    },
    findOwn: async (outgoing, sinceMs) => {
      const found = await channel.findOwn(outgoing, sinceMs);
      if (found.kind === 'found') await noted(outgoing, found);
      return found;
    },
  };
}
