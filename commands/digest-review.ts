import type { App } from '../src/app.ts';
import type { Answer, Call } from '../src/command.ts';
import { UserError } from '../src/domain/failure.ts';
import { digestRefusalWords } from '../src/render/digest-done.ts';
import type { ReviewAction } from '../src/render/review-action.ts';
import { renderReview } from '../src/render/review-page.ts';
import { actorOf } from './digest-named.ts';

/**
 * Does what a moderator pressed below a digest that is about to come; all who see it see how it stands then, in the server's
 * language. @throws UserError where it is too late
 */
export async function reviewed({ digestId, slotMs, deed }: ReviewAction, app: App, call: Call): Promise<Answer> {
  const actor = actorOf(call);
  const decided = await app.digests.decide({ digestId, slotMs }, deed, actor);
  if (!decided.ok) throw new UserError(digestRefusalWords(decided.error, call.language));
  const { language = 'en' } = await app.settings(actor.guildId);
  return { page: renderReview(decided.value, language, call.limits), private: false };
}
