import { DiscordAPIError } from 'discord.js';
import { RESTJSONErrorCodes as Code, Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { SEND_WITHIN_MS } from '../../digest/channel.ts';
import type { Page } from '../../domain/page.ts';
import { toMessage } from '../message.ts';
import { payloadOf } from '../payload.ts';
import { type Failure, failureOf } from './failure.ts';
import type { AskDiscord } from './request.ts';

/** What became of a message that is to be there as it is now. */
export type Pinned =
  | { readonly kind: 'shown'; readonly messageId: string }
  /** Somebody has deleted it. */
  | { readonly kind: 'gone' }
  | Exclude<Failure, { readonly kind: 'unknown' }>;

/** Messages of the bot's own that change as what they tell of does. Neither rejects for what Discord or the network does. */
export interface Board {
  /** @param nonce at most 25 characters */
  readonly post: (channelId: string, page: Page, nonce: string) => Promise<Pinned>;
  readonly edit: (channelId: string, messageId: string, page: Page) => Promise<Pinned>;
}

const Posted = z.object({ id: z.string() });
/** What may have been done is looked at, or done again, after so long. */
const UNKNOWN_MS = 30_000;

export function createBoard(ask: AskDiscord): Board {
  const pinned = async (method: 'POST' | 'PATCH', route: `/${string}`, body: object): Promise<Pinned> => {
    try {
      const posted = await ask({ method, route, body }, AbortSignal.timeout(SEND_WITHIN_MS));
      return { kind: 'shown', messageId: Posted.parse(posted).id };
    } catch (error) {
      return outcomeOf(error);
    }
  };
  return {
    post: (channelId, page, nonce) => {
      const body = { ...payloadOf(toMessage(page)), nonce, enforce_nonce: true };
      return pinned('POST', Routes.channelMessages(channelId), body);
    },
    edit: (channelId, messageId, page) =>
      pinned('PATCH', Routes.channelMessage(channelId, messageId), payloadOf(toMessage(page))),
  };
}

function outcomeOf(error: unknown): Pinned {
  if (error instanceof DiscordAPIError && error.code === Code.UnknownMessage) return { kind: 'gone' };
  const failure = failureOf(error);
  return failure.kind === 'unknown' ? { kind: 'later', afterMs: UNKNOWN_MS } : failure;
}
