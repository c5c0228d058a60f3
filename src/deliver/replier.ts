import { MessageFlags, InteractionResponseType as Response } from 'discord-api-types/v10';
import type { MessageBody, Replier } from './edge.ts';
import type { InteractionApi } from './interaction-api.ts';
import { payloadOf } from './payload.ts';

/** What was shown of an interaction so far. */
type Shown = 'nothing' | 'coming in public' | 'coming in private' | 'update coming' | 'an answer';

/** Finds the message that everybody sees; null: there is none. */
type FindShown = NonNullable<Replier['publicId']>;

const NOBODY_ELSE: FindShown = async () => null;
const found =
  (id: string | null): FindShown =>
  async () =>
    id;

/**
 * Answers one interaction on Discord, in whatever form what was shown before asks for.
 * @param pressed the id of the message whose button was pressed; null where there is none, or its presser alone sees it
 */
export function createReplier(api: InteractionApi, pressed: string | null = null): Replier {
  let shown: Shown = 'nothing';
  let findShown: FindShown = NOBODY_ELSE;
  const become = async (next: Shown, done: Promise<unknown>): Promise<void> => {
    await done;
    shown = next;
  };
  const acknowledge: Replier['acknowledge'] = (how, isPrivate) => {
    if (how === 'update') return become('update coming', api.respond({ type: Response.DeferredMessageUpdate }));
    const next = isPrivate ? 'coming in private' : 'coming in public';
    const data = isPrivate ? { data: { flags: MessageFlags.Ephemeral } as const } : {};
    return become(next, api.respond({ type: Response.DeferredChannelMessageWithSource, ...data }));
  };
  // A picture's way may take longer than the three seconds of a first answer.
  const announced = async (how: 'reply' | 'update', isPrivate: boolean, { file }: MessageBody): Promise<void> => {
    if (file && shown === 'nothing') await acknowledge(how, isPrivate);
  };
  return {
    acknowledge,
    reply: async (body, isPrivate) => {
      await announced('reply', isPrivate, body);
      findShown = await reply(api, shown, body, isPrivate);
      shown = 'an answer';
    },
    ask: async (modal) => {
      if (shown !== 'nothing') throw new Error('a form cannot be shown after something else');
      await become('an answer', api.respond({ type: Response.Modal, data: modal }));
    },
    update: async (body) => {
      await announced('update', false, body);
      await become('an answer', update(api, shown, body));
      findShown = found(pressed);
    },
    amend: async (body) => void (await api.edit(sent(body, false), body.file)),
    publicId: () => findShown(),
  };
}

async function reply(api: InteractionApi, shown: Shown, body: MessageBody, isPrivate: boolean): Promise<FindShown> {
  switch (shown) {
    case 'nothing': {
      const id = await api.respond({ type: Response.ChannelMessageWithSource, data: sent(body, isPrivate) });
      return isPrivate ? NOBODY_ELSE : async () => id ?? api.original();
    }
    case 'coming in public':
      if (!isPrivate) return found(await api.edit(sent(body, false), body.file));
      // What was announced to all cannot become private: it goes, and the answer comes beside it.
      await api.withdraw();
      await api.followUp(sent(body, isPrivate), body.file);
      return NOBODY_ELSE;
    case 'coming in private':
      await api.edit(sent(body, false), body.file);
      return NOBODY_ELSE;
    case 'update coming':
    case 'an answer': {
      const id = await api.followUp(sent(body, isPrivate), body.file);
      return isPrivate ? NOBODY_ELSE : found(id);
    }
  }
}

function update(api: InteractionApi, shown: Shown, body: MessageBody): Promise<unknown> {
  const message = sent(body, false);
  return shown === 'nothing'
    ? api.respond({ type: Response.UpdateMessage, data: message })
    : api.edit(message, body.file);
}

/** Whether a message is private is said when it is created; an edit cannot change it. */
const sent = (body: MessageBody, isPrivate: boolean) =>
  payloadOf(isPrivate ? { ...body, flags: body.flags | MessageFlags.Ephemeral } : body);
