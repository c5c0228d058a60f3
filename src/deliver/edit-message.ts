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
      await editPage(editing, page).catch((error: unknown) => unarchived(editing, page, error));
      return { kind: 'done' };
    } catch (error) {
      return outcomeOf(error);
    }
  };

interface Editing extends EditPorts {
  readonly message: PrintedMessage;
  readonly signal: AbortSignal;
}

/**
 * Threads are archived when nobody writes in them, and nothing in an archived one can be edited: it is taken out for the edit and put
 * back. https://discord.com/developers/docs/topics/threads#active-archived-threads
 */
async function unarchived(editing: Editing, page: Page, error: unknown): Promise<void> {
  if (codeIn(error) !== Code.InvalidActionOnArchivedThread) throw error;
  await archive(editing, false);
  await editPage(editing, page);
  // Left open, it is archived again when nobody has written in it for its time.
  await archive(editing, true).catch(editing.report);
}

const archive = ({ ask, message, signal }: Editing, archived: boolean): Promise<unknown> =>
  ask({ method: 'PATCH', route: Routes.channel(message.channelId), body: { archived } }, signal);

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
