import { DiscordAPIError } from 'discord.js';
import { RESTJSONErrorCodes as Code, Routes } from 'discord-api-types/v10';
import type { Page } from '../domain/page.ts';
import type { PrintedMessage } from '../domain/printed-message.ts';
import { EDIT_WITHIN_MS, type EditMessage, type EditOutcome } from '../travel/channel.ts';
import { failureOf } from './digest/failure.ts';
import { type Drawing, messageOf } from './digest/parts.ts';
import type { AskDiscord } from './digest/request.ts';
import type { MessageBody } from './edge.ts';
import { withoutPicture } from './illustrate.ts';
import { inOpenThread } from './in-open-thread.ts';
import { toMessage } from './message.ts';
import { payloadOf, uploadOf } from './payload.ts';
import { roleIn } from './printed-page.ts';

export interface EditPorts extends Drawing {
  readonly ask: AskDiscord;
}

/**
 * Edits messages of the bot's own, answers to interactions included, for which it must see their channel and nothing more:
 * https://discord.com/developers/docs/resources/message#edit-message
 */
export const createEditMessage =
  (ports: EditPorts): EditMessage =>
  async (message, page) => {
    const editing = { ...ports, message, signal: AbortSignal.timeout(EDIT_WITHIN_MS) };
    try {
      await inOpenThread({ ...editing, channelId: message.channelId }, () => editPage(editing, page));
      return { kind: 'done' };
    } catch (error) {
      return outcomeOf(error);
    }
  };

interface Editing extends EditPorts {
  readonly message: PrintedMessage;
  readonly signal: AbortSignal;
}

/** A picture that Discord does not take keeps no correction from being shown. */
async function editPage(editing: Editing, page: Page): Promise<void> {
  const { message, report } = editing;
  const [roleId, ref] = [roleIn(message.body, message.face), message.messageId];
  const body = await messageOf(page, roleId, ref, editing);
  try {
    await patch(editing, body);
  } catch (error) {
    if (!body.file || failureOf(error).kind !== 'refused' || NOT_FOR_ITS_PICTURE.has(codeIn(error))) throw error;
    report(error);
    await patch(editing, toMessage(withoutPicture(page, ref), null, roleId));
  }
}

/** Whoever was mentioned stays named, and is not told again. */
async function patch({ ask, message, signal }: Editing, body: MessageBody): Promise<void> {
  const payload = payloadOf({ ...body, allowed_mentions: { parse: [] } });
  const route = Routes.channelMessage(message.channelId, message.messageId);
  await ask({ method: 'PATCH', route, body: payload, ...uploadOf(body.file) }, signal);
}

const NOT_FOR_ITS_PICTURE: ReadonlySet<unknown> = new Set([
  Code.UnknownMessage,
  Code.UnknownChannel,
  Code.InvalidActionOnArchivedThread,
]);

const codeIn = (error: unknown): unknown => (error instanceof DiscordAPIError ? error.code : null);

function outcomeOf(error: unknown): EditOutcome {
  if (codeIn(error) === Code.UnknownMessage) return { kind: 'unreachable', why: 'gone' };
  const failure = failureOf(error);
  return failure.kind === 'refused' ? { kind: 'unreachable', why: failure.why } : failure;
}
