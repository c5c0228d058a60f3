import { DiscordAPIError } from 'discord.js';
import { RESTJSONErrorCodes as Code, Routes } from 'discord-api-types/v10';
import type { AskDiscord } from './digest/request.ts';

/** Where something is edited. */
interface Place {
  readonly ask: AskDiscord;
  readonly channelId: string;
  readonly signal: AbortSignal;
}

/**
 * Edits something where that may be a thread. Threads are archived when nobody writes in them, and nothing in an archived one can be
 * edited: it is taken out for the edit and put back. https://discord.com/developers/docs/topics/threads#active-archived-threads
 */
export async function inOpenThread(place: Place, edit: () => Promise<void>): Promise<void> {
  try {
    await edit();
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.code !== Code.InvalidActionOnArchivedThread) throw error;
    await archive(place, false);
    await edit();
    // Left open, it is archived again when nobody has written in it for its time.
    await archive(place, true).catch(() => undefined);
  }
}

const archive = ({ ask, channelId, signal }: Place, archived: boolean): Promise<unknown> =>
  ask({ method: 'PATCH', route: Routes.channel(channelId), body: { archived } }, signal);
