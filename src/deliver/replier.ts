import { MessageFlags, InteractionResponseType as Response } from 'discord-api-types/v10';
import type { MessageBody, Replier } from './edge.ts';
import type { InteractionApi } from './interaction-api.ts';

/** What was shown of an interaction so far. */
type Shown = 'nothing' | 'coming in public' | 'coming in private' | 'update coming' | 'an answer';

/** Answers one interaction on Discord, in whatever form what was shown before asks for. */
export function createReplier(api: InteractionApi): Replier {
  let shown: Shown = 'nothing';
  const become = async (next: Shown, done: Promise<void>): Promise<void> => {
    await done;
    shown = next;
  };
  return {
    acknowledge: (how, isPrivate) => {
      if (how === 'update') return become('update coming', api.respond({ type: Response.DeferredMessageUpdate }));
      const next = isPrivate ? 'coming in private' : 'coming in public';
      const data = isPrivate ? { data: { flags: MessageFlags.Ephemeral } as const } : {};
      return become(next, api.respond({ type: Response.DeferredChannelMessageWithSource, ...data }));
    },
    reply: (body, isPrivate) => become('an answer', reply(api, shown, body, isPrivate)),
    update: (body) => become('an answer', update(api, shown, body)),
  };
}

async function reply(api: InteractionApi, shown: Shown, body: MessageBody, isPrivate: boolean): Promise<void> {
  const message = sent(body, isPrivate);
  switch (shown) {
    case 'nothing':
      return api.respond({ type: Response.ChannelMessageWithSource, data: message });
    case 'coming in public':
      if (!isPrivate) return api.edit(sent(body, false));
      // What was announced to all cannot become private: it goes, and the answer comes beside it.
      await api.withdraw();
      return api.followUp(message);
    case 'coming in private':
      return api.edit(sent(body, false));
    case 'update coming':
    case 'an answer':
      return api.followUp(message);
  }
}

function update(api: InteractionApi, shown: Shown, body: MessageBody): Promise<void> {
  const message = sent(body, false);
  return shown === 'nothing' ? api.respond({ type: Response.UpdateMessage, data: message }) : api.edit(message);
}

/** Whether a message is private is said when it is created; an edit cannot change it. */
function sent({ flags, components, allowed_mentions }: MessageBody, isPrivate: boolean) {
  return {
    flags: isPrivate ? flags | MessageFlags.Ephemeral : flags,
    components: [...components],
    allowed_mentions: { parse: [...allowed_mentions.parse] },
  };
}
