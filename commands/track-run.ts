import type { App } from '../src/app.ts';
import type { Answer, Call, Suggestion } from '../src/command.ts';
import type { Result } from '../src/domain/failure.ts';
import { UserError } from '../src/domain/failure.ts';
import type { Page } from '../src/domain/page.ts';
import { ownerOf, type Track, type TrackOwner } from '../src/domain/track.ts';
import type { TrackRefusal, TrackView } from '../src/domain/track-view.ts';
import { aboutWords } from '../src/render/digest-card.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { type NamedTrack, renderTrackCard } from '../src/render/track-card.ts';
import { renderTrackRemoval, renderTrackRemoved, trackRefusalWords } from '../src/render/track-done.ts';
import { renderTracks } from '../src/render/track-list.ts';
import { queryName } from './query-name.ts';
import { choiceOf, trackChange } from './track-choice.ts';
import type { AddedTrack, EditedTrack, TrackInput } from './track-input.ts';

/** Carries out `/track`; what it answers is for the caller alone. */
export async function runTrack(input: TrackInput, app: App, call: Call): Promise<Answer> {
  switch (input.subcommand) {
    case 'add':
      return add(input, app, call);
    case 'list':
      return listedTracks(1, app, call);
    case 'edit':
      return edit(input, app, call);
    default:
      return doneTo(input.subcommand, await namedTrack(input.track, app, call), app, call);
  }
}

/** Whose tracks the caller may see and change: the server's as a moderator, and their own. */
const ownersFor = ({ guildId, userId, isModerator }: Call): readonly TrackOwner[] => [
  ...(isModerator && guildId !== null ? [{ guildId }] : []),
  { userId },
];

const tracksFor = async (app: App, call: Call): Promise<readonly Track[]> =>
  (await Promise.all(ownersFor(call).map((owner) => app.tracks.all(owner)))).flat();

/** The track that somebody named by its code. @throws UserError where they have no such */
export async function namedTrack(typed: string, app: App, call: Call): Promise<Track> {
  const found = (await tracksFor(app, call)).find(({ id }) => id === typed.trim().toLowerCase());
  if (!found) throw new UserError(messagesIn(call.language).track.noTrack(typed));
  return found;
}

/** What is done to a track by a word or a button. */
export type TrackDeed = 'show' | 'pause' | 'resume' | 'remove' | 'confirm';

export async function doneTo(deed: TrackDeed, track: Track, app: App, call: Call): Promise<Answer> {
  const { id } = track;
  const owner = ownerOf(track);
  const { done } = messagesIn(call.language).track;
  switch (deed) {
    case 'show':
      return card(await viewOf(track, app, call), [], app, call);
    case 'pause':
      return card(allowed(await app.tracks.pause(owner, id, call.nowMs), call), [done.paused], app, call);
    case 'resume':
      return card(allowed(await app.tracks.resume(owner, id, call.nowMs), call), [done.resumed], app, call);
    case 'remove':
      return alone(renderTrackRemoval(await named(await viewOf(track, app, call), app, call), call.language));
    case 'confirm':
      allowed(await app.tracks.remove(owner, id), call);
      return alone(renderTrackRemoved(id, call.language));
  }
}

/** @throws UserError with the reason, where something was refused */
function allowed<T>(result: Result<T, TrackRefusal>, { language }: Call): T {
  if (!result.ok) throw new UserError(trackRefusalWords(result.error, language));
  return result.value;
}

const alone = (page: Page, data?: unknown): Answer => ({ page, private: true, ...(data !== undefined && { data }) });

const named = async (view: TrackView, app: App, call: Call): Promise<NamedTrack> => ({
  view,
  name: await queryName(view.track.query, app, call),
});

const card = async (view: TrackView, notes: readonly string[], app: App, call: Call): Promise<Answer> =>
  alone(renderTrackCard(await named(view, app, call), notes, call.language), view);

/** @throws UserError where it was removed meanwhile */
async function viewOf(track: Track, app: App, call: Call): Promise<TrackView> {
  const view = await app.tracks.view(ownerOf(track), track.id, call.nowMs);
  if (view === null) throw new UserError(trackRefusalWords({ kind: 'unknown' }, call.language));
  return view;
}

async function add(input: AddedTrack, app: App, call: Call): Promise<Answer> {
  const settings = call.guildId === null ? {} : await app.settings(call.guildId);
  const choice = choiceOf(input, settings, app, call);
  const view = allowed(await app.tracks.create(choice, call), call);
  const { created, own } = messagesIn(call.language).track.done;
  return card(view, [created, ...(choice.to.kind === 'member' ? [own] : [])], app, call);
}

async function edit(input: EditedTrack, app: App, call: Call): Promise<Answer> {
  const words = messagesIn(call.language).track;
  const before = await namedTrack(input.track, app, call);
  const change = trackChange(input, before, app, call);
  if (Object.keys(change).length === 0) throw new UserError(words.nothingGiven);
  const view = allowed(await app.tracks.edit(ownerOf(before), before.id, change, call.nowMs), call);
  return card(view, [words.done.edited], app, call);
}

export async function listedTracks(page: number, app: App, call: Call): Promise<Answer> {
  const lists = await Promise.all(
    ownersFor(call).map(async (owner) => {
      const views = await app.tracks.list(owner, call.nowMs);
      return Promise.all(views.map((view) => named(view, app, call)));
    }),
  );
  const listed = { own: lists.at(-1) ?? [], server: lists.length > 1 ? (lists[0] ?? []) : null };
  return alone(renderTracks(listed, page, call.language, call.limits), lists.flat());
}

/** Tracks that fit what is typed, by what they are about and their codes. */
export async function suggestTracks(typed: string, app: App, call: Call): Promise<readonly Suggestion[]> {
  const wanted = typed.trim().toLowerCase();
  const choices = await Promise.all(
    (await tracksFor(app, call)).map(async (track) => {
      const about = aboutWords(track, [await queryName(track.query, app, call)], call.language);
      return { name: `${about} · ${track.id}`, value: track.id };
    }),
  );
  return choices.filter(({ name }) => name.toLowerCase().includes(wanted));
}
