import { DiscordAPIError } from 'discord.js';
import { RESTJSONErrorCodes as Code, Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { SEND_WITHIN_MS } from '../../digest/channel.ts';
import { type Destination, roleOf } from '../../domain/track.ts';
import { renderAlert } from '../../render/alert-page.ts';
import type {
  AlertChannel,
  AlertEdited,
  AlertFound,
  AlertMessage,
  AlertSent,
  OutgoingAlert,
} from '../../track/channel.ts';
import { failureOf } from '../digest/failure.ts';
import { type FindPorts, findDigest, findDirect } from '../digest/find.ts';
import { codeOf, MENTIONING_LIMITS } from '../digest/parts.ts';
import { inOpenThread } from '../in-open-thread.ts';
import { toMessage } from '../message.ts';
import { payloadOf } from '../payload.ts';

/** Discord's channels and direct messages, as alerts need them. */
export const createAlertChannel = (ports: FindPorts): AlertChannel => ({
  send: (outgoing) => sendAlert(ports, outgoing),
  edit: (outgoing, message) => editAlert(ports, outgoing, message),
  findOwn: ({ track, mark }, sinceMs) => findAlert(ports, track.to, mark, sinceMs),
});

const Made = z.object({ id: z.string() });
const LATER_MS = 30_000;

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes */
const CLOSED: ReadonlySet<unknown> = new Set([
  Code.CannotSendMessagesToThisUser,
  Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  Code.UnknownUser,
]);
const GONE: ReadonlySet<unknown> = new Set([Code.UnknownMessage, Code.UnknownChannel]);

const codeIn = (error: unknown): unknown => (error instanceof DiscordAPIError ? error.code : null);

async function sendAlert(ports: FindPorts, outgoing: OutgoingAlert): Promise<AlertSent> {
  const signal = AbortSignal.timeout(SEND_WITHIN_MS);
  const opened = await opening(ports, outgoing.track.to, signal);
  if (typeof opened !== 'string') return opened;
  const body = { ...bodyOf(outgoing), nonce: outgoing.mark, enforce_nonce: true };
  try {
    const posted = await ports.ask({ method: 'POST', route: Routes.channelMessages(opened), body }, signal);
    return { kind: 'sent', channelId: opened, messageId: Made.parse(posted).id };
  } catch (error) {
    return CLOSED.has(codeIn(error)) ? { kind: 'refused', why: 'direct-closed' } : failureOf(error);
  }
}

/** The channel that it goes into; while that is not known nothing has been sent. */
async function opening(
  { ask }: FindPorts,
  to: Destination,
  signal: AbortSignal,
): Promise<string | Extract<AlertSent, { readonly kind: 'later' | 'refused' }>> {
  if (to.kind === 'channel') return to.channelId;
  try {
    // The same conversation each time: https://discord.com/developers/docs/resources/user#create-dm
    const body = { recipient_id: to.userId };
    return Made.parse(await ask({ method: 'POST', route: Routes.userChannels(), body }, signal)).id;
  } catch (error) {
    if (CLOSED.has(codeIn(error))) return { kind: 'refused', why: 'direct-closed' };
    const failure = failureOf(error);
    return failure.kind === 'unknown' ? { kind: 'later', afterMs: LATER_MS } : failure;
  }
}

/** A message is found again, and edited, by what stands in it: so it looks the same each time. */
function bodyOf({ track, content, mark, edits }: OutgoingAlert) {
  const page = renderAlert(content.brief, { trackId: track.id, code: codeOf(mark), edits }, MENTIONING_LIMITS);
  return payloadOf(toMessage(page, null, roleOf(track)));
}

/** Whoever was mentioned stays named, and is not told again. */
async function editAlert(ports: FindPorts, outgoing: OutgoingAlert, message: AlertMessage): Promise<AlertEdited> {
  const route = Routes.channelMessage(message.channelId, message.messageId);
  try {
    const signal = AbortSignal.timeout(SEND_WITHIN_MS);
    const body = { ...bodyOf(outgoing), allowed_mentions: { parse: [] } };
    const edit = async (): Promise<void> => void (await ports.ask({ method: 'PATCH', route, body }, signal));
    await inOpenThread({ ask: ports.ask, channelId: message.channelId, signal }, edit);
    return { kind: 'edited' };
  } catch (error) {
    return GONE.has(codeIn(error)) ? { kind: 'gone' } : failureOf(error);
  }
}

async function findAlert(ports: FindPorts, to: Destination, mark: string, sinceMs: number): Promise<AlertFound> {
  const opened = await opening(ports, to, AbortSignal.timeout(SEND_WITHIN_MS));
  if (typeof opened !== 'string') return opened.kind === 'later' ? opened : { kind: 'unreadable' };
  const found = await (to.kind === 'channel' ? findDigest : findDirect)(ports, opened, mark, sinceMs);
  if (found.kind !== 'found') return found.kind === 'unreadable' ? { kind: found.kind } : found;
  const [messageId] = found.messageIds;
  return messageId === undefined ? { kind: 'absent' } : { kind: 'found', channelId: opened, messageId };
}
