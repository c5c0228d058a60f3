import type { App } from '../src/app.ts';
import { type Call, defineCommand, type Press, type PressAnswer } from '../src/command.ts';
import { UserError } from '../src/domain/failure.ts';
import { parseDigestAction } from '../src/render/digest-action.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { parseReviewAction } from '../src/render/review-action.ts';
import { DIGEST_DATA } from './digest-data.ts';
import { DigestInput } from './digest-input.ts';
import { suggested } from './digest-named.ts';
import { reviewed } from './digest-review.ts';
import { done, history, listed, preview, runDigest } from './digest-run.ts';

/** `/digest create|list|edit|…`, for moderators: what is new, into a channel, by a timetable. */
export default defineCommand({
  data: DIGEST_DATA,
  access: 'moderator',
  input: DigestInput,
  run: runDigest,
  suggest: suggested,
  press: pressDigest,
});

/** Every button changes the message it is on, but the preview, which stands beside it. */
async function pressDigest({ rest }: Press, app: App, call: Call): Promise<PressAnswer> {
  const review = parseReviewAction(rest);
  if (review !== null) return { ...(await reviewed(review, app, call)), how: 'update' };
  const action = parseDigestAction(rest);
  if (action === null) throw new UserError(messagesIn(call.language).digest.expired);
  switch (action.kind) {
    case 'list':
      return { ...(await listed(action.page, app, call)), how: 'update' };
    case 'part':
      return { ...(await preview(action.id, action.page, app, call)), how: 'update' };
    case 'history':
      return { ...(await history(action.id, action.page, app, call)), how: 'update' };
    default:
      return {
        ...(await done(action.kind, action.id, app, call)),
        how: action.kind === 'preview' ? 'reply' : 'update',
      };
  }
}
