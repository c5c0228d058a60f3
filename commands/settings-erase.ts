import type { App } from '../src/app.ts';
import type { Answer, Call } from '../src/command.ts';
import { UserError } from '../src/domain/failure.ts';
import { ERASE_REST, renderErase, renderErased } from '../src/render/erase-page.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { actorOf } from './digest-named.ts';

/** Says what would be deleted, and asks whether it is to be. */
export async function askErase(app: App, call: Call): Promise<Answer> {
  const { guildId } = actorOf(call);
  const [sources, digests, tracks] = await Promise.all([
    app.sources.list({ guildId }),
    app.digests.all(guildId),
    app.tracks.all({ guildId }),
  ]);
  const kept = { sources: sources.length, digests: digests.length, tracks: tracks.length };
  return { page: renderErase(kept, call.language), private: true, data: kept };
}

/** Deletes it. @throws UserError for what no button of ours says */
export async function pressErase(rest: string, app: App, call: Call): Promise<Answer> {
  if (rest !== ERASE_REST) throw new UserError(messagesIn(call.language).digest.expired);
  const { guildId, userId, nowMs } = actorOf(call);
  const erased = await app.erase(guildId, userId, nowMs);
  return { page: renderErased(erased, call.language), private: true, data: erased };
}
