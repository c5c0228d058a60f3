import type { Outgoing } from '../../digest/channel.ts';
import type { PrintedBody, PrintedMessage } from '../../domain/printed-message.ts';
import { codeOf } from './parts.ts';

/** The messages that a digest came as, with what they print. @param ids in their order */
export function digestMessages(outgoing: Outgoing, ids: readonly string[], atMs: number): readonly PrintedMessage[] {
  const { content, channelId, mark, digest } = outgoing;
  const { id: digestId, guildId, how, roleId } = digest;
  const [first = channelId] = ids;
  const body: PrintedBody = {
    kind: 'digest',
    content: { ...content, told: { ...content.told, known: '' }, printed: [] },
    ...{ digestId, how, roleId, code: codeOf(mark), parts: ids.length },
  };
  // A thread has the id of the message that it hangs on, and a forum post that of its first.
  const channelOf = (at: number): string => (how === 'message' || (how === 'thread' && at === 0) ? channelId : first);
  return ids.map((messageId, at) => ({
    ...{ guildId, channelId: channelOf(at), messageId, body, atMs },
    face: { view: 'overview', page: at + 1, again: false },
  }));
}
