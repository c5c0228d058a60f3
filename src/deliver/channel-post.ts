import { DiscordAPIError, type REST } from 'discord.js';
import { RESTJSONErrorCodes as Code, Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Result } from '../domain/failure.ts';
import type { Page } from '../domain/page.ts';
import { toMessage } from './message.ts';

/** Why a channel takes no message until somebody changes something. */
type PostRefusal = 'no-channel' | 'no-permission';

/**
 * Posts a page into a channel, once however often it is repeated on the way.
 * @param nonce at most 25 characters; the same for the same message
 * @returns the message's id, or why the channel does not take it
 * @throws what the platform answers otherwise
 */
export type PostPage = (channelId: string, page: Page, nonce: string) => Promise<Result<string, PostRefusal>>;

const REFUSALS: ReadonlyMap<unknown, PostRefusal> = new Map([
  [Code.UnknownChannel, 'no-channel'],
  [Code.UnknownGuild, 'no-channel'],
  [Code.MissingAccess, 'no-permission'],
  [Code.MissingPermissions, 'no-permission'],
]);

const Posted = z.object({ id: z.string() });

/** @param rest the bot's own, with its token: https://discord.com/developers/docs/resources/message#create-message */
export function createPostPage(rest: REST): PostPage {
  return async (channelId, page, nonce) => {
    const body = { ...toMessage(page), nonce, enforce_nonce: true };
    try {
      const { id } = Posted.parse(await rest.post(Routes.channelMessages(channelId), { body }));
      return { ok: true, value: id };
    } catch (error) {
      const refusal = error instanceof DiscordAPIError ? REFUSALS.get(error.code) : undefined;
      if (refusal === undefined) throw error;
      return { ok: false, error: refusal };
    }
  };
}
