import { DiscordAPIError } from 'discord.js';
import { RESTJSONErrorCodes as Code, MessageFlags, Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { type Outgoing, SEND_WITHIN_MS, type SendOutcome } from '../../digest/channel.ts';
import type { LookAtChannel } from '../../domain/channel-facts.ts';
import type { Page } from '../../domain/page.ts';
import { digestName } from '../../render/digest-pages.ts';
import type { MessageBody } from '../edge.ts';
import { withoutPicture } from '../illustrate.ts';
import { toMessage } from '../message.ts';
import { payloadOf, uploadOf } from '../payload.ts';
import { visibleCut } from '../visible.ts';
import { failureOf } from './failure.ts';
import { codeOf, type Drawing, messageOf, pagesOf } from './parts.ts';
import type { AskDiscord } from './request.ts';

export interface SendPorts extends Drawing {
  readonly ask: AskDiscord;
  readonly look: LookAtChannel;
}

/** https://discord.com/developers/docs/resources/channel#start-thread-from-message */
const THREAD_NAME_CHARS = 100;
/** In minutes; of what nobody writes in, the list of threads is free again after a day. */
const ARCHIVED_AFTER = 1_440;

const Posted = z.object({ id: z.string() });
const Flagged = z.object({ flags: z.int().default(0) });

/**
 * Sends what is not there yet: the first message or post, its thread, the further messages, and publishes them. When something
 * has arrived and the rest is not known to have, the outcome is `unknown`, so that it is looked for and gone on with; what is
 * refused then is left out, and that is told.
 */
export async function sendDigest(ports: SendPorts, outgoing: Outgoing): Promise<SendOutcome> {
  const { roleId } = outgoing.digest;
  const mentioned = outgoing.there.length > 0 ? roleId : await roleThere(ports, outgoing);
  const noRole = mentioned === roleId || roleId === null ? {} : { noRole: roleId };
  const sending: Sending = {
    ...ports,
    outgoing,
    roleId: mentioned,
    signal: AbortSignal.timeout(SEND_WITHIN_MS),
    sent: [...outgoing.there],
  };
  try {
    await sendAll(sending);
    return { kind: 'sent', messageIds: sending.sent, ...noRole };
  } catch (error) {
    const failure = failureOf(error);
    if (sending.sent.length === 0) return failure;
    if (failure.kind !== 'refused') return { kind: 'unknown' };
    ports.report(error);
    return { kind: 'sent', messageIds: sending.sent, refused: failure.why, ...noRole };
  }
}

/** The role that is to be mentioned; null: none, or it is gone. What cannot be looked at is taken to be there. */
async function roleThere(
  { look, report }: SendPorts,
  { channelId, digest: { roleId } }: Outgoing,
): Promise<string | null> {
  if (roleId === null) return null;
  try {
    const facts = await look(channelId);
    return facts === null || facts.roles.has(roleId) ? roleId : null;
  } catch (error) {
    report(error);
    return roleId;
  }
}

interface Sending extends SendPorts {
  readonly outgoing: Outgoing;
  readonly signal: AbortSignal;
  /** Of the role that its first message mentions. */
  readonly roleId: string | null;
  /** Its messages, in order. */
  readonly sent: string[];
}

async function sendAll(sending: Sending): Promise<void> {
  const { outgoing, sent } = sending;
  const pages = pagesOf(outgoing);
  for (const [at, page] of pages.entries()) {
    if (at >= sent.length) sent.push(await sendPage(sending, page, at));
    if (at === 0 && outgoing.digest.how === 'thread') await openThread(sending);
  }
  if (outgoing.digest.crosspost) await publish(sending);
}

/** A picture that Discord does not take keeps no digest from coming. */
async function sendPage(sending: Sending, page: Page, at: number): Promise<string> {
  const { mark } = sending.outgoing;
  const roleId = at === 0 ? sending.roleId : null;
  const message = await messageOf(page, roleId, codeOf(mark), sending);
  try {
    return await post(sending, message, at);
  } catch (error) {
    if (!message.file || failureOf(error).kind !== 'refused') throw error;
    sending.report(error);
    return post(sending, toMessage(withoutPicture(page, codeOf(mark)), null, roleId), at);
  }
}

async function post({ ask, outgoing, signal, sent }: Sending, message: MessageBody, at: number): Promise<string> {
  const { digest, channelId, mark } = outgoing;
  const [own, files] = [payloadOf(message), uploadOf(message.file)];
  if (at === 0 && digest.how === 'forum-post') {
    const body = { name: nameOf(outgoing), auto_archive_duration: ARCHIVED_AFTER, message: own };
    return Posted.parse(await ask({ method: 'POST', route: Routes.threads(channelId), body, ...files }, signal)).id;
  }
  // A thread has the id of the message that it hangs on, and a forum post that of its first.
  const [first = channelId] = sent;
  const route = Routes.channelMessages(digest.how === 'message' ? channelId : first);
  const body = { ...own, nonce: at === 0 ? mark : `${mark}${at}`, enforce_nonce: true };
  return Posted.parse(await ask({ method: 'POST', route, body, ...files }, signal)).id;
}

async function openThread({ ask, outgoing, signal, sent: [first = ''] }: Sending): Promise<void> {
  const body = { name: nameOf(outgoing), auto_archive_duration: ARCHIVED_AFTER };
  const route = Routes.threads(outgoing.channelId, first);
  await ask({ method: 'POST', route, body }, signal).catch(unless(Code.ThreadAlreadyCreatedForMessage));
}

const nameOf = ({ content, slotMs, digest }: Outgoing): string =>
  visibleCut(digestName(content, slotMs, digest.timetable.zone), THREAD_NAME_CHARS);

/** Publishes those in the channel itself. Discord takes ten an hour of a channel: what is beyond them stays where it is. */
async function publish({ ask, outgoing, signal, sent, report }: Sending): Promise<void> {
  const { channelId, there, digest } = outgoing;
  for (const id of digest.how === 'message' ? sent : sent.slice(0, 1)) {
    const route = Routes.channelMessage(channelId, id);
    // What was there before may have been published by whoever sent it.
    const { flags } = there.includes(id) ? Flagged.parse(await ask({ method: 'GET', route }, signal)) : { flags: 0 };
    if ((flags & MessageFlags.Crossposted) !== 0) continue;
    await ask({ method: 'POST', route: Routes.channelMessageCrosspost(channelId, id) }, signal)
      .catch(unless(Code.ThisMessageWasAlreadyCrossposted))
      .catch((error: unknown) => {
        if (failureOf(error).kind === 'unknown') throw error;
        report(error);
      });
  }
}

/** Takes one refusal for success. */
function unless(code: Code) {
  return (error: unknown): void => {
    if (!(error instanceof DiscordAPIError) || error.code !== code) throw error;
  };
}
