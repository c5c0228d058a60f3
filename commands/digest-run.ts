import type { App } from '../src/app.ts';
import type { Answer, Call } from '../src/command.ts';
import type { DigestId } from '../src/domain/digest.ts';
import type { DigestRefusal, DigestView } from '../src/domain/digest-view.ts';
import type { Result } from '../src/domain/failure.ts';
import { UserError } from '../src/domain/failure.ts';
import type { Page } from '../src/domain/page.ts';
import { renderDigestCard } from '../src/render/digest-card.ts';
import { digestRefusalWords, renderDigestRemoval, renderDigestRemoved } from '../src/render/digest-done.ts';
import { renderHistory } from '../src/render/digest-history.ts';
import { renderDigests } from '../src/render/digest-list.ts';
import { renderPreview } from '../src/render/digest-preview.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import type { Chosen, DigestInput, Edited } from './digest-input.ts';
import { actorOf, named, namedDigest } from './digest-named.ts';
import { changeOf, wishOf } from './digest-wish.ts';

/** Slots that the history shows at most. */
const MOST_SLOTS = 500;

/** Carries out `/digest`; what moderators do with digests is for them alone. */
export async function runDigest(input: DigestInput, app: App, call: Call): Promise<Answer> {
  switch (input.subcommand) {
    case 'create':
      return create(input, app, call);
    case 'list':
      return listed(1, app, call);
    case 'edit':
      return edit(input, app, call);
    case 'history':
      return history((await namedDigest(input.digest, app, call)).id, 1, app, call);
    default:
      return done(input.subcommand, (await namedDigest(input.digest, app, call)).id, app, call);
  }
}

/** What is done to a digest by a word or a button. */
export type Deed = 'show' | 'preview' | 'now' | 'pause' | 'resume' | 'remove' | 'confirm';

export function done(deed: Deed, id: DigestId, app: App, call: Call): Promise<Answer> {
  const words = messagesIn(call.language).digest.done;
  switch (deed) {
    case 'show':
      return viewOf(id, app, call).then((view) => card(view, [], app, call));
    case 'preview':
      return preview(id, 1, app, call);
    case 'now':
      return app.digests.now(id, actorOf(call)).then((view) => card(allowed(view, call), [words.now], app, call));
    case 'pause':
      return app.digests.pause(id, actorOf(call)).then((view) => card(allowed(view, call), [words.paused], app, call));
    case 'resume':
      return app.digests
        .resume(id, actorOf(call))
        .then((view) => card(allowed(view, call), [words.resumed], app, call));
    case 'remove':
      return asked(id, app, call);
    case 'confirm':
      return removed(id, app, call);
  }
}

/** @throws UserError with the reason, where something was refused */
function allowed<T>(result: Result<T, DigestRefusal>, { language }: Call): T {
  if (!result.ok) throw new UserError(digestRefusalWords(result.error, language));
  return result.value;
}

const alone = (page: Page, data?: unknown): Answer => ({ page, private: true, ...(data !== undefined && { data }) });

async function card(view: DigestView, notes: readonly string[], app: App, call: Call): Promise<Answer> {
  return alone(renderDigestCard(await named(view, app, call), notes, call.language), view);
}

async function create(input: Chosen, app: App, call: Call): Promise<Answer> {
  const actor = actorOf(call);
  const { wish, note } = wishOf(input, await app.settings(actor.guildId), app, call);
  const view = allowed(await app.digests.create(wish, actor), call);
  const { created } = messagesIn(call.language).digest.done;
  return card(view, [created, ...(note === null ? [] : [note])], app, call);
}

async function edit(input: Edited, app: App, call: Call): Promise<Answer> {
  const words = messagesIn(call.language).digest;
  const before = await namedDigest(input.digest, app, call);
  const change = changeOf(input, before, app, call);
  if (Object.keys(change).length === 0) throw new UserError(words.nothingGiven);
  const view = allowed(await app.digests.edit(before.id, change, actorOf(call)), call);
  return card(view, [words.done.edited], app, call);
}

export async function listed(page: number, app: App, call: Call): Promise<Answer> {
  const { guildId, nowMs } = actorOf(call);
  const views = await app.digests.list(guildId, nowMs);
  const all = await Promise.all(views.map((view) => named(view, app, call)));
  return alone(renderDigests(all, page, call.language, call.limits), views);
}

/** @throws UserError where the server has no such digest */
async function viewOf(id: DigestId, app: App, call: Call): Promise<DigestView> {
  const view = await app.digests.view(id, actorOf(call));
  if (view === null) throw new UserError(digestRefusalWords({ kind: 'unknown' }, call.language));
  return view;
}

/** Its buttons work as they will below the digest itself. */
export async function preview(id: DigestId, part: number, app: App, call: Call): Promise<Answer> {
  const { digest, content, coming } = allowed(await app.digests.preview(id, actorOf(call)), call);
  if (content !== null) app.turn(content.brief, content.brief.shown);
  return alone(renderPreview(digest, content, coming, part, call.language, call.limits), content);
}

async function asked(id: DigestId, app: App, call: Call): Promise<Answer> {
  return alone(renderDigestRemoval(await named(await viewOf(id, app, call), app, call), call.language));
}

async function removed(id: DigestId, app: App, call: Call): Promise<Answer> {
  allowed(await app.digests.remove(id, actorOf(call)), call);
  return alone(renderDigestRemoved(id, call.language));
}

export async function history(id: DigestId, page: number, app: App, call: Call): Promise<Answer> {
  const { digest } = await viewOf(id, app, call);
  const deliveries = await app.digests.history(id, digest.guildId, MOST_SLOTS);
  return alone(renderHistory(digest, deliveries, page, call.language, call.limits), deliveries);
}
